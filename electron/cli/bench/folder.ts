/** A folder of exports, one or more of each unit, imported by the command line in a process of its own. */
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  DEMO_REGISTRY_FILE,
  addLedger,
  demoRegistry,
  emptyLedger,
  exportsOfUnit,
  planDemo,
  type DemoOptions,
} from '../../engine/demo'
import { namesIn } from '../../engine/archive/files'
import { watch, type Watched } from './processes'
import { timed } from './types'
import { programBeside, valueOf, withWorkspace } from './workspace'

/** Units of the folder: all, unless each would have fewer cases than this. */
const LEAST_CASES = 20
const WORKERS = 2

export interface BenchFolder {
  from: string
  registryFile: string
  roots: readonly string[]
  files: number
  cases: number
}

/** Files are written as they are made: none of it stays in memory. */
export function makeFolder(folder: string, options: DemoOptions): BenchFolder {
  const from = join(folder, 'exports')
  const registryFile = join(folder, DEMO_REGISTRY_FILE)
  const plan = planDemo(options)
  const { zip, roots } = demoRegistry(plan)
  writeFileSync(registryFile, zip)
  mkdirSync(from)
  const units = Math.min(plan.reporting.length, Math.ceil(options.cases / LEAST_CASES))
  const ledger = emptyLedger()
  let count = 0
  for (let at = 0; at < units; at++) {
    const { files, ledger: own } = exportsOfUnit(plan, at)
    addLedger(ledger, own)
    for (const { name, zip: bytes } of files) writeFileSync(join(from, name), bytes)
    count += files.length
  }
  return { from, registryFile, roots, files: count, cases: ledger.cases }
}

/** A console's folder whose workspace holds the first unit alone, so that a window opens inside and imports the others. */
export async function profileWithOne(made: BenchFolder, profile: string): Promise<string> {
  const [first] = namesIn(made.from).toSorted()
  if (first === undefined) throw new Error('the folder is empty')
  await withWorkspace(join(profile, 'workspace'), 0, made, async (engine) =>
    valueOf(await engine.importPaths([join(made.from, first)])),
  )
  return profile
}

/** ms of the whole program, and what it took of the machine (null where that cannot be told). */
export async function importFolder(made: BenchFolder, workspace: string): Promise<Watched & { ms: number }> {
  const program = programBeside('cli.cjs')
  if (program === null) {
    const { ms } = await withWorkspace(workspace, WORKERS, made, (engine) =>
      timed(async () => valueOf(await engine.importPaths([made.from]))),
    )
    return { ms, peak_mb: null, cpu_ms: null }
  }
  await withWorkspace(workspace, 0, made, () => Promise.resolve())
  let seen: Watched = { peak_mb: null, cpu_ms: null }
  const { ms } = await timed(
    () =>
      new Promise<void>((done, failed) => {
        const child = spawn(process.execPath, [program, 'import', made.from, '--workspace', workspace, '--json'], {
          stdio: 'ignore',
        })
        const watched = child.pid === undefined ? null : watch(child.pid)
        child.once('error', failed)
        // 1: some of the nation's files are planted to be refused
        child.once('close', (code) => {
          seen = watched?.end() ?? seen
          if (code === 0 || code === 1) done()
          else failed(new Error(`the import ended with ${code}`))
        })
      }),
  )
  return { ms, ...seen }
}
