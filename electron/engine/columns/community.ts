/** Community sessions, and what ties a case to one: as a segment and the nation's index hold them. */
import { cut, dayOf, momentOf } from '../../../shared/domain/time'
import { LED_BY_ROLES, SESSION_KINDS } from '../../../shared/export/enums'
import { TABLES } from '../../../shared/export/tables'
import type { Numbers } from './bundle'
import { int32, uint16, uint32, uint8 } from './grow'
import { EMPTY, UNKNOWN } from './layout'
import { joinedColumn, joinedOrder } from './unitTables'

/** One entry a session, by unit, then day (since 2000), then kind. */
export type Sessions = {
  readonly unit: Uint16Array
  readonly day: Int32Array
  /** positions in SESSION_KINDS and LED_BY_ROLES, UNKNOWN for another */
  readonly kind: Uint8Array
  readonly ledBy: Uint8Array
  /** 1 + position in the list of programmes; 0 = none named */
  readonly programme: Uint16Array
  readonly attendees: Uint32Array
  readonly issues: Uint32Array
  /** when it was typed in, seconds since 2000 */
  readonly recorded: Int32Array
}

const MAKERS: { readonly [K in keyof Sessions]: (length: number) => Sessions[K] } = {
  unit: uint16,
  day: int32,
  kind: uint8,
  ledBy: uint8,
  programme: uint16,
  attendees: uint32,
  issues: uint32,
  recorded: int32,
}
const COLUMNS = Object.keys(MAKERS) as (keyof Sessions)[]

const AT = Object.fromEntries(TABLES.community_sessions.columns.map(({ name }, i) => [name, i])) as Record<
  string,
  number
>
type TextRow = readonly (string | null)[]
const cell = (values: TextRow, name: string) => values[AT[name] as number] ?? ''

export const unitOfSession = (values: TextRow): string => cell(values, 'unit_code')
export const programmeOfSession = (values: TextRow): string => cell(values, 'programme')

const codeOf = (codes: readonly string[], text: string) => {
  const code = codes.indexOf(text)
  return text === '' ? EMPTY : code < 0 ? UNKNOWN : code
}

/** The rows of community_sessions as columns, with the place of each session by its id. */
export function readSessions(
  rows: readonly TextRow[],
  place: ReadonlyMap<string, number>,
  programmes: ReadonlyMap<string, number>,
): { sessions: Sessions; placeOf: ReadonlyMap<string, number> } {
  const read = rows
    .map((values) => ({
      id: cell(values, 'session_id'),
      unit: place.get(unitOfSession(values)) as number,
      day: dayOf(cell(values, 'held_on')),
      kind: codeOf(SESSION_KINDS, cell(values, 'kind')),
      ledBy: codeOf(LED_BY_ROLES, cell(values, 'led_by_role')),
      programme: programmes.get(programmeOfSession(values)) ?? 0,
      attendees: Number(cell(values, 'attendees')),
      issues: Number(cell(values, 'issues_raised')),
      recorded: cut(momentOf(cell(values, 'recorded_at'))),
    }))
    .toSorted((a, b) => a.unit - b.unit || a.day - b.day || a.kind - b.kind || (a.id < b.id ? -1 : 1))
  const column = <K extends keyof Sessions>(name: K): Sessions[K] => {
    const values = MAKERS[name](read.length)
    read.forEach((session, i) => (values[i] = session[name]))
    return values
  }
  return {
    sessions: Object.fromEntries(COLUMNS.map((name) => [name, column(name)])) as unknown as Sessions,
    placeOf: new Map(read.map(({ id }, i) => [id, i])),
  }
}

export interface JoinedSessions {
  sessions: Sessions
  /** for each table, the place in the joined one of each of its sessions */
  moved: Uint32Array[]
}

/** Tables of several reporting units as one. `places[t][u]`, `programmes[t][p]`: numbers in the index of those of table t. */
export function joinSessions(
  tables: readonly Sessions[],
  places: readonly Uint16Array[],
  programmes: readonly Uint16Array[],
): JoinedSessions {
  const origin = joinedOrder(tables, places, ['day', 'kind'])
  const moves: Partial<Record<keyof Sessions, (value: number, table: number) => number>> = {
    unit: (unit, table) => (places[table] as Uint16Array)[unit] as number,
    programme: (programme, table) => (programmes[table] as Uint16Array)[programme] as number,
  }
  const column = <K extends keyof Sessions>(name: K) =>
    joinedColumn<Sessions[K]>(tables.map((table) => table[name]), origin, MAKERS[name], moves[name]) // prettier-ignore
  const moved = tables.map((table) => new Uint32Array(table.unit.length))
  origin.row.forEach((row, i) => ((moved[origin.table[i] as number] as Uint32Array)[row] = i))
  return { sessions: Object.fromEntries(COLUMNS.map((name) => [name, column(name)])) as unknown as Sessions, moved }
}

export const storedSessions = (sessions: Sessions): Record<string, Numbers> =>
  Object.fromEntries(COLUMNS.map((name) => [`session_${name}`, sessions[name]]))

export const sessionsFrom = (arrays: Readonly<Record<string, Numbers>>): Sessions =>
  Object.fromEntries(COLUMNS.map((name) => [name, arrays[`session_${name}`]])) as unknown as Sessions
