/** Order of the quarantine desk. Pure. */
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
