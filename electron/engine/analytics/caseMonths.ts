/** The month of a time of every case, in its unit's zone, as a place in the list of months that occur. */
import { DAY, FAR_FUTURE, FAR_PAST, NONE, dayAt, monthOf } from '../../../shared/domain/time'
import { REACH, monthTable } from '../columns/months'
import type { Keys } from '../columns/tally'
import type { QueryContext } from './context'
import { exactTime } from './exact'

export interface CaseMonths {
  /** one a case; 0 = no time */
  readonly places: Keys
  /** place → months since January 2000; the first stands for none */
  readonly months: readonly number[]
}

/** Months that a table of places holds, around January 2000. */
const SPAN = 850

/** Months of receipt. */
export const receiptMonths = (context: QueryContext): CaseMonths =>
  context.once('months of receipt', () => caseMonths(context, 'received_at'))

/** Not kept: a pass over all cases. */
export function caseMonths({ index, zones }: QueryContext, column: 'received_at' | 'closed_at'): CaseMonths {
  const times = index.cases.times[column]
  const places = new Uint32Array(times.length)
  const months = [NaN]
  const near = new Uint16Array(2 * SPAN)
  const far = new Map<number, number>()
  const add = (month: number) => months.push(month) - 1
  const farPlace = (row: number, zone: number) => {
    const month = monthOf(dayAt(exactTime(index, column, row), zone))
    const held = far.get(month) ?? add(month)
    far.set(month, held)
    return held
  }
  const table = monthTable()
  for (let unit = 0; unit < index.units.length; unit++) {
    const zone = zones[unit] as number
    const end = index.unitStart[unit + 1] as number
    for (let row = index.unitStart[unit] as number; row < end; row++) {
      const moment = times[row] as number
      if (moment === NONE) continue
      if (moment <= FAR_PAST || moment >= FAR_FUTURE) {
        places[row] = farPlace(row, zone)
        continue
      }
      const slot = (table[((moment + zone) / DAY + REACH) | 0] as number) + SPAN
      places[row] = near[slot] || (near[slot] = add(slot - SPAN))
    }
  }
  return { places: narrowed(places, months.length), months }
}

/** Half the bytes, unless times are so wild that their months do not fit. */
export const narrowed = (values: Uint32Array, below: number): Keys =>
  below > 0x10000 ? values : Uint16Array.from(values)

/** Counts by place as counts by months since January 2000. */
export function countsByMonth({ months }: CaseMonths, counts: Int32Array): Map<number, number> {
  const sums = new Map<number, number>()
  counts.forEach((count, place) => {
    const month = months[place] as number
    if (count > 0 && place > 0) sums.set(month, (sums.get(month) ?? 0) + count)
  })
  return sums
}
