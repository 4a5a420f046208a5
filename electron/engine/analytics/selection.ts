/** A filter over the index: a range of units, a period, and for code filters the list of cases that pass them. */
import type { Filter } from '../../../shared/domain/filter'
import { cut, dayOf, dayStart, FAR_PAST, OPEN_END } from '../../../shared/domain/time'
import { cellKey, CELLS, cellsOf, cellTable, CODE_KEYS, type CodeFilter } from './cells'
import { clauseMarks } from './clauses'
import type { QueryContext } from './context'
import { placesAround, receipts } from './receipts'

/** Units `low` … `high - 1` of the index. */
export interface UnitRange {
  low: number
  high: number
}
/** Cases by unit, then receipt. */
export interface CaseList {
  /** rows of the index; null: all of them, a place in the list is the row itself */
  readonly rows: Uint32Array | null
  /** places of unit u: `starts[u]` … `starts[u + 1] - 1` */
  readonly starts: Uint32Array
  /** whether a row passes the code filters; null = all do */
  readonly passes: ((row: number) => boolean) | null
}
export interface Selection extends UnitRange, CaseList {
  /** first and last day of the period, days since 2000; null = open end */
  from: number | null
  to: number | null
  /** for each unit from `base` on, its first place received in the period or later, and after it; null = all are */
  base: number
  firsts: Uint32Array | null
  afters: Uint32Array | null
}

/** The same question about the whole nation. */
export function withoutUnit(filter: Filter): Filter {
  const { unit: _, ...rest } = filter
  return rest
}

/** A unit with all under it; the whole index without a unit; empty for a unit that nobody knows. */
export function rangeOf(context: QueryContext, unit: string | undefined): UnitRange {
  if (unit === undefined) return { low: 0, high: context.index.units.length }
  const node = context.registry.unit(unit)
  return node ? { low: node.index, high: node.end } : { low: 0, high: 0 }
}

export function select(context: QueryContext, filter: Filter): Selection {
  // Without a beginning a period begins where the active columns do, so that no count mixes in what of older years is left.
  const begin = filter.from ?? context.archivedBefore ?? null
  const from = begin === null ? null : dayOf(begin)
  const to = filter.to === undefined ? null : dayOf(filter.to)
  const range = rangeOf(context, filter.unit)
  const list = listOf(context, filter, range)
  return {
    ...range,
    ...list,
    from,
    to,
    base: range.low,
    firsts: from === null || beginsAllFrom(context, from) ? null : placesFrom(context, list, filter, range, from),
    afters: to === null || endsAllBefore(context, to + 1) ? null : placesFrom(context, list, filter, range, to + 1),
  }
}

const isFree = (filter: CodeFilter) => CODE_KEYS.every((key) => filter[key] === undefined)
/** What a list of some units is known by. */
const listKey = (filter: CodeFilter, { low, high }: UnitRange) => `${low} ${high} ${cellKey(filter)}`

/** Only the units of `range` have cases in a list made for a code filter. */
function listOf(context: QueryContext, filter: CodeFilter, range: UnitRange): CaseList {
  return isFree(filter)
    ? { rows: null, starts: context.index.unitStart, passes: null }
    : context.memo(`cases ${listKey(filter, range)}`, () => passing(context, filter, range), 'large') // prettier-ignore
}

function passing(context: QueryContext, filter: Filter, { low, high }: UnitRange): CaseList {
  const { unitStart } = context.index
  const table = cellTable(filter) ?? new Uint8Array(CELLS).fill(1)
  const marks = clauseMarks(context, filter)
  const cells = cellsOf(context)
  const written = context.once('scratch', () => new Uint32Array(cells.length + 4))
  const all = writePassing(cells, table, unitStart[low] as number, unitStart[high] as number, written)
  const rows = written.slice(0, marks === null ? all : keepMarked(written, marks, all))
  const passes = (row: number) => table[cells[row] as number] === 1 && (marks === null || marks[row] === 1)
  return { rows, starts: placesOf(rows, unitStart), passes }
}

/** Without a branch: every row is written down, and the next one over it unless it passes. @returns how many pass */
function writePassing(cells: Uint16Array, table: Uint8Array, from: number, to: number, into: Uint32Array): number {
  let count = 0
  let row = from
  for (; row + 3 < to; row += 4) {
    const a = table[cells[row] as number] as number
    const b = table[cells[row + 1] as number] as number
    const c = table[cells[row + 2] as number] as number
    const d = table[cells[row + 3] as number] as number
    into[count] = row
    into[count + a] = row + 1
    into[count + a + b] = row + 2
    into[count + a + b + c] = row + 3
    count += a + b + c + d
  }
  for (; row < to; row++) {
    into[count] = row
    count += table[cells[row] as number] as number
  }
  return count
}

/** Moves the marked ones of the first `count` rows together. @returns how many they are */
function keepMarked(rows: Uint32Array, marks: Uint8Array, count: number): number {
  let kept = 0
  for (let i = 0; i < count; i++) {
    const row = rows[i] as number
    rows[kept] = row
    kept += marks[row] as number
  }
  return kept
}

/** For each unit, how many of some rising rows lie before its first. */
function placesOf(rows: Uint32Array, unitStart: Uint32Array): Uint32Array {
  const places = new Uint32Array(unitStart.length)
  let place = 0
  for (let unit = 0; unit < unitStart.length; unit++) {
    const start = unitStart[unit] as number
    while (place < rows.length && (rows[place] as number) < start) place++
    places[unit] = place
  }
  return places
}

/**
 * Walks over the units of a selection: places `start` … `end - 1` of its list are the unit's, `a` … `b - 1` those
 * received in the period. Units without cases are left out.
 */
export function eachUnit(
  { low, high, base, starts, firsts, afters }: Selection,
  visit: (unit: number, start: number, end: number, a: number, b: number) => void,
): void {
  for (let unit = low; unit < high; unit++) {
    const [start, end] = [starts[unit] as number, starts[unit + 1] as number]
    if (start === end) continue
    const a = firsts === null ? start : (firsts[unit - base] as number)
    const b = afters === null ? end : (afters[unit - base] as number)
    visit(unit, start, end, a, Math.max(a, b))
  }
}

/** Joins neighbouring pieces of places, so that a pass over thousands of units is few long loops. */
export class Pieces {
  #from = 0
  #to = 0

  constructor(private readonly visit: (from: number, to: number) => void) {}

  /** Places `from` … `to - 1`; pieces come in rising order. */
  add(from: number, to: number): void {
    if (from === to) return
    if (from !== this.#to) {
      this.end()
      this.#from = from
    }
    this.#to = to
  }

  /** The last piece is visited only now. */
  end(): void {
    if (this.#from < this.#to) this.visit(this.#from, this.#to)
    this.#from = this.#to
  }
}

/** The places of a selection that were received in the period, neighbours in one piece. */
export function eachReceived(selection: Selection, visit: (from: number, to: number) => void): void {
  const pieces = new Pieces(visit)
  eachUnit(selection, (_, __, ___, a, b) => pieces.add(a, b))
  pieces.end()
}

/** For each unit of a range, the first of its places received on a day or later. */
const placesFrom = (
  context: QueryContext,
  list: CaseList,
  filter: CodeFilter,
  range: UnitRange,
  day: number,
): Uint32Array =>
  context.memo(`places from ${day} ${listKey(filter, range)}`, () => {
    const { index, zones } = context
    const { first, last } = receipts(context)
    const { rows, starts } = list
    const places = new Uint32Array(range.high - range.low)
    let [zone, moment] = [NaN, 0]
    let near = placesAround(context, moment)
    for (let unit = range.low; unit < range.high; unit++) {
      if (zones[unit] !== zone) {
        zone = zones[unit] as number
        moment = cut(dayStart(day, zone))
        near = placesAround(context, moment)
      }
      const [start, end] = [starts[unit] as number, starts[unit + 1] as number]
      const received = index.cases.times.received_at
      let place = end
      // Most periods begin or end outside what a unit holds.
      if ((first[unit] as number) >= moment) place = start
      else if ((last[unit] as number) >= moment)
        place = rows === null ? firstFrom(received, null, near.from[unit] as number, near.to[unit] as number, moment) : firstFrom(received, rows, start, end, moment) // prettier-ignore
      places[unit - range.low] = place
    }
    return places
  }, 'medium') // prettier-ignore

/** First and last receipt of each zone that has cases. */
const zoneSpans = (context: QueryContext): readonly { zone: number; first: number; last: number }[] =>
  context.once('receipts by zone', () => {
    const { index, zones } = context
    const { first, last } = receipts(context)
    const spans = new Map<number, { zone: number; first: number; last: number }>()
    zones.forEach((zone, unit) => {
      if (index.unitStart[unit] === index.unitStart[unit + 1]) return
      const held = spans.get(zone) ?? { zone, first: OPEN_END, last: FAR_PAST }
      spans.set(zone, { zone, first: Math.min(held.first, first[unit] as number), last: Math.max(held.last, last[unit] as number) }) // prettier-ignore
    })
    return [...spans.values()]
  })

/** Whether no case was received before a day. */
const beginsAllFrom = (context: QueryContext, day: number): boolean =>
  zoneSpans(context).every(({ zone, first }) => first >= cut(dayStart(day, zone)))

/** Whether every case was received before a day. */
const endsAllBefore = (context: QueryContext, day: number): boolean =>
  zoneSpans(context).every(({ zone, last }) => last < cut(dayStart(day, zone)))

/** First place in `from` … `to` received at a moment or later. */
export function firstFrom(
  received: Int32Array,
  rows: CaseList['rows'],
  from: number,
  to: number,
  moment: number,
): number {
  // prettier-ignore
  if (from === to || (received[rows === null ? from : (rows[from] as number)] as number) >= moment) return from
  if ((received[rows === null ? to - 1 : (rows[to - 1] as number)] as number) < moment) return to
  let [low, high] = [from + 1, to - 1]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((received[rows === null ? middle : (rows[middle] as number)] as number) < moment) low = middle + 1
    else high = middle
  }
  return low
}

/** First moment of the period and first moment after it, in a zone. */
export const periodMoments = ({ from, to }: Pick<Selection, 'from' | 'to'>, zone: number): [number, number] => [
  from === null ? FAR_PAST : cut(dayStart(from, zone)),
  to === null ? OPEN_END : cut(dayStart(to + 1, zone)),
]

/**
 * First moment that is not known any more for cases of a reporter: after its as_of, or after the period, whichever
 * comes first. What is open or overdue is judged there.
 */
export const knownBefore = (asOf: number, periodEnd: number): number => Math.min(asOf + 1, periodEnd)
