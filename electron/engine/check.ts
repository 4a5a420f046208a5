/** Verifies a whole workspace again: evidence by hash, stores against their ledgers, columns against stores, audit log. */
import { rmSync } from 'node:fs'
import { namesIn, readWhole, sha256, sha256OfFile } from './archive/files'
import { EVIDENCE_SUFFIX } from './archive/layout'
import { readSegment } from './archive/segments'
import { buildSegment } from './columns/build'
import { encodeSegment } from './columns/segmentCodec'
import { readUnit, type RecoveryParts } from './recovery'
import { UnitStore } from './store/unitStore'

export const CHECK_CODES = [
  'EVIDENCE-MISSING', 'EVIDENCE-ALTERED', 'EVIDENCE-ORPHAN', 'STORE-DAMAGED', 'STORE-BEHIND', 'COLUMNS-STALE',
  'AUDIT-BROKEN', 'WORKSPACE-RESTORED',
] as const // prettier-ignore
export interface CheckFinding {
  code: (typeof CHECK_CODES)[number]
  /** a unit, a hash or a file of the workspace */
  subject: string
  repaired: boolean
}
export interface CheckReport {
  /** things looked at: evidence files, stores, column segments, the audit log */
  checked: number
  findings: CheckFinding[]
  /** archive hashes of evidence that was acknowledged and lies there whole, but is in no ledger: to be imported again */
  lost: string[]
}

/** `repair`: stores are made again from evidence and columns from stores. Evidence and the audit log cannot be repaired. */
export async function checkWorkspace(parts: RecoveryParts, repair: boolean): Promise<CheckReport> {
  const { layout, nation, audit } = parts
  const findings: CheckFinding[] = []
  const note = (code: CheckFinding['code'], subject: string, repaired = false) =>
    findings.push({ code, subject, repaired })
  const { valid, lines } = await audit.read()
  if (!valid) note('AUDIT-BROKEN', 'audit.jsonl')
  const acknowledged = new Map<string, Set<string>>()
  for (const { subject, details } of lines) {
    const unit = subject.split('#')[0] ?? ''
    if (typeof details['archive_sha256'] === 'string')
      acknowledged.set(unit, (acknowledged.get(unit) ?? new Set<string>()).add(details['archive_sha256']))
  }
  const held = new Set<string>()
  for (const unit of new Set([...nation.units.keys(), ...acknowledged.keys()])) {
    for (const code of await checkUnit(parts, unit, acknowledged.get(unit) ?? new Set(), held)) {
      if (repair) await mend(parts, unit, code)
      const after = repair ? await checkUnit(parts, unit, acknowledged.get(unit) ?? new Set(), held) : [code]
      note(code, unit, !after.includes(code))
    }
  }
  for (const hash of held) {
    const found = await sha256OfFile(layout.evidenceFile(hash))
    if (found !== hash) note(found === null ? 'EVIDENCE-MISSING' : 'EVIDENCE-ALTERED', hash)
  }
  const known = new Set([...acknowledged.values()].flatMap((hashes) => [...hashes]))
  const lost: string[] = []
  for (const name of namesIn(layout.evidence)) {
    const hash = name.slice(0, -EVIDENCE_SUFFIX.length)
    if (held.has(hash)) continue
    if (!known.has(hash)) note('EVIDENCE-ORPHAN', name)
    else if ((await sha256OfFile(layout.evidenceFile(hash))) === hash) lost.push(hash)
    else note('EVIDENCE-ALTERED', hash)
  }
  return { checked: held.size + nation.units.size * 2 + 1, findings, lost }
}

/** Adds the unit's archive hashes to `held`. */
async function checkUnit(
  { layout }: RecoveryParts,
  unit: string,
  acknowledged: ReadonlySet<string>,
  held: Set<string>,
): Promise<CheckFinding['code'][]> {
  const bytes = readWhole(layout.storeFile(unit))
  const store = bytes && (await UnitStore.open(unit, bytes))
  if (!bytes || !store) return ['STORE-DAMAGED']
  try {
    if (!store.isSound()) return ['STORE-DAMAGED']
    const hashes = new Set(store.ledger().map((entry) => entry.archive_sha256))
    for (const hash of hashes) held.add(hash)
    const segment = readSegment(layout, unit)
    const isFresh =
      segment?.storeSha256 === sha256(bytes) &&
      Buffer.compare(encodeSegment(segment.segment), encodeSegment(buildSegment(unit, store))) === 0
    return [
      ...([...acknowledged].every((hash) => hashes.has(hash)) ? [] : (['STORE-BEHIND'] as const)),
      ...(isFresh ? [] : (['COLUMNS-STALE'] as const)),
    ]
  } finally {
    store.close()
  }
}

async function mend(parts: RecoveryParts, unit: string, code: CheckFinding['code']): Promise<void> {
  const { layout, nation } = parts
  if (code === 'STORE-DAMAGED' || code === 'STORE-BEHIND') rmSync(layout.storeFile(unit), { force: true })
  rmSync(layout.segmentFile(unit), { force: true })
  const kept = await readUnit(parts, unit)
  if (kept) nation.units.set(unit, kept)
}
