/**
 * The frozen report model. A report is a pure function of this value: drawn on screen, on paper and in slides alike,
 * it holds every figure, filter, coverage, rule and export hash as it stood. Same exports, same model, same text.
 */
import type { FrozenFigure, FindingText } from '../contract/findings'
import type { RuleInForce } from '../contract/results/common'
import type { Coverage } from '../contract/results/overview'
import type { Purpose } from '../export/registry'

export type CellFormat = 'text' | 'count' | 'share' | 'days' | 'rate' | 'probability' | 'date'
/** null = not reported; `suppressed` = hidden in what leaves the console. */
export type Cell = string | number | null | { suppressed: true } | { notApplicable: true }
export interface ReportTable {
  columns: { key: string; label: string; format: CellFormat }[]
  rows: Cell[][]
  total: Cell[] | null
}
/** `chart` names a drawing in renderer/charts; `data` is the result of the named query it draws. */
export interface ReportFigure {
  id: string; title: string; sentence: string; note: string
  chart: { kind: 'trend' | 'curve' | 'backlog' | 'bars' | 'flow' | 'funnel' | 'none'; data: unknown }
  table: ReportTable
}
export interface ReportModel {
  kind: 'anev' | 'findings'; language: 'id' | 'en'; purpose: Purpose
  title: string; subtitle: string; unit: { code: string; name: string } | null
  period: { from: string; to: string; label: string }
  filter_words: string[]
  coverage: Coverage; rules: RuleInForce[]; registry_version: number
  figures: ReportFigure[]
  findings: (FindingText & { id: string; unit_name: string | null; figures: FrozenFigure[] })[]
  provenance: { unit: string; name: string; sequence: number; descriptor_sha256: string; kid: string; as_of: string; flags: string[] }[]
  suppressed: { threshold: number; cells: { figure: string; row: string; column: string; reason: 'primary' | 'secondary' | 'rate' }[] }
  heads: string
}
