/** The whole engine behind its door; and whether it would have told the first screen the same. */
import { join } from 'node:path'
import type { EngineMessage, EngineOptions } from '../../../shared/contract/engineProtocol'
import type { Lock } from '../archive/lock'
import { Dispatcher } from '../dispatch'
import type { Engine } from '../engine'
import { openEngine } from '../openEngine'
import { STATE_QUESTION } from './keptFile'

/** A first screen that was told before: the lock that it took and what it said of the workspace. */
export interface Told {
  lock: Lock
  json: (question: string) => string | null
}

export interface Beginning {
  program: string
  /** the nation's picture, being read */
  picture: Promise<Buffer | null>
  told: Told | null
}

export function openWhole(
  { workspace, production, settings }: EngineOptions,
  { program, picture, told }: Beginning,
  send: (message: EngineMessage) => void,
): Dispatcher {
  const rebuilding = new AbortController()
  const opening = openEngine({
    dir: workspace,
    production,
    settings,
    workerFile: join(__dirname, 'worker.cjs'),
    warm: true,
    program,
    picture,
    ...(told ? { lock: told.lock } : {}),
    rebuild: {
      signal: rebuilding.signal,
      onProgress: (payload) => send({ event: 'rebuild:progress', payload }),
    },
    log: (line) => process.stderr.write(`${line}\n`),
  })
  const dispatcher = new Dispatcher(opening, send, rebuilding)
  if (told) void opening.then((opened) => correct(opened.ok ? opened.value : null, told, send))
  return dispatcher
}

/** What was told and does not hold: whoever shows it asks again, and is told the rest then. */
async function correct(engine: Engine | null, told: Told, send: (message: EngineMessage) => void): Promise<void> {
  if (!engine) return send({ event: 'workspace:changed', payload: { revision: '' } })
  const [state, notices] = [await engine.query('workspace.state', {}), await engine.query('workspace.notices', {})]
  const isSame = state.ok && JSON.stringify(state.value) === told.json(STATE_QUESTION)
  if (!isSame || !notices.ok || notices.value.length > 0) engine.tellChanged()
}
