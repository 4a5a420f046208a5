/** Whole hours from receipt to a stage, or to the end of watching, as one number a case: worked out once, counted often. */
import type { DURATION_STAGES } from '../../../shared/contract/queryCodes'
import { FAR_FUTURE, FAR_PAST, HOUR, NONE } from '../../../shared/domain/time'
import type { TimeColumn } from '../columns/layout'
import type { QueryContext } from './context'
import { exactTime } from './exact'

export type Stage = (typeof DURATION_STAGES)[number]
const STAGE_COLUMN: Readonly<Record<Stage, TimeColumn>> = {
  first_response: 'first_response_at',
  progress: 'progress_at',
  publication: 'published_at',
  close: 'closed_at',
}

/** Seven years in hours fit; what is longer, or negative, is worked out case by case. */
export const BEYOND = 0xffff
export const MOST_HOURS = 0x7ffe

/** 2 × hours for a case that reached the stage, one more for one that was only watched; BEYOND: see `secondsWatched`. */
export function stageHours(context: QueryContext, stage: Stage): Uint16Array {
  return context.once(`hours ${stage}`, () => {
    const { index, asOf } = context
    const { times } = index.cases
    const [begun, reached, closed] = [times.received_at, times[STAGE_COLUMN[stage]], times.closed_at]
    return hoursOf(begun, reached, closed, index.reporter, asOf)
  })
}

function hoursOf(
  begunAt: Int32Array,
  reachedAt: Int32Array,
  closedAt: Int32Array,
  reporter: Uint16Array,
  asOf: Int32Array,
): Uint16Array {
  // prettier-ignore
  const keys = new Uint16Array(begunAt.length)
  for (let row = 0; row < keys.length; row++) {
    const begun = begunAt[row] as number
    const reached = reachedAt[row] as number
    const closed = closedAt[row] as number
    const end = reached !== NONE ? reached : closed !== NONE ? closed : (asOf[reporter[row] as number] as number)
    const hours = Math.floor((end - begun) / HOUR)
    const isNear = begun > FAR_PAST && begun < FAR_FUTURE && end > FAR_PAST && end < FAR_FUTURE
    keys[row] = isNear && hours >= 0 && hours <= MOST_HOURS ? 2 * hours + (reached !== NONE ? 0 : 1) : BEYOND
  }
  return keys
}

/** The greatest of these keys but BEYOND: a table of counts need not be read further. */
export const mostHours = (context: QueryContext, stage: Stage): number =>
  context.once(`most hours ${stage}`, () => {
    let most = 0
    for (const key of stageHours(context, stage)) if (key > most && key !== BEYOND) most = key
    return most
  })

/** Exact seconds from receipt to the stage or the end of watching, and receipt itself, beyond the column's reach too. */
export function secondsWatched(
  context: QueryContext,
  stage: Stage,
  row: number,
): { begun: number; seconds: number; isReached: boolean } {
  // prettier-ignore
  const { index, asOf } = context
  const begun = exactTime(index, 'received_at', row)
  const [reached, closed] = [exactTime(index, STAGE_COLUMN[stage], row), exactTime(index, 'closed_at', row)]
  const end = reached !== NONE ? reached : closed !== NONE ? closed : (asOf[index.reporter[row] as number] as number)
  return { begun, seconds: end - begun, isReached: reached !== NONE }
}
