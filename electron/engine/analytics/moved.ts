/** The stock of a filter: what was closed, is open, is overdue, and what moved, unit by unit. */
import type { Filter } from '../../../shared/domain/filter'
import { ClosingBook } from './closings'
import type { QueryContext } from './context'
import { select } from './selection'
import { eachStock, noStock, type StockCounts } from './stock'

export interface Moved {
  readonly total: StockCounts
  /** cases closed in the period by outcome, and by months since January 2000 */
  readonly outcomes: Int32Array
  readonly months: ReadonlyMap<number, number>
  /** receipts, closings and the two stocks of the units where they do not add up: opening + came − left − open */
  readonly differences: ReadonlyMap<number, number>
}

export const moved = (context: QueryContext, filter: Filter): Moved =>
  context.memo(`moved ${JSON.stringify(filter)}`, () => {
    const closings = new ClosingBook(context)
    const total = noStock()
    const differences = new Map<number, number>()
    eachStock(context, select(context, filter), closings, (unit, counts) => {
      add(total, counts)
      const difference = counts.opening + counts.came - counts.left - counts.open
      if (difference !== 0) differences.set(unit, difference)
    })
    return { total, outcomes: closings.outcomes(), months: closings.months(), differences }
  }, 'medium') // prettier-ignore

function add(total: StockCounts, counts: Readonly<StockCounts>): void {
  total.closed += counts.closed
  total.open += counts.open
  total.over90 += counts.over90
  total.overdue += counts.overdue
  total.opening += counts.opening
  total.came += counts.came
  total.left += counts.left
  total.referredOpen += counts.referredOpen
}
