/** Cases closed in a period, by month and outcome of their closing. */
import { EMPTY } from '../columns/layout'
import { tally } from '../columns/tally'
import { OUTCOMES, STATE_BITS, caseKeys, type CaseKeys } from './caseKeys'
import { closedBefore, closingOrder, type ClosingOrder } from './closingOrder'
import type { QueryContext } from './context'

/** Counts the cases closed in a period, unit by unit. */
export class ClosingBook {
  readonly #keys: CaseKeys
  readonly #closedAt: Int32Array
  readonly #order: ClosingOrder
  /** by closing key */
  readonly #counts: Int32Array

  constructor(context: QueryContext) {
    this.#keys = caseKeys(context)
    this.#closedAt = context.index.cases.times.closed_at
    this.#order = closingOrder(context)
    this.#counts = new Int32Array(this.#keys.months.length * OUTCOMES)
  }

  /** Whether every closing of a unit lies in a period. */
  areAllIn(unit: number, first: number, after: number): boolean {
    const { starts, at } = this.#order
    const [from, to] = [starts[unit] as number, starts[unit + 1] as number]
    return from === to || ((at[from] as number) >= first && (at[to - 1] as number) < after)
  }

  /** Adds the places `from` … `to - 1` of a unit's list that were closed in a period. @returns how many */
  add(unit: number, rows: Uint32Array | null, from: number, to: number, first: number, after: number): number {
    if (rows !== null) return countSome(this.#keys.keys, this.#closedAt, rows, from, to, first, after, this.#counts)
    const begin = closedBefore(this.#order, unit, first)
    const end = Math.max(begin, closedBefore(this.#order, unit, after))
    tally(this.#order.keys, null, begin, end, this.#counts)
    return end - begin
  }

  /** Adds what was counted by the keys of `caseKeys`. @returns how many of them were closed */
  addCounted(counts: Int32Array): number {
    const before = this.#closed()
    for (let key = 0; key < counts.length; key++) this.#counts[key >>> STATE_BITS]! += counts[key] as number
    return this.#closed() - before
  }

  #closed(): number {
    let count = 0
    for (let key = OUTCOMES; key < this.#counts.length; key++) count += this.#counts[key] as number
    return count
  }

  /** How many of those that were added ended with an outcome. */
  withOutcome(outcome: number): number {
    let count = 0
    for (let key = OUTCOMES + outcome; key < this.#counts.length; key += OUTCOMES) count += this.#counts[key] as number
    return count
  }

  /** Counts by outcome; what is empty or not known stands at EMPTY. */
  outcomes(): Int32Array {
    const outcomes = new Int32Array(EMPTY + 1)
    for (let key = OUTCOMES; key < this.#counts.length; key++) {
      const outcome = key % OUTCOMES
      outcomes[outcome === OUTCOMES - 1 ? EMPTY : outcome]! += this.#counts[key] as number
    }
    return outcomes
  }

  /** Counts by months since January 2000. */
  months(): Map<number, number> {
    const { months } = this.#keys
    const sums = new Map<number, number>()
    for (let key = OUTCOMES; key < this.#counts.length; key++) {
      const count = this.#counts[key] as number
      const month = months[Math.floor(key / OUTCOMES)] as number
      if (count > 0) sums.set(month, (sums.get(month) ?? 0) + count)
    }
    return sums
  }
}

/**
 * Without a branch on the case: who closes when is hard to guess. An empty closing is the least number: as an unsigned
 * distance from the period's begin it is beyond every end.
 */
function countSome(
  keys: CaseKeys['keys'],
  closedAt: Int32Array,
  rows: Uint32Array,
  from: number,
  to: number,
  first: number,
  after: number,
  counts: Int32Array,
): number {
  // prettier-ignore
  const span = after > first ? (after - first) >>> 0 : 0
  let closed = 0
  for (let i = from; i < to; i++) {
    const row = rows[i] as number
    const isInside = +(((closedAt[row] as number) - first) >>> 0 < span)
    counts[(keys[row] as number) >>> STATE_BITS]! += isInside
    closed += isInside
  }
  return closed
}
