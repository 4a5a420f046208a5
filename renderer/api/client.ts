/** Typed calls over the bridge. Nothing here throws: what goes wrong comes back as an `AppError`. */
import type { Answer, Args, Channel } from '../../shared/contract/contract'
import type { QueryName, QueryParams, QueryResult } from '../../shared/contract/queries'
import { fail, type AppError, type Result } from '../../shared/contract/result'
import { currentBridge } from './bridge'
import { counted } from './burst'

/** Calls `channel` of the contract. Errors: those of the channel, BRIDGE-MISSING, BRIDGE-FAILED. */
export async function call<C extends Channel>(channel: C, args: Args<C>): Promise<Result<Answer<C>>> {
  const bridge = currentBridge()
  if (!bridge) return fail('BRIDGE-MISSING', 'bug')
  try {
    if (!bridge.text) return await bridge.call(channel, args)
    return JSON.parse(await bridge.text(channel, args)) as Result<Answer<C>>
  } catch (error) {
    return fail('BRIDGE-FAILED', 'bug', { detail: String(error) })
  }
}

/** Tickets of this page, different from those of every other window. */
const PAGE = Math.random().toString(36).slice(2)
let tickets = 0

/** Runs a named query. When `signal` aborts and the engine has not begun with it, it is never asked. */
export function runQuery<N extends QueryName>(
  name: N,
  params: QueryParams<N>,
  signal?: AbortSignal,
): Promise<Result<QueryResult<N>>> {
  const run = (args: Args<'query:run'>) => counted(call('query:run', args)) as Promise<Result<QueryResult<N>>>
  if (!signal) return run({ name, params })
  const ticket = `${PAGE}-${++tickets}`
  signal.addEventListener('abort', () => void call('query:drop', { ticket }), { once: true })
  return run({ name, params, ticket })
}

/** How a failed `Result` passes through TanStack Query, which knows failures as thrown values only. */
class Failure extends Error {
  constructor(readonly failure: AppError) {
    super(failure.code)
  }
}

/** The value of a result, or a throw that `errorOf` reads back. For query functions only. */
export async function unwrap<T>(result: Promise<Result<T>>): Promise<T> {
  const answer = await result
  if (answer.ok) return answer.value
  throw new Failure(answer.error)
}

/** What `unwrap` threw, as data. */
export function errorOf(error: unknown): AppError | null {
  if (error === null || error === undefined) return null
  if (error instanceof Failure) return error.failure
  return { code: 'INTERNAL', kind: 'bug', params: { detail: error instanceof Error ? error.message : 'unknown' } }
}

/** Hands dropped files to the main process: a token for `import:start`, and how many exports they hold. */
export async function dropFiles(files: File[]): Promise<Result<{ token: string; files: number } | null>> {
  try {
    return (await currentBridge()?.dropFiles(files)) ?? fail('BRIDGE-MISSING', 'bug')
  } catch (error) {
    return fail('BRIDGE-FAILED', 'bug', { detail: String(error) })
  }
}
