/**
 * Takes the authenticated rows of one export. The first export of a unit goes straight into its tables; a later one is
 * staged beside them, so that it can be compared and only then be applied, or forgotten.
 */
import type { FindingCode } from '../../../shared/export/codes'
import { RESOURCES, type ResourceName } from '../../../shared/export/enums'
import type { RowNote } from './compare'
import { STAGING, STORE_KEYS, UNSTAGING, columnNames } from './schema'
import type { Database, SqlValue, Statement } from './sqlite'

/** What is known of the export before by its lines: see `HeldExport`. */
export interface Repeats {
  repeats: (resource: ResourceName, bytes: Buffer, start: number, end: number, line: number) => boolean
  readonly repeated: ReadonlySet<ResourceName>
  runs: (resource: ResourceName) => readonly { line: number; now: number }[]
  eachOther: (resource: ResourceName, visit: (fields: readonly string[]) => void) => void
}

interface Target {
  statement: Statement
  /** one array for all rows: binding copies it */
  params: SqlValue[]
  width: number
}

function directInsert(resource: ResourceName, sequence: number): string {
  const names = columnNames(resource)
  const marks = names.map(() => '?').join(', ')
  const columns = names.map((name) => `"${name}"`).join(', ')
  return resource === 'cases'
    ? `INSERT INTO cases (${columns}, row, last_row, sequence, first_sequence, last_sequence)
       VALUES (${marks}, ?, ?, ${sequence}, ${sequence}, ${sequence})`
    : `INSERT INTO ${resource} (${columns}, row, sequence) VALUES (${marks}, ?, ${sequence})`
}

function stagedInsert(resource: ResourceName): string {
  const names = columnNames(resource)
  return `INSERT INTO incoming_${resource} (${names.map((name) => `"${name}"`).join(', ')}, row) VALUES (${names.map(() => '?').join(', ')}, ?)`
}

export class SnapshotLoader {
  /** flags at rows of cases and events, to be kept when the export is accepted */
  readonly notes: RowNote[] = []
  private flags: { code: FindingCode; field: string }[] = []
  private readonly targets: Readonly<Record<ResourceName, Target>>
  /** rows taken so far */
  rows = 0

  /**
   * `direct`: the store holds no accepted export. `sequence` is the number of the export being loaded. `before`: the
   * export whose rows the store shows, when its lines are at hand.
   */
  constructor(
    private readonly database: Database,
    sequence: number,
    readonly direct: boolean,
    private readonly before: Repeats | null = null,
  ) {
    if (!Number.isSafeInteger(sequence)) throw new Error('a sequence is an integer')
    if (!direct) database.exec(STAGING)
    const target = (resource: ResourceName): Target => {
      const width = columnNames(resource).length
      const places = width + (direct && resource === 'cases' ? 2 : 1)
      const sql = direct ? directInsert(resource, sequence) : stagedInsert(resource)
      return { statement: database.prepare(sql), params: Array.from({ length: places }, () => null), width }
    }
    // What the checks ask for are defaults of the tables here: they would cost a third of all inserting.
    database.exec('PRAGMA ignore_check_constraints=ON')
    this.targets = Object.fromEntries(RESOURCES.map((resource) => [resource, target(resource)])) as typeof this.targets
    database.begin()
  }

  /** One row: `values` in the order of the table's columns, '' = empty; columns of a later minor version are left out. */
  row(resource: ResourceName, values: readonly string[], line: number): void {
    const { statement, params, width } = this.targets[resource]
    for (let index = 0; index < width; index++) params[index] = values[index] || null
    for (let index = width; index < params.length; index++) params[index] = line
    statement.run(params)
    this.rows++
    if (this.flags.length > 0) this.note(resource, values, line)
  }

  /** A row that need not come, because the store holds it as it is. */
  isHeld(resource: ResourceName, bytes: Buffer, start: number, end: number, line: number): boolean {
    if (!this.before?.repeats(resource, bytes, start, end, line)) return false
    this.rows++
    return true
  }

  /** Tables of which only the rows are staged that the export before does not have as they are. */
  get repeated(): ReadonlySet<ResourceName> {
    return this.before?.repeated ?? new Set()
  }

  /** A flag at the row that comes next. */
  flag(code: FindingCode, field: string): void {
    // Of a whole column with another offset one word a row is enough.
    if (code !== 'TIME-ZONE' || !this.flags.some((flag) => flag.code === code)) this.flags.push({ code, field })
  }

  private note(resource: ResourceName, values: readonly string[], line: number): void {
    const flags = this.flags
    this.flags = []
    const names = columnNames(resource)
    const caseId = values[names.indexOf('case_id')]
    if (caseId === undefined) return
    const rowId = values[0] ?? ''
    for (const { code, field } of flags)
      this.notes.push({
        code, resource, rowId, caseId, field, before: null, after: values[names.indexOf(field)] || null, row: line,
      }) // prettier-ignore
  }

  /** All rows are in: they can be compared (staged) or are part of the tables (direct). */
  finish(): void {
    if (this.before) this.stageRest(this.before)
    this.database.commit()
    this.database.exec('PRAGMA ignore_check_constraints=OFF')
  }

  private stageRest(before: Repeats): void {
    for (const resource of before.repeated) {
      const names = columnNames(resource)
      const places = STORE_KEYS[resource].map((name) => names.indexOf(name))
      const insert = this.database.prepare(
        `INSERT INTO missing_${resource} VALUES (${places.map(() => '?').join(', ')})`,
      )
      before.eachOther(resource, (fields) => insert.run(places.map((place) => fields[place] ?? '')))
    }
    const insert = this.database.prepare('INSERT INTO repeated_cases VALUES (?, ?)')
    for (const { line, now } of before.runs('cases')) insert.run([line, now - line])
  }

  /** Forgets staged rows. */
  forget(): void {
    if (!this.direct) this.database.exec(UNSTAGING)
  }
}
