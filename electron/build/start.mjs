// npm start: makes the console ready and opens it; where nobody can see a window, it makes the headless tour instead.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasDisplay, startDisplay } from './display.mjs'
import { electronRuntime, rootFlags } from './electron-runtime.mjs'
import { ensureBuilt, root } from './stale.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/** @param {string} exe @param {string[]} flags @returns {number} its exit code */
function run(exe, flags) {
  const { status, error } = spawnSync(exe, [...rootFlags(), ...flags, root, ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  if (error) process.stderr.write(`${error.message}\n`)
  return status ?? 1
}

/** The demo nation from nothing, in a profile of its own: the person's own workspace is left alone. */
async function tour(/** @type {string} */ exe) {
  process.stderr.write('no display: the headless tour, in Xvfb\n')
  const stop = await startDisplay()
  const profile = mkdtempSync(join(tmpdir(), 'pantau-tour-'))
  // Xvfb has no GPU, and a container no message bus: Chromium need not try the one nor complain of the other
  const flags = ['--disable-gpu', '--log-level=3', `--user-data-dir=${profile}`, `--tour=${join(root, 'tour')}`]
  try {
    return run(exe, flags)
  } finally {
    stop()
    rmSync(profile, { recursive: true, force: true })
  }
}

ensureSystemPackages()
const headless = !hasDisplay()
await ensureBuilt()
const { exe, version, official } = await electronRuntime()
if (official) process.stderr.write(`Electron ${version}\n`)
process.exitCode = headless ? await tour(exe) : run(exe, [])
