/** Rare cases over time: the days between one and the next (g and t charts), since counts by month would be mostly 0. */
import type { Trend, TrendGaps } from '../../../shared/contract/results/overview'
import type { Filter } from '../../../shared/domain/filter'
import { dayAt, dayText, monthOf, monthStart } from '../../../shared/domain/time'
import { geometricLimits, hasWidth, signals, timeBetweenLimits } from '../../../shared/statistics/controlChart'
import { LEAST_POINTS } from '../../../shared/statistics/least'
import type { QueryContext } from './context'
import { eachUnit, select } from './selection'
import { signalAt } from './trendSignals'

/** Under this many cases a month, counts by month do not show a change; under the second, times are long enough for t. */
export const RARE = 3
const VERY_RARE = 1

/** Gaps that are sent; the limits rest on all. */
const SHOWN = 120

export interface KnownSpan {
  /** first and last day on which all that reports is known; spans in order, apart from one another */
  from: number
  to: number
}

interface Gap {
  from: number
  day: number
  days: number
}

/**
 * The chart of the gaps inside spans of known days; null under twelve gaps, none where the first twelve are all alike. A
 * gap over unknown days is none.
 */
export function rareTrend(
  context: QueryContext,
  filter: Filter,
  spans: readonly KnownSpan[],
  perMonth: number,
): Pick<Trend, 'kind' | 'rare' | 'flat'> | null {
  const days = receivedDays(context, filter, spans)
  const kind = perMonth < VERY_RARE ? 't' : 'g'
  // Free days between two cases for g, so that cases on following days are 0 apart; whole days for t.
  const length = (from: number, to: number) => (kind === 'g' ? Math.max(0, to - from - 1) : to - from)
  const gaps = spans.flatMap((span) => {
    const inside = days.filter((day) => day >= span.from && day <= span.to)
    return inside.slice(1).map((day, i): Gap => {
      const from = inside[i] as number
      return { from, day, days: length(from, day) }
    })
  })
  const base = gaps.slice(0, LEAST_POINTS)
  const [first, last] = [base[0], base.at(-1)]
  if (base.length < LEAST_POINTS || !first || !last) return null
  const limits = (kind === 'g' ? geometricLimits : timeBetweenLimits)(base.map((gap) => gap.days))
  if (!hasWidth(limits)) return { kind: 'run', flat: { value: first.days, of: 'gaps' } }
  const runs = signals(gaps.map((gap) => gap.days), limits) // prettier-ignore
  const text = (at: number) => dayText((gaps[at] as Gap).day)
  const lines = gaps.map(({ day, days: count }, i) => ({ day: dayText(day), days: count, signal: signalAt(runs, i) }))
  return {
    kind,
    rare: {
      per_month: perMonth,
      gaps: lines.slice(-SHOWN),
      baseline: { from: dayText(first.from), to: dayText(last.day), points: base.length },
      mean: limits.mean,
      upper: limits.upper,
      lower: limits.lower,
      signals: runs.map(({ kind: of, from, to, direction }) => ({
        kind: of,
        from: text(from),
        to: text(to),
        direction,
      })),
      open: openGap(days, spans.at(-1), limits.upper),
    },
  }
}

/** What has not ended yet counts as soon as it is longer than the limit. */
function openGap(days: readonly number[], span: KnownSpan | undefined, upper: number): TrendGaps['open'] {
  const last = days.at(-1)
  if (!span || last === undefined || last < span.from) return null
  const free = span.to - last
  return { since: dayText(last), days: free, beyond: free > upper }
}

/** Days of receipt inside the spans, rising; each case one entry. */
function receivedDays(context: QueryContext, filter: Filter, spans: readonly KnownSpan[]): number[] {
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) return []
  const selection = select(context, { ...filter, from: dayText(first.from), to: dayText(last.to) })
  const received = context.index.cases.times.received_at
  const days: number[] = []
  const { rows } = selection
  eachUnit(selection, (unit, _, __, a, b) => {
    const zone = context.zones[unit] as number
    for (let i = a; i < b; i++) days.push(dayAt(received[rows === null ? i : (rows[i] as number)] as number, zone))
  })
  return days.filter((day) => spans.some(({ from, to }) => day >= from && day <= to)).toSorted((a, b) => a - b)
}

/** Months in a row as spans of days. */
export function spansOf(months: readonly number[]): KnownSpan[] {
  const spans: KnownSpan[] = []
  for (const month of months) {
    const days = { from: monthStart(month), to: monthStart(month + 1) - 1 }
    const last = spans.at(-1)
    if (last && monthOf(last.to) === month - 1) last.to = days.to
    else spans.push(days)
  }
  return spans
}
