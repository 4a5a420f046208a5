/**
 * `overview.trend`: month by month against limits that do not move. The baseline is the first twelve months that are held
 * of nearly all units that ever reported; later data never change it. The data choose the chart: XmR for counts, u for a
 * rate, p for a share, the days between cases where they are rare, no limits under twelve months.
 */
import type { QueryParams } from '../../../shared/contract/queries'
import type { Trend } from '../../../shared/contract/results/overview'
import type { Filter } from '../../../shared/domain/filter'
import { dayText, monthOf, monthStart, monthText } from '../../../shared/domain/time'
import { hasWidth, signals, xmr, type Run } from '../../../shared/statistics/controlChart'
import { LEAST_POINTS } from '../../../shared/statistics/least'
import { headOf, type QueryContext } from './context'
import { held, isKnown, periodOf, reportersOf } from './delivery'
import { monthSums } from './overviewByMonth'
import { RARE, rareTrend, spansOf } from './trendGaps'
import { ratioChart, ratioOf, type Ratio, type RatioMetric } from './trendShares'
import { signalAt } from './trendSignals'

/** Months shown at most. */
const WINDOW = 24

export function overviewTrend(context: QueryContext, { metric, ...filter }: QueryParams<'overview.trend'>): Trend {
  const lines = history(context, filter)
  return metric === undefined || metric === 'received'
    ? counts(context, filter, lines)
    : ratios(context, filter, metric, lines)
}

const NO_LIMITS = { baseline: null, mean: null, upper: null, lower: null, moving_range: null, signals: [] } as const
const withoutLimits = (points: Trend['points']): Trend => ({ kind: 'run', points, ...NO_LIMITS, signals: [] })
/** A baseline whose months all show the same judges nothing: its limits have no width. */
const flatAt = (value: number, points: Trend['points']): Trend => ({
  ...withoutLimits(points),
  flat: { value, of: 'months' },
})
const spanOf = (base: readonly Line[]) => ({
  from: monthText((base[0] as Line).month),
  to: monthText((base.at(-1) as Line).month),
  points: base.length,
})
const named = (runs: readonly Run[], judged: readonly Line[]): Trend['signals'] =>
  runs.map(({ kind, from, to, direction }) => ({
    kind,
    from: monthText((judged[from] as Line).month),
    to: monthText((judged[to] as Line).month),
    direction,
  }))

function counts(context: QueryContext, filter: Filter, lines: readonly Line[]): Trend {
  const shown = lines.slice(-WINDOW)
  const comparable = lines.filter(isComparable)
  const base = comparable.slice(0, LEAST_POINTS)
  const plain = withoutLimits(shown.map((line) => point(line, null)))
  if (base.length < LEAST_POINTS) return plain
  const limits = xmr(base.map((line) => line.received))
  if (limits.mean < RARE) {
    const rare = rareTrend(context, filter, spansOf(comparable.map(({ month }) => month)), limits.mean)
    return { ...plain, ...rare }
  }
  if (!hasWidth(limits)) return flatAt(limits.mean, plain.points)
  const judged = shown.filter(isComparable)
  const runs = signals(judged.map((line) => line.received), limits) // prettier-ignore
  return {
    kind: 'xmr',
    points: shown.map((line) => point(line, signalAt(runs, judged.indexOf(line)))),
    baseline: spanOf(base),
    mean: limits.mean,
    upper: limits.upper,
    lower: Math.max(0, limits.lower),
    moving_range: limits.movingRange,
    signals: named(runs, judged),
  }
}

/** A rate or a share; months with nothing to divide by have no value and are not judged. */
function ratios(context: QueryContext, filter: Filter, metric: RatioMetric, lines: readonly Line[]): Trend {
  const shown = lines.slice(-WINDOW)
  const { from: _, to: __, ...rest } = filter
  const of = new Map(lines.map((line) => [line, ratioOf(context, rest, metric, line.month)] as const))
  const ratio = (line: Line) => of.get(line) as Ratio
  const value = (line: Line) => ratio(line).count / ratio(line).of
  const isJudged = (line: Line) => isComparable(line) && ratio(line).of > 0
  const base = lines.filter(isJudged).slice(0, LEAST_POINTS)
  const valued = (line: Line) => ({ value: ratio(line).of > 0 ? value(line) : null, of: ratio(line).of })
  const plain = shown.map((line) => ({ ...point(line, null), ...valued(line) }))
  if (base.length < LEAST_POINTS) return { ...withoutLimits(plain), metric }
  const chart = ratioChart(metric, base.map(ratio))
  if (!hasWidth(chart.limits(ratio(base[0] as Line).of))) return { ...flatAt(chart.mean, plain), metric }
  const judged = shown.filter(isJudged)
  const limits = judged.map((line) => chart.limits(ratio(line).of))
  const runs = signals(judged.map(value), limits)
  return {
    ...withoutLimits([]),
    kind: chart.kind,
    metric,
    points: shown.map((line) => {
      const at = judged.indexOf(line)
      const own = limits[at]
      return {
        ...point(line, signalAt(runs, at)),
        ...valued(line),
        ...(own && { lower: own.lower, upper: own.upper }),
      }
    }),
    baseline: spanOf(base),
    mean: chart.mean,
    sigma_z: chart.sigmaZ,
    signals: named(runs, judged),
  }
}

interface Line {
  month: number
  received: number
  closed: number
  /** all its days lie in the period and in what is held */
  whole: boolean
  /** whole, and known of every unit that ever reported */
  complete: boolean
  reported: number
  expected: number
  /** of the units expected, those that ever reported */
  known: number
}
/** Share of the units that ever reported without which a month is not set beside others. */
const COMPARABLE = 0.95
const isComparable = (line: Line) => line.known > 0 && line.whole && line.reported >= COMPARABLE * line.known
const point = (line: Line, signal: Trend['points'][number]['signal']): Trend['points'][number] => ({
  month: monthText(line.month),
  received: line.received,
  closed: line.closed,
  complete: line.complete,
  comparable: isComparable(line),
  reported: line.reported,
  expected: line.expected,
  signal,
})

/** Every whole month held, up to the end of the filter's period, with how many of the units expected are known in it. */
function history(context: QueryContext, filter: Filter): Line[] {
  const span = held(context)
  if (span === null) return []
  const end = Math.min(periodOf(context, filter).to, span.to)
  const [first, last] = [monthOf(span.from), monthOf(end)]
  if (last < first) return []
  const { from: _, ...rest } = filter
  const sums = monthSums(context, { ...rest, from: dayText(monthStart(first)), to: dayText(end) })
  const lines: Line[] = []
  for (let month = first; month <= last; month++) {
    const days = [Math.max(monthStart(month), span.from), monthStart(month + 1) - 1] as const
    const units = reportersOf(context, filter.unit, [month])
    const reported = units.filter((unit) => isKnown(context, unit.code, ...days)).length
    const known = units.filter((unit) => headOf(context, unit.code) !== undefined).length
    const whole = days[1] <= end && days[0] === monthStart(month)
    lines.push({
      month,
      received: sums.received.get(month) ?? 0,
      closed: sums.closed.get(month) ?? 0,
      whole,
      complete: whole && known > 0 && reported === known,
      reported,
      expected: units.length,
      known,
    })
  }
  return lines
}
