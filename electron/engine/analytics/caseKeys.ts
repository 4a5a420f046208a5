/** What the stock is counted by, as one number a case: month of closing, outcome, and how it stood at its unit's as_of. */
import { CODES } from '../columns/layout'
import type { Keys } from '../columns/tally'
import { caseMonths, narrowed } from './caseMonths'
import type { QueryContext } from './context'
import { overdue } from './overdue'
import { STATES } from './stateAtAsOf'

/** A place for every outcome, and one more for what is empty or not known. */
export const OUTCOMES = CODES.outcome.length + 1
/** The state takes the lowest bits of a key. */
export const STATE_BITS = Math.log2(STATES)

export interface CaseKeys {
  /** closing key × STATES + state; closing key = place in the list of months × OUTCOMES + outcome, below OUTCOMES for a case that is not closed */
  readonly keys: Keys
  /** place in the list → months since January 2000; the first stands for none */
  readonly months: readonly number[]
}

export const caseKeys = (context: QueryContext): CaseKeys =>
  context.once('case keys', () => {
    const { places, months } = caseMonths(context, 'closed_at')
    const { outcome } = context.index.cases.codes
    const { states } = overdue(context)
    const keys = new Uint32Array(places.length)
    for (let row = 0; row < keys.length; row++) {
      const closing = (places[row] as number) * OUTCOMES + Math.min(outcome[row] as number, OUTCOMES - 1)
      keys[row] = closing * STATES + (states[row] as number)
    }
    return { keys: narrowed(keys, months.length * OUTCOMES * STATES), months }
  })
