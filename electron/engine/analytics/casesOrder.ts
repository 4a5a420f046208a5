/** Cases in the order of a column. Empty cells stand last, either way round. */
import type { SORTS } from '../../../shared/contract/queryCodes'
import { NONE } from '../../../shared/domain/time'
import { EMPTY, codeText, type CodeColumn } from '../columns/layout'
import { sortByKey } from '../columns/radix'
import { matching, type CaseQuery } from './casesMatch'
import type { QueryContext } from './context'

export type Sort = (typeof SORTS)[number]

interface Ordered {
  /** rising, those with an empty cell last */
  rows: Uint32Array
  filled: number
}

/** When fewer of all cases match than one in so many, they are sorted by themselves. */
const FEW = 16

/** `limit` rows from `offset` on. Equal cells are in the order of receipt, reversed when descending. */
export function orderedRows(
  context: QueryContext,
  query: CaseQuery,
  sort: Sort,
  descending: boolean,
  offset: number,
  limit: number,
): { total: number; rows: number[] } {
  // prettier-ignore
  const { marks, from, to, total } = matching(context, query)
  if (offset >= total) return { total, rows: [] }
  if (total * FEW >= marks.length) return { total, rows: walk(order(context, sort), marks, descending, offset, limit) }
  const ordered = context.memo(`few ${sort} ${JSON.stringify(query)}`, () => sortRows(context, rowsOf(marks, from, to, total), sort), 'large') // prettier-ignore
  return { total, rows: walk(ordered, null, descending, offset, limit) }
}

/** The marked rows of an order that stand at `offset` and after it. `marks` null: every row is meant. */
function walk(
  { rows, filled }: Ordered,
  marks: Uint8Array | null,
  descending: boolean,
  offset: number,
  limit: number,
): number[] {
  // prettier-ignore
  const page: number[] = []
  let skip = offset
  for (let i = marks === null ? offset : 0; i < rows.length && page.length < limit; i++) {
    const row = rows[descending && i < filled ? filled - 1 - i : i] as number
    if (marks !== null && (marks[row] === 0 || skip-- > 0)) continue
    page.push(row)
  }
  return page
}

function rowsOf(marks: Uint8Array, from: number, to: number, total: number): Uint32Array {
  const rows = new Uint32Array(total)
  let count = 0
  for (let row = from; row < to; row++) if (marks[row] === 1) rows[count++] = row
  return rows
}

/** All rows in the order of a column, made when first asked for and kept. */
export const order = (context: QueryContext, sort: Sort): Ordered =>
  context.memo(`order ${sort}`, () => {
    const { rows } = context.index.cases
    const all = new Uint32Array(rows)
    for (let row = 0; row < rows; row++) all[row] = row
    return sortRows(context, all, sort)
  }, 'large') // prettier-ignore

function sortRows(context: QueryContext, given: Uint32Array, sort: Sort): Ordered {
  const rows = sortByKey(given, keysOf(context, 'received_at'))
  if (sort === 'received_at') return { rows, filled: rows.length }
  if (sort === 'case_id') return { rows: byId(context, rows), filled: rows.length }
  const keys = keysOf(context, sort)
  const sorted = sortByKey(rows, keys)
  let filled = sorted.length
  while (filled > 0 && keys[sorted[filled - 1] as number] === LAST) filled--
  return { rows: sorted, filled }
}

/** Key of an empty cell. */
const LAST = 0xffffffff

function keysOf(context: QueryContext, sort: Exclude<Sort, 'case_id'>): Uint32Array {
  return context.memo(`keys ${sort}`, () => {
    const { index } = context
    if (sort === 'unit') return unitKeys(context)
    if (sort === 'reporting_unit') return reporterKeys(context)
    if (sort === 'flags') return flagCounts(context)
    if (sort === 'age') return ages(context)
    if (sort === 'received_at' || sort === 'first_response_at' || sort === 'closed_at') {
      return timeKeys(index.cases.times[sort])
    }
    const ranks = codeRanks(sort)
    return Uint32Array.from(index.cases.codes[sort], (code) => ranks[code] as number)
  }, 'large') // prettier-ignore
}

/** NONE is the least number: less one it is the greatest. */
function timeKeys(times: Int32Array): Uint32Array {
  const keys = new Uint32Array(times.length)
  for (let row = 0; row < keys.length; row++) keys[row] = ((times[row] as number) ^ NONE) - 1
  return keys
}

/** Codes in the order of their letters, as the rows show them. */
function codeRanks(column: CodeColumn): Uint32Array {
  const codes = Array.from({ length: EMPTY }, (_, code) => codeText(column, code) as string)
  const sorted = [...new Set(codes)].toSorted()
  return Uint32Array.from([...codes.map((code) => sorted.indexOf(code)), LAST])
}

function unitKeys({ index }: QueryContext): Uint32Array {
  const keys = new Uint32Array(index.cases.rows)
  const sorted = new Map(index.units.toSorted().map((code, rank) => [code, rank]))
  index.units.forEach((code, unit) => keys.fill(sorted.get(code) as number, index.unitStart[unit], index.unitStart[unit + 1])) // prettier-ignore
  return keys
}

function reporterKeys({ index }: QueryContext): Uint32Array {
  const sorted = new Map(index.reporters.toSorted().map((code, rank) => [code, rank]))
  const ranks = index.reporters.map((code) => sorted.get(code) as number)
  return Uint32Array.from(index.reporter, (reporter) => ranks[reporter] as number)
}

/** How many kinds of flags a case carries. */
function flagCounts({ index }: QueryContext): Uint32Array {
  return Uint32Array.from(index.cases.flags, (flags) => {
    let count = 0
    for (let rest: number = flags; rest !== 0; rest &= rest - 1) count++
    return count
  })
}

/** Seconds from receipt to closing, or to the unit's as_of; no age before receipt. */
export function ageOf({ index, asOf }: QueryContext, row: number): number {
  const { received_at: received, closed_at: closedAt } = index.cases.times
  const closed = closedAt[row] as number
  const until = closed === NONE ? (asOf[index.reporter[row] as number] as number) : closed
  return Math.max(0, until - (received[row] as number))
}

function ages(context: QueryContext): Uint32Array {
  const keys = new Uint32Array(context.index.cases.rows)
  for (let row = 0; row < keys.length; row++) keys[row] = Math.min(LAST - 1, ageOf(context, row))
  return keys
}

/** By case number: four letters at a time from the last to the first, each pass keeping the order of the one before. */
function byId({ index }: QueryContext, rows: Uint32Array): Uint32Array {
  const { ids, idEnd } = index.cases
  const start = (row: number) => (row === 0 ? 0 : (idEnd[row - 1] as number))
  let longest = 0
  for (const row of rows) longest = Math.max(longest, (idEnd[row] as number) - start(row))
  const keys = new Uint32Array(index.cases.rows)
  let sorted = rows
  for (let chunk = Math.ceil(longest / 4) - 1; chunk >= 0; chunk--) {
    for (const row of sorted) {
      const [from, end] = [start(row) + 4 * chunk, idEnd[row] as number]
      let key = 0
      for (let i = 0; i < 4; i++) key = key * 256 + (from + i < end ? (ids[from + i] as number) : 0)
      keys[row] = key
    }
    sorted = sortByKey(sorted, keys)
  }
  return sorted
}
