/** Month and outcome of every closing as one number a case, and their tables for the closings of a period. */
import { FAR_FUTURE, FAR_PAST, NONE } from '../../../shared/domain/time'
import { CODES, EMPTY } from '../columns/layout'
import { caseMonths, narrowed } from './caseMonths'
import type { QueryContext } from './context'

/** A place for every outcome, and one more for what is empty or not known. */
const OUTCOMES = CODES.outcome.length + 1

interface ClosingKeys {
  /** place in the list of months × OUTCOMES + outcome; below OUTCOMES for a case that is not closed */
  readonly keys: Uint16Array | Uint32Array
  readonly size: number
}

const closingKeys = (context: QueryContext): ClosingKeys =>
  context.once('closing keys', () => {
    const { places, months } = caseMonths(context, 'closed_at')
    const { outcome } = context.index.cases.codes
    const keys = Uint32Array.from(places, (place, row) => place * OUTCOMES + Math.min(outcome[row] as number, OUTCOMES - 1)) // prettier-ignore
    return { keys: narrowed(keys, months.length * OUTCOMES), size: months.length * OUTCOMES }
  })

/** First and last closing of each unit; none of a unit without any lies in a period. */
const closingSpans = (context: QueryContext): Record<'first' | 'last', Int32Array> =>
  context.once('closing spans', () => {
    const { units, unitStart, cases } = context.index
    const closedAt = cases.times.closed_at
    const first = new Int32Array(units.length).fill(FAR_FUTURE)
    const last = new Int32Array(units.length).fill(FAR_PAST)
    for (let unit = 0; unit < units.length; unit++) {
      let [least, most] = [FAR_FUTURE, FAR_PAST]
      for (let row = unitStart[unit] as number; row < (unitStart[unit + 1] as number); row++) {
        const closed = closedAt[row] as number
        if (closed === NONE) continue
        if (closed < least) least = closed
        if (closed > most) most = closed
      }
      first[unit] = least
      last[unit] = most
    }
    return { first, last }
  })

/** Counts the cases closed in a period, unit by unit. */
export class ClosingBook {
  readonly #context: QueryContext
  readonly #keys: ClosingKeys['keys']
  readonly #closedAt: Int32Array
  readonly #spans: ReturnType<typeof closingSpans>
  readonly #counts: Int32Array

  constructor(context: QueryContext) {
    const { keys, size } = closingKeys(context)
    this.#context = context
    this.#keys = keys
    this.#closedAt = context.index.cases.times.closed_at
    this.#spans = closingSpans(context)
    this.#counts = new Int32Array(size)
  }

  /** The last closing of a unit; FAR_PAST without any. */
  last(unit: number): number {
    return this.#spans.last[unit] as number
  }

  /** Adds the places `from` … `to - 1` of a unit that were closed in a period. @returns how many */
  add(unit: number, rows: Uint32Array | null, from: number, to: number, first: number, after: number): number {
    if ((this.#spans.first[unit] as number) < first || this.last(unit) >= after) {
      return countSome(this.#keys, this.#closedAt, rows, from, to, first, after, this.#counts)
    }
    const before = this.#notClosed()
    countAll(this.#keys, rows, from, to, this.#counts)
    return to - from - (this.#notClosed() - before)
  }

  #notClosed(): number {
    let count = 0
    for (let key = 0; key < OUTCOMES; key++) count += this.#counts[key] as number
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
    const { months } = caseMonths(this.#context, 'closed_at')
    const sums = new Map<number, number>()
    for (let key = OUTCOMES; key < this.#counts.length; key++) {
      const count = this.#counts[key] as number
      const month = months[Math.floor(key / OUTCOMES)] as number
      if (count > 0) sums.set(month, (sums.get(month) ?? 0) + count)
    }
    return sums
  }
}

function countAll(
  keys: ClosingKeys['keys'],
  rows: Uint32Array | null,
  from: number,
  to: number,
  counts: Int32Array,
): void {
  // prettier-ignore
  for (let i = from; i < to; i++) counts[keys[rows === null ? i : (rows[i] as number)] as number]! += 1
}

/** An empty closing is the least number: as an unsigned distance from the period's begin it is beyond every end. */
function countSome(
  keys: ClosingKeys['keys'],
  closedAt: Int32Array,
  rows: Uint32Array | null,
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
    const row = rows === null ? i : (rows[i] as number)
    if (((closedAt[row] as number) - first) >>> 0 >= span) continue
    counts[keys[row] as number]! += 1
    closed++
  }
  return closed
}
