/**
 * One reporting unit's store: a sql.js database held in memory while it is used, saved whole by the archive.
 * The signed exports are the truth; a store can always be made again from them.
 */
import type { FindingCode } from '../../../shared/export/codes'
import { appendToLedger, readLedger, reviseLedger, type LedgerEntry } from './ledger'
import { SCHEMA, STORE_VERSION, columnNames } from './schema'
import { createDatabase, readDatabase, type Database, type SqlRow } from './sqlite'

type TextRow = readonly (string | null)[]
/** Rows that count: all but those removed by a declared correction. */
const COUNTS = `state <> 'removed'`

/** A database with the tables and no row: made once a thread, copied for every new unit. */
let blank: Uint8Array | undefined

async function emptyStore(): Promise<Database> {
  const copy = blank && (await readDatabase(blank))
  if (copy) return copy
  const database = await createDatabase()
  database.exec(SCHEMA)
  blank = database.bytes()
  return database
}

export class UnitStore {
  private constructor(
    readonly unit: string,
    readonly database: Database,
  ) {}

  /** An empty store. */
  static async create(unit: string): Promise<UnitStore> {
    const database = await emptyStore()
    const put = database.prepare('INSERT INTO meta (key, value) VALUES (?, ?)')
    put.run(['version', String(STORE_VERSION)])
    put.run(['unit', unit])
    return new UnitStore(unit, database)
  }

  /** A copy of a saved store; null when the bytes are no store of this unit and version (rebuild it from evidence). */
  static async open(unit: string, bytes: Uint8Array): Promise<UnitStore | null> {
    const database = await readDatabase(bytes)
    if (!database) return null
    try {
      const meta = new Map(database.prepare('SELECT key, value FROM meta').all().map(([key, value]) => [key, value])) // prettier-ignore
      if (meta.get('version') === String(STORE_VERSION) && meta.get('unit') === unit)
        return new UnitStore(unit, database)
    } catch {
      // A database without our tables, or one damaged further in: the same answer as another version.
    }
    database.close()
    return null
  }

  /** Hash of the decisions that this store was made with; empty without any. */
  get decisions(): string {
    return String(this.database.prepare(`SELECT value FROM meta WHERE key = 'decisions'`).first()?.[0] ?? '')
  }

  set decisions(hash: string) {
    this.database.prepare(`INSERT OR REPLACE INTO meta (key, value) VALUES ('decisions', ?)`).run([hash])
  }

  /** By sequence. */
  ledger(): LedgerEntry[] {
    return readLedger(this.database)
  }

  append(entry: Omit<LedgerEntry, 'id'>): LedgerEntry {
    return appendToLedger(this.database, entry)
  }

  revise(entry: Omit<LedgerEntry, 'id'>): LedgerEntry {
    return reviseLedger(this.database, entry)
  }

  /** Every case that counts, with the values that count; `id` is stable inside this version of the store. */
  eachCase(visit: (id: number, values: TextRow) => void): void {
    const columns = columnNames('cases').map((name) => `"${name}"`)
    this.database
      .prepare(`SELECT ${columns.join(', ')}, id FROM cases WHERE ${COUNTS} ORDER BY id`)
      .each([], (row) => visit(row[columns.length] as number, row as TextRow))
  }

  eachEvent(visit: (caseId: string, eventType: string, occurredAt: string) => void): void {
    this.database
      .prepare(`SELECT case_id, event_type, occurred_at FROM events WHERE ${COUNTS} ORDER BY case_id, event_id`)
      .each([], (row) => visit(row[0] as string, row[1] as string, row[2] as string))
  }

  eachSession(visit: (values: TextRow) => void): void {
    this.eachRow('community_sessions', visit)
  }

  eachCall(visit: (values: TextRow) => void): void {
    this.eachRow('daily_calls', visit)
  }

  private eachRow(resource: 'community_sessions' | 'daily_calls', visit: (values: TextRow) => void): void {
    const columns = columnNames(resource).map((name) => `"${name}"`)
    this.database
      .prepare(`SELECT ${columns.join(', ')} FROM ${resource} WHERE ${COUNTS}`)
      .each([], (row) => visit(row as TextRow))
  }

  /** Codes found at a case or its events that need clarification, each once. */
  caseFlags(): Map<string, FindingCode[]> {
    const flags = new Map<string, FindingCode[]>()
    const visit = ([caseId, code]: SqlRow) => {
      const codes = flags.get(String(caseId))
      if (codes) codes.push(code as FindingCode)
      else flags.set(String(caseId), [code as FindingCode])
    }
    this.database
      .prepare(
        `SELECT DISTINCT case_id, code FROM row_findings WHERE case_id IS NOT NULL AND code <> 'CORRECTION-DECLARED' ORDER BY case_id, code`,
      )
      .each([], visit)
    return flags
  }

  /** SQLite's own check of the whole file. */
  isSound(): boolean {
    try {
      return this.database.prepare('PRAGMA integrity_check').first()?.[0] === 'ok'
    } catch {
      return false
    }
  }

  bytes(): Uint8Array {
    return this.database.bytes()
  }

  close(): void {
    this.database.close()
  }
}
