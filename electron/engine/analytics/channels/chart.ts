/**
 * Shares and rates month by month against limits that do not move: the baseline is the first twelve complete months held.
 */
import type { ChannelChart } from '../../../../shared/contract/results/channels'
import type { Filter } from '../../../../shared/domain/filter'
import { monthOf, monthStart, monthText } from '../../../../shared/domain/time'
import { hasWidth, proportionBaseline, proportionLimits, rateBaseline, rateLimits, signals, type Limits, type Run } from '../../../../shared/statistics/controlChart' // prettier-ignore
import { LEAST_POINTS } from '../../../../shared/statistics/least'
import { headOf, type QueryContext } from '../context'
import { held, isKnown, periodOf } from '../delivery'
import type { UnitNode } from '../../registry/model'

/** Months shown at most. */
const WINDOW = 24
/** Share of the units that ever reported without which a month is not set beside others. */
const COMPLETE = 0.95

export interface MonthCounts {
  numerator: number
  denominator: number
}

/** All months held up to the end of the filter's period, rising; the last may be cut. */
function monthsHeld(
  context: QueryContext,
  filter: Pick<Filter, 'from' | 'to'>,
): { months: number[]; from: number; to: number } {
  const span = held(context)
  if (span === null) return { months: [], from: 0, to: -1 }
  const to = Math.min(periodOf(context, filter).to, span.to)
  const months: number[] = []
  for (let month = monthOf(span.from); month <= monthOf(to) && span.from <= to; month++) months.push(month)
  return { months, from: span.from, to }
}

/** Whether nearly all `desks` that ever reported are known on every day of the month, and the month has ended. */
function isComplete(
  context: QueryContext,
  desks: readonly UnitNode[],
  month: number,
  span: { from: number; to: number },
): boolean {
  const [first, last] = [monthStart(month), monthStart(month + 1) - 1]
  if (first < span.from || last > span.to) return false
  const ever = desks.filter(({ code }) => headOf(context, code) !== undefined)
  return (
    ever.length > 0 && ever.filter(({ code }) => isKnown(context, code, first, last)).length >= COMPLETE * ever.length
  )
}

interface Point extends MonthCounts {
  month: number
  complete: boolean
}

/**
 * The chart of numerator ÷ denominator. `p`: the numerator is part of the denominator; signals come from Laney's limits,
 * which allow for a spread beyond chance and, as in the overview's trend, are never narrower than chance. `u`: counts per
 * unit of exposure.
 */
export function monthChart(
  context: QueryContext,
  kind: 'p' | 'u',
  filter: Pick<Filter, 'from' | 'to'>,
  desks: readonly UnitNode[],
  countsOf: (month: number) => MonthCounts,
): ChannelChart {
  const span = monthsHeld(context, filter)
  const points = span.months.map((month): Point => ({ month, ...countsOf(month), complete: isComplete(context, desks, month, span) })) // prettier-ignore
  const judged = points.filter(({ complete, denominator }) => complete && denominator > 0)
  const base = judged.slice(0, LEAST_POINTS)
  const shown = points.slice(-WINDOW)
  const unjudged = (flat: number | null): ChannelChart => ({
    kind: 'run',
    points: shown.map((point) => drawn(point, null, null, null)),
    flat,
    centre: null,
    sigma_z: null,
    signals: [],
  })
  if (base.length < LEAST_POINTS) return unjudged(null)
  const k = base.map(({ numerator }) => numerator)
  const n = base.map(({ denominator }) => denominator)
  const share = kind === 'p' ? proportionBaseline(k, n) : null
  const centre = share ? share.mean : rateBaseline(k, n)
  const plain = ({ denominator }: Point) =>
    share ? proportionLimits(centre, denominator) : rateLimits(centre, denominator)
  if (!hasWidth(plain(base[0] as Point))) return unjudged(centre)
  const laney = ({ denominator }: Point) =>
    share ? proportionLimits(centre, denominator, Math.max(1, share.sigmaZ)) : null
  const runs = signals(judged.map(({ numerator, denominator }) => numerator / denominator), judged.map((point) => laney(point) ?? plain(point))) // prettier-ignore
  const inWindow = runs.filter(({ to }) => (judged[to] as Point).month >= (shown[0] as Point).month)
  const monthAt = (at: number) => monthText((judged[at] as Point).month)
  return {
    kind,
    points: shown.map((point) => {
      const limits = point.denominator > 0
      return drawn(
        point,
        limits ? plain(point) : null,
        limits ? laney(point) : null,
        signalAt(runs, judged.indexOf(point)),
      )
    }),
    flat: null,
    centre,
    sigma_z: share ? share.sigmaZ : null,
    signals: inWindow.map(({ kind: what, from, to, direction }) => ({ kind: what, from: monthAt(from), to: monthAt(to), direction })), // prettier-ignore
  }
}

/** The strongest signal of a point: outside before runs. */
const STRENGTH = ['outside', 'shift', 'trend', 'two_of_three'] as const
const signalAt = (runs: readonly Run[], at: number) =>
  STRENGTH.find((kind) => at >= 0 && runs.some((run) => run.kind === kind && run.from <= at && at <= run.to)) ?? null

const drawn = (
  { month, numerator, denominator, complete }: Point,
  plain: Limits | null,
  laney: Limits | null,
  signal: ChannelChart['points'][number]['signal'],
): ChannelChart['points'][number] => ({
  month: monthText(month),
  numerator,
  denominator,
  value: denominator > 0 ? numerator / denominator : null,
  lower: plain?.lower ?? null,
  upper: plain?.upper ?? null,
  laney_lower: laney?.lower ?? null,
  laney_upper: laney?.upper ?? null,
  signal,
  complete,
})
