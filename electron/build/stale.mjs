// Builds what is older than its sources, and nothing else, so that a command may always begin with it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

const CONFIGURATION = ['vite.config.ts', 'package.json', 'package-lock.json']
/** Each part: the file it ends in, and the folders it is made of. */
const PARTS = {
  client: { output: 'dist/renderer/index.html', sources: ['renderer', 'shared'] },
  main: { output: 'dist/main/main.cjs', sources: ['electron/main', 'shared'] },
  preload: { output: 'dist/main/preload.cjs', sources: ['electron/preload', 'shared'] },
  whole: { output: 'dist/main/whole.cjs', sources: ['electron/engine', 'shared'] },
  engine: { output: 'dist/main/engine.cjs', sources: ['electron/engine', 'shared'] },
  worker: { output: 'dist/main/worker.cjs', sources: ['electron/engine', 'shared'] },
  cli: { output: 'dist/main/cli.cjs', sources: ['electron/cli', 'electron/engine', 'shared'] },
}
/** @typedef {keyof typeof PARTS} Part */
export const ALL = /** @type {Part[]} */ (Object.keys(PARTS))

/** @param {string} path @returns {number} ms; 0 when there is none */
function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** @param {string} folder @returns {number} the latest change below it, ms */
function latest(folder) {
  let at = modified(folder) // a file taken away changes its folder
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    at = Math.max(at, entry.isDirectory() ? latest(path) : modified(path))
  }
  return at
}

/** @param {Part} part */
function isStale(part) {
  const { output, sources } = PARTS[part]
  const built = modified(join(root, output))
  const changed = [
    ...sources.map((folder) => latest(join(root, folder))),
    ...CONFIGURATION.map((file) => modified(join(root, file))),
  ]
  return changed.some((at) => at > built)
}

/**
 * In a process of its own: a test runner's process would lend the build its mode, and what is up to date needs no Vite.
 * @param {Part[]} parts
 */
function build(parts) {
  const env = { ...process.env, NODE_ENV: 'production', VITEST: '', VITEST_MODE: '' }
  const script = join(root, 'electron/build/build.mjs')
  const { status } = spawnSync(process.execPath, [script, ...parts], { cwd: root, env, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error(`building ${parts.join(', ')} failed`)
}

/** One build at a time: two commands started together would read each other's half-written files. */
async function withLock(/** @type {() => void} */ work) {
  const lock = join(root, 'dist/.building')
  mkdirSync(join(root, 'dist'), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      if (Date.now() - modified(lock) > 120_000) rmdirSync(lock) // left by a process that was killed
      await new Promise((later) => setTimeout(later, 100))
    }
  }
  try {
    work()
  } finally {
    rmdirSync(lock)
  }
}

/**
 * Builds those of `parts` that are stale, silently; stdout stays untouched.
 * @param {Part[]} [parts]
 * @returns {Promise<Part[]>} what was built
 */
export async function ensureBuilt(parts = ALL) {
  if (!parts.some(isStale)) return []
  /** @type {Part[]} */
  let stale = []
  await withLock(() => {
    stale = parts.filter(isStale) // another process may have built it while we waited
    if (stale.length > 0) build(stale)
  })
  return stale
}
