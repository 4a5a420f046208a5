/** The stock of a filter: what was closed, is open, is overdue, and what moved, unit by unit. */
import type { Filter } from '../../../shared/domain/filter'
import { ClosingBook } from './closings'
import type { QueryContext } from './context'
import { select } from './selection'
import { SettledBook } from './settled'
import { eachStock } from './stock'
import { addStock, noStock, type StockCounts } from './stockCounts'

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
    const selection = select(context, filter)
    const closings = new ClosingBook(context)
    const settled = new SettledBook(context, selection.rows, closings)
    const total = noStock()
    const differences = new Map<number, number>()
    const add = (unit: number, counts: Readonly<StockCounts>) => {
      addStock(total, counts)
      const difference = counts.opening + counts.came - counts.left - counts.open
      if (difference !== 0) differences.set(unit, difference)
    }
    eachStock(context, selection, closings, add, settled)
    settled.end(total)
    return { total, outcomes: closings.outcomes(), months: closings.months(), differences }
  }, 'medium') // prettier-ignore
