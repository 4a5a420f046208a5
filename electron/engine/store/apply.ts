/** Writes an accepted export's differences into the unit's tables: new versions, first reported values that stay. */
import { RESOURCES } from '../../../shared/export/enums'
import type { Comparison, RowChange, RowGone, RowNote } from './compare'
import type { SnapshotLoader } from './loader'
import { STORE_KEYS, columnNames } from './schema'
import type { Database, SqlValue } from './sqlite'

const whereKey = (resource: RowChange['resource']) => STORE_KEYS[resource].map((name) => `"${name}" = ?`).join(' AND ')

/** The case's version so far moves to `case_versions`, with the values that the new one replaces. */
function keepVersion(
  database: Database,
  change: RowChange | RowGone,
  before: Readonly<Record<string, string | null>>,
): void {
  const { held, key } = change
  database
    .prepare('INSERT OR REPLACE INTO case_versions (case_id, sequence, row, before) VALUES (?, ?, ?, ?)')
    .run([key[0] ?? null, held.sequence, held.row, JSON.stringify(before)])
}

function applyChange(database: Database, change: RowChange, sequence: number): void {
  const { resource, key, held, incoming, differences } = change
  const replaced = Object.fromEntries(differences.map(({ column, before }) => [column.name, before]))
  const isNewVersion = differences.length > 0 || held.state !== 'present'
  if (resource === 'cases' && isNewVersion) keepVersion(database, change, replaced)
  const names = columnNames(resource)
  const undeclared = Object.keys(change.undeclared).length > 0 ? JSON.stringify(change.undeclared) : null
  const values: SqlValue[] = [
    ...change.counts,
    undeclared,
    isNewVersion ? sequence : held.sequence,
    isNewVersion ? incoming.row : held.row,
  ]
  database
    .prepare(
      `UPDATE ${resource} SET ${names.map((name) => `"${name}" = ?`).join(', ')}, undeclared = ?, sequence = ?, row = ?, state = 'present'
       WHERE ${whereKey(resource)}`,
    )
    .run([...values, ...key])
}

function applyGone(database: Database, gone: RowGone, sequence: number): void {
  const { resource, key, state } = gone
  if (resource === 'cases' && state !== 'left') {
    keepVersion(database, gone, {})
    database
      .prepare('UPDATE cases SET state = ?, sequence = ?, row = NULL WHERE case_id = ?')
      .run([state, sequence, key[0] ?? null])
    return
  }
  database.prepare(`UPDATE ${resource} SET state = ? WHERE ${whereKey(resource)}`).run([state, ...key])
}

function addRows(database: Database, sequence: number): void {
  for (const resource of RESOURCES) {
    const columns = columnNames(resource).map((name) => `"${name}"`).join(', ') // prettier-ignore
    const same = STORE_KEYS[resource].map((name) => `h."${name}" = i."${name}"`).join(' AND ')
    const isCases = resource === 'cases'
    database
      .prepare(
        `INSERT INTO ${resource} (${columns}, row, sequence${isCases ? ', last_row, first_sequence, last_sequence' : ''})
         SELECT ${columns}, row, :sequence${isCases ? ', row, :sequence, :sequence' : ''} FROM incoming_${resource} i
         WHERE NOT EXISTS (SELECT 1 FROM ${resource} h WHERE ${same}) ORDER BY i.row`,
      )
      .run({ sequence })
  }
  database
    .prepare(
      `UPDATE cases SET last_sequence = :sequence, last_row = i.row FROM incoming_cases i WHERE i.case_id = cases.case_id`,
    )
    .run({ sequence })
}

/** Cases that the export before and this one have alike: those present that were not staged. */
function keepRepeated(database: Database, sequence: number, previous: number): void {
  database
    .prepare(
      `UPDATE cases SET last_sequence = :sequence, last_row = last_row + (
         SELECT moved FROM repeated_cases r WHERE r.first <= cases.last_row ORDER BY r.first DESC LIMIT 1)
       WHERE last_sequence = :previous AND state = 'present'`,
    )
    .run({ sequence, previous })
}

/** What was said of rows alone holds until the row is reported again. After the rows of a staged export are in, before its notes. */
function clearNotes(database: Database): void {
  database.exec(
    `DELETE FROM row_findings WHERE previous_sequence IS NULL
       AND EXISTS (SELECT 1 FROM cases c WHERE c.case_id = row_findings.case_id AND c.state = 'present')`,
  )
}

/** `previousSequence` is null for flags at the rows of an export alone (semantics, offsets). */
function writeRowNotes(
  database: Database,
  findings: readonly RowNote[],
  sequence: number,
  previousSequence: number | null,
): void {
  const insert = database.prepare(
    `INSERT INTO row_findings (sequence, previous_sequence, code, resource, row_id, case_id, field, old_value, new_value, row)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const { code, resource, rowId, caseId, field, before, after, row } of findings)
    insert.run([sequence, previousSequence, code, resource, rowId, caseId, field, before, after, row])
}

/**
 * Makes the export in `loader` the one that the rows show. `compared`: what the comparison with the accepted export
 * before it found; null for a unit's first. The store is dropped when this throws.
 */
export function applySnapshot(
  database: Database,
  loader: SnapshotLoader,
  sequence: number,
  compared: { comparison: Comparison; previousSequence: number } | null,
): void {
  database.begin()
  if (compared) {
    const { changed, gone, findings } = compared.comparison
    for (const change of changed) {
      applyChange(database, change, sequence)
      if (change.movedFrom)
        database
          .prepare(`DELETE FROM incoming_${change.resource} WHERE ${whereKey(change.resource)}`)
          .run(change.movedFrom)
    }
    for (const one of gone) applyGone(database, one, sequence)
    addRows(database, sequence)
    if (loader.repeated.has('cases')) keepRepeated(database, sequence, compared.previousSequence)
    clearNotes(database)
    writeRowNotes(database, findings, sequence, compared.previousSequence)
  }
  writeRowNotes(database, loader.notes, sequence, null)
  database.commit()
  loader.forget()
}
