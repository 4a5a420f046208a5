/** The cases received in a period, counted by the numbers they have: small tables from which every widget about them is derived. */
import type { Filter } from '../../../shared/domain/filter'
import { RunTally, runsOf, tally, type Runs } from '../columns/tally'
import { CELLS, cellsOf } from './cells'
import { receiptMonths } from './caseMonths'
import type { QueryContext } from './context'
import { FACTS, factsOf } from './facts'
import { eachReceived, select } from './selection'

export interface Received {
  readonly total: number
  /** counts by cell, by facts, and by place in the list of months */
  readonly cells: Int32Array
  readonly facts: Int32Array
  readonly months: Int32Array
}

export const received = (context: QueryContext, filter: Filter): Received =>
  context.memo(`received cases ${JSON.stringify(filter)}`, () => {
    const [cells, facts, { places, months }] = [cellsOf(context), factsOf(context), receiptMonths(context)]
    const selection = select(context, filter)
    const { rows } = selection
    const counts = {
      cells: new Int32Array(CELLS),
      facts: new Int32Array(1 << FACTS.length),
      months: new Int32Array(months.length),
    }
    const runs = rows === null ? new RunTally(monthRuns(context)) : null
    let total = 0
    eachReceived(selection, (from, to) => {
      total += to - from
      tally(cells, rows, from, to, counts.cells)
      tally(facts, rows, from, to, counts.facts)
      if (runs) runs.add(from, to, counts.months)
      else tally(places, rows, from, to, counts.months)
    })
    return { total, ...counts }
  }, 'medium') // prettier-ignore

/** Cases stand in the order of receipt inside each unit, so that a month is one run of rows there. */
export const monthRuns = (context: QueryContext): Runs =>
  context.once('month runs', () => runsOf(receiptMonths(context).places))
