/** The quarantine desk: exports that wait for a decision, and those that were decided about. */
import type { QuarantineLine } from '../../../shared/contract/results/integrity'
import type { LedgerEntry } from '../store/ledger'
import { inForce, type UnitDecisions } from '../workspace/decisions'
import type { Held } from './held'
import { exportId } from './subject'

/** Without the unit's name. */
export type DeskLine = Omit<QuarantineLine, 'name'>

function deskLines(unit: string, ledger: readonly LedgerEntry[], decisions: UnitDecisions): DeskLine[] {
  const accepted = ledger.filter(({ state }) => state === 'accepted')
  return ledger.flatMap((entry) => {
    const decision = decisions.exports.get(entry.descriptor_sha256)
    if (entry.state === 'accepted' && !decision) return []
    const state = entry.state === 'quarantined' ? 'open' : entry.state
    return {
      id: exportId(unit, entry.descriptor_sha256), unit, sequence: entry.sequence, state, findings: [...entry.findings],
      file_name: entry.file_name, imported_at: entry.imported_at, created: entry.created, as_of: entry.as_of,
      period: { from: entry.period_from, to: entry.period_to }, coverage_from: entry.coverage_from, rows: entry.rows,
      descriptor_sha256: entry.descriptor_sha256, archive_sha256: entry.archive_sha256, kid: entry.kid,
      decision: decision ? { reason: decision.reason, at: decision.at } : null,
      successors: accepted.filter(({ sequence }) => sequence > entry.sequence).map(({ sequence }) => sequence),
    } // prettier-ignore
  })
}

/** Of one unit; empty when it is not known. */
export function quarantineOf({ nation, journal }: Pick<Held, 'nation' | 'journal'>, unit: string): DeskLine[] {
  return deskLines(unit, nation.units.get(unit)?.ledger ?? [], inForce(journal(unit)))
}
