/**
 * The engine's door: one message in, one message out. Arguments were validated in main and are validated here again, so
 * that neither process has to trust the other.
 */
import type { CheckProgress } from '../../shared/contract/results/check'
import { z } from 'zod'
import { contract } from '../../shared/contract/contract'
import type {
  EngineAnswer,
  EngineArgs,
  EngineCall,
  EngineMessage,
  EngineRequest,
} from '../../shared/contract/engineProtocol'
import { fail, ok, type Result } from '../../shared/contract/result'
import type { ImportSummary } from '../../shared/contract/results/data'
import type { Engine } from './engine'
import type { ImportOptions } from './import/importer'

type Handlers = {
  [C in Exclude<EngineCall, 'rebuild:cancel'>]: (args: EngineArgs<C>) => Promise<Result<EngineAnswer<C>>>
}

/** Decisions are taken on what is held now, never on a picture of an earlier day. */
const atPresent =
  <A extends { known_on: string | null }, R>(decide: (args: Omit<A, 'known_on'>) => Promise<Result<R>>) =>
  async ({ known_on, ...args }: A): Promise<Result<R>> =>
    known_on === null ? decide(args) : fail('KNOWN-READONLY', 'input', { day: known_on })

const path = z.string().min(1).max(4096)
/** Arguments of the calls that only main makes. */
const MAIN_ONLY = {
  'import:paths': z.strictObject({ paths: z.array(path).min(1).max(100_000) }),
  'registry:preview': z.strictObject({ path }),
  'heads:compare': z.strictObject({ path }),
  'registry:trust': z.strictObject({ path, thumbprints: z.array(z.string().max(60)).max(16) }),
  'settings:apply': z.strictObject({ cutiBersama: z.boolean(), suppressionThreshold: z.number().int().min(1).max(50) }),
} as const

function schemaOf(call: string): z.ZodType | undefined {
  if (Object.hasOwn(MAIN_ONLY, call)) return MAIN_ONLY[call as keyof typeof MAIN_ONLY]
  const declared = Object.hasOwn(contract, call) ? contract[call as keyof typeof contract] : undefined
  return declared?.where === 'engine' ? declared.args : undefined
}

function handlersFor(engine: Engine, send: (message: EngineMessage) => void): Handlers {
  let cancel: AbortController | null = null
  let checking: AbortController | null = null
  const importing = async (work: (options: ImportOptions) => Promise<Result<ImportSummary>>) => {
    const controller = new AbortController()
    cancel ??= controller
    try {
      return await work({
        signal: controller.signal,
        onProgress: (payload) => send({ event: 'import:progress', payload }),
      })
    } finally {
      if (cancel === controller) cancel = null
    }
  }
  return {
    'import:paths': ({ paths }) => importing((options) => engine.importPaths(paths, options)),
    'demo:open': () => importing((options) => engine.openDemo(options)),
    'import:cancel': async () => {
      cancel?.abort()
      return ok(null)
    },
    'query:run': ({ name, params }) => engine.query(name, params),
    'known:prepare': ({ day }) => engine.prepareKnown(day),
    'revisions:prepare': async (args) => {
      const made = await engine.query('integrity.revisionRate', args)
      return made.ok ? ok(null) : made
    },
    'registry:preview': (args) => engine.previewRegistry(args.path),
    'registry:trust': (args) => engine.trustRegistry(args),
    'findings:list': () => engine.findings.list(),
    'findings:create': (args) => engine.findings.create(args),
    'findings:update': (args) => engine.findings.update(args),
    'findings:pin': (args) => engine.findings.pin(args),
    'findings:remove': (args) => engine.findings.remove(args),
    'findings:check': () => engine.findings.check(),
    'questions:dispose': atPresent((args) => engine.disposeQuestion(args)),
    'decisions:take': atPresent((args) => engine.decisions.take(args)),
    'years:preview': (args) => engine.years.preview(args),
    'years:archive': atPresent((args) => engine.years.archive(args)),
    'receipt:make': (args) => engine.papers.receipt(args),
    'heads:list': () => engine.papers.headsList(),
    'heads:compare': (args) => engine.papers.compareHeads(args),
    'workspace:check': ({ repair }) => {
      checking = new AbortController()
      const onProgress = (payload: CheckProgress) => send({ event: 'check:progress', payload })
      return engine.check({ repair, rebuild: { signal: checking.signal }, onProgress })
    },
    'check:cancel': async () => {
      checking?.abort()
      return ok(null)
    },
    'report:model': (request) => engine.reportModel(request),
    'settings:apply': async (settings) => {
      engine.applySettings(settings)
      return ok(null)
    },
  }
}

/** What is thrown is a bug: told as data, for a process that ended of it could answer nothing at all. */
const internal = (call: string, error: unknown) =>
  fail('INTERNAL', 'bug', { call, message: error instanceof Error ? error.message.slice(0, 300) : String(error) })

/** Answers requests for an engine that may still be opening, or that could not be opened: then with that error. */
export class Dispatcher {
  private readonly handlers: Promise<Result<Handlers>>

  constructor(
    opening: Promise<Result<Engine>>,
    private readonly send: (message: EngineMessage) => void,
    /** of the stores that are made again while the engine is being opened */
    private readonly rebuilding = new AbortController(),
  ) {
    this.handlers = opening
      .catch((error: unknown) => internal('open', error))
      .then((opened) => {
        if (!opened.ok) return opened
        opened.value.onKnown((payload) => send({ event: 'known:progress', payload }))
        opened.value.onRevisions((payload) => send({ event: 'revisions:progress', payload }))
        opened.value.onRevision((revision) => send({ event: 'workspace:changed', payload: { revision } }))
        return ok(handlersFor(opened.value, send))
      })
  }

  async receive({ id, call, args }: EngineRequest): Promise<void> {
    const result = await this.answer(call, args)
    this.send(call === 'query:run' ? { id, text: JSON.stringify(result) } : { id, result })
  }

  private async answer(call: EngineCall, args: unknown): Promise<Result<unknown>> {
    const schema = schemaOf(call)
    const parsed = schema?.safeParse(args)
    if (!parsed?.success) return fail('PARAMS', 'input', { call })
    if (call === 'rebuild:cancel') {
      this.rebuilding.abort()
      return ok(null)
    }
    const handlers = await this.handlers
    if (!handlers.ok) return handlers
    try {
      return await handlers.value[call](parsed.data as never)
    } catch (error) {
      return internal(call, error)
    }
  }
}
