/**
 * The frozen report model. A report is a pure function of this value: drawn on screen, on paper and in slides alike,
 * it holds every figure, filter, coverage, rule and export hash as it stood. Same exports, same model, same text:
 * no clock and no chance takes part, and number and date of a draft stay blank.
 */
import type { FindingText, FrozenFigure } from '../contract/findings'
import type { DURATION_STAGES } from '../contract/queryCodes'
import type { RuleInForce } from '../contract/results/common'
import type { ChannelChart } from '../contract/results/channels'
import type { Coverage, Flow, OverviewMap, Question, Trend } from '../contract/results/overview'
import type { Backlog, DurationCurve, Funnel, UnitMonths } from '../contract/results/region'
import type { Purpose } from '../export/registry'

/** `words` is a value already written out, set to the right like a number. */
export type CellFormat = 'text' | 'words' | 'count' | 'share' | 'days' | 'rate' | 'probability' | 'date'
/** null = not reported, or empty where nothing belongs; `suppressed` = hidden in what leaves the console. */
export type Cell = string | number | null | { suppressed: true } | { notApplicable: true }
export interface ReportTable {
  caption: string
  columns: { key: string; label: string; format: CellFormat }[]
  rows: Cell[][]
  total: Cell[] | null
}
/** One bar of a plain bar chart; null = suppressed. */
export interface ReportBar {
  label: string
  value: number | null
}
/** Units under the one that they belong to. */
export interface ReportGroup {
  code: string
  name: string
  units: string[]
}
type DurationStage = (typeof DURATION_STAGES)[number]
/** What is drawn, with the result of the named query it draws; `none` says why nothing is drawn, if there is a reason. */
export type ReportChart =
  | { kind: 'trend'; data: Trend }
  | { kind: 'curve'; data: DurationCurve; stage: DurationStage }
  | { kind: 'backlog'; data: Backlog }
  | { kind: 'flow'; data: Flow }
  /** `hidden`: units that are not drawn, since their counts must not leave */
  | { kind: 'funnel'; data: Funnel; targetGiven: boolean; hidden: number }
  /** `level`: the word for the units; `groups`: the unit that each is drawn under, when there are hundreds */
  | { kind: 'map'; data: OverviewMap; level: string; groups: ReportGroup[] }
  /** `suppressed`: by unit and month; such a month has no number */
  | { kind: 'months'; data: UnitMonths; suppressed: boolean[][] }
  /** null: it tells of hidden counts */
  | { kind: 'controls'; charts: { title: string; format: 'share' | 'rate'; data: ChannelChart | null }[] }
  | { kind: 'bars'; data: ReportBar[] }
  | { kind: 'none'; reason: string | null }
export interface ReportFigure {
  id: string
  title: string
  /** coverage, and the edition of the rules */
  subtitle: string
  sentence: string
  note: string
  chart: ReportChart
  table: ReportTable
  /** counts that are drawn for comparison but lie outside the period and its total */
  context: ReportTable | null
}
/** A pinned figure in a report: the frozen one, or what may be told of it. */
export type ReportedFigure = Omit<FrozenFigure, 'value'> & { value: number | null; suppressed: boolean }
export type ReportedFinding = FindingText & { id: string; unit_name: string | null; figures: ReportedFigure[] }
export type SuppressionReasonInReport = 'primary' | 'secondary' | 'together' | 'rate'
export interface ProvenanceLine {
  unit: string
  name: string
  sequence: number
  descriptor_sha256: string
  kid: string
  as_of: string
  flags: string[]
}
/** A question that was put to a unit, and what became of it. */
export interface ReportedQuestion {
  unit: string
  name: string
  signal: Question['signal']
  /** in words; null = hidden, or nothing to say */
  evidence: string | null
  p: number | null
  suppressed: boolean
  disposition: Question['disposition']
}
export interface ReportModel {
  kind: 'anev' | 'findings'
  language: 'id' | 'en'
  purpose: Purpose
  title: string
  subtitle: string
  unit: { code: string; name: string } | null
  period: { from: string; to: string; label: string }
  filter_words: string[]
  /** the finding of the whole in a few sentences */
  summary: string[]
  coverage: Coverage
  rules: RuleInForce[]
  registry_version: number
  figures: ReportFigure[]
  /** metrics of the figures, with numerator, denominator and test */
  definitions: { name: string; text: string }[]
  questions: { tests: number; items: ReportedQuestion[] }
  findings: ReportedFinding[]
  provenance: ProvenanceLine[]
  /** threshold null = counts are shown as they are: for inside use */
  suppressed: {
    threshold: number | null
    /** `figure`: its id */
    cells: { figure: string; row: string; column: string; reason: SuppressionReasonInReport }[]
  }
  heads: string
}
