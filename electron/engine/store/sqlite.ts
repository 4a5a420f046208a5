/**
 * The one door to sql.js 1.16 (SQLite in WebAssembly, whole database in memory). It owns binding, because sql.js
 * ignores unknown named parameters and binds missing ones as NULL; here both are bugs and throw.
 * Integers beyond 2^31 are bound as doubles; in STRICT integer columns they come back as the integers they were.
 */
import initSqlJs from 'sql.js/dist/sql-wasm-inline.js'
import type { Database as RawDatabase, SqlJsStatic, Statement as RawStatement } from 'sql.js'
import { startWithHeap, type Heap } from './heap'

export type SqlValue = string | number | null
export type SqlRow = readonly SqlValue[]
export type Named = Readonly<Record<string, SqlValue>>
type Params = SqlRow | Named

let loading: ReturnType<typeof load> | undefined

/**
 * sql.js reads texts with a TextDecoder that takes a U+FEFF at the beginning for a byte order mark and drops it: what is
 * read would not be what was reported. It makes its decoder while it starts, and is lent one that keeps the character.
 */
function start(): Promise<SqlJsStatic> {
  const { TextDecoder: Lossy } = globalThis
  globalThis.TextDecoder = class extends Lossy {
    constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }) {
      super(label, { ...options, ignoreBOM: true })
    }
  }
  try {
    return initSqlJs()
  } finally {
    globalThis.TextDecoder = Lossy
  }
}

const load = () => startWithHeap(start)

/** Begins to translate SQLite on other threads, for whoever opens a database soon. */
export function prepareSqlite(): void {
  loading ??= load()
  loading.catch(() => undefined)
}

const LITERALS = /'(?:[^']|'')*'|"[^"]*"|--[^\n]*/g

/** A prepared statement; parameters are `?` with an array of the same length, or `:name` with exactly those names. */
export class Statement {
  private readonly raw: RawStatement
  private readonly names: readonly string[]
  private readonly marks: number
  /** null: sql.js binds and reads */
  private readonly pointer: number | null

  constructor(
    database: RawDatabase,
    private readonly sql: string,
    private readonly heap: Heap | null,
  ) {
    const text = sql.replace(LITERALS, '')
    this.names = [...new Set([...text.matchAll(/:([a-z_][a-z0-9_]*)/gi)].map((match) => match[1] ?? ''))]
    this.marks = text.split('?').length - 1
    this.raw = database.prepare(sql)
    this.pointer = heap && heap.pointerOf(this.raw, sql)
  }

  private bind(params: Params): void {
    if (Array.isArray(params)) {
      if (params.length !== this.marks || this.names.length > 0) throw this.wrong(`${params.length} values`)
      this.raw.bind(params as SqlValue[])
      return
    }
    const named = params as Named
    const keys = Object.keys(named)
    if (this.marks > 0 || keys.length !== this.names.length || this.names.some((name) => named[name] === undefined))
      throw this.wrong(keys.join(', '))
    this.raw.bind(Object.fromEntries(keys.map((key) => [`:${key}`, named[key] ?? null])))
  }

  /** `params` can be bound without sql.js. */
  private isDirect(params: Params): params is SqlRow {
    return this.pointer !== null && Array.isArray(params) && params.length === this.marks && this.names.length === 0
  }

  private wrong(given: string): Error {
    return new Error(
      `statement needs ${this.marks} values and names [${this.names.join(', ')}], got ${given}: ${this.sql}`,
    )
  }

  /** Runs a statement that returns nothing. The hot path of an import: no checks but the number of values. */
  run(params: Params = []): void {
    if (this.isDirect(params) && this.heap!.run(this.pointer!, params)) return
    this.bind(params)
    this.raw.step()
    this.raw.reset()
  }

  /** Calls `visit` with each row as an array; the array is new for each row. */
  each(params: Params, visit: (row: SqlRow) => void): void {
    this.bind(params)
    try {
      while (this.raw.step()) visit(this.raw.get() as SqlValue[])
    } finally {
      this.raw.reset()
    }
  }

  first(params: Params = []): SqlRow | undefined {
    this.bind(params)
    try {
      return this.raw.step() ? (this.raw.get() as SqlValue[]) : undefined
    } finally {
      this.raw.reset()
    }
  }

  all(params: Params = []): SqlRow[] {
    const rows: SqlRow[] = []
    this.each(params, (row) => rows.push(row))
    return rows
  }

  /** Rows as objects keyed by column name; for small results that are read once. */
  objects(params: Params = []): Record<string, SqlValue>[] {
    const names = this.raw.getColumnNames()
    return this.all(params).map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? null])))
  }
}

export class Database {
  private readonly statements = new Map<string, Statement>()
  private open = false

  constructor(
    private readonly raw: RawDatabase,
    private readonly heap: Heap | null,
    journal: boolean,
  ) {
    raw.exec(
      `PRAGMA journal_mode=${journal ? 'memory' : 'off'}; PRAGMA synchronous=off; PRAGMA locking_mode=exclusive;
       PRAGMA temp_store=memory; PRAGMA cache_size=-65536; PRAGMA trusted_schema=off`,
    )
  }

  /** Several statements without parameters or results. */
  exec(sql: string): void {
    this.raw.exec(sql)
  }

  /** Prepared once per text and kept until the database is closed. */
  prepare(sql: string): Statement {
    let statement = this.statements.get(sql)
    if (!statement) this.statements.set(sql, (statement = new Statement(this.raw, sql, this.heap)))
    return statement
  }

  /** Opens a transaction that `commit` ends. Without a journal nothing can be rolled back: drop the database instead. */
  begin(): void {
    this.raw.exec('BEGIN')
    this.open = true
  }

  commit(): void {
    this.raw.exec('COMMIT')
    this.open = false
  }

  /** All or nothing, for databases with a journal. */
  transaction<T>(work: () => T): T {
    this.begin()
    try {
      const value = work()
      this.commit()
      return value
    } catch (error) {
      this.raw.exec('ROLLBACK')
      this.open = false
      throw error
    }
  }

  /** The database file's bytes. Before sql.js 1.15.2 this ended an open transaction silently: here it is a bug. */
  bytes(): Uint8Array {
    if (this.open) throw new Error('a database is not exported inside a transaction')
    return this.raw.export()
  }

  /** Frees all statements and the memory of the database; it cannot be used afterwards. */
  close(): void {
    this.statements.clear()
    this.raw.close()
  }
}

/** `journal` false is for stores that are thrown away when a load fails; true for data that people wrote. */
export interface OpenOptions {
  journal?: boolean
  /** rows are bound by sql.js as it comes, for comparison */
  plain?: boolean
}

/** An empty database. */
export async function createDatabase({ journal = false, plain = false }: OpenOptions = {}): Promise<Database> {
  const { sql, heap } = await (loading ??= load())
  return new Database(new sql.Database(), plain ? null : heap, journal)
}

/** A copy of a saved database; null when the bytes are none. */
export async function readDatabase(bytes: Uint8Array, { journal = false }: OpenOptions = {}): Promise<Database | null> {
  const { sql, heap } = await (loading ??= load())
  const raw = new sql.Database(bytes)
  try {
    return new Database(raw, heap, journal)
  } catch {
    raw.close()
    return null
  }
}
