/**
 * When each case is late, as the figures ask for it: at its unit's as_of, and at the begin of any day in its unit's zone,
 * which is where periods end. The exact moments are a pass over all cases and not kept.
 */
import { DAY, OPEN_END, dayAt } from '../../../shared/domain/time'
import type { QueryContext } from './context'
import { overdueSpans, type Gaps, type OverdueSpans } from './due'
import { stateAtAsOf } from './stateAtAsOf'

export interface Overdue {
  /** see `stateAtAsOf` */
  readonly states: Uint8Array
  /** first begin of a day at which a case is late, as `dayPlace`, and how many days on it last is; NEVER: at no day's begin */
  readonly first: Uint16Array
  readonly days: Uint16Array
  readonly gaps: Gaps
}

/** Columns reach 24,856 days back from 2000 and as many on. */
const REACH = 25_000
export const NEVER = 0xffff
/** Days since 2000 as a number that two bytes hold. */
export const dayPlace = (day: number): number => day + REACH

export const overdue = (context: QueryContext): Overdue =>
  context.once('overdue', () => {
    const spans = overdueSpans(context)
    return { states: stateAtAsOf(context, spans), ...daysOf(context, spans), gaps: spans.gaps }
  })

function daysOf({ index, zones }: QueryContext, { from, to }: OverdueSpans): Pick<Overdue, 'first' | 'days'> {
  const first = new Uint16Array(from.length).fill(NEVER)
  const days = new Uint16Array(from.length)
  for (let unit = 0; unit < index.units.length; unit++) {
    const zone = zones[unit] as number
    for (let row = index.unitStart[unit] as number; row < (index.unitStart[unit + 1] as number); row++) {
      const begin = from[row] as number
      if (begin === OPEN_END) continue
      const firstDay = dayAt(begin + DAY - 1, zone)
      const lastDay = dayAt(to[row] as number, zone)
      if (lastDay < firstDay) continue
      first[row] = dayPlace(firstDay)
      days[row] = lastDay - firstDay
    }
  }
  return { first, days }
}
