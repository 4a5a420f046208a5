// npm start: makes the console ready and opens it; without a display it makes the headless tour instead.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { hasDisplay, startDisplay } from './display.mjs'
import { electronRuntime, rootFlags } from './electron-runtime.mjs'
import { ensureBuilt, root } from './stale.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

const headless = !hasDisplay()
ensureSystemPackages()
await ensureBuilt()
const { exe, version, official } = await electronRuntime()
const runtime = { ...process.env, PANTAU_OFFICIAL_ELECTRON: official ? '1' : '0' }
if (official) process.stderr.write(`Electron ${version}\n`)

let stop = () => {}
/** @type {string[]} */
let tour = []
if (headless) {
  process.stderr.write('no display: the headless tour, in Xvfb\n')
  stop = await startDisplay()
  // Xvfb has no GPU, and a container no message bus; Chromium need not try the one nor complain of the other.
  tour = ['--disable-gpu', '--log-level=3', `--tour=${join(root, 'tour')}`]
}
const env = { ...runtime, DISPLAY: process.env['DISPLAY'] ?? '' }
const run = spawnSync(exe, [...rootFlags(), ...tour, root, ...process.argv.slice(2)], { stdio: 'inherit', env })
stop()
process.exit(run.status ?? 1)
