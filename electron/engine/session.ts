/** The engine over an open workspace: one import at a time, figures from one context a revision. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TrustOutcome } from '../../shared/contract/contract'
import type { EngineSettings } from '../../shared/contract/engineProtocol'
import { queries, type QueryName, type QueryResult } from '../../shared/contract/queries'
import { fail, ok, type Result } from '../../shared/contract/result'
import type { ImportSummary } from '../../shared/contract/results/data'
import { formatDay } from '../../shared/export/time'
import { createContext, type QueryContext } from './analytics/context'
import { isAnalyticsQuery, runQuery } from './analytics/run'
import { sha256 } from './archive/files'
import type { Layout } from './archive/layout'
import type { Lock } from './archive/lock'
import { checkWorkspace, type CheckReport } from './check'
import { DEMO_DEFAULTS, demoRegistry, planDemo } from './demo'
import type { Engine, EngineConfig, Receipt } from './engine'
import { FindingsService } from './findingsService'
import { headsOf, type Heads } from './heads'
import { inlineCrew, threadCrew, type Crew } from './import/crew'
import { importDemo, importFiles, type ImportOptions, type ImportParts } from './import/importer'
import type { Nation } from './nation'
import { OWN_QUERIES, WITHOUT_REGISTRY, isOwnQuery, type OwnParts, type OwnQuery } from './queries/own'
import { reconcile, type RecoveryParts } from './recovery'
import { dayIn } from './registry/model'
import { checkClock } from './registry/open'
import { buildReportModel } from './report'
import type { AuditLog } from './workspace/audit'
import type { WorkspaceDatabase } from './workspace/database'
import { readDispositions } from './workspace/dispositions'
import { listFindings } from './workspace/findings'
import { previewRegistryFile, trustRegistryFile, type HeldRegistry } from './workspace/registryStore'
import { registryView } from './workspace/registryView'

export interface SessionParts {
  layout: Layout
  isWriter: boolean
  lock: Lock
  workspace: WorkspaceDatabase
  audit: AuditLog
  nation: Nation
  registry: HeldRegistry | null
  now: () => Date
  log: (line: string) => void
}

const DEFAULT_WORKERS = 2
/** The day of the delivery board is counted where most units are. */
const BOARD_ZONE = '+07:00'

export class Session implements Engine {
  readonly findings: FindingsService
  private readonly listeners = new Set<(revision: string) => void>()
  private registry: HeldRegistry | null
  private settings: EngineSettings
  private context: QueryContext | null = null
  private contextDay = ''
  private revision = ''
  private changes = 0
  private isBusy = false

  constructor(
    private readonly parts: SessionParts,
    private readonly config: EngineConfig,
  ) {
    this.registry = parts.registry
    this.settings = config.settings ?? { cutiBersama: true, suppressionThreshold: 10 }
    this.findings = new FindingsService({
      workspace: parts.workspace,
      audit: parts.audit,
      figures: () => this.withRegistry((registry) => ok({
        nation: parts.nation, registry: registry.model, query: (name, params) => this.query(name, params), now: parts.now().toISOString(),
      })),
      now: () => parts.now().toISOString(),
      changed: () => this.changed(),
    }) // prettier-ignore
    this.revise()
  }

  get dir(): string {
    return this.parts.layout.root
  }

  private get seconds(): number {
    return Math.floor(this.parts.now().getTime() / 1000)
  }

  private withRegistry<T>(work: (registry: HeldRegistry) => T): T | ReturnType<typeof fail> {
    return this.registry ? work(this.registry) : fail('REGISTRY-MISSING', 'input')
  }

  /** Another revision: everything that was computed or shown before is out of date. */
  private revise(): void {
    const heads = headsOf(this.parts.nation).exports.map(
      ({ unit, descriptor_sha256 }) => `${unit} ${descriptor_sha256}`,
    )
    const quarantined = this.parts.nation.ledgers().map(({ exports }) => exports.length)
    const text = JSON.stringify([this.registry?.model.sha256 ?? '', heads, quarantined, this.settings, this.changes])
    this.revision = sha256(text).slice(0, 16)
    this.context = null
  }

  private changed(): void {
    this.changes++
    this.revise()
    for (const listener of this.listeners) listener(this.revision)
  }

  /** One for each revision and day: it remembers what it computed. */
  private contextNow(): QueryContext | null {
    const today = formatDay(dayIn(this.seconds, BOARD_ZONE))
    if (!this.registry) return null
    if (this.context && this.contextDay === today) return this.context
    this.contextDay = today
    return (this.context = createContext({
      index: this.parts.nation.index, registry: this.registry.model, ledger: this.parts.nation.ledgers(),
      dispositions: this.parts.workspace.read(readDispositions), settings: this.settings, today,
    })) // prettier-ignore
  }

  query: Engine['query'] = async <N extends QueryName>(name: N, params: unknown): Promise<Result<QueryResult<N>>> => {
    const parsed = queries[name].params.safeParse(params)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      return fail('PARAMS', 'input', {
        query: name,
        member: issue?.path.join('.') ?? '',
        problem: issue?.message ?? '',
      })
    }
    const context = this.contextNow()
    if (isOwnQuery(name))
      return context || WITHOUT_REGISTRY.has(name)
        ? this.own(name, parsed.data as never)
        : fail('REGISTRY-MISSING', 'input')
    if (!context) return fail('REGISTRY-MISSING', 'input')
    if (!isAnalyticsQuery(name)) throw new Error(`nobody answers ${name}`)
    return ok(runQuery(name, parsed.data as never, context) as QueryResult<N>)
  }

  private async own<N extends QueryName>(name: OwnQuery, params: never): Promise<Result<QueryResult<N>>> {
    const { layout, nation, audit, workspace } = this.parts
    const parts: OwnParts = {
      layout, nation, audit, registry: this.registry, context: this.contextNow(), settings: this.settings,
      revision: this.revision, findings: workspace.read(listFindings).length, now: this.seconds,
    } // prettier-ignore
    return ok((await OWN_QUERIES[name](parts, params)) as QueryResult<N>)
  }

  importPaths = (paths: readonly string[], options: ImportOptions = {}): Promise<Result<ImportSummary>> =>
    this.import((parts) => importFiles(parts, paths, options))

  openDemo: Engine['openDemo'] = async ({ demo, ...options } = {}) => {
    const chosen = { ...DEMO_DEFAULTS, now: this.parts.now(), ...demo }
    const { zip, roots } = demoRegistry(planDemo(chosen))
    if (this.parts.isWriter) {
      const path = join(this.parts.layout.incoming, 'demo.dumas-registry.zip')
      writeFileSync(path, zip)
      const trusted = await this.trustRegistry({ path, thumbprints: roots })
      if (!trusted.ok) return trusted
      if (trusted.value.outcome === 'rejected')
        return fail('PURPOSE-MIXED', 'input', { held: this.registry?.model.purpose ?? '', given: chosen.purpose })
    }
    return this.import((parts) => importDemo(parts, chosen, options))
  }

  private async import(work: (parts: ImportParts) => Promise<ImportSummary>): Promise<Result<ImportSummary>> {
    const { layout, audit, nation, isWriter, log } = this.parts
    const { registry } = this
    if (!isWriter) return fail('WORKSPACE-READONLY', 'environment')
    if (!registry) return fail('REGISTRY-MISSING', 'input')
    if (this.isBusy) return fail('BUSY', 'engine', {}, true)
    const { seconds } = this
    const last = audit.lastAt === null ? undefined : Math.floor(Date.parse(audit.lastAt) / 1000)
    if (checkClock(registry.model, seconds, last))
      return fail('CLOCK', 'environment', { now: new Date(seconds * 1000).toISOString() })
    this.isBusy = true
    try {
      const recovery: RecoveryParts = { layout, nation, audit, registry: registry.model, log }
      const summary = await work({
        layout, audit, crew: this.crew(registry, seconds),
        onUnit: (unit, stored) => nation.units.set(unit, stored),
        index: async () => {
          // A thread that ended may have saved a store without a word.
          await reconcile(recovery)
          await nation.join(registry.model, true)
        },
      }) // prettier-ignore
      return ok(summary)
    } finally {
      this.isBusy = false
      this.changed()
    }
  }

  private crew({ model }: HeldRegistry, seconds: number): Crew {
    const setup = {
      root: this.parts.layout.root, registry: { registry: model.registry, sha256: model.sha256 },
      now: seconds, importedAt: new Date(seconds * 1000).toISOString(),
    } // prettier-ignore
    const { workerFile, workers = DEFAULT_WORKERS } = this.config
    return workerFile !== undefined && workers > 0 ? threadCrew(workerFile, workers, setup) : inlineCrew(setup)
  }

  previewRegistry: Engine['previewRegistry'] = async (path) => {
    const preview = await previewRegistryFile(this.parts.layout, path)
    if (!preview.ok) return preview
    const { loaded, findings } = preview.value
    return ok({ view: loaded && registryView(loaded, this.seconds), findings, first: this.registry === null })
  }

  trustRegistry: Engine['trustRegistry'] = async ({ path, thumbprints }) => {
    const { layout, audit, nation, isWriter } = this.parts
    if (!isWriter) return fail('WORKSPACE-READONLY', 'environment')
    if (this.isBusy) return fail('BUSY', 'engine', {}, true)
    const trusted = await trustRegistryFile(layout, {
      path, thumbprints, held: this.registry,
      allow: ({ registry: { purpose } }) => {
        const held = this.registry?.model.purpose
        if (held !== undefined && held !== purpose) return fail('PURPOSE-MIXED', 'input', { held, given: purpose })
        return this.config.production === false && purpose === 'production' ? fail('RUNTIME-TOO-OLD', 'environment', { purpose }) : ok(null)
      },
    }) // prettier-ignore
    if (!trusted.ok) return trusted
    const { now, ...outcome } = trusted.value
    if (outcome.outcome !== 'duplicate') {
      const details = {
        version: outcome.version,
        code: outcome.findings[0]?.code ?? null,
        sha256: now?.model.sha256 ?? null,
      }
      await audit.append([
        { action: `registry.${outcome.outcome}`, subject: `registry ${outcome.version ?? '?'}`, details },
      ])
    }
    if (now) {
      this.registry = now
      await nation.join(now.model, true)
      this.changed()
    }
    return ok<TrustOutcome>(outcome)
  }

  disposeQuestion: Engine['disposeQuestion'] = (args) => this.findings.dispose(args)

  reportModel: Engine['reportModel'] = (request) => buildReportModel(this, request)

  heads = (): Heads => headsOf(this.parts.nation)

  receipt: Engine['receipt'] = async ({ unit, sequence }): Promise<Result<Receipt>> => {
    const entry = this.parts.nation.units.get(unit)?.ledger.find((one) => one.sequence === sequence)
    if (!entry) return fail('NOT-FOUND', 'input', { unit, sequence })
    const { descriptor_sha256, archive_sha256, imported_at, outcome } = entry
    return ok({ unit, sequence, descriptor_sha256, archive_sha256, received_at: imported_at, outcome })
  }

  check = async ({ repair = false } = {}): Promise<Result<CheckReport>> => {
    const { layout, nation, audit, log, isWriter, workspace } = this.parts
    if (repair && !isWriter) return fail('WORKSPACE-READONLY', 'environment')
    const model = this.registry?.model
    if (!model) return fail('REGISTRY-MISSING', 'input')
    const parts = { layout, nation, audit, registry: model, log }
    const first = await checkWorkspace(parts, repair)
    if (repair && first.lost.length > 0) await this.importPaths(first.lost.map((hash) => layout.evidenceFile(hash)))
    const report = repair && first.lost.length > 0 ? await checkWorkspace(parts, true) : first
    if (repair) {
      await nation.join(model, true)
      this.changed()
    }
    if (workspace.restored)
      report.findings.push({ code: 'WORKSPACE-RESTORED', subject: 'workspace.sqlite', repaired: true })
    return ok(report)
  }

  applySettings = (settings: EngineSettings): void => {
    this.settings = settings
    this.revise()
  }

  onRevision = (listener: (revision: string) => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  close = async (): Promise<void> => {
    this.parts.workspace.close()
    await this.parts.audit.close()
    this.parts.lock.release()
  }
}
