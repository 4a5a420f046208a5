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

/** Rows of the last accepted export in which something else is reported than counts. */
export function presentUndeclared(database: Database, resource: ResourceName): HeldRow[] {
  const rows: HeldRow[] = []
  database
    .prepare(
      `SELECT ${heldColumns(resource)} FROM ${resource} h WHERE h.state = 'present' AND h.undeclared IS NOT NULL`,
    )
    .each([], (row) => rows.push(heldRow(resource, row)))
  return rows
}

/** Keys of rows, as the CSV files have them, by table. */
export type DisputedRows = ReadonlyMap<ResourceName, readonly string[]>

/**
 * Rows that were once changed without a word, whatever became of it: what counts in them need not be what was reported
 * last, and an event may lie under another case than it names.
 */
export function disputedRows(database: Database): DisputedRows {
  const rows = new Map<ResourceName, string[]>()
  database.prepare(`SELECT DISTINCT resource, row_id FROM row_findings WHERE code = 'SILENT-EDIT'`).each([], (row) => {
    const resource = row[0] as ResourceName
    const id = String(row[1])
    const key = resource === 'daily_calls' ? id.replaceAll('/', ',') : id
    const known = rows.get(resource)
    if (known) known.push(key)
    else rows.set(resource, [key])
  })
  return rows
}

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
 * `isRepeated`: rows that stayed as they are were not staged.
 */
export function rowsApart(database: Database, resource: ResourceName, isRepeated: boolean, wanted?: string): RowsApart {
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
  const apart = { changed: changed.sort((a, b) => byLine(a.incoming, b.incoming)), added: added.sort(byLine) }
  if (isRepeated) return { ...apart, gone: goneOfMissing(database, resource) }
  const stayed = countOf(database, `incoming_${resource}`) - news - returned
  const isAnyGone = countOf(database, `${resource} WHERE state = 'present'`) > stayed
  return { ...apart, gone: isAnyGone ? goneRows(database, resource) : [] }
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

/**
 * The same, found from the rows of the export before that were not repeated. An event that named another case lies in the
 * store under the case that counts: such a row has an undeclared change and is found by its number alone.
 */
function goneOfMissing(database: Database, resource: ResourceName): HeldRow[] {
  const keys = STORE_KEYS[resource].map((name) => `m."${name}" = h."${name}"`).join(' AND ')
  const order = resource === 'cases' ? 'h.id' : quoted(STORE_KEYS[resource], 'h')
  const isGone = `h.state = 'present' AND NOT EXISTS (SELECT 1 FROM incoming_${resource} i WHERE ${onKeys(resource)})`
  const moved = `SELECT h.* FROM events h JOIN missing_events m ON m.event_id = h.event_id AND m.case_id <> h.case_id
     WHERE h.undeclared IS NOT NULL AND ${isGone}`
  const rows: HeldRow[] = []
  database
    .prepare(
      `SELECT ${heldColumns(resource)} FROM (
         SELECT h.* FROM missing_${resource} m CROSS JOIN ${resource} h ON ${keys} WHERE ${isGone}
         ${resource === 'events' ? `UNION ALL ${moved}` : ''}) h ORDER BY ${order}`,
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

/** Whether the new export holds a row by the identifier that corrections use. `isRepeated` as in `rowsApart`. */
export function isIncoming(database: Database, resource: ResourceName, rowId: string, isRepeated: boolean): boolean {
  const key = resource === 'events' ? ['event_id'] : STORE_KEYS[resource]
  const parts = key.length === 1 ? [rowId] : rowId.split('/')
  if (parts.length !== key.length) return false
  const where = key.map((name) => `"${name}" = ?`).join(' AND ')
  const has = (table: string) => database.prepare(`SELECT 1 FROM ${table} WHERE ${where}`).first(parts) !== undefined
  if (has(`incoming_${resource}`)) return true
  return isRepeated && !has(`missing_${resource}`) && has(`(SELECT * FROM ${resource} WHERE state = 'present')`)
}
