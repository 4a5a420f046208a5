/** What people wrote: findings and decisions. Small, migrated, saved whole after each change, with a backup of the same content. */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { fail, ok, type Result } from '../../../shared/contract/result'
import { sha256, writeWhole } from '../archive/files'
import type { Layout } from '../archive/layout'
import { readSealed, sealed } from '../archive/sealed'
import { createDatabase, readDatabase, type Database } from '../store/sqlite'
import { MIGRATIONS } from './migrations'

const versionOf = (database: Database) => Number(database.prepare('PRAGMA user_version').first()?.[0] ?? 0)

/** Brings `database` from its version to `target`; each step is a transaction. Returns the version it had. */
export function migrate(database: Database, target = MIGRATIONS.length): number {
  const from = versionOf(database)
  for (let version = from; version < target; version++)
    database.transaction(() => database.exec(`${MIGRATIONS[version]}; PRAGMA user_version = ${version + 1}`))
  return from
}

async function openWell(path: string): Promise<{ database: Database; bytes: Uint8Array } | null> {
  const bytes = readSealed(path)
  if (!bytes) return null
  const database = await readDatabase(bytes, { journal: true })
  if (!database) return null
  try {
    if (database.prepare('PRAGMA integrity_check').first()?.[0] === 'ok') return { database, bytes }
  } catch {
    // Damaged so far that it cannot even be checked: answered below.
  }
  database.close()
  return null
}

/** What cannot be read is kept for whoever may still get something out of it. */
function putAside({ workspace, backup }: Layout): void {
  if (existsSync(workspace)) renameSync(workspace, `${workspace}.damaged`)
  rmSync(backup, { force: true })
}

export class WorkspaceDatabase {
  private constructor(
    private readonly layout: Layout,
    private readonly write: boolean,
    private database: Database,
    private saved: Uint8Array,
    /** backup: the file was damaged and the backup stands in; lost: the backup was damaged too */
    readonly origin: 'file' | 'backup' | 'lost' | 'new',
  ) {}

  /** Fails with WORKSPACE-NEWER when a later version of the console has written it. */
  static async open(layout: Layout, write: boolean): Promise<Result<WorkspaceDatabase>> {
    const main = await openWell(layout.workspace)
    const opened = main ?? (await openWell(layout.backup))
    const database = opened?.database ?? (await createDatabase({ journal: true }))
    if (versionOf(database) > MIGRATIONS.length) {
      const version = versionOf(database)
      database.close()
      return fail('WORKSPACE-NEWER', 'environment', { version, known: MIGRATIONS.length })
    }
    const isKept = existsSync(layout.workspace) || existsSync(layout.backup)
    const origin = main ? 'file' : opened ? 'backup' : isKept ? 'lost' : 'new'
    if (write && main && !readSealed(layout.backup)?.equals(main.bytes)) writeWhole(layout.backup, sealed(main.bytes))
    if (write && origin === 'lost') putAside(layout)
    const from = migrate(database)
    const workspace = new WorkspaceDatabase(layout, write, database, opened?.bytes ?? database.bytes(), origin)
    if (write && (from < MIGRATIONS.length || origin !== 'file')) await workspace.save()
    return ok(workspace)
  }

  /** SHA-256 of what lies on the disk. */
  get hash(): string {
    return sha256(this.saved)
  }

  /** Reads; no parameter of `work` may be kept. */
  read<T>(work: (database: Database) => T): T {
    return work(this.database)
  }

  /** One change, on the disk when this resolves; a failed save leaves the state before it. */
  async change<T>(work: (database: Database) => T): Promise<T> {
    if (!this.write) throw new Error('the workspace is open for reading only')
    this.database.exec('PRAGMA foreign_keys = ON')
    const value = this.database.transaction(() => work(this.database))
    await this.save()
    return value
  }

  private async save(): Promise<void> {
    const bytes = this.database.bytes()
    try {
      // The backup first: the file is the moment, and what it holds the backup holds too.
      writeWhole(this.layout.backup, sealed(bytes))
      writeWhole(this.layout.workspace, sealed(bytes))
    } catch (error) {
      this.database.close()
      const before = await readDatabase(this.saved, { journal: true })
      if (!before) throw new Error('what was saved opens', { cause: error })
      this.database = before
      throw error
    }
    this.saved = bytes
  }

  close(): void {
    this.database.close()
  }
}
