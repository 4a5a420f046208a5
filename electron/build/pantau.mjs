// npm run -s pantau -- <command>: the command line on plain Node. stdout carries only what the command prints.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { hasDisplay, startDisplay } from './display.mjs'
import { electronRuntime, rootFlags } from './electron-runtime.mjs'
import { ensureBuilt, root } from './stale.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

const args = process.argv.slice(2)
/** Only a report is printed, and only Electron prints. */
const prints = args[0] === 'report'

/** @returns {Promise<{program: string, flags: string[]}>} */
async function electron() {
  ensureSystemPackages()
  await ensureBuilt(['client', 'main', 'preload', 'whole', 'engine', 'worker', 'cli'])
  const { exe } = await electronRuntime()
  if (!hasDisplay()) await startDisplay()
  return { program: exe, flags: [...rootFlags(), '--disable-gpu', '--log-level=3', root, '--cli'] }
}
async function node() {
  await ensureBuilt(['worker', 'cli'])
  return { program: process.execPath, flags: [join(root, 'dist/main/cli.cjs')] }
}

try {
  const { program, flags } = await (prints ? electron() : node())
  // npm goes to the project's folder first; paths are meant where the person stands
  const cwd = process.cwd() === root ? (process.env['INIT_CWD'] ?? root) : process.cwd()
  process.exit(spawnSync(program, [...flags, ...args], { stdio: 'inherit', cwd }).status ?? 2)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(2)
}
