/** How complaints end, by time since receipt: each outcome competes with the others. */
import { OVERSIGHT_OUTCOMES, type ChannelOversight } from '../../../../shared/contract/results/channels'
import { HOUR, NONE } from '../../../../shared/domain/time'
import { cumulativeIncidence, type IncidenceCurve } from '../../../../shared/statistics/cumulativeIncidence'
import { CODES } from '../../columns/layout'
import type { QueryContext } from '../context'
import { HOURS_A_DAY } from '../durations'
import { exactTime } from '../exact'

/** More points than this cannot be told apart on a screen. */
const MOST_POINTS = 300
const OTHER = OVERSIGHT_OUTCOMES.length

export function incidence(context: QueryContext, rows: Uint32Array): ChannelOversight['incidence'] {
  const { index, asOf, coveredFrom } = context
  const outcomes = CODES.outcome.map((code) => {
    const at = (OVERSIGHT_OUTCOMES as readonly string[]).indexOf(code)
    return at < 0 ? OTHER : at + 1
  })
  const lives = { exit: [] as number[], outcome: [] as number[], entry: [] as number[] }
  let negative = 0
  for (const row of rows) {
    const reporter = index.reporter[row] as number
    const received = exactTime(index, 'received_at', row)
    const closed = exactTime(index, 'closed_at', row)
    const elapsed = (closed === NONE ? (asOf[reporter] as number) : closed) - received
    if (elapsed < 0) {
      negative++
      continue
    }
    const entered = (coveredFrom[reporter] as number) - received
    lives.exit.push(Math.floor(elapsed / HOUR))
    lives.outcome.push(closed === NONE ? 0 : (outcomes[index.cases.codes.outcome[row] as number] ?? OTHER))
    lives.entry.push(entered > 0 ? Math.floor(entered / HOUR) : -1)
  }
  const curve = cumulativeIncidence({ ...lives, outcomes: OTHER })
  const kept = thinned(curve)
  return {
    n: curve.n,
    outcomes: OVERSIGHT_OUTCOMES.map((outcome, k) => ({ outcome, ...curveOf(curve, k, kept) })),
    left_out_negative: negative,
    left_truncated: curve.delayed,
  }
}

/** Positions to draw: where the time or the share still free of any outcome moved on enough to be seen, and the last. */
function thinned({ time, free }: IncidenceCurve): number[] {
  const last = time.length - 1
  const all = time.map((_, i) => i)
  if (time.length <= MOST_POINTS) return all
  const step = { time: (time[last] as number) / (MOST_POINTS / 2), free: 2 / MOST_POINTS }
  let [t, s] = [-Infinity, 2]
  return all.filter((i) => {
    if (i < last && (time[i] as number) - t < step.time && s - (free[i] as number) < step.free) return false
    ;[t, s] = [time[i] as number, free[i] as number]
    return true
  })
}

function curveOf({ time, atRisk, byOutcome }: IncidenceCurve, k: number, kept: readonly number[]) {
  const one = byOutcome[k] as IncidenceCurve['byOutcome'][number]
  // Without a single event the limits are undefined: the band lies on the curve.
  const limit = (value: number, incidence: number) => (Number.isNaN(value) ? incidence : value)
  return {
    events: one.events,
    points: kept.map((i) => {
      const value = one.incidence[i] as number
      return {
        t: (time[i] as number) / HOURS_A_DAY,
        value,
        lower: limit(one.lower[i] as number, value),
        upper: limit(one.upper[i] as number, value),
        at_risk: atRisk[i] as number,
      }
    }),
  }
}
