/** A filter over the index: a range of units, a period, and for code filters the list of cases that pass them. */
import type { Filter } from '../../../shared/domain/filter'
import { cut, dayOf, dayStart, FAR_PAST, OPEN_END } from '../../../shared/domain/time'
import { cellKey, cellsOf, cellTable, type CodeFilter } from './cells'
import type { QueryContext } from './context'

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
  /** which cells pass the code filters; null = all */
  readonly table: Uint8Array | null
}
export interface Selection extends UnitRange, CaseList {
  /** first and last day of the period, days since 2000; null = open end */
  from: number | null
  to: number | null
  /** for each unit of the index, its first place received in the period or later, and after it; null = open end */
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
  const list = listOf(context, filter)
  return {
    ...rangeOf(context, filter.unit),
    ...list,
    from,
    to,
    firsts: from === null ? null : placesFrom(context, list, filter, from),
    afters: to === null ? null : placesFrom(context, list, filter, to + 1),
  }
}

const CODE_KEYS = ['channels', 'subjects', 'categories', 'statuses'] as const

function listOf(context: QueryContext, filter: CodeFilter): CaseList {
  const isFree = CODE_KEYS.every((key) => filter[key] === undefined)
  return isFree
    ? { rows: null, starts: context.index.unitStart, table: null }
    : context.memo(`cases ${cellKey(filter)}`, () => passing(context, cellTable(filter) as Uint8Array), 'large')
}

/** Without a branch: every row is written down, and the next one over it unless it passes. */
function passing(context: QueryContext, table: Uint8Array): CaseList {
  const { index } = context
  const cells = cellsOf(context)
  const written = context.once('scratch', () => new Uint32Array(cells.length + 1))
  const starts = new Uint32Array(index.unitStart.length)
  let count = 0
  for (let unit = 0; unit + 1 < starts.length; unit++) {
    const end = index.unitStart[unit + 1] as number
    for (let row = index.unitStart[unit] as number; row < end; row++) {
      written[count] = row
      count += table[cells[row] as number] as number
    }
    starts[unit + 1] = count
  }
  return { rows: written.slice(0, count), starts, table }
}

/**
 * Walks over the units of a selection: places `start` … `end - 1` of its list are the unit's, `a` … `b - 1` those
 * received in the period. Units without cases are left out.
 */
export function eachUnit(
  { low, high, starts, firsts, afters }: Selection,
  visit: (unit: number, start: number, end: number, a: number, b: number) => void,
): void {
  for (let unit = low; unit < high; unit++) {
    const [start, end] = [starts[unit] as number, starts[unit + 1] as number]
    if (start === end) continue
    const a = firsts === null ? start : (firsts[unit] as number)
    const b = afters === null ? end : (afters[unit] as number)
    visit(unit, start, end, a, Math.max(a, b))
  }
}

/** For each unit of the index, the first of its places received on a day or later. */
const placesFrom = (context: QueryContext, list: CaseList, filter: CodeFilter, day: number): Uint32Array =>
  context.memo(`places from ${day} ${list.rows === null ? '' : cellKey(filter)}`, () => {
    const { index, zones } = context
    const { first, last } = receipts(context)
    const { starts } = list
    const places = new Uint32Array(index.units.length)
    for (let unit = 0; unit < places.length; unit++) {
      const moment = cut(dayStart(day, zones[unit] as number))
      // Most periods begin or end outside what a unit holds.
      if ((first[unit] as number) >= moment) places[unit] = starts[unit] as number
      else if ((last[unit] as number) < moment) places[unit] = starts[unit + 1] as number
      else places[unit] = firstFrom(index.cases.times.received_at, list.rows, starts[unit] as number, starts[unit + 1] as number, moment) // prettier-ignore
    }
    return places
  }, 'medium') // prettier-ignore

/** First and last receipt of each unit. */
const receipts = (context: QueryContext): Record<'first' | 'last', Int32Array> =>
  context.once('receipts', () => {
    const { units, unitStart, cases } = context.index
    const at = (row: number, unit: number) => ((unitStart[unit] as number) < (unitStart[unit + 1] as number) ? (cases.times.received_at[row] as number) : OPEN_END) // prettier-ignore
    return {
      first: Int32Array.from(units, (_, unit) => at(unitStart[unit] as number, unit)),
      last: Int32Array.from(units, (_, unit) => at((unitStart[unit + 1] as number) - 1, unit)),
    }
  })

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
