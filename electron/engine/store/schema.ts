/**
 * One reporting unit's database. Data tables derive from the format's definition: every column as CSV text, empty as
 * NULL, so that values compare and print exactly as they were reported.
 *
 * The columns of a row hold the values that count in figures; `undeclared` holds, as JSON, those that the unit now
 * reports otherwise without having declared the change. `sequence` and `row` say which export and line first reported
 * the row's present version. `state`:
 * present = in the last accepted export · left = the coverage moved past it, last values count ·
 * deleted = gone without a correction, last values count · removed = gone by a declared correction, counts no more.
 */
import { RESOURCES, type ResourceName } from '../../../shared/export/enums'
import { TABLES } from '../../../shared/export/tables'

export const STORE_VERSION = 1
const ROW_STATES = ['present', 'left', 'deleted', 'removed'] as const
export type RowState = (typeof ROW_STATES)[number]

/** Order of the primary key: events lie beside their case. */
export const STORE_KEYS: Readonly<Record<ResourceName, readonly string[]>> = {
  cases: ['case_id'],
  events: ['case_id', 'event_id'],
  community_sessions: ['session_id'],
  daily_calls: ['unit_code', 'date', 'line'],
  corrections: ['correction_id'],
}
export const columnNames = (resource: ResourceName): readonly string[] =>
  TABLES[resource].columns.map(({ name }) => name)

const meta = `sequence INTEGER NOT NULL, row INTEGER,
  state TEXT NOT NULL DEFAULT 'present' CHECK (state IN (${ROW_STATES.map((state) => `'${state}'`).join(', ')})), undeclared TEXT`

function dataTable(resource: ResourceName): string {
  const key = STORE_KEYS[resource]
  const columns = columnNames(resource).map((name) => `"${name}" TEXT${key.includes(name) ? ' NOT NULL' : ''}`)
  if (resource === 'cases')
    return `CREATE TABLE cases (id INTEGER PRIMARY KEY, ${columns.join(', ')}, ${meta},
      first_sequence INTEGER NOT NULL, last_sequence INTEGER NOT NULL, last_row INTEGER, UNIQUE (case_id)) STRICT`
  return `CREATE TABLE ${resource} (${columns.join(', ')}, ${meta}, PRIMARY KEY (${key.join(', ')})) STRICT, WITHOUT ROWID`
}

/** The unit's ledger. Two exports of one sequence are both kept: the second lies in quarantine as a fork. */
const LEDGER = `
CREATE TABLE exports (
  id INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, descriptor_sha256 TEXT NOT NULL, archive_sha256 TEXT NOT NULL,
  previous_sha256 TEXT, state TEXT NOT NULL CHECK (state IN ('accepted', 'quarantined', 'rejected')), outcome TEXT NOT NULL,
  kid TEXT NOT NULL, signer_unit TEXT NOT NULL, created TEXT NOT NULL, as_of TEXT NOT NULL,
  period_from TEXT NOT NULL, period_to TEXT NOT NULL, coverage_from TEXT NOT NULL, registry_version INTEGER NOT NULL,
  rows TEXT NOT NULL, imported_at TEXT NOT NULL, file_name TEXT NOT NULL, findings TEXT NOT NULL,
  UNIQUE (sequence, descriptor_sha256)
) STRICT`

/** Earlier versions of a case as reverse deltas: "before" holds, as JSON, the values that the next version replaced. */
const VERSIONS = `
CREATE TABLE case_versions (
  case_id TEXT NOT NULL, sequence INTEGER NOT NULL, row INTEGER, before TEXT NOT NULL, PRIMARY KEY (case_id, sequence)
) STRICT, WITHOUT ROWID`

/** What was found at single rows: comparison and semantics. `case_id` is set where the row is, or belongs to, a case. */
const FINDINGS = `
CREATE TABLE row_findings (
  id INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, previous_sequence INTEGER, code TEXT NOT NULL, resource TEXT NOT NULL,
  row_id TEXT NOT NULL, case_id TEXT, field TEXT, old_value TEXT, new_value TEXT, row INTEGER
) STRICT;
CREATE INDEX row_findings_by_case ON row_findings (case_id) WHERE case_id IS NOT NULL`

export const SCHEMA = [
  'CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
  LEDGER,
  ...RESOURCES.map(dataTable),
  VERSIONS,
  FINDINGS,
].join(';\n')

/**
 * Rows of the export being compared, in memory only: never part of the saved file. Of a table whose unchanged rows were
 * recognised before, `incoming` holds the others, `missing` the keys of the rows of the export before that were not
 * repeated, and `repeated` where runs of repeated cases began and by how many lines they moved.
 */
export const STAGING = [
  ...RESOURCES.flatMap((resource) => {
    const columns = columnNames(resource).map((name) => `"${name}" TEXT`)
    const keys = STORE_KEYS[resource].join(', ')
    return [
      `CREATE TEMP TABLE incoming_${resource} (${columns.join(', ')}, row INTEGER NOT NULL, PRIMARY KEY (${keys})) WITHOUT ROWID`,
      `CREATE TEMP TABLE missing_${resource} (${STORE_KEYS[resource].map((name) => `"${name}" TEXT`).join(', ')}, PRIMARY KEY (${keys})) WITHOUT ROWID`,
    ]
  }),
  'CREATE TEMP TABLE repeated_cases (first INTEGER PRIMARY KEY, moved INTEGER NOT NULL)',
].join(';\n')
export const UNSTAGING = [
  ...RESOURCES.flatMap((resource) => [`DROP TABLE temp.incoming_${resource}`, `DROP TABLE temp.missing_${resource}`]),
  'DROP TABLE temp.repeated_cases',
].join(';\n')
