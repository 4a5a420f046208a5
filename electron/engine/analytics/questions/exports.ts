/** What intake and comparison found in the exports of the period. */
import type { SignalKind } from '../../../../shared/contract/results/overview'
import { monthStart } from '../../../../shared/domain/time'
import { dayOf } from '../../../../shared/domain/time'
import { FINDING_CODES, type Finding, type FindingCode } from '../../../../shared/export/codes'
import type { UnitNode } from '../../registry/model'
import type { ExportFacts } from '../context'
import type { Answered, Asked, Shown } from './asked'

const SIGNAL_OF: Partial<Record<FindingCode, SignalKind>> = {
  'SILENT-EDIT': 'silent_edit',
  'SILENT-DELETE': 'silent_delete',
  'BACKDATED-CLOSE': 'backdated',
  'BACKDATED-INSERT': 'backdated',
  'CHAIN-FORK': 'fork',
  SEMANTIC: 'semantic',
  'CHAIN-GAP': 'chain_gap',
}
const STRENGTHS: Partial<Record<SignalKind, Shown['strength']>> = {
  silent_edit: 'alarm',
  silent_delete: 'alarm',
  fork: 'alarm',
  backdated: 'alert',
}
const isAsked = ({ code }: Finding) => {
  const { severity } = FINDING_CODES[code]
  return severity === 'high' || severity === 'flag' || severity === 'quarantine'
}
/** A finding stands for one row, or for as many as it counts. */
const size = ({ details }: Finding) => (typeof details['count'] === 'number' ? details['count'] : 1)

export function exportFindings({ context, period, units }: Asked): Answered {
  const lines = units.flatMap((unit) => {
    const exports = (context.exportsOf.get(unit.code) ?? []).filter((item) => overlaps(item, period))
    return exports.length > 0 ? [{ unit, exports }] : []
  })
  return { tests: lines.length, shown: lines.flatMap(({ unit, exports }) => shownBy(unit, exports)) }
}

/** Whether an export tells of a month of the period. */
export const overlaps = (item: ExportFacts, { months }: Asked['period']): boolean =>
  months.length > 0 &&
  dayOf(item.period_from) < monthStart((months.at(-1) as number) + 1) &&
  dayOf(item.period_to) >= monthStart(months[0] as number)

function shownBy(unit: UnitNode, exports: readonly ExportFacts[]): Shown[] {
  const groups = new Map<SignalKind, { findings: Finding[]; sequence: number }>()
  for (const { findings, sequence } of exports) {
    for (const finding of findings.filter(isAsked)) {
      const signal = SIGNAL_OF[finding.code] ?? 'other_flag'
      const group = groups.get(signal) ?? { findings: [], sequence }
      groups.set(signal, { findings: [...group.findings, finding], sequence })
    }
  }
  return [...groups].flatMap(([signal, { findings, sequence }]) => {
    const evidence = evidenceOf(signal, findings, sequence, exports)
    return evidence ? [{ unit, signal, evidence, p: null, strength: STRENGTHS[signal] ?? 'notice', room: 'integritas' as const }] : [] // prettier-ignore
  })
}

function evidenceOf(
  signal: SignalKind,
  findings: readonly Finding[],
  sequence: number,
  exports: readonly ExportFacts[],
): Shown['evidence'] | null {
  // prettier-ignore
  const count = findings.reduce((sum, finding) => sum + size(finding), 0)
  switch (signal) {
    case 'silent_edit':
      return { changed: count, sequence }
    case 'silent_delete':
    case 'backdated':
      return { cases: count, sequence }
    case 'fork':
      return { sequence }
    case 'semantic':
      return { rows: count, sequence }
    case 'chain_gap': {
      const missing = missingNumbers(exports)
      return missing === 0 ? null : { missing, sequence }
    }
    default:
      return { code: [...new Set(findings.map(({ code }) => code))].join(', '), count }
  }
}

/** Numbers between the first and the last accepted export that are still missing. */
function missingNumbers(exports: readonly ExportFacts[]): number {
  const numbers = new Set(exports.filter(({ state }) => state === 'accepted').map(({ sequence }) => sequence))
  return numbers.size === 0 ? 0 : Math.max(...numbers) - Math.min(...numbers) + 1 - numbers.size
}
