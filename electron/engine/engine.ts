/**
 * One workspace, open: imports, named queries, findings, registry. The same engine runs in the utility process, under the
 * command line and in tests; it knows no window and no Electron.
 */
import type { Args, KnownSummary, RegistryPreview, ReportRequest, TrustOutcome } from '../../shared/contract/contract'
import type { EngineSettings } from '../../shared/contract/engineProtocol'
import type { QueryName, QueryResult } from '../../shared/contract/queries'
import type { Result } from '../../shared/contract/result'
import type { ImportSummary } from '../../shared/contract/results/data'
import type { ReportModel } from '../../shared/report/model'
import type { Lock } from './archive/lock'
import type { Capacity } from './capacity'
import type { CheckProgress, CheckReport } from '../../shared/contract/results/check'
import type { ConsolePapers } from './console/service'
import type { Decisions } from './decisions/service'
import type { DemoOptions } from './demo'
import type { Findings } from './findingsService'
import type { Heads } from './heads'
import type { OnRevisions } from './revisions/service'
import type { OnKnown } from './known/pictures'
import type { ImportOptions } from './import/importer'
import type { RebuildWatch } from './recovery'
import type { Years } from './years/service'

export interface EngineConfig {
  /** the workspace's folder, made when it does not exist */
  dir: string
  /** the clock; tests and demonstrations set it */
  now?: () => Date
  /** `read`: no lock is taken and whatever would change something fails with WORKSPACE-READONLY */
  mode?: 'write' | 'read'
  /** threads of an import; 0 = none */
  workers?: number
  /** the built worker program; without it an import runs in the engine's own thread */
  workerFile?: string
  /** names the program by its contents: answers that it kept are given at the next start; without it none are kept */
  program?: string
  /** true: what figures are derived from is prepared while nobody asks */
  warm?: boolean
  settings?: EngineSettings
  /** lower bounds than the console's own */
  capacity?: Partial<Capacity>
  /** false: this runtime is too old for production data, registries of that purpose are refused */
  production?: boolean
  /** the nation's picture, where somebody is reading it already */
  picture?: Promise<Buffer | null>
  /** held already; otherwise it is taken */
  lock?: Lock
  /** ms to wait for another process that is just ending; default 3,000 */
  lockWait?: number
  log?: (line: string) => void
  /** watches damaged stores being made again while the workspace is opened, and may stop it */
  rebuild?: RebuildWatch
}

/** Every call answers with data or an error as data; it throws for bugs only. */
export interface Engine {
  readonly dir: string
  /** Fails with PARAMS, or with REGISTRY-MISSING where a figure needs one. */
  query: <N extends QueryName>(name: N, params: unknown) => Promise<Result<QueryResult<N>>>
  /** Makes the picture of the end of an earlier day, which queries with `known_on` are answered from. Fails with EVIDENCE-MISSING. */
  prepareKnown: (day: string) => Promise<Result<KnownSummary>>
  /** Fails with REGISTRY-MISSING, BUSY while another import runs, CLOCK. */
  importPaths: (paths: readonly string[], options?: ImportOptions) => Promise<Result<ImportSummary>>
  /** Trusts the demo nation's registry and imports its exports. Fails with PURPOSE-MIXED in a workspace of another purpose. */
  openDemo: (options?: ImportOptions & { demo?: Partial<DemoOptions> }) => Promise<Result<ImportSummary>>
  previewRegistry: (path: string) => Promise<Result<Omit<RegistryPreview, 'token'>>>
  trustRegistry: (args: { path: string; thumbprints: readonly string[] }) => Promise<Result<TrustOutcome>>
  readonly findings: Findings
  readonly decisions: Decisions
  readonly years: Years
  disposeQuestion: (args: Omit<Args<'questions:dispose'>, 'known_on'>) => Promise<Result<null>>
  reportModel: (request: ReportRequest) => Promise<Result<ReportModel>>
  heads: () => Heads
  /** receipts and lists of heads */
  readonly papers: ConsolePapers
  /** `repair` can be watched and stopped between two repairs; what is not repaired is said to be so */
  check: (options?: {
    repair?: boolean
    rebuild?: RebuildWatch
    onProgress?: (progress: CheckProgress) => void
  }) => Promise<Result<CheckReport>>
  applySettings: (settings: EngineSettings) => void
  /** What was told of this workspace before it was open does not hold: everybody asks again. */
  tellChanged: () => void
  /** Called with the new revision after an import, a registry, a decision or a finding. Returns how to stop. */
  onRevision: (listener: (revision: string) => void) => () => void
  /** Called while the picture of an earlier day is being made. Returns how to stop. */
  onKnown: (listener: OnKnown) => () => void
  /** Called while exports are compared for the revision rate. Returns how to stop. */
  onRevisions: (listener: OnRevisions) => () => void
  close: () => Promise<void>
}
