/** A small demo nation for the window's tests: made and imported once a run by the command line, copied for each file. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { QueryName, QueryParams, QueryResult } from '../../shared/contract/queries'
import { launchConsole, projectRoot, ready, type Console } from './electron'

const CASES = 12_000

export interface DemoNation {
  /** the signed exports, one file each */
  exports: string
  registry: string
  /** thumbprints of the registry's root keys */
  roots: string[]
  /** a user's folder whose workspace holds the whole nation; never opened by a window, only copied */
  profile: string
}

/** Runs the command line with `--json`; its exit code 1 says that a file was not accepted, which the nation plans. */
export function cli(...args: string[]): unknown {
  const program = join(projectRoot, 'dist/main/cli.cjs')
  const run = spawnSync(process.execPath, [program, ...args, '--json'], { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (run.error || (run.status ?? 2) > 1) throw run.error ?? new Error(`pantau ${args.join(' ')}: ${run.stderr}`)
  return JSON.parse(run.stdout)
}

function nationIn(folder: string): DemoNation {
  return {
    exports: join(folder, 'demo', 'exports'),
    registry: join(folder, 'demo', 'demo.dumas-registry.zip'),
    roots: readFileSync(join(folder, 'demo', 'roots.txt'), 'utf8')
      .trim()
      .split('\n'),
    profile: join(folder, 'profile'),
  }
}

/** The run's demo nation; made when it is first asked for, and taken away with the run. */
export function demoNation(): DemoNation {
  const folder = inject('demoFolder')
  const finished = join(folder, 'nation')
  if (existsSync(finished)) return nationIn(finished)
  const making = mkdtempSync(join(folder, 'making-'))
  cli('demo', '--out', join(making, 'demo'), '--cases', String(CASES))
  const { registry, roots, profile, exports } = nationIn(making)
  const workspace = ['--workspace', join(profile, 'workspace')]
  cli('registry', 'trust', registry, ...roots.map((root) => `--root=${root}`), ...workspace)
  cli('import', exports, ...workspace)
  renameSync(making, finished)
  return nationIn(finished)
}

/** A copy of the nation's profile that a window may change. */
export function demoProfile(): string {
  const copy = mkdtempSync(join(tmpdir(), 'pantau-profile-'))
  cpSync(demoNation().profile, copy, { recursive: true })
  return copy
}

/** The console on a copy of the demo nation, its overview painted. */
export async function launchDemo(): Promise<Console> {
  const console = await launchConsole({ profile: demoProfile() })
  await ready(console.page, 'ikhtisar')
  return console
}

const asked = new Map<string, unknown>()

/** A named query's JSON as the command line prints it, from the nation as it was made: no window had a hand in it. */
export function cliQuery<N extends QueryName>(name: N, params: QueryParams<N>): QueryResult<N> {
  const question = ['query', name, '--params', JSON.stringify(params)]
  const key = question.join(' ')
  if (!asked.has(key)) asked.set(key, cli(...question, '--workspace', join(demoNation().profile, 'workspace')))
  return asked.get(key) as QueryResult<N>
}
