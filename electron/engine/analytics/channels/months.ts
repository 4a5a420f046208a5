/** Cases by month of receipt, in each unit's zone. */
import { dayAt } from '../../../../shared/domain/time'
import { monthTable, REACH } from '../../columns/months'
import type { QueryContext } from '../context'

/** Visits rising rows with their month of receipt (months since January 2000) and the unit that handles them. */
export function eachMonth(
  context: QueryContext,
  rows: Uint32Array,
  visit: (month: number, row: number, unit: number) => void,
): void {
  const { unitStart, cases } = context.index
  const months = monthTable()
  const received = cases.times.received_at
  let unit = 0
  for (const row of rows) {
    while ((unitStart[unit + 1] as number) <= row) unit++
    visit(months[dayAt(received[row] as number, context.zones[unit] as number) + REACH] as number, row, unit)
  }
}

/** Counts by month of the rows that belong to the whole, and of those that belong to the part. */
export function shareByMonth(
  context: QueryContext,
  rows: Uint32Array,
  isWhole: (row: number) => boolean,
  isPart: (row: number) => boolean,
): (month: number) => { numerator: number; denominator: number } {
  const counts = new Map<number, { numerator: number; denominator: number }>()
  eachMonth(context, rows, (month, row) => {
    if (!isWhole(row)) return
    const held = counts.get(month) ?? { numerator: 0, denominator: 0 }
    held.denominator++
    if (isPart(row)) held.numerator++
    counts.set(month, held)
  })
  return (month) => counts.get(month) ?? { numerator: 0, denominator: 0 }
}
