/**
 * Counts of every unit from one pass over the cases; a unit with all under it is the difference of two running sums,
 * because the index is in tree order.
 */
import type { Filter } from '../../../shared/domain/filter'
import { CODES } from '../columns/layout'
import { cellTable, cellsOf } from './cells'
import { ClosingBook } from './closings'
import type { QueryContext } from './context'
import { FACTS, factsOf } from './facts'
import { moved } from './moved'
import { received } from './received'
import { eachUnit, rangeOf, select, withoutUnit, type Selection, type UnitRange } from './selection'
import { eachStock } from './stock'

const MEASURES = ['received', ...FACTS, 'closed', 'substantiated', 'open', 'over90', 'overdue'] as const
export type Measure = (typeof MEASURES)[number]
type Sums = Record<Measure, Int32Array>
/** Running sums from unit `low` on: the count of units a … b - 1 is `sums[b - low] - sums[a - low]`. */
export interface Measures {
  readonly low: number
  readonly sums: Readonly<Sums>
}
/** Running sums over all units of the index: those of units a … b - 1 are `counts[b] - counts[a]`. */
export type Counts = Int32Array | Uint32Array
/** One measure of one unit, or of the nation. */
export type Count = (name: Measure) => number

export const countOf = ({ sums, low: base }: Measures, name: Measure, { low, high }: UnitRange): number =>
  (sums[name][high - base] as number) - (sums[name][low - base] as number)

/** Counts of every unit under the filter's period and codes, whatever its unit. */
export const measure = (context: QueryContext, asked: Filter): Measures => runningSums(context, withoutUnit(asked))

/** The same where only units inside the filter's own are asked for: the others' cases are not looked at. */
export const measureWithin = (context: QueryContext, asked: Filter): Measures => runningSums(context, asked)

/** The filter's own counts, from the tables that the other widgets are derived from. */
export function counts(context: QueryContext, filter: Filter): Count {
  const held = context.memo(`counts ${JSON.stringify(filter)}`, (): Record<Measure, number> => {
    const { total, facts } = received(context, filter)
    const { total: stock, outcomes } = moved(context, filter)
    return {
      ...bitsOf(facts), received: total, closed: stock.closed, substantiated: outcomes[SUBSTANTIATED] as number,
      open: stock.open, over90: stock.over90, overdue: stock.overdue,
    } // prettier-ignore
  })
  return (name) => held[name]
}

/** How many cases have each bit of their facts. */
function bitsOf(facts: Int32Array): Record<(typeof FACTS)[number], number> {
  const bits = FACTS.map(() => 0)
  facts.forEach((count, fact) => {
    if (count > 0) for (let bit = 0; bit < bits.length; bit++) if (((fact >>> bit) & 1) === 1) bits[bit]! += count
  })
  return Object.fromEntries(FACTS.map((name, bit) => [name, bits[bit]])) as Record<(typeof FACTS)[number], number>
}

/** The same of any unit that `measures` counts. */
export const countsWithin = (context: QueryContext, measures: Measures, unit: string | undefined): Count => {
  const range = rangeOf(context, unit)
  return (name) => countOf(measures, name, range)
}

const SUBSTANTIATED = CODES.outcome.indexOf('substantiated')

function runningSums(context: QueryContext, filter: Filter): Measures {
  return context.memo(`measures ${JSON.stringify(filter)}`, () => {
    const selection = select(context, filter)
    const { low, high } = selection
    const sums = Object.fromEntries(MEASURES.map((name) => [name, new Int32Array(high - low + 1)])) as unknown as Sums
    countReceived(context, selection, sums)
    countStock(context, selection, sums)
    for (const name of MEASURES) addUp(sums[name])
    return { low, sums }
  }, 'medium') // prettier-ignore
}

function addUp(sums: Int32Array): void {
  for (let i = 1; i < sums.length; i++) sums[i]! += sums[i - 1] as number
}

/** Counts of the cases received in the period: each bit of a case's facts is one count. */
function countReceived(context: QueryContext, selection: Selection, sums: Sums): void {
  const facts = factsOf(context)
  const { rows, low } = selection
  const arrays = FACTS.map((name) => sums[name])
  eachUnit(selection, (unit, _, __, a, b) => {
    let [f0, f1, f2, f3, f4, f5, f6, f7, f8, f9] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    for (let i = a; i < b; i++) {
      const fact = facts[rows === null ? i : (rows[i] as number)] as number
      f0 += fact & 1
      f1 += (fact >>> 1) & 1
      f2 += (fact >>> 2) & 1
      f3 += (fact >>> 3) & 1
      f4 += (fact >>> 4) & 1
      f5 += (fact >>> 5) & 1
      f6 += (fact >>> 6) & 1
      f7 += (fact >>> 7) & 1
      f8 += (fact >>> 8) & 1
      f9 += (fact >>> 9) & 1
    }
    sums.received[unit - low + 1] = b - a
    const bits = [f0, f1, f2, f3, f4, f5, f6, f7, f8, f9]
    arrays.forEach((array, bit) => (array[unit - low + 1] = bits[bit] as number))
  })
}

/** Counts of the cases closed in the period, and of those open or overdue at its end or at the unit's as_of. */
function countStock(context: QueryContext, selection: Selection, sums: Sums): void {
  const closings = new ClosingBook(context)
  let upheld = 0
  eachStock(context, selection, closings, (unit, { closed, open, over90, overdue }) => {
    const at = unit - selection.low + 1
    const before = upheld
    upheld = closings.withOutcome(SUBSTANTIATED)
    sums.closed[at] = closed
    sums.open[at] = open
    sums.over90[at] = over90
    sums.overdue[at] = overdue
    sums.substantiated[at] = upheld - before
  })
}

/** Running sums over all units of the cases received in the period, and nothing else. */
export function receivedSums(context: QueryContext, filter: Filter): Counts {
  const isSeldom = filter.addressees !== undefined || filter.programmes !== undefined
  return filter.unit === undefined || isSeldom
    ? sumsOf(select(context, withoutUnit(filter)))
    : passingSums(context, filter)
}

function sumsOf(selection: Selection): Counts {
  const { starts, firsts, afters } = selection
  // Where a list is asked for whole, where its units begin is their running sum.
  if (firsts === null && afters === null) return starts
  const sums = new Int32Array(starts.length)
  eachUnit(selection, (unit, _, __, a, b) => (sums[unit + 1] = b - a))
  addUp(sums)
  return sums
}

/** The same without a list of the whole nation's cases: who asks about one unit needs the others for nothing else. */
function passingSums(context: QueryContext, filter: Filter): Counts {
  const { channels: _, subjects: __, categories: ___, statuses: ____, ...free } = withoutUnit(filter)
  const selection = select(context, free)
  const table = cellTable(filter)
  if (table === null) return sumsOf(selection)
  const cells = cellsOf(context)
  const sums = new Int32Array(selection.starts.length)
  eachUnit(selection, (unit, _, __, a, b) => (sums[unit + 1] = passing(cells, table, a, b)))
  addUp(sums)
  return sums
}

function passing(cells: Uint16Array, table: Uint8Array, from: number, to: number): number {
  let [even, odd] = [0, 0]
  let row = from
  for (; row + 1 < to; row += 2) {
    even += table[cells[row] as number] as number
    odd += table[cells[row + 1] as number] as number
  }
  if (row < to) even += table[cells[row] as number] as number
  return even + odd
}
