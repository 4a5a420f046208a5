/** Which cases a list shows: filter, search, deadline, flags, or everything open for long. */
import type { QueryParams } from '../../../shared/contract/queries'
import { DAY, NONE } from '../../../shared/domain/time'
import { lowerBound } from '../columns/search'
import { sortByKey } from '../columns/radix'
import type { QueryContext } from './context'
import { deadlineState, factsOf } from './facts'
import { LONG_OPEN_DAYS } from './measures'
import { eachUnit, knownBefore, periodMoments, select } from './selection'

export type CaseQuery = Omit<QueryParams<'cases.page'>, 'sort' | 'descending' | 'offset' | 'limit'>

/** Rows that match, by receipt, then tree order. */
export function matching(context: QueryContext, query: CaseQuery): Uint32Array {
  return context.memo(`matching ${JSON.stringify(query)}`, () => collect(context, query), 'large')
}

function collect(context: QueryContext, query: CaseQuery): Uint32Array {
  const { search, deadline, flagged, open_over_90: longOpen, ...filter } = query
  const marks = longOpen ? longOpenRows(context, filter) : receivedRows(context, filter)
  const found = searchedRows(context, search)
  const facts = factsOf(context)
  const { flags } = context.index.cases
  const rows = new Uint32Array(marks.length)
  let count = 0
  for (const row of byReceipt(context)) {
    if (marks[row] === 0 || (found !== null && found[row] === 0)) continue
    if (flagged !== undefined && (flags[row] !== 0) !== flagged) continue
    if (deadline !== undefined && deadlineState(facts[row] as number) !== deadline) continue
    rows[count++] = row
  }
  return rows.slice(0, count)
}

/** All rows by receipt. */
function byReceipt(context: QueryContext): Uint32Array {
  return context.once('byReceipt', () => {
    const { rows, times } = context.index.cases
    const keys = Uint32Array.from(times.received_at, (moment) => (moment ^ 0x80000000) >>> 0)
    const order = new Uint32Array(rows)
    for (let row = 0; row < rows; row++) order[row] = row
    return sortByKey(order, keys)
  })
}

/** 1 for each case received in the period that passes the code filters. */
export function receivedRows(context: QueryContext, filter: CaseQuery): Uint8Array {
  const selection = select(context, filter)
  const marks = new Uint8Array(context.index.cases.rows)
  eachUnit(context, selection, (_, __, ___, a, b) => {
    if (selection.mask === null) marks.fill(1, a, b)
    else marks.set(selection.mask.subarray(a, b), a)
  })
  return marks
}

/**
 * 1 for each case open for long at the earlier of its unit's as_of and the period's end, whenever it was received: the
 * cases that the backlog counts.
 */
export function longOpenRows(context: QueryContext, filter: CaseQuery): Uint8Array {
  const { index, asOf, zones } = context
  const selection = select(context, filter)
  const { received_at: received, closed_at: closedAt } = index.cases.times
  const marks = new Uint8Array(index.cases.rows)
  eachUnit(context, selection, (unit, start, end) => {
    const [, after] = periodMoments(selection, zones[unit] as number)
    for (let row = start; row < end; row++) {
      if (selection.mask !== null && selection.mask[row] === 0) continue
      const known = knownBefore(asOf[index.reporter[row] as number] as number, after)
      const closed = closedAt[row] as number
      if (closed !== NONE && closed < known) continue
      if (Math.floor((known - (received[row] as number)) / DAY) > LONG_OPEN_DAYS) marks[row] = 1
    }
  })
  return marks
}

/** 1 for each case that a search finds; null when nothing is searched for. */
export function searchedRows(context: QueryContext, search: string | undefined): Uint8Array | null {
  const text = search?.trim().toUpperCase() ?? ''
  return text === '' ? null : context.memo(`search ${text}`, () => searched(context, text), 'large')
}

/** By case number, unit code or unit name, whatever the case of the letters. `text` is in capitals. */
function searched({ index, registry }: QueryContext, text: string): Uint8Array {
  const marks = new Uint8Array(index.cases.rows)
  index.units.forEach((code, unit) => {
    const name = registry.unit(code)?.current.name ?? ''
    if (code.includes(text) || name.toUpperCase().includes(text)) marks.fill(1, index.unitStart[unit], index.unitStart[unit + 1]) // prettier-ignore
  })
  if (!/^[\x20-\x7e]+$/.test(text)) return marks
  const { ids, idEnd } = index.cases
  const all = Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength)
  for (let at = all.indexOf(text, 0, 'latin1'); at >= 0; at = all.indexOf(text, at + 1, 'latin1')) {
    const row = lowerBound(idEnd, at + 1)
    if (at + text.length <= (idEnd[row] as number)) marks[row] = 1
  }
  return marks
}
