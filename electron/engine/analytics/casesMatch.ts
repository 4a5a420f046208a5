/** Which cases a list shows: filter, search, deadline, flags, or everything open for long. */
import type { QueryParams } from '../../../shared/contract/queries'
import { DAY, NONE } from '../../../shared/domain/time'
import { lowerBound } from '../columns/search'
import type { QueryContext } from './context'
import { deadlineState, factsOf } from './facts'
import { eachUnit, knownBefore, periodMoments, select } from './selection'
import { LONG_OPEN_DAYS } from './stateAtAsOf'

export type CaseQuery = Omit<QueryParams<'cases.page'>, 'sort' | 'descending' | 'offset' | 'limit'>

export interface Matching {
  /** 1 for each row that matches; all of them lie in `from` … `to - 1` */
  readonly marks: Uint8Array
  readonly from: number
  readonly to: number
  readonly total: number
}

export const matching = (context: QueryContext, query: CaseQuery): Matching =>
  context.memo(`matching ${JSON.stringify(query)}`, () => mark(context, query), 'large')

function mark(context: QueryContext, query: CaseQuery): Matching {
  const { search, deadline, flagged, open_over_90: longOpen, ...filter } = query
  const { cases, unitStart } = context.index
  const { low, high } = select(context, filter)
  const [from, to] = [unitStart[low] as number, unitStart[high] as number]
  const marks = longOpen ? longOpenRows(context, filter) : receivedRows(context, filter)
  const found = searchedRows(context, search)
  if (found !== null) for (let row = from; row < to; row++) marks[row]! &= found[row] as number
  if (flagged !== undefined) keep(marks, from, to, cases.flags, (flags) => (flags !== 0) === flagged)
  if (deadline !== undefined) keep(marks, from, to, factsOf(context), (fact) => deadlineState(fact) === deadline)
  let total = 0
  for (let row = from; row < to; row++) total += marks[row] as number
  return { marks, from, to, total }
}

/** Takes the mark from every row whose value is not wanted; each value is judged once. */
function keep(
  marks: Uint8Array,
  from: number,
  to: number,
  values: ArrayLike<number>,
  isWanted: (value: number) => boolean,
): void {
  // prettier-ignore
  const wanted = Uint8Array.from({ length: 1 << 16 }, (_, value) => (isWanted(value) ? 1 : 0))
  for (let row = from; row < to; row++) marks[row]! &= wanted[values[row] as number] as number
}

/** 1 for each case received in the period that passes the code filters. */
function receivedRows(context: QueryContext, filter: CaseQuery): Uint8Array {
  const selection = select(context, filter)
  const { rows } = selection
  const marks = new Uint8Array(context.index.cases.rows)
  eachUnit(selection, (_, __, ___, a, b) => {
    if (rows === null) marks.fill(1, a, b)
    else for (let i = a; i < b; i++) marks[rows[i] as number] = 1
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
  const { rows } = selection
  const { received_at: received, closed_at: closedAt } = index.cases.times
  const marks = new Uint8Array(index.cases.rows)
  eachUnit(selection, (unit, start, end) => {
    const [, after] = periodMoments(selection, zones[unit] as number)
    for (let i = start; i < end; i++) {
      const row = rows === null ? i : (rows[i] as number)
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
function searched(context: QueryContext, text: string): Uint8Array {
  const { index, registry } = context
  const marks = new Uint8Array(index.cases.rows)
  const names = context.once('names in capitals', () => index.units.map((code) => (registry.unit(code)?.current.name ?? '').toUpperCase())) // prettier-ignore
  index.units.forEach((code, unit) => {
    if (code.includes(text) || (names[unit] as string).includes(text)) marks.fill(1, index.unitStart[unit], index.unitStart[unit + 1]) // prettier-ignore
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
