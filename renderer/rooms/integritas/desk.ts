/** The quarantine desk: order of its lines, and why an export lies there. Pure. */
import { SEVERITIES, type Finding } from '../../../shared/export/codes'
import type { QuarantineLine } from '../../../shared/contract/results/integrity'

/** What waits first, the one that came first before the others; what was decided after it, newest decision first. */
export function deskOrder(lines: readonly QuarantineLine[]): QuarantineLine[] {
  const open = lines.filter(({ state }) => state === 'open')
  const decided = lines.filter(({ state }) => state !== 'open')
  return [
    ...open.toSorted((a, b) => a.imported_at.localeCompare(b.imported_at) || a.unit.localeCompare(b.unit)),
    ...decided.toSorted((a, b) => (b.decision?.at ?? '').localeCompare(a.decision?.at ?? '')),
  ]
}

export interface Reason {
  /** the first of its code */
  finding: Finding
  /** how many rows or places it stands for */
  count: number
}

/** Findings of one code together, the gravest first. */
export function reasonsOf(findings: readonly Finding[]): Reason[] {
  const byCode = new Map<string, Reason>()
  for (const finding of findings) {
    const size = typeof finding.details['count'] === 'number' ? finding.details['count'] : 1
    const held = byCode.get(finding.code)
    byCode.set(finding.code, held ? { ...held, count: held.count + size } : { finding, count: size })
  }
  const grave = ({ finding }: Reason) => SEVERITIES.indexOf(finding.severity)
  return [...byCode.values()].toSorted((a, b) => grave(b) - grave(a))
}
