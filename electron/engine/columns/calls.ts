/** Daily tallies of call lines, as a segment and the nation's index hold them. */
import { dayOf } from '../../../shared/domain/time'
import { CALL_LINES } from '../../../shared/export/enums'
import { TABLES } from '../../../shared/export/tables'
import type { Numbers } from './bundle'
import { int32, uint16, uint32, uint8 } from './grow'
import { UNKNOWN } from './layout'
import { joinedColumn, joinedOrder } from './unitTables'

export const CALL_COUNTS = [
  'offered', 'answered', 'abandoned', 'prank', 'emergency', 'transferred_out', 'transferred_in',
] as const // prettier-ignore
export type CallCount = (typeof CALL_COUNTS)[number]
/** In `median`: no answer time was given for the day. */
export const NO_MEDIAN = -1

/** One entry for each day of a line that a unit reported, by unit, then line, then day (since 2000). */
export type Calls = {
  readonly unit: Uint16Array
  /** position in CALL_LINES, UNKNOWN for another */
  readonly line: Uint8Array
  readonly day: Int32Array
  /** median seconds to the answer, or NO_MEDIAN */
  readonly median: Int32Array
} & { readonly [K in CallCount]: Uint32Array }

const MAKERS = {
  unit: uint16,
  line: uint8,
  day: int32,
  median: int32,
  ...Object.fromEntries(CALL_COUNTS.map((name) => [name, uint32])),
} as unknown as { readonly [K in keyof Calls]: (length: number) => Calls[K] }
const COLUMNS = Object.keys(MAKERS) as (keyof Calls)[]

const AT = Object.fromEntries(TABLES.daily_calls.columns.map(({ name }, i) => [name, i])) as Record<string, number>
type TextRow = readonly (string | null)[]
const cell = (values: TextRow, name: string) => values[AT[name] as number] ?? ''

export const unitOfCall = (values: TextRow): string => cell(values, 'unit_code')

/** The rows of daily_calls as columns. `place`: number of each unit. */
export function readCalls(rows: readonly TextRow[], place: ReadonlyMap<string, number>): Calls {
  const line = (text: string) => {
    const code = (CALL_LINES as readonly string[]).indexOf(text)
    return code < 0 ? UNKNOWN : code
  }
  const read = rows
    .map((values) => ({
      values,
      unit: place.get(unitOfCall(values)) as number,
      line: line(cell(values, 'line')),
      day: dayOf(cell(values, 'date')),
      name: cell(values, 'line'),
    }))
    .toSorted((a, b) => a.unit - b.unit || a.line - b.line || a.day - b.day || (a.name < b.name ? -1 : 1))
  const count = (name: CallCount) => Uint32Array.from(read, ({ values }) => Number(cell(values, name)))
  const counts = Object.fromEntries(CALL_COUNTS.map((name) => [name, count(name)])) as Record<CallCount, Uint32Array>
  const median = (text: string) => (text === '' ? NO_MEDIAN : Number(text))
  return {
    unit: Uint16Array.from(read, (row) => row.unit),
    line: Uint8Array.from(read, (row) => row.line),
    day: Int32Array.from(read, (row) => row.day),
    median: Int32Array.from(read, ({ values }) => median(cell(values, 'median_answer_s'))),
    ...counts,
  }
}

/** Tables of several reporting units as one. `places[t][u]`: number in the index of unit u of table t. */
export function joinCalls(tables: readonly Calls[], places: readonly Uint16Array[]): Calls {
  const origin = joinedOrder(tables, places, ['line', 'day'])
  const joined = COLUMNS.map((name) => {
    const move = name === 'unit' ? (unit: number, table: number) => (places[table] as Uint16Array)[unit] as number : undefined // prettier-ignore
    return [name, joinedColumn(tables.map((table) => table[name]), origin, MAKERS[name] as (length: number) => Calls[typeof name], move)] // prettier-ignore
  })
  return Object.fromEntries(joined) as unknown as Calls
}

export const storedCalls = (calls: Calls): Record<string, Numbers> =>
  Object.fromEntries(COLUMNS.map((name) => [`call_${name}`, calls[name]]))

export const callsFrom = (arrays: Readonly<Record<string, Numbers>>): Calls =>
  Object.fromEntries(COLUMNS.map((name) => [name, arrays[`call_${name}`]])) as unknown as Calls
