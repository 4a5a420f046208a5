/** Opens a workspace: lock, leftovers, audit log, workspace database, registry, the nation's picture, what a crash left. */
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/result'
import type { CheckFinding } from '../../shared/contract/results/check'
import { makeFolder } from './archive/files'
import { layoutOf, type Layout } from './archive/layout'
import { acquireLock, type Lock } from './archive/lock'
import type { Engine, EngineConfig } from './engine'
import { environmentFailure } from './guarded'
import { Nation } from './nation'
import { reconcile, removeOrphans, sweep } from './recovery'
import type { Trusted } from './workspace/registryStore'
import { Session } from './session'
import { WorkspaceState, type WorkspaceParts } from './state'
import { prepareSqlite } from './store/sqlite'
import { AuditLog } from './workspace/audit'
import { readArchive } from './workspace/archivedYears'
import { WorkspaceDatabase } from './workspace/database'
import { loadTrusted } from './workspace/registryStore'
import { restoreFromAudit } from './workspace/restore'
import { enterArchive } from './years/service'

const DEFAULT_SETTINGS = { cutiBersama: true, suppressionThreshold: 10 }
const LOCK_WAIT = 3000
const LOCK_EVERY = 50

async function lockFor(layout: Layout, wait: number): Promise<Result<Lock>> {
  const until = Date.now() + wait
  for (;;) {
    const lock = acquireLock(layout.lock)
    if (lock.ok || Date.now() >= until) return lock
    await new Promise((resolve) => setTimeout(resolve, LOCK_EVERY))
  }
}

/**
 * Fails with WORKSPACE-LOCKED, WORKSPACE-NEWER, WORKSPACE-UNUSABLE or RUNTIME-TOO-OLD; nothing stays open then. Damaged
 * caches are made again, torn lines removed, saved stores entered into the audit log.
 */
export async function openEngine(config: EngineConfig): Promise<Result<Engine>> {
  const layout = layoutOf(config.dir)
  const isWriter = config.mode !== 'read'
  let lock: Result<Lock> = ok(config.lock ?? { release: () => undefined })
  try {
    if (isWriter) {
      for (const folder of foldersOf(layout)) makeFolder(folder)
      if (!config.lock) lock = await lockFor(layout, config.lockWait ?? LOCK_WAIT)
    }
    if (!lock.ok) return lock
    const opened = await open(layout, isWriter, config)
    if (opened.ok) {
      const { trusted, ...parts } = opened.value
      const state = new WorkspaceState({ ...parts, lock: lock.value }, trusted, config.settings ?? DEFAULT_SETTINGS)
      return ok(new Session(state, config))
    }
    lock.value.release()
    return opened
  } catch (error) {
    if (lock.ok) lock.value.release()
    const failure = environmentFailure(error)
    if (!failure) throw error
    return failure
  }
}

const BEYOND_REPAIR: ReadonlySet<CheckFinding['code']> = new Set([
  'STORE-WAITING', 'STORE-LOST', 'WORKSPACE-LOST', 'FINDINGS-LOST', 'AUDIT-BROKEN',
]) // prettier-ignore

const foldersOf = ({ root, registry, incoming, evidence, library, columns }: Layout) => [
  root,
  registry,
  incoming,
  evidence,
  library,
  columns,
]

async function open(
  layout: Layout,
  isWriter: boolean,
  config: EngineConfig,
): Promise<Result<Omit<WorkspaceParts, 'lock'> & { trusted: Trusted }>> {
  const now = config.now ?? (() => new Date())
  const log = config.log ?? (() => undefined)
  prepareSqlite()
  const trusted = await loadTrusted(layout)
  const { held } = trusted
  if (config.production === false && held?.model.purpose === 'production')
    return fail('RUNTIME-TOO-OLD', 'environment', { purpose: 'production' })
  if (isWriter) sweep(layout)
  const workspace = await WorkspaceDatabase.open(layout, isWriter)
  if (!workspace.ok) return workspace
  const audit = await AuditLog.open(layout.audit, now, isWriter)
  const notices: CheckFinding[] = []
  const note = (code: CheckFinding['code'], subject: string) =>
    notices.push({
      code,
      subject,
      repaired: !BEYOND_REPAIR.has(code),
    })
  const { origin } = workspace.value
  if (origin === 'backup') note('WORKSPACE-RESTORED', basename(layout.workspace))
  const restored = isWriter && origin !== 'file' ? await restoreFromAudit(workspace.value, audit) : null
  if (restored && restored.decisions > 0) note('DECISIONS-RESTORED', String(restored.decisions))
  if (restored && restored.findings.length > 0) note('FINDINGS-LOST', restored.findings.join('; '))
  if (!audit.isSound || restored?.isChain === false) note('AUDIT-BROKEN', basename(layout.audit))
  if (isWriter) await enterArchive(workspace.value, audit)
  const nation = new Nation(layout)
  nation.archivedBefore = workspace.value.read(readArchive)?.before ?? null
  const isWhole = nation.load(held?.model ?? null, config.picture ? await config.picture : undefined)
  const wasDecided = [...nation.units.values()].some(({ decisions = '' }) => decisions !== '')
  // a file that is not there, though log or stores tell of what stood in it, is as lost as a damaged one
  if (origin === 'lost' || (origin === 'new' && (restored ?? wasDecided)))
    note('WORKSPACE-LOST', basename(layout.workspace))
  if (held) {
    const parts = {
      layout,
      nation,
      audit,
      workspace: workspace.value,
      registry: held.model,
      log,
      note,
      rebuild: config.rebuild,
    }
    const isChanged = isWriter && (await reconcile(parts))
    if (isWriter) await removeOrphans(parts)
    if (isChanged || !isWhole) await nation.join(held.model, isWriter)
  }
  return ok({ layout, isWriter, workspace: workspace.value, audit, nation, notices, trusted, now, log })
}
