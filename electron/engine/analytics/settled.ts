/**
 * Units whose stock is settled at the end of a period: all their receipts and closings lie in it, and before the as_of of
 * the one unit that reports them. One look at the key of such a case tells everything, and what came is what left and
 * what is open.
 */
import { tally } from '../columns/tally'
import { OUTCOMES, caseKeys, type CaseKeys } from './caseKeys'
import { ClosingBook } from './closings'
import type { QueryContext } from './context'
import { receipts } from './receipts'
import { Pieces } from './selection'
import { STATES } from './stateAtAsOf'
import { addStates, type StockCounts } from './stockCounts'

export class SettledBook {
  readonly #keys: CaseKeys['keys']
  readonly #counts: Int32Array
  readonly #receipts: ReturnType<typeof receipts>
  readonly #pieces: Pieces
  #cases = 0

  constructor(
    context: QueryContext,
    rows: Uint32Array | null,
    private readonly closings: ClosingBook,
  ) {
    const { keys, months } = caseKeys(context)
    this.#keys = keys
    this.#counts = new Int32Array(months.length * OUTCOMES * STATES)
    this.#receipts = receipts(context)
    this.#pieces = new Pieces((from, to) => tally(this.#keys, rows, from, to, this.#counts))
  }

  /** Whether a unit is settled in the period `first` … `after - 1` when nothing is known of it from `seen` on. */
  has(unit: number, first: number, after: number, seen: number): boolean {
    return (
      after >= seen &&
      (this.#receipts.first[unit] as number) >= first &&
      (this.#receipts.last[unit] as number) < seen &&
      this.closings.areAllIn(unit, first, seen)
    )
  }

  /** Adds places of a unit that is settled. Units come in rising order. */
  add(from: number, to: number): void {
    this.#cases += to - from
    this.#pieces.add(from, to)
  }

  /** Adds what all of them are to a total, and their closings to the book. */
  end(total: StockCounts): void {
    this.#pieces.end()
    if (this.#cases === 0) return
    const closed = this.closings.addCounted(this.#counts)
    total.closed += closed
    total.came += this.#cases
    total.left += closed
    const byState = new Int32Array(STATES)
    for (let key = 0; key < this.#counts.length; key++) byState[key % STATES]! += this.#counts[key] as number
    addStates(byState, total)
  }
}
