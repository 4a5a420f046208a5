/**
 * The closings of each unit in the order of time: how many lie before a moment is found by binary search, and those of a
 * period are one piece.
 */
import { NONE } from '../../../shared/domain/time'
import type { Keys } from '../columns/tally'
import { OUTCOMES, STATE_BITS, caseKeys } from './caseKeys'
import { narrowed } from './caseMonths'
import type { QueryContext } from './context'

export interface ClosingOrder {
  /** closings of unit u are places `starts[u]` … `starts[u + 1] - 1`, rising */
  readonly starts: Uint32Array
  readonly at: Int32Array
  /** closing key (see `caseKeys`) */
  readonly keys: Keys
  /** 1 for a unit with a case that was closed before it was received: there no count follows from another */
  readonly isTurned: Uint8Array
}

/** A time and a key in one number that sorts by time. */
const SHIFT = 2 ** 20

export const closingOrder = (context: QueryContext): ClosingOrder =>
  context.once('closing order', () => {
    const { units, unitStart, cases } = context.index
    const { received_at: received, closed_at: closedAt } = cases.times
    const { keys: byCase, months } = caseKeys(context)
    const starts = new Uint32Array(unitStart.length)
    const isTurned = new Uint8Array(units.length)
    const at = new Int32Array(closedAt.length)
    const keys = new Uint32Array(closedAt.length)
    let count = 0
    for (let unit = 0; unit < units.length; unit++) {
      const end = unitStart[unit + 1] as number
      const sorted = new Float64Array(end - (unitStart[unit] as number))
      let closed = 0
      for (let row = unitStart[unit] as number; row < end; row++) {
        const moment = closedAt[row] as number
        if (moment === NONE) continue
        if (moment < (received[row] as number)) isTurned[unit] = 1
        sorted[closed++] = moment * SHIFT + ((byCase[row] as number) >>> STATE_BITS)
      }
      for (const value of sorted.subarray(0, closed).sort()) {
        const moment = Math.floor(value / SHIFT)
        at[count] = moment
        keys[count++] = value - moment * SHIFT
      }
      starts[unit + 1] = count
    }
    return { starts, at: at.slice(0, count), keys: narrowed(keys.slice(0, count), months.length * OUTCOMES), isTurned }
  })

/** How many cases of a unit were closed before a moment, from the beginning of `at`. */
export function closedBefore({ starts, at }: ClosingOrder, unit: number, moment: number): number {
  let low = starts[unit] as number
  let high = starts[unit + 1] as number
  if (low === high || (at[low] as number) >= moment) return low
  if ((at[high - 1] as number) < moment) return high
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((at[middle] as number) < moment) low = middle + 1
    else high = middle
  }
  return low
}
