/** The results of the named queries that a report is made of, asked once. */
import type { QueryName, QueryParams, QueryResult } from '../../../shared/contract/queries'
import { ok, type Result } from '../../../shared/contract/result'
import type { AuditFinding } from '../../../shared/contract/findings'
import type { Filter } from '../../../shared/domain/filter'
import type { Translate } from '../../../shared/messages/catalogue'
import type { Format } from '../../../shared/messages/format'

/** What a report needs of the engine. */
export interface ReportSource {
  query<N extends QueryName>(name: N, params: QueryParams<N>): Promise<Result<QueryResult<N>>>
  findings: { list(): Promise<Result<AuditFinding[]>> }
}
export interface ReportText {
  t: Translate
  f: Format
}
/** Filter queries of the report, by the name under which the figures know them. */
const FILTERED = {
  totals: 'overview.totals',
  byMonth: 'overview.byMonth',
  trend: 'overview.trend',
  keyFigures: 'overview.keyFigures',
  flow: 'overview.flow',
  channels: 'overview.byChannel',
  categories: 'overview.byCategory',
  outcomes: 'overview.byOutcome',
  units: 'region.units',
  backlog: 'region.backlog',
  questions: 'overview.questions',
  community: 'channel.community',
  messages: 'channel.messages',
  calls: 'channel.calls',
  social: 'channel.social',
  city: 'channel.city',
  oversight: 'channel.oversight',
} as const
/** Months of the small lines: two years show the same season twice. */
const MONTHS = 24
type Filtered = { [K in keyof typeof FILTERED]: QueryResult<(typeof FILTERED)[K]> }

export interface Material extends Filtered {
  filter: Filter & { from: string; to: string }
  unit: { code: string; name: string } | null
  coverage: QueryResult<'overview.coverage'>
  response: QueryResult<'durations.curve'>
  close: QueryResult<'durations.curve'>
  sp3d: QueryResult<'funnel.proportion'>
  unitMonths: QueryResult<'region.unitMonths'>
  map: QueryResult<'overview.map'>
  /** the nation's Polres; null for a unit, whose units below are all that is compared */
  mapBelow: QueryResult<'overview.map'> | null
  sp3dBelow: QueryResult<'funnel.proportion'> | null
}

/** Asks everything, one query after the other; the first error is the answer. */
export async function gather(
  source: ReportSource,
  asked: Filter,
  unit: Material['unit'],
  coverage: Material['coverage'],
): Promise<Result<Material>> {
  const filter = { ...asked, ...coverage.period }
  const answers: Record<string, unknown> = {}
  for (const [key, name] of Object.entries(FILTERED)) {
    const result = await source.query(name, filter)
    if (!result.ok) return result
    answers[key] = result.value
  }
  const response = await source.query('durations.curve', { ...filter, stage: 'first_response' })
  if (!response.ok) return response
  const close = await source.query('durations.curve', { ...filter, stage: 'close' })
  if (!close.ok) return close
  const sp3d = await source.query('funnel.proportion', { ...filter, metric: 'share_sp3d_in_time' })
  if (!sp3d.ok) return sp3d
  const unitMonths = await source.query('region.unitMonths', { ...filter, months: MONTHS })
  if (!unitMonths.ok) return unitMonths
  const map = await source.query('overview.map', filter)
  if (!map.ok) return map
  const below = unit === null ? await gatherBelow(source, filter) : ok({ mapBelow: null, sp3dBelow: null })
  if (!below.ok) return below
  return ok({
    ...(answers as unknown as Filtered),
    ...below.value,
    filter,
    unit,
    coverage,
    response: response.value,
    close: close.value,
    sp3d: sp3d.value,
    unitMonths: unitMonths.value,
    map: map.value,
  })
}

/** What is asked of the nation's Polres too. */
async function gatherBelow(
  source: ReportSource,
  filter: Material['filter'],
): Promise<Result<Pick<Material, 'mapBelow' | 'sp3dBelow'>>> {
  const map = await source.query('overview.map', { ...filter, level: 'polres' })
  if (!map.ok) return map
  const sp3d = await source.query('funnel.proportion', { ...filter, metric: 'share_sp3d_in_time', level: 'polres' })
  return sp3d.ok ? ok({ mapBelow: map.value, sp3dBelow: sp3d.value }) : sp3d
}
