/** Verification by itself, verification with the comparison, and the same rows as plain inserts. */
import { HeldExport } from '../../engine/import/heldExport'
import { compareStaged } from '../../engine/import/compareStaged'
import type { Layout } from '../../engine/archive/layout'
import { RESOURCES } from '../../../shared/export/enums'
import { receive } from '../../engine/intake/receive'
import { authenticate, judge, limitsFor, type JudgeOptions } from '../../engine/intake/stateMachine'
import type { RegistryModel } from '../../engine/registry/model'
import { disputedRows } from '../../engine/store/diff'
import { headOf } from '../../engine/store/ledger'
import { SnapshotLoader } from '../../engine/store/loader'
import { columnNames } from '../../engine/store/schema'
import { createDatabase } from '../../engine/store/sqlite'
import type { UnitStore } from '../../engine/store/unitStore'
import { timed } from './types'
import { readRows } from './units'

/** Copies, hashes, inflates and authenticates the export at `path` and reads every cell of it. */
async function verified(path: string, layout: Layout, registry: RegistryModel, options: Partial<JudgeOptions>) {
  const context = { registry, now: Math.floor(Date.now() / 1000) }
  const received = await receive(path, layout.incoming, limitsFor(registry).archive)
  if (!received.ok) throw new Error(received.error.code)
  const verdict = await judge(await authenticate(received.value, context, true), context, { chain: [], ...options })
  if (!verdict.descriptor) throw new Error('the bench made an export that is not accepted')
  return verdict.descriptor.dumas
}

export const verifyAlone = async (path: string, layout: Layout, registry: RegistryModel): Promise<number> =>
  (await timed(() => verified(path, layout, registry, {}))).ms

/**
 * ms to verify the export at `path` and to compare it with the accepted one in `store`: as an import does it, with the
 * evidence of that one read, and with the rows staged that are not as they were. Nothing is applied.
 */
export async function verifyAndCompare(
  path: string,
  layout: Layout,
  registry: RegistryModel,
  store: UnitStore,
): Promise<{ ms: number; changed: number }> {
  const head = headOf(store.ledger())
  if (!head) throw new Error('nothing is held')
  const { value, ms } = await timed(async () => {
    const hash = head.archive_sha256
    const before = await HeldExport.open(layout.evidenceFile(hash), hash, disputedRows(store.database))
    let staged = 0
    const loader = new SnapshotLoader(store.database, head.sequence + 1, false, before)
    const dumas = await verified(path, layout, registry, {
      isHeld: (...line) => loader.isHeld(...line),
      sink: (...row) => {
        staged++
        loader.row(...row)
      },
    })
    loader.finish()
    const { findings } = compareStaged(store, dumas, head, registry, undefined, loader.repeated)
    return { loader, staged, findings }
  })
  value.loader.forget()
  if (value.findings.some(({ code }) => code !== 'CORRECTION-DECLARED'))
    throw new Error('the bench made an export that takes something back')
  return { ms, changed: value.staged }
}

/** ms to put the rows of the export at `path` into five tables without keys, as plainly as sql.js can. */
export async function rawInsert(path: string, layout: Layout, registry: RegistryModel): Promise<number> {
  // read anew each time: what lies in memory would be looked through by the collector while other things are measured
  const { tables } = await readRows(path, layout.incoming, registry)
  const rows = RESOURCES.map((name) => tables[name].map((row) => row.map((field) => field || null)))
  const database = await createDatabase({ plain: true })
  const { ms } = await timed(() => {
    for (const name of RESOURCES) database.exec(`CREATE TABLE ${name} (${columnNames(name).map((column) => `"${column}" TEXT`).join(', ')})`) // prettier-ignore
    database.begin()
    for (const [table, name] of RESOURCES.entries()) {
      const insert = database.prepare(`INSERT INTO ${name} VALUES (${columnNames(name).map(() => '?').join(', ')})`) // prettier-ignore
      for (const row of rows[table] ?? []) insert.run(row)
    }
    database.commit()
  })
  database.close()
  return ms
}
