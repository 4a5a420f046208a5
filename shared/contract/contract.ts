/**
 * Every call between renderer and main: name, argument schema, result type. Handlers, the preload bridge and the
 * renderer's client are derived from this value; a missing handler does not compile.
 * `engine` calls are passed to the engine after validation; `main` calls are answered by the main process.
 * Paths never cross: files chosen in a dialog or dropped are known to the renderer by an opaque token.
 */
import { z } from 'zod'
import { filterSchema, knownDay } from '../domain/filter'
import type { ReportModel } from '../report/model'
import { LANGUAGES, THEMES, type PRINT_PHASES } from './choices'
import { findingTextSchema, frozenFigureSchema, type AuditFinding, type FigureCheck } from './findings'
import { QUERY_NAMES, type QueryName } from './queries'
import type { Finding } from '../export/codes'
import type { AppError } from './result'
import type { CheckProgress, CheckReport } from './results/check'
import type { HeadsComparison, HeadsList, Receipt, Signed } from './results/console'
import type { RebuildProgress } from './results/check'
import type { ImportProgress, ImportSummary, RegistryView } from './results/data'

declare const RESULT: unique symbol
export interface Call<W extends 'engine' | 'main', A extends z.ZodType, R> {
  where: W
  args: A
  readonly [RESULT]?: R
}
const engine =
  <R>() =>
  <A extends z.ZodType>(args: A): Call<'engine', A, R> => ({ where: 'engine', args })
const main =
  <R>() =>
  <A extends z.ZodType>(args: A): Call<'main', A, R> => ({ where: 'main', args })

/** A filter of the cases' room under a name: where it leads is the location itself. */
const caseViewSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  place: z
    .string()
    .max(2000)
    .regex(/^#\/kasus(\?|$)/),
})
export type CaseView = z.infer<typeof caseViewSchema>
export const settingsSchema = z.strictObject({
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  textSize: z.number().min(0.8).max(1.6),
  cutiBersama: z.boolean(),
  suppressionThreshold: z.number().int().min(1).max(50),
  caseViews: z.array(caseViewSchema).max(30),
})
export type Settings = z.infer<typeof settingsSchema>
export interface AppInfo {
  version: string
  electron: string
  chrome: string
  platform: string
  /** false: this runtime may open demo and training data only */
  supported: boolean
}
const none = z.strictObject({})
const token = z.strictObject({ token: z.string().min(1).max(80) })
const reportRequestSchema = z.strictObject({
  kind: z.enum(['anev', 'findings']),
  filter: filterSchema,
  language: z.enum(LANGUAGES),
  findings: z.array(z.string().max(60)).optional(),
  suppress: z.number().int().min(1).max(50).optional(),
})
export type ReportRequest = z.infer<typeof reportRequestSchema>
/** How far the report is that is being saved. */
export interface PrintProgress {
  phase: (typeof PRINT_PHASES)[number]
  seconds: number
  /** by the time that the report before took; null for the first */
  left: number | null
}
export interface RegistryPreview {
  token: string
  view: RegistryView | null
  findings: Finding[]
  first: boolean
}
export interface TrustOutcome {
  outcome: 'accepted' | 'duplicate' | 'rejected'
  version: number | null
  findings: Finding[]
}

/**
 * Decisions: a quarantined export is applied, kept as evidence only, or put back into quarantine; of an undeclared
 * change the newer value counts from now on, or the first one again.
 */
const DECISION_ACTS = ['quarantine.accept', 'quarantine.reject', 'quarantine.undo', 'change.accept', 'change.undo'] as const // prettier-ignore
export type DecisionAct = (typeof DECISION_ACTS)[number]
export interface DecisionOutcome {
  id: string
  /** null when it is carried out; else NOT-FOUND, DECIDED, EVIDENCE-MISSING, DISK-FULL, WORKSPACE-UNUSABLE */
  error: AppError | null
}

/** What the console knew at the end of a day. */
export interface KnownSummary {
  day: string
  units: number
  /** accepted by then */
  exports: number
  /** exports that came later or were decided about later: not in the picture */
  later: number
}

/** What leaves the active columns when years are archived. */
export interface YearsPreview {
  before: string
  /** cases of all years, and those that leave */
  cases: number
  leaving: number
  /** of memory, of the columns alone */
  bytes: number
}

/** Why a person decides: never empty, kept in the audit log. */
export const reasonSchema = z.string().trim().min(1).max(1000)
/**
 * The day of knowledge that was on the screen, null for now. Decisions are taken on what is held now: with a day nothing
 * is carried out (KNOWN-READONLY), and no caller can leave it out.
 */
const known_on = knownDay.nullable()

/** The first day of a year. */
const newYear = z.string().regex(/^20\d\d-01-01$/)

export const contract = {
  'app:info': main<AppInfo>()(none),
  'settings:get': main<Settings>()(none),
  'settings:set': main<Settings>()(settingsSchema.partial()),
  /** opens the system dialog; null = the person cancelled */
  'import:pick': main<{ token: string; files: number } | null>()(z.strictObject({ kind: z.enum(['files', 'folder']) })),
  'import:start': main<ImportSummary>()(token),
  'import:cancel': engine<null>()(none),
  'check:cancel': engine<null>()(none),
  /** opens the system dialog; or looks at `file` of what was chosen or dropped for an import, when it is known still */
  'registry:pick': main<RegistryPreview | null>()(
    z.strictObject({ from: token.extend({ file: z.string().max(255).optional() }).optional() }),
  ),
  /** thumbprints that the person compared with the paper; empty for a later version */
  'registry:trust': main<TrustOutcome>()(token.extend({ thumbprints: z.array(z.string().max(60)).max(16) })),
  'demo:open': engine<ImportSummary>()(none),
  'query:run': engine<unknown>()(
    z.strictObject({
      name: z.enum(QUERY_NAMES as [QueryName, ...QueryName[]]),
      params: z.unknown(),
      /** by which `query:drop` knows it */
      ticket: z.string().max(40).optional(),
    }),
  ),
  /** nobody waits for this query any more: it fails with QUERY-CANCELLED if the engine has not begun with it */
  'query:drop': main<null>()(z.strictObject({ ticket: z.string().max(40) })),
  /** makes the picture of an earlier day, which queries with `known_on` are answered from; told by `known:progress` */
  'known:prepare': engine<KnownSummary>()(z.strictObject({ day: knownDay })),
  /** computes what `integrity.revisionRate` rests on, of a unit and all under it; told by `revisions:progress` */
  'revisions:prepare': engine<null>()(
    z.strictObject({ unit: z.string().max(80).optional(), known_on: knownDay.optional() }),
  ),
  'query:cancel': main<null>()(none),
  /** stores that are not made again yet wait for the next start; heard while the engine is being opened */
  'rebuild:cancel': engine<null>()(none),
  'findings:list': engine<AuditFinding[]>()(none),
  'findings:create': engine<AuditFinding>()(
    z.strictObject({
      text: findingTextSchema.partial().extend({ title: z.string().min(1).max(200) }),
      figures: z.array(frozenFigureSchema).max(50),
    }),
  ),
  'findings:update': engine<AuditFinding>()(
    z.strictObject({ id: z.string().max(60), text: findingTextSchema.partial() }),
  ),
  'findings:pin': engine<AuditFinding>()(z.strictObject({ id: z.string().max(60), figure: frozenFigureSchema })),
  'findings:remove': engine<null>()(z.strictObject({ id: z.string().max(60) })),
  'findings:check': engine<FigureCheck[]>()(none),
  'questions:dispose': engine<null>()(
    z.strictObject({
      id: z.string().max(200),
      disposition: z.enum(['explained', 'clarification_asked', 'finding', 'false_alarm']).nullable(),
      reason: z.string().max(1000),
      known_on,
    }),
  ),
  /** one reason for one or many; each is carried out and entered into the audit log by itself, and answers for itself */
  'decisions:take': engine<DecisionOutcome[]>()(
    z.strictObject({
      act: z.enum(DECISION_ACTS),
      ids: z.array(z.string().min(1).max(120)).min(1).max(1000),
      reason: reasonSchema,
      known_on,
    }),
  ),
  /** what archiving the years before a day takes out of memory */
  'years:preview': engine<YearsPreview>()(z.strictObject({ before: newYear })),
  /** the years before a day leave the active columns; null brings all of them back. Evidence and stores stay */
  'years:archive': engine<null>()(z.strictObject({ before: newYear.nullable(), reason: reasonSchema, known_on })),
  /** signed by the console's own key, which is made when it is first needed */
  'receipt:make': engine<Signed<Receipt>>()(
    z.strictObject({
      unit: z.string().max(80),
      sequence: z.number().int().min(1),
      descriptor_sha256: z.string().max(64).optional(),
    }),
  ),
  'heads:list': engine<Signed<HeadsList>>()(none),
  /** opens the system dialog and compares the list in the file with the console's own; null = cancelled */
  'heads:pick': main<HeadsComparison | null>()(none),
  /** every file of the workspace looked at again, told by `check:progress`; `repair` makes anew what is derived */
  'workspace:check': engine<CheckReport>()(z.strictObject({ repair: z.boolean() })),
  'report:model': engine<ReportModel>()(reportRequestSchema),
  /** prints the frozen model and saves it where the person chose; null = cancelled */
  'report:save': main<{ name: string; pages: number; sha256: string } | null>()(reportRequestSchema),
  /** gives up the report being printed: `report:save` answers null and no file is written or replaced */
  'report:cancel': main<null>()(none),
  /** saves bytes of a figure (SVG, PNG, CSV, XLSX) where the person chose */
  'figure:save': main<{ name: string } | null>()(
    z.strictObject({
      name: z.string().max(120),
      kind: z.enum(['svg', 'png', 'csv', 'xlsx', 'txt', 'json']),
      bytes: z.instanceof(Uint8Array),
    }),
  ),
  'window:fullscreen': main<boolean>()(z.strictObject({ on: z.boolean() })),
  /** the print page asks for its model, and says when fonts and charts stand */
  'print:model': main<ReportModel | null>()(none),
  'print:ready': main<null>()(none),
} as const

export type Contract = typeof contract
export type Channel = keyof Contract
export type Args<C extends Channel> = z.infer<Contract[C]['args']>
export type Answer<C extends Channel> = Contract[C] extends Call<'engine' | 'main', z.ZodType, infer R> ? R : never
export type ChannelOf<W extends 'engine' | 'main'> = {
  [C in Channel]: Contract[C]['where'] extends W ? C : never
}[Channel]

/** Messages from main to the renderer without a question. */
export interface Events {
  'import:progress': ImportProgress
  /** units of the picture of an earlier day that are made, of those that were others then */
  'known:progress': { day: string; done: number; total: number }
  /** damaged stores are made again before the engine answers anything */
  'rebuild:progress': RebuildProgress
  /** units whose exports are compared, of those that have to be */
  'revisions:progress': { done: number; total: number }
  /** the engine ended and was started again; pending calls failed with ENGINE-GONE */
  'engine:restarted': { reason: 'crash' | 'timeout' | 'cancel' }
  'check:progress': CheckProgress
  'workspace:changed': { revision: string }
  'report:progress': PrintProgress
  /** from the menu or an accelerator */
  'menu:command': { command: 'palette' | 'present' | 'print' | 'find' }
}
export type EventName = keyof Events
