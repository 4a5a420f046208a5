/**
 * The engines that the same questions are put to. Two are loaded only when they are installed where the bench is run;
 * sql.js is always there, because it holds our units' stores.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { QueryContext } from '../../engine/analytics/context'
import { createDatabase } from '../../engine/store/sqlite'
import { COVERING, CREATE, type Ask, type Dialect } from './sql'
import { COLUMNS, eachRow } from './table'

const PEERS = ['duckdb', 'better_sqlite3', 'sql_js'] as const
export type PeerName = (typeof PEERS)[number]
export interface Peer {
  name: PeerName
  dialect: Dialect
  ask: Ask
  close: () => void
}
/** Not in the lock file: one of them is compiled where no binary fits, and an install must not need a compiler. */
const VERSIONS = { duckdb: '1.5.6-r.1', better_sqlite3: '12.11.1' } as const
const PACKAGES = { duckdb: '@duckdb/node-api', better_sqlite3: 'better-sqlite3' } as const
const SQLITE: Dialect = { least: 'min', divide: '/' }
const INSERT = `INSERT INTO cases VALUES (${COLUMNS.map(() => '?').join(', ')})`

/** A package of the folder that the bench is run in, else of the project; null when neither has it. */
async function installed<T>(name: string): Promise<T | null> {
  for (const from of [join(process.cwd(), 'package.json'), __filename]) {
    try {
      return (await import(pathToFileURL(createRequire(from).resolve(name)).href)) as T
    } catch {
      // looked for in the next place
    }
  }
  return null
}

/** How to install the peers that are missing; null when none is. */
export function howToInstall(peers: readonly Peer[]): string | null {
  const missing = (['duckdb', 'better_sqlite3'] as const).filter((name) => !peers.some((peer) => peer.name === name))
  return missing.length === 0
    ? null
    : `npm i --no-save ${missing.map((name) => `${PACKAGES[name]}@${VERSIONS[name]}`).join(' ')}`
}

/** Every peer that can be had, filled with the cases. */
export async function openPeers(context: QueryContext): Promise<Peer[]> {
  const peers = [await duckdb(context), await betterSqlite(context), await sqlJs(context)]
  return peers.filter((peer) => peer !== null)
}

interface DuckAppender {
  appendInteger(value: number): void
  appendNull(): void
  endRow(): void
  closeSync(): void
}
interface DuckModule {
  DuckDBInstance: {
    create(path: string, options: Record<string, string>): Promise<{
      connect(): Promise<{
        run(sql: string): Promise<unknown>
        createAppender(table: string): Promise<DuckAppender>
        runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>
        closeSync(): void
      }>
    }> // prettier-ignore
  }
}

async function duckdb(context: QueryContext): Promise<Peer | null> {
  const module = await installed<DuckModule>(PACKAGES.duckdb)
  if (!module) return null
  const connection = await (await module.DuckDBInstance.create(':memory:', { threads: '2' })).connect()
  await connection.run(CREATE)
  const appender = await connection.createAppender('cases')
  eachRow(context, (values) => {
    for (const value of values) {
      if (value === null) appender.appendNull()
      else appender.appendInteger(value)
    }
    appender.endRow()
  })
  appender.closeSync()
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRows()
  return { name: 'duckdb', dialect: { least: 'least', divide: '//' }, ask, close: () => connection.closeSync() }
}

interface BetterDatabase {
  exec(sql: string): void
  prepare(sql: string): {
    run(...values: unknown[]): void
    raw(): { all(): unknown[][] }
  }
  close(): void
}

async function betterSqlite(context: QueryContext): Promise<Peer | null> {
  const module = await installed<{ default: new (path: string) => BetterDatabase }>(PACKAGES.better_sqlite3)
  if (!module) return null
  const database = new module.default(':memory:')
  database.exec(`PRAGMA cache_size=-400000; ${CREATE}; BEGIN`)
  const insert = database.prepare(INSERT)
  eachRow(context, (values) => insert.run(...values))
  database.exec(`COMMIT; ${COVERING.join('; ')}; ANALYZE`)
  const ask = (sql: string) => database.prepare(sql).raw().all()
  return { name: 'better_sqlite3', dialect: SQLITE, ask, close: () => database.close() }
}

async function sqlJs(context: QueryContext): Promise<Peer> {
  const database = await createDatabase()
  database.exec(CREATE)
  database.begin()
  const insert = database.prepare(INSERT)
  eachRow(context, (values) => insert.run(values))
  database.commit()
  database.exec(`${COVERING.join('; ')}; ANALYZE`)
  return { name: 'sql_js', dialect: SQLITE, ask: (sql) => database.prepare(sql).all(), close: () => database.close() }
}
