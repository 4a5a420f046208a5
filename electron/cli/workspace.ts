/** Opens the engine on the workspace that a command names, or on the console's own. */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Result } from '../../shared/contract/result'
import { OLDEST_SUPPORTED_ELECTRON } from '../../shared/contract/runtime'
import { knownDay } from '../../shared/domain/filter'
import type { Engine } from '../engine/engine'
import { openEngine } from '../engine/openEngine'
import type { RebuildWatch } from '../engine/recovery'
import type { Invocation } from './command'

/** The option that every command with a workspace has. */
export const WORKSPACE = { workspace: { type: 'string' } } as const

/** The option of commands that show what is held: as it was known at the end of an earlier day. */
export const KNOWN_ON = { 'known-on': { type: 'string' } } as const

/** `{known_on}` as the option says, nothing without it; null when it is no day. */
export function knownOnOf({ option }: Invocation): { known_on?: string } | null {
  const day = option('known-on')
  if (day === undefined) return {}
  return knownDay.safeParse(day).success ? { known_on: day } : null
}

/** How far the picture of an earlier day is, on stderr. */
export const tellKnown = (engine: Engine, { t, progress }: Invocation): (() => void) =>
  engine.onKnown(({ day, done, total }) => progress(t('cli.known.progress', { day, done, total })))

/** Where the console keeps its workspace: Electron's user data folder of this application. */
function consoleWorkspace(): string {
  const home = homedir()
  const base = {
    win32: process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'),
    darwin: join(home, 'Library', 'Application Support'),
  }[process.platform as string]
  return join(base ?? process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Pantau', 'workspace')
}

/** How far a rebuild is, on stderr. */
const tellRebuild =
  ({ t, progress }: Invocation): NonNullable<RebuildWatch['onProgress']> =>
  ({ done, total, unit }) =>
    progress(t('cli.rebuild.progress', { done, total, unit }))

/** Ctrl+C stops a rebuild between two stores; what is left waits for the next start. */
export async function watchingRebuild<T>(
  invocation: Invocation,
  work: (rebuild: RebuildWatch) => Promise<T>,
): Promise<T> {
  const cancel = new AbortController()
  const onInterrupt = () => cancel.abort()
  process.once('SIGINT', onInterrupt)
  try {
    return await work({ signal: cancel.signal, onProgress: tellRebuild(invocation) })
  } finally {
    process.removeListener('SIGINT', onInterrupt)
  }
}

/** `read` takes no lock, so that a console may have the same workspace open. The engine is closed afterwards. */
export async function withEngine<T>(
  invocation: Invocation,
  mode: 'read' | 'write',
  work: (engine: Engine) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { option, note } = invocation
  const workerFile = join(__dirname, 'worker.cjs')
  const electron = process.versions['electron']
  const opened = await watchingRebuild(invocation, (rebuild) =>
    openEngine({
      rebuild,
      dir: resolve(option('workspace') ?? consoleWorkspace()),
      mode,
      ...(existsSync(workerFile) ? { workerFile } : {}),
      production: electron === undefined || Number.parseInt(electron, 10) >= OLDEST_SUPPORTED_ELECTRON,
      log: note,
    }),
  )
  if (!opened.ok) return opened
  try {
    return await work(opened.value)
  } finally {
    await opened.value.close()
  }
}
