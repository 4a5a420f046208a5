/** What an open workspace knows at one moment: registry, settings, revision, and the context that figures come from. */
import type { EngineSettings } from '../../shared/contract/engineProtocol'
import type { CheckFinding } from '../../shared/contract/results/check'
import { fail } from '../../shared/contract/result'
import { createContext, type QueryContext } from './analytics/context'
import { fingerprint, sha256 } from './archive/files'
import type { Layout } from './archive/layout'
import type { Lock } from './archive/lock'
import { boardDay } from './boardDay'
import { headsOf } from './heads'
import { questionsOf } from './questions'
import type { Nation } from './nation'
import { hashOfGrounds, type Grounds } from './start/grounds'
import type { AuditLog } from './workspace/audit'
import type { WorkspaceDatabase } from './workspace/database'
import { readDispositions, readReasons } from './workspace/dispositions'
import { highestKept, type HeldRegistry, type Trusted } from './workspace/registryStore'

export interface WorkspaceParts {
  layout: Layout
  isWriter: boolean
  lock: Lock
  workspace: WorkspaceDatabase
  audit: AuditLog
  nation: Nation
  /** damage that was found when the workspace was opened */
  notices: readonly CheckFinding[]
  now: () => Date
  log: (line: string) => void
}

export class WorkspaceState {
  revision = ''
  private readonly listeners = new Set<(revision: string) => void>()
  private kept: { context: QueryContext; day: string } | null = null
  private changes = 0
  /** what lies on the disk since the last change: while the next one is being made, that is what figures follow from */
  private written: Pick<Grounds, 'stores' | 'workspace'> = { stores: [], workspace: '' }

  constructor(
    readonly parts: WorkspaceParts,
    private trusted: Trusted,
    private current: EngineSettings,
  ) {
    this.revise()
  }

  /** Seconds since the epoch. */
  get seconds(): number {
    return Math.floor(this.parts.now().getTime() / 1000)
  }

  get settings(): EngineSettings {
    return this.current
  }

  get trust(): Trusted {
    return this.trusted
  }

  get registry(): HeldRegistry | null {
    return this.trusted.held
  }

  /** Why there is no registry to work with. */
  get noRegistry(): ReturnType<typeof fail> {
    const { isDamaged, pinned } = this.trusted
    if (!isDamaged) return fail('REGISTRY-MISSING', 'input')
    const version = pinned?.version ?? highestKept(this.parts.layout)
    // Where not even its number can be read: damaged through and through, or kept by an older console.
    return version > 0 ? fail('REGISTRY-DAMAGED', 'integrity', { version }) : fail('REGISTRY-UNREADABLE', 'integrity')
  }

  /** One for each revision and day: it remembers what it computed. null without a registry. */
  get context(): QueryContext | null {
    if (!this.registry) return null
    const day = this.today
    if (this.kept?.day !== day) {
      const { nation, workspace } = this.parts
      const context = createContext({
        index: nation.index, placed: nation.placed, archivedBefore: nation.archivedBefore, archivedCases: nation.archivedCases, registry: this.registry.model, ledger: nation.chains(),
        dispositions: workspace.read(readDispositions), reasons: workspace.read(readReasons), settings: this.settings, today: day,
      }) // prettier-ignore
      this.kept = { context, day }
    }
    return this.kept.context
  }

  /** `YYYY-MM-DD` where most units are. */
  get today(): string {
    return boardDay(this.seconds)
  }

  /** Everything that a figure follows from; one for each revision and day. */
  basis(program: string | undefined): readonly unknown[] {
    const { dispositions = [], reasons = [] } = this.context ?? {}
    const decided = [[...dispositions].toSorted(), [...reasons].toSorted(), this.parts.nation.archivedBefore]
    return [program, this.registry?.model.sha256, this.written.stores, this.settings, this.today, decided]
  }

  /** What the next start will find on the disk; null without a registry. */
  grounds(program: string, production: boolean): string | null {
    const { held, pinned } = this.trusted
    if (!held || !pinned) return null
    const { version, sha256: hash, roots } = pinned
    const picture = fingerprint(this.parts.layout.nation)
    const { settings, written } = this
    return hashOfGrounds({
      program, production, settings, picture, ...written,
      registry: { version, sha256: hash, roots, file: held.file },
    }) // prettier-ignore
  }

  useRegistry(trusted: Trusted): void {
    this.trusted = trusted
    this.changed()
  }

  useSettings(settings: EngineSettings): void {
    this.current = settings
    this.changed()
  }

  /**
   * Everything that was computed or shown before is out of date. Questions are counted before anybody is told: who is told
   * asks for them first of all.
   */
  changed(): void {
    this.changes++
    this.revise()
    const { nation, layout, isWriter } = this.parts
    if (this.context) questionsOf(this.context, nation, layout, isWriter)
    for (const listener of this.listeners) listener(this.revision)
  }

  listen(listener: (revision: string) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The revision that a new start will begin with, as long as nothing changes. */
  get firstRevision(): string {
    return this.revisionAfter(0)
  }

  private revise(): void {
    const { nation, workspace } = this.parts
    const stores = [...nation.units].map(([unit, kept]) => [unit, kept.fingerprint] as const)
    this.written = { stores: stores.toSorted(([a], [b]) => (a < b ? -1 : 1)), workspace: workspace.hash }
    this.revision = this.revisionAfter(this.changes)
    this.kept = null
  }

  private revisionAfter(changes: number): string {
    const { nation } = this.parts
    const exports = nation.ledgers().map(({ exports: held }) => held.length)
    const heads = headsOf(nation).exports
    const known = [
      this.registry?.model.sha256 ?? '',
      heads,
      exports,
      nation.decided(),
      nation.archivedBefore,
      this.settings,
      changes,
    ]
    return sha256(JSON.stringify(known)).slice(0, 16)
  }
}
