/** The unit's ledger: every export that was accepted, lies in quarantine or was rejected by a person, as the store's table `exports` holds it. */
import type { Finding, IntakeOutcome } from '../../../shared/export/codes'
import type { ResourceName } from '../../../shared/export/enums'
import type { RevisedCells } from './revised'
import type { Database, SqlValue } from './sqlite'

export interface LedgerEntry {
  /** number inside this version of the store */
  id: number
  sequence: number
  descriptor_sha256: string
  /** of the ZIP file as it lies in the evidence folder */
  archive_sha256: string
  /** the descriptor hash that this export names as its predecessor; null for sequence 1 */
  previous_sha256: string | null
  /** rejected = by a person: kept as evidence, out of the chain */
  state: 'accepted' | 'quarantined' | 'rejected'
  outcome: IntakeOutcome
  kid: string
  signer_unit: string
  created: string
  as_of: string
  period_from: string
  period_to: string
  coverage_from: string
  registry_version: number
  rows: Readonly<Record<ResourceName, number>>
  /** ISO 8601, by this console's clock */
  imported_at: string
  /** as it was handed over; never trusted */
  file_name: string
  findings: readonly Finding[]
  /** against the accepted export before; absent for a unit's first, and where a console did not count it yet */
  revised?: RevisedCells | undefined
}
/** The ledger of one reporting unit, by sequence; of two with one number the one that came first. */
export interface UnitLedger {
  unit: string
  exports: readonly LedgerEntry[]
}

const COLUMNS = [
  'sequence', 'descriptor_sha256', 'archive_sha256', 'previous_sha256', 'state', 'outcome', 'kid', 'signer_unit',
  'created', 'as_of', 'period_from', 'period_to', 'coverage_from', 'registry_version', 'imported_at', 'file_name',
] as const satisfies readonly (keyof LedgerEntry)[] // prettier-ignore

/** Before a descriptor's hash: the key under which an export's revised cells are kept. */
const REVISED = 'revised '

export function readLedger(database: Database): LedgerEntry[] {
  return database
    .prepare(
      `SELECT e.*, m.value AS revised FROM exports e LEFT JOIN meta m ON m.key = '${REVISED}' || e.descriptor_sha256
       ORDER BY e.sequence, e.id`,
    )
    .objects()
    .map(({ revised, ...row }) => ({
      ...(row as unknown as LedgerEntry),
      rows: JSON.parse(String(row['rows'])) as LedgerEntry['rows'],
      findings: JSON.parse(String(row['findings'])) as Finding[],
      ...(revised !== null && { revised: JSON.parse(String(revised)) as RevisedCells }),
    }))
}

/** Appends an entry; its `id` is given by the database. */
export function appendToLedger(database: Database, entry: Omit<LedgerEntry, 'id'>): LedgerEntry {
  const marks = [...COLUMNS, 'rows', 'findings']
  const values: SqlValue[] = COLUMNS.map((name) => entry[name])
  database
    .prepare(`INSERT INTO exports (${marks.join(', ')}) VALUES (${marks.map(() => '?').join(', ')})`)
    .run([...values, JSON.stringify(entry.rows), JSON.stringify(entry.findings)])
  if (entry.revised)
    database
      .prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)')
      .run([REVISED + entry.descriptor_sha256, JSON.stringify(entry.revised)])
  const id = database.prepare('SELECT max(id) FROM exports').first()?.[0]
  return { ...entry, id: Number(id) }
}

/** Replaces what was said about an export that is in the ledger already. */
export function reviseLedger(database: Database, entry: Omit<LedgerEntry, 'id'>): LedgerEntry {
  const { descriptor_sha256, outcome, kid, signer_unit, findings } = entry
  const row = database
    .prepare(
      'UPDATE exports SET outcome = ?, kid = ?, signer_unit = ?, findings = ? WHERE descriptor_sha256 = ? RETURNING id',
    )
    .first([outcome, kid, signer_unit, JSON.stringify(findings), descriptor_sha256])
  if (!row) throw new Error('only an export of the ledger is revised')
  return { ...entry, id: Number(row[0]) }
}

/** The accepted export with the highest sequence: what the current rows show. */
export function headOf(ledger: readonly LedgerEntry[]): LedgerEntry | undefined {
  return ledger.findLast((entry) => entry.state === 'accepted')
}
