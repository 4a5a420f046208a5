/**
 * Time to a stage: who was watched, from when, until when. Hours elapsed, rounded down; open cases end at their unit's
 * as_of, cases closed without the stage at their closing.
 */
import type { DURATION_STAGES } from '../../../shared/contract/queries'
import type { Estimate } from '../../../shared/contract/results/common'
import type { Filter } from '../../../shared/domain/filter'
import { HOUR, NONE } from '../../../shared/domain/time'
import { kaplanMeier, quantile, type SurvivalCurve } from '../../../shared/statistics/kaplanMeier'
import type { TimeColumn } from '../columns/layout'
import type { QueryContext } from './context'
import { exactTime } from './exact'
import { eachUnit, select, type Selection } from './selection'

export type Stage = (typeof DURATION_STAGES)[number]
const STAGE_COLUMN: Readonly<Record<Stage, TimeColumn>> = {
  first_response: 'first_response_at',
  progress: 'progress_at',
  publication: 'published_at',
  close: 'closed_at',
}
export const HOURS_A_DAY = 24

export interface Durations {
  curve: SurvivalCurve
  /** cases whose stage lies before their receipt */
  negative: number
  /** mean of those that reached the stage, in days; null without any. Biased: it ignores who still waits. */
  meanOfReached: number | null
}

/** Survival of the cases received in the filter's period, in whole hours. */
export const durations = (context: QueryContext, filter: Filter, stage: Stage): Durations =>
  context.memo(
    `durations ${stage} ${JSON.stringify(filter)}`,
    () => watch(context, select(context, filter), stage),
    'large',
  )

function watch(context: QueryContext, selection: Selection, stage: Stage): Durations {
  const { index, asOf, coveredFrom } = context
  const column = STAGE_COLUMN[stage]
  let room = 0
  eachUnit(context, selection, (_, __, ___, a, b) => (room += b - a))
  const exit = new Int32Array(room)
  const event = new Uint8Array(room)
  const entry = new Int32Array(room)
  let [kept, negative, hours, reached] = [0, 0, 0, 0]
  eachUnit(context, selection, (_, __, ___, a, b) => {
    for (let row = a; row < b; row++) {
      if (selection.mask !== null && selection.mask[row] === 0) continue
      const reporter = index.reporter[row] as number
      const began = exactTime(index, 'received_at', row)
      const stageAt = exactTime(index, column, row)
      const closed = stageAt === NONE ? exactTime(index, 'closed_at', row) : NONE
      const ended = stageAt !== NONE ? stageAt : closed !== NONE ? closed : (asOf[reporter] as number)
      if (ended < began) {
        negative++
        continue
      }
      const elapsed = Math.floor((ended - began) / HOUR)
      const covered = coveredFrom[reporter] as number
      exit[kept] = elapsed
      event[kept] = stageAt === NONE ? 0 : 1
      entry[kept++] = began < covered ? Math.floor((covered - began) / HOUR) : -1
      if (stageAt !== NONE) {
        hours += elapsed
        reached++
      }
    }
  })
  const curve = kaplanMeier({
    exit: exit.subarray(0, kept),
    event: event.subarray(0, kept),
    entry: entry.subarray(0, kept),
  })
  return { curve, negative, meanOfReached: reached === 0 ? null : hours / reached / HOURS_A_DAY }
}

const inDays = (hours: number | null) => (hours === null ? null : hours / HOURS_A_DAY)

/** The p-quantile of a duration in days with its 95 % limits; null where the curve never gets there. */
export function daysAt(
  { curve }: Durations,
  p: number,
): { value: number | null; low: number | null; high: number | null } {
  // prettier-ignore
  const { value, low, high } = quantile(curve, p)
  return { value: inDays(value), low: inDays(low), high: inDays(high) }
}

/** The median in days as a figure: numerator = how many reached the stage, denominator = how many were watched. */
export function medianEstimate(held: Durations): Estimate {
  const { n, events } = held.curve
  return { ...daysAt(held, 0.5), missing: daysAt(held, 0.5).value === null ? 'insufficient' : null, numerator: events, denominator: n } // prettier-ignore
}
