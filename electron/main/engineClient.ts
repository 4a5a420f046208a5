import type { Events } from '../../shared/contract/contract'
import type {
  EngineAnswer,
  EngineArgs,
  EngineCall,
  EngineEvent,
  EngineMessage,
  EngineReply,
} from '../../shared/contract/engineProtocol'
import { resultOf } from '../../shared/contract/engineProtocol'
import { fail, type AppError, type Result } from '../../shared/contract/result'

/** The engine's process, as far as the client needs to know it: Electron's utility process, or a Node child in tests. */
export interface EngineProcess {
  postMessage: (message: unknown) => void
  onMessage: (listener: (message: EngineMessage) => void) => void
  onExit: (listener: () => void) => void
  kill: () => void
}
export interface EngineClientOptions {
  fork: () => EngineProcess
  onEvent: (event: EngineEvent) => void
  onRestart: (reason: Events['engine:restarted']['reason']) => void
  /** ms that a query may take; default 20,000 */
  queryTimeout?: number
}
/** A query that is not given to the engine yet. */
interface Waiting {
  id: number
  ticket: string | undefined
  post: () => void
}
interface Pending {
  call: EngineCall
  settle: (reply: EngineReply) => void
  timer: NodeJS.Timeout | undefined
}

const QUERY_TIMEOUT = 20_000
/** Queries given to the engine at once: one is answered, one is at hand; the others can still be dropped. */
const AT_ONCE = 2
/** An engine may make its stores again from the evidence before it answers; that is not a query taking long. */
const OPENING_TIMEOUT = 600_000
/** An engine that ends sooner than this after its start, this many times in a row, is left until somebody calls again. */
const EARLY_END = 2000
const EARLY_ENDS = 3

/**
 * Talks to the engine. A query in sql.js cannot be interrupted, so a query that is cancelled or takes too long ends the
 * process; everything acknowledged is on disk, and a new one is ready in a second. An import is never ended for a query.
 */
export class EngineClient {
  readonly #options: EngineClientOptions
  readonly #pending = new Map<number, Pending>()
  #waiting: Waiting[] = []
  #process: EngineProcess | undefined
  /** when the engine was started, or last told of making its stores again; undefined once it has answered */
  #openingSince: number | undefined
  #last = 0
  #earlyEnds = 0
  #closed = false

  constructor(options: EngineClientOptions) {
    this.#options = options
    this.#start()
  }

  /** Asks the engine. Never throws: an engine that ends before it answers is `ENGINE-GONE`, which may be repeated. */
  async call<C extends EngineCall>(call: C, args: EngineArgs<C>): Promise<Result<EngineAnswer<C>>> {
    return resultOf(await this.#ask(call, args)) as Result<EngineAnswer<C>>
  }

  /** The same for a page: the result, or its JSON as the engine gave it. */
  async forward<C extends EngineCall>(call: C, args: EngineArgs<C>): Promise<Result<unknown> | string> {
    const reply = await this.#ask(call, args)
    return 'text' in reply ? reply.text : reply.result
  }

  #ask<C extends EngineCall>(call: C, args: EngineArgs<C>): Promise<EngineReply> {
    if (!this.#process) this.#start()
    return new Promise((settle) => {
      const id = ++this.#last
      const isQuery = call === 'query:run'
      const isLate = isQuery && this.#asked() >= AT_ONCE
      this.#pending.set(id, { call, settle, timer: undefined })
      const post = () => {
        if (isQuery) this.#watch(id, this.#options.queryTimeout ?? QUERY_TIMEOUT)
        this.#process?.postMessage({ id, call, args })
      }
      if (isLate) this.#waiting.push({ id, ticket: (args as { ticket?: string }).ticket, post })
      else post()
    })
  }

  /** Nobody waits for this query any more: unless the engine has it already, it is never asked. */
  drop(ticket: string) {
    const dropped = this.#waiting.find((one) => one.ticket === ticket)
    if (!dropped) return
    this.#waiting = this.#waiting.filter((one) => one !== dropped)
    this.#end(dropped.id, fail('QUERY-CANCELLED', 'engine', {}, true))
  }

  /** Queries that the engine has and has not answered. */
  #asked(): number {
    const queries = [...this.#pending.values()].filter(({ call }) => call === 'query:run')
    return queries.length - this.#waiting.length
  }

  /** Gives up every query under way. */
  cancelQueries() {
    if (this.#failQueries(fail('QUERY-CANCELLED', 'engine', {}, true).error)) this.#restart('cancel')
  }

  /** Ends the engine for good, as the console closes. */
  close() {
    this.#closed = true
    this.#process?.kill()
  }

  #start(): EngineProcess {
    const process = this.#options.fork()
    const started = Date.now()
    this.#process = process
    this.#openingSince = started
    process.onMessage((message) => this.#receive(message))
    process.onExit(() => {
      if (this.#process !== process) return // ended by us, and already replaced
      this.#earlyEnds = Date.now() - started < EARLY_END ? this.#earlyEnds + 1 : 0
      this.#process = undefined
      this.#restart('crash')
    })
    return process
  }

  #receive(message: EngineMessage) {
    // it may have told kept answers before it found that something has to be made again
    if ('id' in message) this.#openingSince = undefined
    else if (message.event === 'rebuild:progress') this.#openingSince = Date.now()
    if (this.#earlyEnds >= EARLY_ENDS) {
      // it was left dead, somebody has called it, and it answers: whoever gave up may ask again
      this.#earlyEnds = 0
      this.#options.onRestart('crash')
    }
    if (!('id' in message)) return this.#options.onEvent(message)
    this.#settle(message)
  }

  #end(id: number, result: Result<never>) {
    this.#settle({ id, result })
  }

  #settle(reply: EngineReply) {
    const { id } = reply
    const pending = this.#pending.get(id)
    if (!pending) return // cancelled meanwhile
    clearTimeout(pending.timer)
    this.#pending.delete(id)
    pending.settle(reply)
    while (this.#waiting.length > 0 && this.#asked() < AT_ONCE) this.#waiting.shift()?.post()
  }

  #watch(id: number, limit: number) {
    const pending = this.#pending.get(id)
    if (pending) pending.timer = setTimeout(() => this.#timedOut(id, limit), limit)
  }

  #timedOut(id: number, limit: number) {
    if (this.#openingSince !== undefined && Date.now() - this.#openingSince < OPENING_TIMEOUT) {
      return this.#watch(id, limit)
    }
    this.#end(id, fail('QUERY-TIMEOUT', 'engine', { seconds: Math.round(limit / 1000) }, true))
    if (!this.#hasOtherThanQueries()) this.#restart('timeout')
  }

  /** @returns whether there were any, and nothing else that ending the process would break */
  #failQueries(error: AppError): boolean {
    const queries = [...this.#pending].filter(([, { call }]) => call === 'query:run')
    this.#waiting = []
    for (const [id] of queries) this.#end(id, { ok: false, error })
    return queries.length > 0 && !this.#hasOtherThanQueries()
  }

  #hasOtherThanQueries() {
    return [...this.#pending.values()].some(({ call }) => call !== 'query:run')
  }

  #restart(reason: Events['engine:restarted']['reason']) {
    const old = this.#process
    this.#process = undefined
    old?.kill()
    const gone = fail('ENGINE-GONE', 'engine', {}, true)
    this.#waiting = []
    for (const id of this.#pending.keys()) this.#end(id, gone)
    // Saying "started again" of an engine that was left dead would have the page ask, and start it, without end.
    if (this.#closed || this.#earlyEnds >= EARLY_ENDS) return
    this.#start()
    this.#options.onRestart(reason)
  }
}
