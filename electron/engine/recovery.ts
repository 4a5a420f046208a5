/**
 * Brings a workspace to one state after any end of the process: what lies whole on the disk counts, what does not is
 * removed. A store that was saved is the commit: a missing entry in the audit log is then written (rolled forward).
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RebuildProgress } from '../../shared/contract/results/check'
import { emptyFolder, namesIn, removeTemporary, sha256, writeWhole } from './archive/files'
import { EVIDENCE_SUFFIX, type Layout } from './archive/layout'
import { readSealed, sealed } from './archive/sealed'
import { readSegment, writeSegment } from './archive/segments'
import { buildSegment } from './columns/build'
import { actOf } from './import/importer'
import { replay } from './import/replay'
import { settleDecisions } from './decisions/settle'
import { keptFrom, type KeptUnit, type Nation } from './nation'
import type { RegistryModel } from './registry/model'
import type { LedgerEntry } from './store/ledger'
import { UnitStore } from './store/unitStore'
import type { AuditLog } from './workspace/audit'
import type { WorkspaceDatabase } from './workspace/database'

export interface RecoveryParts {
  layout: Layout
  nation: Nation
  audit: AuditLog
  /** what people decided */
  workspace: WorkspaceDatabase
  registry: RegistryModel
  log: (line: string) => void
  /** called when a store was damaged: made again, left for the next start, or lost */
  note?: (code: 'STORE-REBUILT' | 'STORE-WAITING' | 'STORE-LOST', unit: string) => void
  rebuild?: RebuildWatch | undefined
}

/** Who watches stores being made again, and may stop it between two. */
export interface RebuildWatch {
  signal?: AbortSignal
  onProgress?: (progress: RebuildProgress) => void
}

/** Leftovers that no reader ever looks at. */
export function sweep(layout: Layout): void {
  for (const folder of [layout.root, layout.library, layout.columns, layout.evidence, layout.registry])
    removeTemporary(folder)
  emptyFolder(layout.incoming)
}

/** Archive hashes of every export that the audit log knows as loaded. */
async function auditedArchives(audit: AuditLog): Promise<Set<string>> {
  const { lines } = await audit.read()
  return new Set(
    lines.flatMap(({ details }) => (typeof details['archive_sha256'] === 'string' ? [details['archive_sha256']] : [])),
  )
}

/** Reads units whose stores changed behind the saved picture. Returns whether anything did. */
export async function reconcile(parts: RecoveryParts): Promise<boolean> {
  const isRead = await readChanged(parts)
  const isDecided = await settleDecisions(parts)
  return isRead || isDecided
}

async function readChanged(parts: RecoveryParts): Promise<boolean> {
  const { nation, audit, log } = parts
  const changed = nation.changed()
  if (changed.length === 0) return false
  const audited = await auditedArchives(audit)
  const tell = teller(parts.rebuild, changed.length)
  for (const unit of changed) {
    await tell(unit)
    const kept = await readUnit(parts, unit)
    if (kept === 'waiting') continue
    if (!kept) {
      log(`store of ${unit}: gone or damaged, and not to be made again`)
      parts.note?.('STORE-LOST', unit)
      nation.units.delete(unit)
      continue
    }
    nation.units.set(unit, kept)
    const missing = kept.ledger.filter((entry) => !audited.has(entry.archive_sha256))
    await audit.append(missing.map((entry) => actOf(reportFrom(unit, entry), entry)))
    if (missing.length > 0) log(`audit log: ${missing.length} entries of ${unit} rolled forward`)
  }
  return true
}

const reportFrom = (unit: string, { file_name: file, sequence, outcome, findings }: LedgerEntry) => ({
  file, unit, sequence, outcome, findings: [...findings],
}) // prettier-ignore

/** Evidence that no store holds and no acknowledgement names: its import ended before the store was saved. */
export async function removeOrphans({ layout, nation, audit }: RecoveryParts): Promise<void> {
  const held = new Set(nation.ledgers().flatMap(({ exports }) => exports.map((entry) => entry.archive_sha256)))
  const hashOf = (name: string) => name.slice(0, -EVIDENCE_SUFFIX.length)
  const loose = namesIn(layout.evidence).filter((name) => !held.has(hashOf(name)))
  if (loose.length === 0) return
  const audited = await auditedArchives(audit)
  for (const name of loose) if (!audited.has(hashOf(name))) rmSync(join(layout.evidence, name), { force: true })
}

/** Says before each of `total` pieces of work how far it is, and lets a cancellation be heard. */
export function teller({ onProgress }: RebuildWatch = {}, total: number): (unit: string) => Promise<void> {
  const start = performance.now()
  let done = 0
  return async (unit) => {
    onProgress?.({ done: done++, total, seconds: (performance.now() - start) / 1000, unit })
    await nextTurn()
  }
}

/**
 * The unit's ledger, with its columns brought up to the store. A damaged store is made again when its ledger is known;
 * after a cancellation it waits: what the saved picture knows of the unit still stands, and the next start goes on.
 */
export async function readUnit(parts: RecoveryParts, unit: string): Promise<KeptUnit | null | 'waiting'> {
  const { layout } = parts
  let bytes: Uint8Array | null = readSealed(layout.storeFile(unit))
  let store = bytes && (await UnitStore.open(unit, bytes))
  if (!bytes || !store) {
    if (parts.rebuild?.signal?.aborted && parts.nation.units.has(unit)) {
      parts.note?.('STORE-WAITING', unit)
      return 'waiting'
    }
    store = await rebuildStore(parts, unit)
    if (!store) return null
    bytes = store.bytes()
    parts.note?.('STORE-REBUILT', unit)
    writeWhole(layout.storeFile(unit), sealed(bytes))
  }
  try {
    const hash = sha256(bytes)
    const segment = readSegment(layout, unit)
    if (segment?.storeSha256 !== hash) writeSegment(layout, unit, buildSegment(unit, store), hash)
    return keptFrom(layout, store)
  } finally {
    store.close()
  }
}

/** From evidence, by the ledger that the nation's picture kept. Null when that is unknown or evidence is missing. */
async function rebuildStore({ layout, nation, registry, log }: RecoveryParts, unit: string): Promise<UnitStore | null> {
  const known = nation.units.get(unit)?.ledger
  if (!known) return null
  log(`store of ${unit}: made again from ${known.length} exports`)
  return replay(unit, known.map((entry) => ({ entry, path: layout.evidenceFile(entry.archive_sha256) })), registry, { keepAll: true }) // prettier-ignore
}
