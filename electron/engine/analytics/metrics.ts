/** Each metric, computed in one place: what it is of, its interval, what is missing. */
import type { Estimate, Figure, MetricId } from '../../../shared/contract/results/common'
import type { Filter } from '../../../shared/domain/filter'
import { inForce } from '../../../shared/domain/rule'
import { SP3D_TARGET } from '../../../shared/domain/targets'
import { dayText } from '../../../shared/domain/time'
import type { Rule } from '../../../shared/export/registry'
import type { UnitNode } from '../registry/model'
import { lastYear } from './comparison'
import { headOf, type QueryContext } from './context'
import { periodOf, reportersOf, tellsOf } from './delivery'
import { regulations } from './due'
import { durations, mediansOf, medianEstimate, type Stage } from './durations'
import { countEstimate, nothing, rateEstimate, shareEstimate } from './estimates'
import { PER, exposure, type Base } from './exposure'
import { counts, countsWithin, measure, type Count, type Measure } from './measures'
import { rangeOf } from './selection'

/** What a unit's metric is computed from: the counts of the filter's unit, period and codes. */
type Compute = (context: QueryContext, filter: Filter, count: Count) => Estimate

const share =
  (numerator: Measure, ...denominator: Measure[]): Compute =>
  (_, __, count) =>
    shareEstimate(count(numerator), denominator.reduce((sum, name) => sum + count(name), 0)) // prettier-ignore
const rate =
  (base: Base): Compute =>
  (context, filter, count) =>
    rateEstimate(count('received'), exposure(context, filter, filter.unit, base), PER[base]) // prettier-ignore
const median =
  (stage: Stage): Compute =>
  (context, filter) =>
    medianEstimate(durations(context, filter, stage))
const STAGES: Partial<Record<MetricId, Stage>> = {
  first_response_median_days: 'first_response',
  close_median_days: 'close',
}

const sp3d: Compute = (context, ...from) =>
  sp3dRule(context) ? share('sp3dOnTime', 'sp3dOnTime', 'sp3dLate')(context, ...from) : nothing('not_applicable')

const COMPUTE: Readonly<Record<MetricId, Compute>> = {
  received: (_, __, count) => countEstimate(count('received')),
  received_per_100k: rate('population'),
  received_per_1000_personnel: rate('personnel'),
  sp3d_on_time: sp3d,
  first_response_median_days: median('first_response'),
  close_median_days: median('close'),
  open_over_90_days: share('over90', 'open'),
  substantiated: share('substantiated', 'closed'),
  share_first_response_72h: share('answered72h', 'matured72h'),
  share_reopened: share('reopened', 'everClosed'),
}
const STOCKS: readonly MetricId[] = ['open_over_90_days']
const METHODS: Partial<Record<MetricId, Figure['method']>> = {
  received: 'poisson',
  received_per_100k: 'poisson',
  received_per_1000_personnel: 'poisson',
  first_response_median_days: 'kaplan_meier',
  close_median_days: 'kaplan_meier',
}

/** A metric of a filter's unit; `not_reported` when no export of any unit that reports for it tells of the period. */
export function estimate(context: QueryContext, filter: Filter, metric: MetricId): Estimate {
  return context.memo(`estimate ${metric} ${JSON.stringify(filter)}`, () =>
    hasData(context, filter, metric, counts(context, filter))
      ? COMPUTE[metric](context, filter, counts(context, filter))
      : nothing('not_reported'),
  )
}

/** Values of many units, for their distribution: what `estimate` says of each unit, without a memory of every one. */
export function valuesOf(
  context: QueryContext,
  filter: Filter,
  metrics: readonly MetricId[],
  nodes: readonly UnitNode[],
): Map<MetricId, (number | null)[]> {
  // prettier-ignore
  const measures = measure(context, filter)
  const valuesBy = (metric: MetricId) => {
    const stage = STAGES[metric]
    const asked = nodes.map((node) => {
      const own = { ...filter, unit: node.code }
      return hasData(context, own, metric, countsWithin(context, measures, node.code)) ? own : null
    })
    if (!stage)
      return asked.map((own) => own && COMPUTE[metric](context, own, countsWithin(context, measures, own.unit)).value)
    const medians = mediansOf(context, filter, stage, nodes.map(({ index, end }) => ({ low: index, high: end }))) // prettier-ignore
    return asked.map((own, i) => own && (medians[i] as number | null))
  }
  return new Map(metrics.map((metric) => [metric, valuesBy(metric)]))
}

/**
 * Whether an export of a unit that reports for the filter's unit tells of the period, or a case of it is counted there.
 * A stock is that of the last day told of: for it any export will do, and any case.
 */
function hasData(context: QueryContext, filter: Filter, metric: MetricId, count: Count): boolean {
  const { months, from, to } = periodOf(context, filter)
  const reporters = reportersOf(context, filter.unit, months)
  if (!STOCKS.includes(metric))
    return count('received') > 0 || reporters.some(({ code }) => tellsOf(context, code, from, to))
  const { low, high } = rangeOf(context, filter.unit)
  const { unitStart } = context.index
  if ((unitStart[high] as number) > (unitStart[low] as number)) return true
  return reporters.some(({ code }) => headOf(context, code) !== undefined)
}

/** A metric with what belongs beside it: the year before, the target, further numbers. */
export function figure(context: QueryContext, filter: Filter, metric: MetricId): Figure {
  const before = lastYear(context, filter, STOCKS.includes(metric))
  return {
    metric,
    method: METHODS[metric] ?? 'wilson',
    ...estimate(context, filter, metric),
    last_year: before && estimate(context, before, metric),
    target: targetOf(context, filter, metric),
    extra: extraOf(context, filter, metric),
  }
}

/** The regulation on SP3D of the registry; its latest version. */
function sp3dRule(context: QueryContext): Rule | undefined {
  return regulations(context)
    .find(({ from, to }) => from === 'received_at' && to === 'progress_at')
    ?.rules.at(-1)
}

function targetOf(context: QueryContext, filter: Filter, metric: MetricId): Figure['target'] {
  if (metric === 'sp3d_on_time') {
    const rule = sp3dRule(context)
    return rule ? { value: SP3D_TARGET, kind: 'internal', rule: rule.code } : null
  }
  if (metric !== 'first_response_median_days') return null
  const day = dayText(periodOf(context, filter).to)
  const rule = context.registry.rules.find(
    (item) =>
      item.from === 'received_at' && item.to === 'first_response_at' && inForce(item, day) && speaksOfAll(item, filter),
  )
  if (!rule || rule.limit.unit === 'working_days') return null
  const days = rule.limit.unit === 'hours' ? rule.limit.value / 24 : rule.limit.value
  return { value: days, kind: rule.kind, rule: rule.code }
}

/** Whether every case that passes the filter is one that the rule speaks of. */
function speaksOfAll(rule: Rule, filter: Filter): boolean {
  const asked: Readonly<Record<string, readonly string[] | undefined>> = {
    channel: filter.channels,
    subject: filter.subjects,
    category: filter.categories,
    status: filter.statuses,
    addressee: filter.addressees,
  }
  return Object.entries(rule.applies).every(([column, codes]) => asked[column]?.every((code) => codes.includes(code)))
}

function extraOf(context: QueryContext, filter: Filter, metric: MetricId): Figure['extra'] {
  const count = counts(context, filter)
  if (metric === 'received') {
    const [population, personnel] = (['population', 'personnel'] as const).map((base) => exposure(context, filter, filter.unit, base)) // prettier-ignore
    return {
      per_100k: estimate(context, filter, 'received_per_100k').value,
      per_1000_personnel: estimate(context, filter, 'received_per_1000_personnel').value,
      population: population ?? null,
      personnel: personnel ?? null,
    }
  }
  if (metric === 'received_per_100k' || metric === 'received_per_1000_personnel') {
    return { denominator_year: Number(context.registry.registry.issued.slice(0, 4)) }
  }
  if (metric === 'sp3d_on_time') return { pending: count('sp3dPending'), blocked: count('sp3dBlocked') }
  if (metric === 'first_response_median_days' || metric === 'close_median_days') {
    const held = durations(context, filter, metric === 'close_median_days' ? 'close' : 'first_response')
    const { longest } = held.curve
    return {
      censored: held.curve.n - held.curve.events,
      mean_of_closed: held.meanOfReached,
      left_out_negative: held.negative,
      left_truncated: held.curve.delayed,
      followed_days: longest === null ? null : longest / 24,
    }
  }
  return {}
}
