/** Months of days, by table: the passes over a million cases cannot afford a calendar. */
import { monthOf, monthStart } from '../../../shared/domain/time'

/** Days since 2000 that a column of times can reach, on either side. */
export const REACH = 24_900
let table: Int16Array | null = null

function build(): Int16Array {
  const months = new Int16Array(2 * REACH + 1)
  let month = monthOf(-REACH)
  let next = monthStart(month + 1)
  for (let day = -REACH; day <= REACH; day++) {
    if (day === next) next = monthStart(++month + 1)
    months[day + REACH] = month
  }
  return months
}

/** Months since January 2000 at position day + REACH. */
export const monthTable = (): Int16Array => (table ??= build())
