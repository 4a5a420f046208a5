/** Verifies a whole workspace again: evidence by hash, stores against their ledgers, columns against stores, audit log. */
import { existsSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { CheckFinding, CheckProgress, CheckReport } from '../../shared/contract/results/check'
import { namesIn, sha256, sha256OfFile } from './archive/files'
import { EVIDENCE_SUFFIX } from './archive/layout'
import { readSealed } from './archive/sealed'
import { readSegment } from './archive/segments'
import { buildSegment } from './columns/build'
import { encodeSegment } from './columns/segmentCodec'
import { readUnit, teller, type RecoveryParts } from './recovery'
import { UnitStore } from './store/unitStore'

interface Look extends CheckReport {
  /** evidence that was acknowledged and lies there whole, but is in no ledger: to be imported again */
  lost: string[]
}
/** unit → archive hashes that the audit log acknowledges */
type Acknowledged = ReadonlyMap<string, ReadonlySet<string>>

/**
 * `repair`: stores are made again from evidence, columns from stores; `reload` imports evidence that no ledger holds.
 * Evidence and the audit log cannot be repaired.
 */
export async function checkWorkspace(
  parts: RecoveryParts,
  repair: boolean,
  reload: (paths: string[]) => Promise<unknown>,
  onProgress: (progress: CheckProgress) => void = () => undefined,
): Promise<CheckReport> {
  const tell = (round: number) => (done: number, total: number) =>
    onProgress({ done: round * total + done, total: total * (repair ? 3 : 1) })
  const first = await look(parts, tell(0), parts.rebuild?.signal)
  if (!repair || first.stopped) return { checked: first.checked, findings: first.findings, stopped: first.stopped }
  const tellMended = teller(parts.rebuild, first.findings.length)
  for (const { code, subject } of first.findings) {
    await tellMended(subject)
    if (parts.rebuild?.signal?.aborted) break
    await mend(parts, code, subject)
  }
  if (!parts.rebuild?.signal?.aborted) {
    const { lost } = await look(parts, tell(1))
    if (lost.length > 0) await reload(lost.map((hash) => parts.layout.evidenceFile(hash)))
  }
  const after = await look(parts, tell(2))
  const isLeft = (one: CheckFinding) =>
    after.findings.some(({ code, subject }) => code === one.code && subject === one.subject)
  const findings = first.findings.map((one) => ({ ...one, repaired: !isLeft(one) }))
  return { checked: first.checked, findings, stopped: parts.rebuild?.signal?.aborted ?? false }
}

async function look(
  { layout, nation, audit }: RecoveryParts,
  tell: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<Look> {
  const findings: CheckFinding[] = []
  const note = (code: CheckFinding['code'], subject: string) => findings.push({ code, subject, repaired: false })
  const { valid, lines } = await audit.read()
  const acknowledged = new Map<string, Set<string>>()
  for (const { subject, details } of lines) {
    const [unit = ''] = subject.split('#')
    const hash = details['archive_sha256']
    if (typeof hash === 'string') acknowledged.set(unit, (acknowledged.get(unit) ?? new Set()).add(hash))
  }
  const held = new Set<string>()
  const units = new Set([...nation.units.keys(), ...acknowledged.keys()])
  for (const [at, unit] of [...units].entries()) {
    for (const code of await lookAtUnit(layout, unit, acknowledged, held)) note(code, unit)
    tell(at + 1, units.size)
    // questions of the screen are answered in between
    await setImmediate()
    if (signal?.aborted) return { checked: (at + 1) * 2, findings, lost: [], stopped: true }
  }
  for (const hash of held) {
    const found = await sha256OfFile(layout.evidenceFile(hash))
    if (found !== hash) note(found === null ? 'EVIDENCE-MISSING' : 'EVIDENCE-ALTERED', hash)
  }
  const known = new Set([...acknowledged.values()].flatMap((hashes) => [...hashes]))
  // what a store holds was entered when it came: a log without it was cut or put in the place of another
  if (!valid || [...held].some((hash) => !known.has(hash))) findings.unshift({ code: 'AUDIT-BROKEN', subject: 'audit.jsonl', repaired: false }) // prettier-ignore
  const lost: string[] = []
  const kept = namesIn(layout.evidence)
  const isKept = new Set(kept)
  for (const hash of known)
    if (!held.has(hash) && !isKept.has(`${hash}${EVIDENCE_SUFFIX}`)) note('EVIDENCE-MISSING', hash)
  for (const name of kept) {
    const hash = name.slice(0, -EVIDENCE_SUFFIX.length)
    if (held.has(hash)) continue
    if (!known.has(hash)) note('EVIDENCE-ORPHAN', name)
    else if ((await sha256OfFile(layout.evidenceFile(hash))) === hash) lost.push(hash)
    else note('EVIDENCE-ALTERED', hash)
  }
  const caches = cachesIn(layout)
  for (const cache of caches) if (readSealed(join(layout.root, cache)) === null) note('CACHE-DAMAGED', cache)
  return { checked: held.size + units.size * 2 + 1 + caches.length, findings, lost, stopped: false }
}

/** What is kept for speed only, by its place in the workspace; whoever meets one that is damaged makes it anew. */
const cachesIn = ({ root, known, answers, questions, nation }: RecoveryParts['layout']): string[] =>
  [
    ...namesIn(known).map((name) => join(known, name)),
    ...[answers, questions, nation].filter((path) => existsSync(path)),
  ].map((path) => relative(root, path))

/** Adds the unit's archive hashes to `held`. */
async function lookAtUnit(
  layout: RecoveryParts['layout'],
  unit: string,
  acknowledged: Acknowledged,
  held: Set<string>,
): Promise<CheckFinding['code'][]> {
  const bytes = readSealed(layout.storeFile(unit))
  const store = bytes && (await UnitStore.open(unit, bytes))
  if (!store) return ['STORE-DAMAGED']
  try {
    if (!store.isSound()) return ['STORE-DAMAGED']
    const hashes = new Set(store.ledger().map((entry) => entry.archive_sha256))
    for (const hash of hashes) held.add(hash)
    const found: CheckFinding['code'][] = []
    if ([...(acknowledged.get(unit) ?? [])].some((hash) => !hashes.has(hash))) found.push('STORE-BEHIND')
    const segment = readSegment(layout, unit)
    const isFresh =
      segment?.storeSha256 === sha256(bytes) &&
      Buffer.compare(encodeSegment(segment.segment), encodeSegment(buildSegment(unit, store))) === 0
    if (!isFresh) found.push('COLUMNS-STALE')
    return found
  } finally {
    store.close()
  }
}

async function mend(parts: RecoveryParts, code: CheckFinding['code'], unit: CheckFinding['subject']): Promise<void> {
  const { layout, nation } = parts
  if (code === 'CACHE-DAMAGED') rmSync(join(layout.root, unit), { force: true })
  if (code === 'STORE-DAMAGED') rmSync(layout.storeFile(unit), { force: true })
  else if (code !== 'COLUMNS-STALE') return
  rmSync(layout.segmentFile(unit), { force: true })
  const kept = await readUnit(parts, unit)
  if (kept && kept !== 'waiting') nation.units.set(unit, kept)
}
