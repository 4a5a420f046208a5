/** Undeclared changes of one unit, as its store found them, and what became of each. */
import { createHash } from 'node:crypto'
import { CHANGE_CODES, type ChangeCode, type ChangeState } from '../../../shared/contract/results/integrity'
import type { ResourceName } from '../../../shared/export/enums'
import { TABLES } from '../../../shared/export/tables'
import type { RowNote } from './compare'
import type { Cell } from './judge'
import type { LedgerEntry } from './ledger'
import { columnNames } from './schema'
import type { Database, SqlValue } from './sqlite'

export interface StoredChange extends RowNote {
  code: ChangeCode
  /** without the unit */
  id: string
  exports: [number, number]
  counts: Cell
  /** what a store without decisions says: never `accepted` */
  state: Exclude<ChangeState, 'accepted'>
}

const isChange = (code: string): code is ChangeCode => (CHANGE_CODES as readonly string[]).includes(code)
const ID_LENGTH = 32

/** The same observation has the same id in every replay. `descriptorSha256` is that of the export that brought it. */
export function changeId(descriptorSha256: string, note: RowNote): string {
  const { code, resource, rowId, field, before, after } = note
  const text = JSON.stringify([descriptorSha256, code, resource, rowId, field, before, after])
  return createHash('sha256').update(text).digest('hex').slice(0, ID_LENGTH)
}

interface RowNow {
  state: string
  counts: (column: string) => Cell
  reported: (column: string) => Cell
}

function rowBy(database: Database, resource: ResourceName, key: readonly string[], parts: readonly string[]) {
  if (parts.length !== key.length) return undefined
  const names = columnNames(resource).map((name) => `"${name}"`)
  const where = key.map((name) => `"${name}" = ?`).join(' AND ')
  return database.prepare(`SELECT ${names.join(', ')}, undeclared, state FROM ${resource} WHERE ${where}`).objects(parts)[0] // prettier-ignore
}

/** The row as it stands today; null when it cannot be found. An event lies beside the case that it counts for. */
function rowNow(database: Database, { resource, rowId, caseId }: RowNote): RowNow | null {
  const { key } = TABLES[resource]
  const parts = key.length === 1 ? [rowId] : rowId.split('/')
  const beside =
    resource === 'events' ? rowBy(database, resource, ['case_id', ...key], [caseId ?? '', rowId]) : undefined
  const row = beside ?? rowBy(database, resource, key, parts)
  if (!row) return null
  const undeclared =
    typeof row['undeclared'] === 'string' ? (JSON.parse(row['undeclared']) as Record<string, Cell>) : {}
  const counts = (column: string) => (row[column] ?? null) as Cell
  return {
    state: String(row['state']),
    counts,
    reported: (column) => (Object.hasOwn(undeclared, column) ? (undeclared[column] ?? null) : counts(column)),
  }
}

const text = (value: SqlValue | undefined): Cell => (value === null || value === undefined ? null : String(value))

/** In the order of exports, then of rows. An accepted fork of one number is the export that counts. */
export function readChanges(database: Database, ledger: readonly LedgerEntry[]): StoredChange[] {
  const hashOf = new Map(ledger.filter(({ state }) => state === 'accepted').map((entry) => [entry.sequence, entry.descriptor_sha256])) // prettier-ignore
  const rows = database
    .prepare('SELECT * FROM row_findings WHERE previous_sequence IS NOT NULL ORDER BY sequence, id')
    .objects()
  const notes = rows.flatMap((row) => {
    const code = String(row['code'])
    if (!isChange(code)) return []
    const note = {
      code, resource: row['resource'] as ResourceName, rowId: String(row['row_id']), caseId: text(row['case_id']), field: text(row['field']),
      before: text(row['old_value']), after: text(row['new_value']), row: row['row'] === null ? null : Number(row['row']),
    } // prettier-ignore
    const exports: [number, number] = [Number(row['previous_sequence']), Number(row['sequence'])]
    return [{ ...note, exports, id: changeId(hashOf.get(exports[1]) ?? '', note) }]
  })
  const fieldKey = ({ resource, rowId, field }: RowNote) => `${resource}\n${rowId}\n${field ?? '*'}`
  const edits = new Map<string, typeof notes>()
  for (const note of notes)
    if (note.code === 'SILENT-EDIT') edits.set(fieldKey(note), [...(edits.get(fieldKey(note)) ?? []), note])
  return notes.map((note) => {
    const now = rowNow(database, note)
    const later = (edits.get(fieldKey(note)) ?? []).filter(({ exports }) => exports[1] > note.exports[1])
    return { ...note, ...standingOf(note, now, later) }
  })
}

function standingOf(
  { code, field, after }: RowNote,
  now: RowNow | null,
  later: readonly RowNote[],
): Pick<StoredChange, 'counts' | 'state'> {
  if (field === null || field === '*') {
    const isBack = after === 'removed' && now?.state !== 'deleted'
    return { counts: null, state: isBack ? 'closed' : 'open' }
  }
  const counts = now?.counts(field) ?? null
  if (code !== 'SILENT-EDIT' || !now) return { counts, state: 'open' }
  const reported = now.reported(field)
  const isTakenBack = later.some((edit) => edit.after === counts)
  const isReplaced = reported === counts && reported !== after
  return { counts, state: isTakenBack || isReplaced ? 'closed' : 'open' }
}
