/** `overview.byMonth`: received by month of receipt, closed by month of closing, in each unit's zone. */
import type { MonthCount } from '../../../shared/contract/results/overview'
import type { Filter } from '../../../shared/domain/filter'
import { monthText } from '../../../shared/domain/time'
import { countsByMonth, receiptMonths } from './caseMonths'
import type { QueryContext } from './context'
import { received } from './received'
import { moved } from './moved'

export interface MonthSums {
  /** by months since January 2000 */
  received: ReadonlyMap<number, number>
  closed: ReadonlyMap<number, number>
}

/** Months from the first to the last in which a case was received, zeros too; beyond them only months with closings. */
export function overviewByMonth(context: QueryContext, filter: Filter): MonthCount[] {
  const sums = monthSums(context, filter)
  const held = [...sums.received.keys()].toSorted((a, b) => a - b)
  const months = new Set(sums.closed.keys())
  for (let month = held[0] ?? 0; month <= (held.at(-1) ?? -1); month++) months.add(month)
  return [...months]
    .toSorted((a, b) => a - b)
    .map((month) => ({ month: monthText(month), received: sums.received.get(month) ?? 0, closed: sums.closed.get(month) ?? 0 })) // prettier-ignore
}

export const monthSums = (context: QueryContext, filter: Filter): MonthSums => ({
  received: countsByMonth(receiptMonths(context), received(context, filter).months),
  closed: moved(context, filter).months,
})
