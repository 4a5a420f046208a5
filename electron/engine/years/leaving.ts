/**
 * Which cases leave the active columns when the years before a day are archived: those that no figure of a period from
 * that day on can count. Received and closed before it, every time of theirs before it, no movement on or after it, late
 * for no regulation any more, known to be so by what their unit handed over.
 */
import { cut, dayStart, NONE } from '../../../shared/domain/time'
import type { QueryContext } from '../analytics/context'
import { regulations } from '../analytics/due'
import { REOPENED, TIME_COLUMNS } from '../columns/layout'

/** Days before the cut whose sessions stay: a session may count for a Friday of the year after it (channels/fridays). */
export const SESSION_REACH = 52 * 7

/** 1 for each row of the context's index that leaves. `day`: the first day that stays, days since 2000, in each unit's zone. */
export function leavingRows(context: QueryContext, day: number): Uint8Array {
  const { cases, flow, links, sessions } = context.index
  const { closed_at: closed } = cases.times
  const limits = limitsOf(context, day)
  const leaves = new Uint8Array(cases.rows)
  for (let row = 0; row < leaves.length; row++) if (closed[row] !== NONE) leaves[row] = 1
  for (const name of TIME_COLUMNS) {
    const times = cases.times[name]
    for (let row = 0; row < leaves.length; row++) if ((times[row] as number) >= (limits[row] as number)) leaves[row] = 0
  }
  for (const { due, to } of regulations(context)) {
    const done = cases.times[to]
    // What is due and never done stays late for ever, closed or not.
    for (let row = 0; row < leaves.length; row++) if (due[row] !== NONE && done[row] === NONE) leaves[row] = 0
  }
  flow.row.forEach((row, i) => {
    const at = flow.at[i] as number
    const isOpenAgain = flow.kind[i] === REOPENED && at > (closed[row] as number)
    if (at >= (limits[row] as number) || isOpenAgain) leaves[row] = 0
  })
  links.sessionRow.forEach((row, i) => {
    if ((sessions.day[links.session[i] as number] as number) >= day - SESSION_REACH) leaves[row] = 0
  })
  return leaves
}

/** For each row, the first moment that it must not reach: the day's begin, or what follows its unit's as_of when that is earlier. */
function limitsOf({ index, zones, asOf }: QueryContext, day: number): Int32Array {
  const limits = new Int32Array(index.cases.rows)
  for (let unit = 0; unit < index.units.length; unit++) {
    const begin = cut(dayStart(day, zones[unit] as number))
    for (let row = index.unitStart[unit] as number; row < (index.unitStart[unit + 1] as number); row++) {
      limits[row] = Math.min(begin, (asOf[index.reporter[row] as number] as number) + 1)
    }
  }
  return limits
}
