/** `durations.curve`: Kaplan–Meier in days, thinned for drawing where it has too many steps to see. */
import type { QueryParams } from '../../../shared/contract/queries'
import type { DurationCurve } from '../../../shared/contract/results/region'
import type { QueryContext } from './context'
import { HOURS_A_DAY, daysAt, durations, type Durations } from './durations'

/** More points than this cannot be told apart on a screen. */
const MOST_POINTS = 600

export function durationsCurve(context: QueryContext, params: QueryParams<'durations.curve'>): DurationCurve {
  const { stage, ...filter } = params
  return curveOf(durations(context, filter, stage))
}

/** A survival as it is drawn and read. */
export function curveOf(held: Durations): DurationCurve {
  const { curve } = held
  const median = daysAt(held, 0.5)
  return {
    n: curve.n,
    events: curve.events,
    median: median.value,
    lower: median.low,
    upper: median.high,
    q1: daysAt(held, 0.25).value,
    q3: daysAt(held, 0.75).value,
    mean_of_closed: held.meanOfReached,
    left_out_negative: held.negative,
    left_truncated: curve.delayed,
    points: points(curve),
  }
}

/**
 * Points with exact values. When thinned, a point is kept where the curve or the time moved on enough to be seen, and
 * the last; `censored` counts those since the point before.
 */
function points(curve: ReturnType<typeof durations>['curve']): DurationCurve['points'] {
  const { time, survival, lower, upper, atRisk, censored } = curve
  const last = time.length - 1
  const thin = time.length > MOST_POINTS
  const step = {
    time: (time[last] ?? 0) / (MOST_POINTS / 2),
    survival: (1 - (survival[last] ?? 0)) / (MOST_POINTS / 2),
  }
  const kept: DurationCurve['points'] = []
  let [before, gone] = [{ time: -Infinity, survival: 2, upper: 1 }, 0]
  for (let i = 0; i <= last; i++) {
    const [t, s] = [time[i] as number, survival[i] as number]
    gone += censored[i] as number
    if (thin && i < last && t - before.time < step.time && before.survival - s < step.survival) continue
    // At S = 0 Greenwood's variance is undefined: the band keeps its last upper limit.
    const high = s <= 0 ? before.upper : (upper[i] as number)
    kept.push({ t: t / HOURS_A_DAY, survival: s, lower: s <= 0 ? 0 : (lower[i] as number), upper: high, at_risk: atRisk[i] as number, censored: gone }) // prettier-ignore
    before = { time: t, survival: s, upper: high }
    gone = 0
  }
  return kept
}
