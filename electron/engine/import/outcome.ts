/** What an import says about one file, and how the store's observations become findings of the format. */
import { finding, type Finding } from '../../../shared/export/codes'
import { LIMITS } from '../../../shared/export/limits'
import type { FileReport } from '../../../shared/contract/results/data'
import type { Verdict } from '../intake/stateMachine'
import type { RowFinding } from '../store/compare'
import type { LedgerEntry } from '../store/ledger'
import { CapacityError } from '../capacity'
import type { HeldExport } from '../intake/chain'

/** One file of an import, done with: on the disk when its outcome is accepted or quarantined. */
export interface Settled {
  /** place in the list of files handed over */
  index: number
  report: FileReport
  /** the ledger entry; null when nothing was loaded */
  entry: LedgerEntry | null
  rows: number
}

export const reportOf = (verdict: Verdict): FileReport => ({
  file: verdict.file, unit: verdict.unit, sequence: verdict.sequence, outcome: verdict.outcome, findings: verdict.findings,
}) // prettier-ignore

/** A file that was given up for a reason of this computer: nothing of it was written. */
export function givenUp(file: string, unit: string | null, sequence: number | null, error: unknown): FileReport {
  if (error instanceof CapacityError) {
    const found = finding('CAPACITY', {}, { of: error.of, asked: error.asked, room: error.room })
    return { file, unit, sequence, outcome: 'rejected', findings: [found] }
  }
  const reason = (error as NodeJS.ErrnoException).code ?? ''
  const isFull = reason === 'ENOSPC' || reason === 'EDQUOT'
  const message = error instanceof Error ? error.message.slice(0, 200) : String(error)
  const found = isFull ? finding('DISK-FULL') : finding('INTERNAL', {}, { message })
  return { file, unit, sequence, outcome: 'rejected', findings: [found] }
}

/** Observations of the comparison as findings: each by itself up to the format's bound a code, then one for the rest. */
export function comparisonFindings(found: readonly RowFinding[], previousSequence: number): Finding[] {
  const counts = new Map<string, number>()
  const findings: Finding[] = []
  for (const item of found) {
    const count = (counts.get(item.code) ?? 0) + 1
    counts.set(item.code, count)
    if (count > LIMITS.findings) continue
    const place = {
      file: `${item.resource}.csv`,
      ...(item.row === null ? {} : { row: item.row }),
      ...(item.field ? { column: item.field } : {}),
    }
    findings.push(
      finding(item.code, place, {
        row_id: item.rowId, old_value: item.before, new_value: item.after, previous_sequence: previousSequence,
        ...(item.previousRow === null ? {} : { previous_row: item.previousRow }),
        ...(item.correctionId === null ? {} : { correction_id: item.correctionId }),
      }), // prettier-ignore
    )
  }
  for (const [code, count] of counts)
    if (count > LIMITS.findings)
      findings.push(
        finding(
          code as RowFinding['code'],
          {},
          { count: count - LIMITS.findings, previous_sequence: previousSequence },
        ),
      )
  return findings
}

/** A ledger entry as the chain stage sees it. */
export const heldOf = (entry: LedgerEntry): HeldExport => ({
  sequence: entry.sequence, descriptorSha256: entry.descriptor_sha256, previousSha256: entry.previous_sha256,
  period: { from: entry.period_from, to: entry.period_to }, coverageFrom: entry.coverage_from, asOf: entry.as_of, state: entry.state,
}) // prettier-ignore

export function entryOf(verdict: Verdict, signerUnit: string, importedAt: string): Omit<LedgerEntry, 'id'> {
  const { descriptor, descriptorSha256, outcome } = verdict
  if (!descriptor || !descriptorSha256 || !verdict.kid) throw new Error('only an authorised export enters a ledger')
  const { dumas, created } = descriptor
  return {
    sequence: dumas.sequence, descriptor_sha256: descriptorSha256, archive_sha256: verdict.archiveSha256,
    previous_sha256: dumas.previous?.descriptor_sha256 ?? null, state: outcome === 'quarantined' ? 'quarantined' : 'accepted',
    outcome, kid: verdict.kid, signer_unit: signerUnit, created, as_of: dumas.as_of, period_from: dumas.period.from,
    period_to: dumas.period.to, coverage_from: dumas.coverage.from, registry_version: dumas.registry_version, rows: dumas.rows,
    imported_at: importedAt, file_name: verdict.file.slice(0, 255), findings: verdict.findings,
  } // prettier-ignore
}
