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

export interface RowPair {
  held: HeldRow
  incoming: IncomingRow
}
export interface RowsApart {
  /** in both, but unlike what counts, with an undeclared change or gone before; in the order of the export */
  changed: RowPair[]
  /** not held, in the order of the export */
  added: IncomingRow[]
  /** of the last accepted export, no longer in the staged one; in key order */
  gone: HeldRow[]
}

const byLine = (a: IncomingRow, b: IncomingRow) => a.row - b.row

/**
 * What sets the staged rows of a resource apart from those held: one walk over both, and a second one only when the
 * numbers say that a row is gone. `wanted` narrows `added`, where an export may bring millions (SQL, alias `i`).
 */
export function rowsApart(database: Database, resource: ResourceName, wanted?: string): RowsApart {
  const names = columnNames(resource)
  const others = names.filter((name) => !STORE_KEYS[resource].includes(name))
  const values = wanted
    ? names.map((name) => `iif(h.state IS NOT NULL OR ${wanted}, i."${name}", NULL)`).join(', ')
    : quoted(names, 'i')
  const changed: RowPair[] = []
  const added: IncomingRow[] = []
  let news = 0
  let returned = 0
  database
    .prepare(
      `SELECT ${heldColumns(resource)}, ${values}, i.row FROM incoming_${resource} i LEFT JOIN ${resource} h ON ${onKeys(resource)}
       WHERE h.state IS NOT 'present' OR h.undeclared IS NOT NULL OR (${quoted(others, 'i')}) IS NOT (${quoted(others, 'h')})`,
    )
    .each([], (row) => {
      const isNew = row[names.length + 1] === null
      if (isNew) news++
      // a key is never empty: a row without one is only counted
      if (isNew && row[names.length + 4] === null) return
      const incoming = { values: row.slice(names.length + 4, -1) as Cell[], row: Number(row.at(-1)) }
      if (isNew) {
        added.push(incoming)
        return
      }
      const held = heldRow(resource, row)
      if (held.state !== 'present') returned++
      changed.push({ held, incoming })
    })
  const stayed = countOf(database, `incoming_${resource}`) - news - returned
  const isAnyGone = countOf(database, `${resource} WHERE state = 'present'`) > stayed
  return {
    changed: changed.sort((a, b) => byLine(a.incoming, b.incoming)),
    added: added.sort(byLine),
    gone: isAnyGone ? goneRows(database, resource) : [],
  }
}

const countOf = (database: Database, from: string) =>
  Number(database.prepare(`SELECT count(*) FROM ${from}`).first()?.[0])

function goneRows(database: Database, resource: ResourceName): HeldRow[] {
  const rows: HeldRow[] = []
  database
    .prepare(
      `SELECT ${heldColumns(resource)} FROM ${resource} h
       WHERE h.state = 'present' AND NOT EXISTS (SELECT 1 FROM incoming_${resource} i WHERE ${onKeys(resource)})`,
    )
    .each([], (row) => rows.push(heldRow(resource, row)))
  return rows
}

/** The staged events of these ids that the store does not hold under the case they name, in the order of the export. */
export function incomingEvents(database: Database, ids: ReadonlyMap<string, unknown>): IncomingRow[] {
  const names = columnNames('events')
  const at = names.indexOf('event_id')
  const rows: IncomingRow[] = []
  database
    .prepare(
      `SELECT ${quoted(names, 'i')}, i.row FROM incoming_events i
       WHERE NOT EXISTS (SELECT 1 FROM events h WHERE ${onKeys('events')})`,
    )
    .each([], (row) => {
      if (ids.has(String(row[at]))) rows.push({ values: row.slice(0, -1) as Cell[], row: Number(row.at(-1)) })
    })
  return rows.sort(byLine)
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
