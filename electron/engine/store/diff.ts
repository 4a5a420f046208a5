/** What SQL finds between the staged export and the rows held: changed, added and gone rows of one resource. */
import type { ResourceName } from '../../../shared/export/enums'
import type { Cell } from './judge'
import { STORE_KEYS, columnNames, type RowState } from './schema'
import type { Database, SqlValue } from './sqlite'

/** A row as the store holds it. `reported`: as the last export that held it gave it; `counts`: the values that count. */
export interface HeldRow {
  counts: readonly Cell[]
  reported: readonly Cell[]
  state: RowState
  sequence: number
  row: number | null
}
export interface IncomingRow {
  values: readonly Cell[]
  row: number
}

const quoted = (names: readonly string[], alias: string) => names.map((name) => `${alias}."${name}"`).join(', ')
const onKeys = (resource: ResourceName) => STORE_KEYS[resource].map((name) => `i."${name}" = h."${name}"`).join(' AND ')

function heldRow(resource: ResourceName, row: readonly SqlValue[]): HeldRow {
  const names = columnNames(resource)
  const counts = row.slice(0, names.length) as Cell[]
  const [undeclared, state, sequence, line] = row.slice(names.length)
  const now =
    typeof undeclared === 'string' ? new Map(Object.entries(JSON.parse(undeclared) as Record<string, Cell>)) : null
  return {
    counts,
    reported: now
      ? names.map((name, index) => (now.has(name) ? (now.get(name) ?? null) : (counts[index] ?? null)))
      : counts,
    state: state as RowState,
    sequence: Number(sequence),
    row: line === null ? null : Number(line),
  }
}

const heldColumns = (resource: ResourceName) =>
  `${quoted(columnNames(resource), 'h')}, h.undeclared, h.state, h.sequence, h.row`

/** Rows in both that differ from what counts, carry an undeclared change or had gone before. */
export function changedRows(database: Database, resource: ResourceName): { held: HeldRow; incoming: IncomingRow }[] {
  const names = columnNames(resource)
  const others = names.filter((name) => !STORE_KEYS[resource].includes(name))
  const rows: { held: HeldRow; incoming: IncomingRow }[] = []
  const statement = database.prepare(
    `SELECT ${heldColumns(resource)}, ${quoted(names, 'i')}, i.row FROM incoming_${resource} i JOIN ${resource} h ON ${onKeys(resource)}
     WHERE h.state <> 'present' OR h.undeclared IS NOT NULL OR (${quoted(others, 'i')}) IS NOT (${quoted(others, 'h')}) ORDER BY i.row`,
  )
  statement.each([], (row) =>
    rows.push({
      held: heldRow(resource, row),
      incoming: { values: row.slice(names.length + 4, -1) as Cell[], row: Number(row.at(-1)) },
    }),
  )
  return rows
}

/** Rows that the store does not hold, in the order of the export; `where` may narrow them (alias `i`). */
export function addedRows(database: Database, resource: ResourceName, where = 'TRUE'): IncomingRow[] {
  const rows: IncomingRow[] = []
  database
    .prepare(
      `SELECT ${quoted(columnNames(resource), 'i')}, i.row FROM incoming_${resource} i
       WHERE ${where} AND NOT EXISTS (SELECT 1 FROM ${resource} h WHERE ${onKeys(resource)}) ORDER BY i.row`,
    )
    .each([], (row) => rows.push({ values: row.slice(0, -1) as Cell[], row: Number(row.at(-1)) }))
  return rows
}

/** Rows of the last accepted export that the staged one no longer holds, in key order. */
export function goneRows(database: Database, resource: ResourceName): HeldRow[] {
  const rows: HeldRow[] = []
  database
    .prepare(
      `SELECT ${heldColumns(resource)} FROM ${resource} h
       WHERE h.state = 'present' AND NOT EXISTS (SELECT 1 FROM incoming_${resource} i WHERE ${onKeys(resource)})`,
    )
    .each([], (row) => rows.push(heldRow(resource, row)))
  return rows
}

/** Whether the staged export holds a row by the identifier that corrections use. */
export function isIncoming(database: Database, resource: ResourceName, rowId: string): boolean {
  if (resource === 'daily_calls') {
    const parts = rowId.split('/')
    if (parts.length !== 3) return false
    return (
      database
        .prepare('SELECT 1 FROM incoming_daily_calls WHERE unit_code = ? AND date = ? AND line = ?')
        .first(parts) !== undefined
    )
  }
  const key = resource === 'events' ? 'event_id' : STORE_KEYS[resource][0]
  return database.prepare(`SELECT 1 FROM incoming_${resource} WHERE "${key}" = ?`).first([rowId]) !== undefined
}
