/** One pass over the cases received in a period: small tables from which every widget about them is derived. */
import type { Filter } from '../../../shared/domain/filter'
import { CELLS, cellsOf } from './cells'
import { caseMonths } from './caseMonths'
import type { QueryContext } from './context'
import { FACTS, factsOf } from './facts'
import { eachUnit, select } from './selection'

export interface Received {
  readonly total: number
  /** counts by cell, by facts, and by place in the list of months */
  readonly cells: Int32Array
  readonly facts: Int32Array
  readonly months: Int32Array
}

export const received = (context: QueryContext, filter: Filter): Received =>
  context.memo(`received cases ${JSON.stringify(filter)}`, () => {
    const [cells, facts, { places, months }] = [cellsOf(context), factsOf(context), caseMonths(context, 'received_at')]
    const selection = select(context, filter)
    const counts = {
      cells: new Int32Array(CELLS),
      facts: new Int32Array(1 << FACTS.length),
      months: new Int32Array(months.length),
    }
    let total = 0
    eachUnit(selection, (_, __, ___, a, b) => {
      total += b - a
      count(selection.rows, a, b, cells, facts, places, counts)
    })
    return { total, ...counts }
  }, 'medium') // prettier-ignore

function count(
  rows: Uint32Array | null,
  a: number,
  b: number,
  cells: Uint16Array,
  facts: Uint16Array,
  months: Uint16Array | Uint32Array,
  into: Omit<Received, 'total'>,
): void {
  const { cells: byCell, facts: byFact, months: byMonth } = into
  for (let i = a; i < b; i++) {
    const row = rows === null ? i : (rows[i] as number)
    byCell[cells[row] as number]! += 1
    byFact[facts[row] as number]! += 1
    byMonth[months[row] as number]! += 1
  }
}
