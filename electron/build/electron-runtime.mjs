// Finds an Electron to run: the official one if it is installed or can be downloaded, else the fallback from npm.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { FALLBACK_VERSION, fallbackDist } from './fallback-electron.mjs'

/** @typedef {{dist: string, exe: string, version: string, official: boolean}} ElectronRuntime */

const require = createRequire(import.meta.url)
const packageDir = dirname(require.resolve('electron/package.json'))
/** @type {string} */
const wanted = require('electron/package.json').version

const EXECUTABLES = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }
const executable =
  process.platform === 'win32' || process.platform === 'darwin' ? EXECUTABLES[process.platform] : 'electron'

/** The installed official distribution, if its binary has been downloaded. */
function installed() {
  const dist = join(packageDir, 'dist')
  return existsSync(join(packageDir, 'path.txt')) && existsSync(join(dist, executable)) ? dist : undefined
}

/** One cheap question: an offline machine is told in seconds, and a silent host cannot hold us for the 300 s of fetch. */
async function reachable() {
  const host = 'https://github.com/electron/electron/releases/download/'
  const base = process.env['npm_config_electron_mirror'] ?? process.env['ELECTRON_MIRROR'] ?? host
  const folder = process.env['ELECTRON_CUSTOM_DIR']?.replace('{{ version }}', wanted) ?? `v${wanted}`
  const url = `${base}${folder}/electron-v${wanted}-${process.platform}-${process.arch}.zip`
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5000) })).ok
  } catch {
    return false
  }
}

/** Downloads the official binary by the electron package's own installer; its checksums pin the bytes. */
function download() {
  const installer = join(packageDir, 'install.js')
  spawnSync(process.execPath, [installer], { stdio: ['ignore', 2, 2], timeout: 600_000 })
  return installed()
}

/** @param {string} dist @returns {ElectronRuntime} */
function runtime(dist) {
  const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  return { dist, exe: join(dist, executable), version, official: version === wanted }
}

/**
 * The Electron to use. `ELECTRON_OVERRIDE_DIST_PATH` names one; `ELECTRON_RUNTIME=fallback` asks for the fallback.
 * Says in one line on stderr when it is not the official one of package.json.
 * @param {{quiet?: boolean}} [options]
 * @returns {Promise<ElectronRuntime>}
 */
export async function electronRuntime({ quiet = false } = {}) {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (named) return runtime(named)
  const isAsked = process.env['ELECTRON_RUNTIME'] === 'fallback'
  if (!isAsked) {
    const dist = installed() ?? ((await reachable()) ? download() : undefined)
    if (dist) return runtime(dist)
  }
  const found = runtime(fallbackDist())
  if (!quiet) {
    const why = isAsked
      ? 'ELECTRON_RUNTIME=fallback'
      : `Electron ${wanted} is not installed and its download cannot be reached`
    process.stderr.write(`${why}: using Electron ${FALLBACK_VERSION} from npm (demo, training and tests only)\n`)
  }
  return found
}

/** Chromium refuses to start its sandbox as root; containers and CI are root. Elsewhere the sandbox stays on. */
export const rootFlags = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])
