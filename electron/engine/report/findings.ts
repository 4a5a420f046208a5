/** Findings as they stand in a report: the frozen figures, and what may be told of them outside. */
import type { AuditFinding, FrozenFigure } from '../../../shared/contract/findings'
import type { UnitNode } from '../../../shared/contract/results/data'
import type { ReportedFigure, ReportedFinding } from '../../../shared/report/model'
import { SMALLEST_THRESHOLD } from '../../../shared/report/suppression'

/** Whether a unit is another or lies under it. */
export function isUnder(unit: string | null, top: string, units: ReadonlyMap<string, UnitNode>): boolean {
  for (let code = unit; code !== null; code = units.get(code)?.parent ?? null) if (code === top) return true
  return false
}

function reported(figure: FrozenFigure, threshold: number | null): ReportedFigure {
  const own = figure.format === 'count' && figure.value !== null ? [figure.value] : []
  const small = (value: number) => value > 0 && value < Math.max(threshold ?? 0, SMALLEST_THRESHOLD)
  const suppressed = threshold !== null && [...figure.counts, ...own].some(small)
  return suppressed ? { ...figure, value: null, counts: [], sentence: '', suppressed } : { ...figure, suppressed }
}

/** The chosen findings, oldest first; a sentence that would tell of a hidden figure is taken out of the condition. */
export function reportedFindings(
  findings: readonly AuditFinding[],
  units: ReadonlyMap<string, UnitNode>,
  threshold: number | null,
  instead: string,
): ReportedFinding[] {
  const order = findings.toSorted((a, b) => (a.created_at < b.created_at ? -1 : 1) || (a.id < b.id ? -1 : 1))
  const result: ReportedFinding[] = []
  for (const { created_at: _made, updated_at: _changed, unit, figures, ...text } of order) {
    const shown: ReportedFigure[] = []
    let condition = text.condition
    for (const figure of figures) {
      const item = reported(figure, threshold)
      shown.push(item)
      if (item.suppressed && figure.sentence) condition = condition.replaceAll(figure.sentence, instead)
    }
    const unitName = unit === null ? null : (units.get(unit)?.name ?? unit)
    result.push({ ...text, condition, unit_name: unitName, figures: shown })
  }
  return result
}
