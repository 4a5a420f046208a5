/**
 * `overview.trend`: received a month against limits that do not move. The baseline is the first twelve months that
 * are held of nearly all units that ever reported; later data never change it.
 */
import type { Trend, TrendSignal } from '../../../shared/contract/results/overview'
import type { Filter } from '../../../shared/domain/filter'
import { dayText, monthOf, monthStart, monthText } from '../../../shared/domain/time'
import { LEAST_POINTS, signals, xmr, type Run } from '../../../shared/statistics/controlChart'
import { headOf, type QueryContext } from './context'
import { held, isKnown, periodOf, reportersOf } from './delivery'
import { monthSums } from './overviewByMonth'

/** Months shown at most. */
const WINDOW = 24

export function overviewTrend(context: QueryContext, filter: Filter): Trend {
  const lines = history(context, filter)
  const shown = lines.slice(-WINDOW)
  const base = lines.filter(isComparable).slice(0, LEAST_POINTS)
  if (base.length < LEAST_POINTS) {
    const points = shown.map((line) => point(line, null))
    return { kind: 'run', points, baseline: null, mean: null, upper: null, lower: null, moving_range: null, signals: [] } // prettier-ignore
  }
  const limits = xmr(base.map((line) => line.received))
  const judged = shown.filter(isComparable)
  const runs = signals(judged.map((line) => line.received), limits) // prettier-ignore
  const monthAt = (at: number) => monthText((judged[at] as Line).month)
  return {
    kind: 'xmr',
    points: shown.map((line) => point(line, signalAt(runs, judged.indexOf(line)))),
    baseline: { from: monthText((base[0] as Line).month), to: monthText((base.at(-1) as Line).month), points: base.length }, // prettier-ignore
    mean: limits.mean,
    upper: limits.upper,
    lower: Math.max(0, limits.lower),
    moving_range: limits.movingRange,
    signals: runs.map(({ kind, from, to, direction }) => ({ kind, from: monthAt(from), to: monthAt(to), direction })),
  }
}

/** The strongest signal of a point: outside before runs. */
const STRENGTH: readonly TrendSignal[] = ['outside', 'shift', 'trend', 'two_of_three']
const signalAt = (runs: readonly Run[], at: number): TrendSignal | null =>
  STRENGTH.find((kind) => at >= 0 && runs.some((run) => run.kind === kind && run.from <= at && at <= run.to)) ?? null

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
const point = (line: Line, signal: TrendSignal | null): Trend['points'][number] => ({
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
