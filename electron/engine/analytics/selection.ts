/** A filter over the index: a range of units, a period, and for code filters one byte a case. */
import type { Filter } from '../../../shared/domain/filter'
import { cut, dayOf, dayStart, FAR_PAST, OPEN_END } from '../../../shared/domain/time'
import { CODES, type CodeColumn } from '../columns/layout'
import { lowerBound } from '../columns/search'
import type { QueryContext } from './context'

/** Units `low` … `high - 1` of the index. */
export interface UnitRange {
  low: number
  high: number
}
export interface Selection extends UnitRange {
  /** first and last day of the period, days since 2000; null = open end */
  from: number | null
  to: number | null
  /** for each unit of the index, its first row received in the period or later, and after it; null = open end */
  firstRows: Uint32Array | null
  afterRows: Uint32Array | null
  /** 1 for a case that passes the code filters; null = every case passes */
  mask: Uint8Array | null
}

/** The same question about the whole nation. */
export function withoutUnit(filter: Filter): Filter {
  const { unit: _, ...rest } = filter
  return rest
}

type CodeFilter = Pick<Filter, 'channels' | 'subjects' | 'categories' | 'statuses'>
const FILTERED: readonly [keyof CodeFilter, CodeColumn][] = [
  ['channels', 'channel'],
  ['subjects', 'subject'],
  ['categories', 'category'],
  ['statuses', 'status'],
]

/** A unit with all under it; the whole index without a unit; empty for a unit that nobody knows. */
export function rangeOf(context: QueryContext, unit: string | undefined): UnitRange {
  if (unit === undefined) return { low: 0, high: context.index.units.length }
  const node = context.registry.unit(unit)
  return node ? { low: node.index, high: node.end } : { low: 0, high: 0 }
}

export function select(context: QueryContext, filter: Filter): Selection {
  const from = filter.from === undefined ? null : dayOf(filter.from)
  const to = filter.to === undefined ? null : dayOf(filter.to)
  return {
    ...rangeOf(context, filter.unit),
    from,
    to,
    firstRows: from === null ? null : rowsFrom(context, from),
    afterRows: to === null ? null : rowsFrom(context, to + 1),
    mask: maskOf(context, filter),
  }
}

function maskOf(context: QueryContext, filter: CodeFilter): Uint8Array | null {
  const used = FILTERED.filter(([key]) => filter[key] !== undefined)
  if (used.length === 0) return null
  const key = `mask ${JSON.stringify(used.map(([name]) => [name, filter[name]]))}`
  return context.memo(
    key,
    () => {
      const { cases } = context.index
      const mask = new Uint8Array(cases.rows).fill(1)
      for (const [name, column] of used) {
        const table = new Uint8Array(256)
        for (const code of filter[name] as readonly string[]) table[CODES[column].indexOf(code)] = 1
        const codes = cases.codes[column]
        for (let row = 0; row < mask.length; row++) mask[row]! &= table[codes[row] as number] as number
      }
      return mask
    },
    'large',
  )
}

/**
 * Walks over the units of a selection: rows `start` … `end - 1` are the unit's, `a` … `b - 1` those received in the
 * period. Units without rows are left out.
 */
export function eachUnit(
  context: QueryContext,
  { low, high, firstRows, afterRows }: Omit<Selection, 'mask'>,
  visit: (unit: number, start: number, end: number, a: number, b: number) => void,
): void {
  const { unitStart } = context.index
  for (let unit = low; unit < high; unit++) {
    const [start, end] = [unitStart[unit] as number, unitStart[unit + 1] as number]
    if (start === end) continue
    const a = firstRows === null ? start : (firstRows[unit] as number)
    const b = afterRows === null ? end : (afterRows[unit] as number)
    visit(unit, start, end, a, Math.max(a, b))
  }
}

/** For each unit of the index, the first of its rows received on a day or later. */
const rowsFrom = (context: QueryContext, day: number): Uint32Array =>
  context.memo(`rows from ${day}`, () => {
    const { index, zones } = context
    const received = index.cases.times.received_at
    const rows = new Uint32Array(index.units.length)
    for (let unit = 0; unit < rows.length; unit++) {
      const [start, end] = [index.unitStart[unit] as number, index.unitStart[unit + 1] as number]
      rows[unit] = start === end ? start : lowerBound(received, cut(dayStart(day, zones[unit] as number)), start, end)
    }
    return rows
  }, 'medium') // prettier-ignore

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
