/** Time to a step for a list of cases: Kaplan–Meier as `durations.curve` does it, from any beginning to any step. */
import type { Estimate } from '../../../../shared/contract/results/common'
import type { DurationCurve } from '../../../../shared/contract/results/region'
import { NONE } from '../../../../shared/domain/time'
import type { TimeColumn } from '../../columns/layout'
import type { QueryContext } from '../context'
import { curveOf } from '../durationsCurve'
import { HOURS_A_DAY, WatchBook, type Durations } from '../watchBook'
import { exactTime } from '../exact'
import { nothing } from '../estimates'

export interface Steps {
  /** moment of the step in seconds since 2000, NONE = not reached */
  reached: (row: number) => number
  /** moment at which waiting began; receipt without it */
  begun?: (row: number) => number
}

/** Those that reach the step, among all that wait; open cases end at their unit's as_of, closed ones at closing. */
export function watchRows(context: QueryContext, rows: Uint32Array, { reached, begun }: Steps): Durations {
  const { index, asOf, coveredFrom } = context
  const watch = new WatchBook()
  for (const row of rows) {
    const reporter = index.reporter[row] as number
    const start = begun ? begun(row) : exactTime(index, 'received_at', row)
    const step = reached(row)
    const closed = exactTime(index, 'closed_at', row)
    const end = step !== NONE ? step : closed !== NONE ? closed : (asOf[reporter] as number)
    watch.add(end - start, step !== NONE, (coveredFrom[reporter] as number) - start)
  }
  return watch.result()
}

/** The moment of a column of times. */
export const timeOf =
  (context: QueryContext, column: TimeColumn) =>
  (row: number): number =>
    exactTime(context.index, column, row)

/** The earlier of two steps. */
export const earlier = (a: (row: number) => number, b: (row: number) => number) => (row: number) => {
  const [first, second] = [a(row), b(row)]
  return first === NONE ? second : second === NONE ? first : Math.min(first, second)
}

export const curveTo = (context: QueryContext, rows: Uint32Array, steps: Steps): DurationCurve =>
  curveOf(watchRows(context, rows, steps))

/**
 * Share that reached the step within `days`, 1 − S(days), with the curve's limits; denominator = watched. Null where the
 * curve ends before that day: nobody was watched so long.
 */
export function reachedWithin({ curve }: Durations, days: number): Estimate {
  const limit = days * HOURS_A_DAY
  let at = -1
  while (at + 1 < curve.steps && curve.timeAt(at + 1) <= limit) at++
  const { longest } = curve
  const isWatched = longest !== null && (longest >= limit || curve.survivalAt(curve.steps - 1) === 0)
  if (!isWatched) return { ...nothing('insufficient'), denominator: curve.n }
  const survival = at < 0 ? 1 : curve.survivalAt(at)
  const { lower, upper } = at < 0 ? { lower: 1, upper: 1 } : curve.limitsAt(at)
  return {
    value: 1 - survival,
    missing: null,
    low: survival <= 0 ? null : 1 - upper,
    high: survival <= 0 ? null : 1 - lower,
    numerator: null,
    denominator: curve.n,
  }
}
