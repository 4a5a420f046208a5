/** One case with its timeline, its versions export by export, and where each comes from. */
import type { CaseDetail, CaseEvent, CaseVersion } from '../../../shared/contract/results/cases'
import type { CodeOfFinding } from '../../../shared/contract/results/common'
import { FINDING_CODES } from '../../../shared/export/codes'
import { epochSeconds } from '../../../shared/export/time'
import type { LedgerEntry } from '../store/ledger'
import { columnNames } from '../store/schema'
import type { Database, SqlValue } from '../store/sqlite'
import type { UnitStore } from '../store/unitStore'

type Values = Readonly<Record<string, string | null>>
/** The parts of a case that its unit's store knows. */
export type StoredCase = Pick<CaseDetail, 'case' | 'events' | 'versions' | 'provenance' | 'findings'> & {
  /** cells in the order of cases.csv */
  cells: readonly (string | null)[]
}

const number = (value: SqlValue | undefined) => (value === null || value === undefined ? null : Number(value))

/** In the order in which they happened: offsets differ, so that texts would not do. */
function eventsOf(database: Database, caseId: string): CaseEvent[] {
  const rows = database
    .prepare(
      `SELECT event_id, event_type, occurred_at, recorded_at, actor_role, sequence, row FROM events
       WHERE case_id = ? AND state <> 'removed' ORDER BY event_id`,
    )
    .objects([caseId]) as unknown as CaseEvent[]
  return rows.toSorted((a, b) => epochSeconds(a.occurred_at) - epochSeconds(b.occurred_at))
}

function findingsOf(database: Database, caseId: string): CaseDetail['findings'] {
  return database
    .prepare('SELECT * FROM row_findings WHERE case_id = ? ORDER BY sequence, id')
    .objects([caseId])
    .map(({ code, field, resource, row_id, old_value, new_value, sequence, previous_sequence, row }) => ({
      code: code as CodeOfFinding,
      severity: FINDING_CODES[code as CodeOfFinding].severity,
      field: field as string | null,
      details: {
        resource,
        row_id,
        old_value,
        new_value,
        sequence,
        previous_sequence,
        row,
      } as CaseDetail['findings'][number]['details'],
    }))
}

/** Oldest first. The store keeps the present version whole and, of each one before, what the next replaced. */
function versionsOf(
  database: Database,
  caseId: string,
  present: { values: Values; sequence: number; row: number | null },
  ledger: readonly LedgerEntry[],
): CaseVersion[] {
  const earlier = database
    .prepare('SELECT sequence, row, before FROM case_versions WHERE case_id = ? ORDER BY sequence DESC')
    .all([caseId])
  const states = [present]
  let { values } = present
  for (const [sequence, row, before] of earlier) {
    values = { ...values, ...(JSON.parse(String(before)) as Values) }
    states.push({ values, sequence: Number(sequence), row: number(row) })
  }
  return states.toReversed().flatMap((state) => {
    const entry = ledger.find((one) => one.sequence === state.sequence && one.state === 'accepted')
    if (!entry) return []
    const { descriptor_sha256, archive_sha256, imported_at, as_of } = entry
    return [{ ...state, descriptor_sha256, archive_sha256, received_by_console_at: imported_at, as_of }]
  })
}

/** null when the unit never reported the case. */
export function readStoredCase(store: UnitStore, caseId: string): StoredCase | null {
  const { database } = store
  const row = database.prepare('SELECT * FROM cases WHERE case_id = ?').objects([caseId])[0]
  if (!row) return null
  const names = columnNames('cases')
  const cells = names.map((name) => (row[name] ?? null) as string | null)
  const counts = Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null]))
  const undeclared = typeof row['undeclared'] === 'string' ? (JSON.parse(row['undeclared']) as Values) : {}
  const present = { values: { ...counts, ...undeclared }, sequence: Number(row['sequence']), row: number(row['row']) }
  const ledger = store.ledger()
  const last = ledger.find((one) => one.sequence === Number(row['last_sequence']) && one.state === 'accepted')
  if (!last) throw new Error('a case comes from an accepted export')
  const { sequence, descriptor_sha256, archive_sha256, kid, signer_unit, file_name, created, as_of, imported_at } = last
  return {
    cells,
    case: counts,
    events: eventsOf(database, caseId),
    versions: versionsOf(database, caseId, present, ledger),
    provenance: { sequence, descriptor_sha256, archive_sha256, kid, row: Number(row['last_row']), signer_unit, file_name, created, as_of, imported_at },
    findings: findingsOf(database, caseId),
  } // prettier-ignore
}
