/** The engine over an open workspace: one import at a time, figures from one context a revision. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TrustOutcome } from '../../shared/contract/contract'
import { fail, ok, type Result } from '../../shared/contract/result'
import type { CheckFinding } from '../../shared/contract/results/check'
import type { ImportSummary } from '../../shared/contract/results/data'
import { Asking } from './asking'
import { CAPACITY } from './capacity'
import { checkWorkspace } from './check'
import { DecisionsService } from './decisions/service'
import { settleDecisions } from './decisions/settle'
import { DEMO_DEFAULTS, demoRegistry, planDemo } from './demo'
import { ConsolePapers } from './console/service'
import type { Engine, EngineConfig } from './engine'
import type { FigureParts } from './figures'
import { FindingsService } from './findingsService'
import { guarded } from './guarded'
import { headsOf, type Heads } from './heads'
import { inlineCrew, threadCrew, type Crew } from './import/crew'
import { importDemo, importFiles, type ImportOptions, type ImportParts } from './import/importer'
import { reconcile, type RecoveryParts } from './recovery'
import { checkClock } from './registry/open'
import { buildReportModel } from './report'
import type { WorkspaceParts, WorkspaceState } from './state'
import { WarmUp } from './warmUp'
import { YearsService } from './years/service'
import { previewRegistryFile, trustRegistryFile, type HeldRegistry } from './workspace/registryStore'
import { registryView } from './workspace/registryView'

const DEFAULT_WORKERS = 2

export class Session implements Engine {
  readonly findings: FindingsService
  readonly decisions: DecisionsService
  readonly papers: ConsolePapers
  readonly years: YearsService
  private readonly asking: Asking
  private readonly warmUp: WarmUp | null
  private isBusy = false

  constructor(
    private readonly state: WorkspaceState,
    private readonly config: EngineConfig,
  ) {
    const { workspace, audit, now, layout, nation } = state.parts
    this.warmUp = config.warm ? WarmUp.following(state, config.lock !== undefined) : null
    this.asking = new Asking(state, config, (registry) => this.crew(registry, state.seconds))
    this.papers = new ConsolePapers(layout, nation, now)
    this.findings = new FindingsService({
      workspace,
      audit,
      isWriter: state.parts.isWriter,
      figures: () => this.figureParts(),
      now: () => now().toISOString(),
      changed: () => state.changed(),
    })
    this.decisions = new DecisionsService(
      (work) => guarded(() => this.exclusive(work)),
      () => now().toISOString(),
    )
    this.years = new YearsService(
      () => (state.registry ? ok({ layout, nation, registry: state.registry.model }) : state.noRegistry),
      (work) => guarded(() => this.exclusive(work)),
      () => now().toISOString(),
    )
  }

  private get parts(): WorkspaceParts {
    return this.state.parts
  }

  get dir(): string {
    return this.parts.layout.root
  }

  private figureParts(): Result<FigureParts> {
    const { registry, noRegistry } = this.state
    if (!registry) return noRegistry
    const { now } = this.parts
    return ok({
      nation: async (day) => {
        const known = await this.asking.knownOn(day)
        return known.ok ? ok(known.value?.held.nation ?? this.parts.nation) : known
      },
      registry: registry.model,
      query: (name, params) => this.query(name, params),
      now: now().toISOString(),
      isArchived: this.parts.nation.archivedBefore !== null,
    })
  }

  query: Engine['query'] = (name, params) => {
    this.warmUp?.giveWay()
    return this.asking.query(name, params)
  }
  prepareKnown: Engine['prepareKnown'] = (day) => this.asking.prepareKnown(day)

  importPaths = (paths: readonly string[], options: ImportOptions = {}): Promise<Result<ImportSummary>> =>
    guarded(() => this.import((parts) => importFiles(parts, paths, options)))

  openDemo: Engine['openDemo'] = async ({ demo, ...options } = {}) => {
    const chosen = { ...DEMO_DEFAULTS, now: this.parts.now(), ...demo }
    const { zip, roots } = demoRegistry(planDemo(chosen))
    if (!this.parts.isWriter) return fail('WORKSPACE-READONLY', 'environment')
    const path = join(this.parts.layout.incoming, 'demo.dumas-registry.zip')
    writeFileSync(path, zip)
    const trusted = await this.trustRegistry({ path, thumbprints: roots })
    if (!trusted.ok) return trusted
    if (trusted.value.outcome === 'rejected')
      return fail('PURPOSE-MIXED', 'input', { held: this.state.registry?.model.purpose ?? '', given: chosen.purpose })
    return guarded(() => this.import((parts) => importDemo(parts, chosen, options)))
  }

  private async import(work: (parts: ImportParts) => Promise<ImportSummary>): Promise<Result<ImportSummary>> {
    const { layout, audit, nation } = this.parts
    const { registry, noRegistry, seconds } = this.state
    if (!registry) return noRegistry
    const last = audit.lastAt === null ? undefined : Math.floor(Date.parse(audit.lastAt) / 1000)
    if (checkClock(registry.model, seconds, last))
      return fail('CLOCK', 'environment', { now: new Date(seconds * 1000).toISOString() })
    return this.exclusive(async (recovery) => {
      const summary = await work({
        layout, audit, crew: this.crew(registry, seconds),
        capacity: { ...CAPACITY, ...this.config.capacity },
        held: new Map(nation.heads().map(({ unit, head }) => [unit, head.rows.cases])),
        onUnit: (unit, stored) => nation.units.set(unit, stored),
        index: async () => {
          // A thread that ended may have saved a store without a word.
          await reconcile(recovery)
          await nation.join(registry.model, true)
        },
      }) // prettier-ignore
      return ok(summary)
    })
  }

  /** One piece of work that changes what is held, at a time; afterwards everything that was shown is out of date. */
  private async exclusive<T>(work: (parts: RecoveryParts) => Promise<Result<T>>): Promise<Result<T>> {
    const { layout, audit, nation, workspace, isWriter, log } = this.parts
    const { registry, noRegistry } = this.state
    if (!isWriter) return fail('WORKSPACE-READONLY', 'environment')
    if (!registry) return noRegistry
    if (this.isBusy) return fail('BUSY', 'engine', {}, true)
    this.isBusy = true
    try {
      return await work({ layout, nation, audit, workspace, registry: registry.model, log })
    } finally {
      this.isBusy = false
      this.state.changed()
    }
  }

  private crew({ model }: HeldRegistry, seconds: number): Crew {
    const setup = {
      root: this.dir, registry: { registry: model.registry, sha256: model.sha256 },
      now: seconds, importedAt: new Date(seconds * 1000).toISOString(),
    } // prettier-ignore
    const { workerFile, workers = DEFAULT_WORKERS } = this.config
    return workerFile !== undefined && workers > 0 ? threadCrew(workerFile, workers, setup) : inlineCrew(setup)
  }

  previewRegistry: Engine['previewRegistry'] = async (path) => {
    const preview = await previewRegistryFile(this.parts.layout, path)
    if (!preview.ok) return preview
    const { loaded, findings } = preview.value
    return ok({
      view: loaded && registryView(loaded, this.state.seconds),
      findings,
      first: this.state.trust.pinned === null,
    })
  }

  trustRegistry: Engine['trustRegistry'] = (args) => guarded(() => this.trust(args))

  private async trust({ path, thumbprints }: Parameters<Engine['trustRegistry']>[0]): Promise<Result<TrustOutcome>> {
    const { layout, audit, nation, workspace, isWriter, log } = this.parts
    if (!isWriter) return fail('WORKSPACE-READONLY', 'environment')
    if (this.isBusy) return fail('BUSY', 'engine', {}, true)
    const trusted = await trustRegistryFile(layout, {
      path, thumbprints, trusted: this.state.trust,
      allow: ({ registry: { purpose } }) => {
        const held = this.state.registry?.model.purpose
        if (held !== undefined && held !== purpose) return fail('PURPOSE-MIXED', 'input', { held, given: purpose })
        return this.config.production === false && purpose === 'production' ? fail('RUNTIME-TOO-OLD', 'environment', { purpose }) : ok(null)
      },
    }) // prettier-ignore
    if (!trusted.ok) return trusted
    const { now, ...outcome } = trusted.value
    const { version, findings } = outcome
    if (outcome.outcome !== 'duplicate') {
      const details = { version, code: findings[0]?.code ?? null, sha256: now?.pinned?.sha256 ?? null }
      await audit.append([{ action: `registry.${outcome.outcome}`, subject: `registry ${version ?? '?'}`, details }])
    }
    if (now?.held) {
      await reconcile({ layout, nation, audit, workspace, registry: now.held.model, log })
      await nation.join(now.held.model, true)
      this.state.useRegistry(now)
    }
    return ok<TrustOutcome>(outcome)
  }

  disposeQuestion: Engine['disposeQuestion'] = (args) => this.findings.dispose(args)

  reportModel: Engine['reportModel'] = (request) => buildReportModel(this, request)

  heads = (): Heads => headsOf(this.parts.nation)

  check: Engine['check'] = async ({ repair = false, rebuild, onProgress } = {}) => {
    const { layout, nation, audit, log, isWriter, workspace } = this.parts
    const { registry, noRegistry } = this.state
    if (repair && !isWriter) return fail('WORKSPACE-READONLY', 'environment')
    if (!registry) return noRegistry
    if (repair && this.isBusy) return fail('BUSY', 'engine', {}, true)
    const { model } = registry
    const parts = { layout, nation, audit, workspace, registry: model, log, rebuild }
    const report = await checkWorkspace(parts, repair, (paths) => this.importPaths(paths), onProgress)
    if (repair) {
      await settleDecisions(parts)
      await nation.join(model, true)
      this.state.changed()
    }
    const isNew = (one: CheckFinding) => !report.findings.some(({ code }) => code === one.code)
    return ok({ ...report, findings: [...report.findings, ...this.parts.notices.filter(isNew)] })
  }

  applySettings: Engine['applySettings'] = (settings) => this.state.useSettings(settings)

  tellChanged: Engine['tellChanged'] = () => this.state.changed()

  onRevisions: Engine['onRevisions'] = (listener) => this.asking.revisions.listen(listener)

  onKnown: Engine['onKnown'] = (listener) => this.asking.known.listen(listener)

  onRevision: Engine['onRevision'] = (listener) => this.state.listen(listener)

  close = async (): Promise<void> => {
    this.warmUp?.stop()
    await this.asking.close()
    this.parts.workspace.close()
    await this.parts.audit.close()
    this.parts.lock.release()
  }
}
