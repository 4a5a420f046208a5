/**
 * The named queries: the only way figures leave the engine. The renderer, the report and the command line use the
 * same names and fields; the renderer never sends SQL. Source: the command line's specification.
 */
import { z } from 'zod'
import { filterSchema, knownOn } from '../domain/filter'
import { SESSION_KINDS } from '../export/enums'
import { PATTERNS } from '../export/tables'
import { DURATION_STAGES, SORTS } from './queryCodes'
import type { CaseDetail, CaseFacets, CasesPage } from './results/cases'
import type { ChannelCalls, ChannelCity } from './results/channelCalls'
import type { ChannelCommunity } from './results/channelCommunity'
import type { ChannelList, ChannelMessages, ChannelOversight, ChannelSocial } from './results/channels'
import type { CheckFinding } from './results/check'
import type { AuditPage, BoardCell, ExportLine, RegistryView, UnitNode, WorkspaceState } from './results/data'
import type { RevisionRate, RevisionTriangle } from './results/revisions'
import type { ChainView, OlderRegistryLine, ChangesPage, QuarantineLine } from './results/integrity'
import type {
  Coverage,
  Flow,
  KeyFigures,
  MonthCount,
  OverviewCodes,
  OverviewMap,
  OverviewTotals,
  Questions,
  Trend,
} from './results/overview'
import { TREND_METRICS } from './trendMetrics'
import type {
  Backlog,
  DurationCurve,
  Funnel,
  RegionChannel,
  RegionHeader,
  RegionProfile,
  RegionUnit,
  UnitLine,
  UnitMonths,
} from './results/region'

declare const RESULT: unique symbol
export interface Query<P extends z.ZodType, R> {
  params: P
  readonly [RESULT]?: R
}
const query =
  <R>() =>
  <P extends z.ZodType>(params: P): Query<P, R> => ({ params })

const filter = filterSchema
const unit = z.string().regex(PATTERNS.unit)
const none = z.strictObject({})
/** what is held, now or as it was known on an earlier day */
const held = z.strictObject({ known_on: knownOn })
const heldOf = held.extend({ unit: unit.optional() })
const programme = z.string().regex(PATTERNS.code).optional()
const PROPORTION_METRICS = [
  'share_first_response_72h',
  'share_sp3d_in_time',
  'share_substantiated',
  'share_reopened',
] as const
const RATE_METRICS = ['received_per_100k', 'received_per_1000_personnel'] as const

/** Levels whose units can be set beside one another. */
const comparedLevel = z.enum(['polda', 'polres', 'polsek']).optional()

export const queries = {
  'workspace.state': query<WorkspaceState>()(held),
  /** damage that was found, and what became of it, when the workspace was opened */
  'workspace.notices': query<CheckFinding[]>()(none),
  'units.tree': query<UnitNode[]>()(none),
  'registry.current': query<RegistryView | null>()(none),
  'exports.list': query<ExportLine[]>()(heldOf),
  'audit.page': query<AuditPage>()(
    z.strictObject({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }),
  ),
  'integrity.board': query<BoardCell[]>()(filter.extend({ months: z.number().int().min(1).max(60) })),
  /** what waits and what was decided, units in code order */
  'integrity.quarantine': query<QuarantineLine[]>()(heldOf),
  'integrity.changes': query<ChangesPage>()(
    heldOf.extend({
      offset: z.number().int().min(0).optional(),
      limit: z.number().int().min(1).max(1000).optional(),
    }),
  ),
  /** open gaps and forks of the chains */
  'integrity.gaps': query<ChainView>()(heldOf),
  /** units whose latest accepted export names an older registry than the one in force, the oldest first */
  'integrity.olderRegistry': query<OlderRegistryLine[]>()(heldOf),

  /** month of receipt by export, of one reporting unit */
  'integrity.revisionTriangle': query<RevisionTriangle>()(held.extend({ unit })),
  'integrity.revisionRate': query<RevisionRate>()(filter),

  'overview.totals': query<OverviewTotals>()(filter),
  'overview.byMonth': query<MonthCount[]>()(filter),
  'overview.byChannel': query<OverviewCodes>()(filter),
  'overview.byCategory': query<OverviewCodes>()(filter),
  'overview.byOutcome': query<OverviewCodes>()(filter),
  'overview.coverage': query<Coverage>()(filter),
  'overview.keyFigures': query<KeyFigures>()(filter),
  'overview.trend': query<Trend>()(filter.extend({ metric: z.enum(TREND_METRICS).optional() })),
  /** `level`: units of that level inside the filter's unit; without it those directly below */
  'overview.map': query<OverviewMap>()(filter.extend({ level: comparedLevel })),
  'overview.flow': query<Flow>()(filter),
  'overview.questions': query<Questions>()(filter),

  'region.units': query<RegionUnit[]>()(filter),
  'region.header': query<RegionHeader>()(held.extend({ unit })),
  'region.profile': query<RegionProfile>()(filter),
  'region.channels': query<RegionChannel[]>()(filter),
  'region.backlog': query<Backlog>()(filter),
  'region.unitLines': query<UnitLine[]>()(filter),
  /** received month by month, up to `months` (60 at most) that end with the period, for each unit directly below */
  'region.unitMonths': query<UnitMonths>()(filter.extend({ months: z.number().int().min(2).max(60).optional() })),
  'durations.curve': query<DurationCurve>()(filter.extend({ stage: z.enum(DURATION_STAGES) })),
  'funnel.proportion': query<Funnel>()(
    filter.extend({
      metric: z.enum(PROPORTION_METRICS),
      target: z.number().min(0).max(1).optional(),
      level: comparedLevel,
    }),
  ),
  'funnel.rate': query<Funnel>()(
    filter.extend({ metric: z.enum(RATE_METRICS), target: z.number().positive().optional(), level: comparedLevel }),
  ),

  /** the doors by kind, with their local programmes, and who operates and reports them */
  'channel.list': query<ChannelList>()(filter),
  'channel.community': query<ChannelCommunity>()(filter.extend({ kind: z.enum(SESSION_KINDS).optional() })),
  'channel.messages': query<ChannelMessages>()(filter.extend({ programme })),
  'channel.calls': query<ChannelCalls>()(filter),
  'channel.social': query<ChannelSocial>()(filter),
  'channel.city': query<ChannelCity>()(filter.extend({ programme })),
  'channel.oversight': query<ChannelOversight>()(filter),

  'cases.page': query<CasesPage>()(
    filter.extend({
      sort: z.enum(SORTS).optional(),
      descending: z.boolean().optional(),
      offset: z.number().int().min(0).optional(),
      limit: z.number().int().min(1).max(1000).optional(),
      search: z.string().max(80).optional(),
      deadline: z.enum(['on_time', 'late', 'pending', 'blocked', 'none']).optional(),
      flagged: z.boolean().optional(),
      open_over_90: z.boolean().optional(),
    }),
  ),
  'cases.facets': query<CaseFacets>()(filter.extend({ search: z.string().max(80).optional() })),
  'case.detail': query<CaseDetail | null>()(held.extend({ unit, case_id: z.string().regex(PATTERNS.id) })),
} as const

export type QueryName = keyof typeof queries
export type QueryParams<N extends QueryName> = z.infer<(typeof queries)[N]['params']>
export type QueryResult<N extends QueryName> = (typeof queries)[N] extends Query<z.ZodType, infer R> ? R : never
export const QUERY_NAMES = Object.keys(queries) as QueryName[]
