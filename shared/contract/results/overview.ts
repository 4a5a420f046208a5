import type { TrendMetric } from '../trendMetrics'
import type { CodeCount, Figure, FunnelFlag, RuleInForce } from './common'

/** closed = `closed_at` in `from..to`; open and overdue at the earlier of the unit's as_of and the end of `to`. */
export interface OverviewTotals {
  received: number
  open: number
  closed: number
  overdue: number
  units_expected: number
  units_reported: number
  as_of_min: string | null
  as_of_max: string | null
}
export interface MonthCount {
  month: string
  received: number
  closed: number
}
export type OverviewCodes = CodeCount[]

/** What every figure's note and coverage strip say. `units_*`: reporting units expected within filter and period. */
export interface Coverage {
  units_expected: number
  units_reported: number
  units_quarantined: number
  unit_months_expected: number
  unit_months_delivered: number
  /** delivered ÷ expected unit-months, 0 to 1; null when nothing is expected */
  share: number | null
  missing: { unit: string; name: string; months: string[]; last_as_of: string | null }[]
  as_of_min: string | null
  as_of_max: string | null
  /** last day that all reporting units cover; figures are cut there when compared */
  common_day: string | null
  period: { from: string; to: string }
  registry_version: number
  purpose: 'production' | 'training' | 'demo'
  rules: RuleInForce[]
  /** cases matching the filter whose category, area or unit is unknown, as share of the matching */
  unknown: { category: number; district: number; matching: number }
}
export interface KeyFigures {
  period: { from: string; to: string }
  last_year: { from: string; to: string }
  figures: Figure[]
}

export type TrendSignal = 'outside' | 'shift' | 'trend' | 'two_of_three'
/** Cases too rare for counts by month: the days between one and the next. `g`: free days; `t`: days, under one a month. */
export interface TrendGaps {
  /** cases a month in the baseline months */
  per_month: number
  /** `days` up to the case received on `day`; from the case before it, or from the first known day */
  gaps: { day: string; days: number; signal: TrendSignal | null }[]
  /** first and last day of the twelve gaps that the limits rest on */
  baseline: { from: string; to: string; points: number }
  /** median line and limits, in days */
  mean: number
  upper: number
  lower: number
  signals: { kind: TrendSignal; from: string; to: string; direction: 'up' | 'down' }[]
  /** days without a case at the end, up to the last day known */
  open: { since: string; days: number; beyond: boolean } | null
}
/**
 * The chart that the data call for, over the months up to `to` (24 at most): XmR for counts, u for a rate, p for a share
 * (both with Laney's widening where they spread more than by chance), g or t where cases are rare, a run chart without
 * limits under 12 points.
 */
export interface Trend {
  kind: 'xmr' | 'run' | 'u' | 'p' | 'g' | 't'
  /** what a point's `value` is; without it, cases received */
  metric?: TrendMetric
  /** u and p: how much wider than chance the values spread; limits are widened by it where it is over 1 */
  sigma_z?: number
  /** g and t */
  rare?: TrendGaps
  /** run: what all months of the base (or gaps between rare cases, in days) show; limits would have no width */
  flat?: { value: number; of: 'months' | 'gaps' }
  points: {
    month: string
    received: number
    closed: number
    complete: boolean
    reported: number
    expected: number
    signal: TrendSignal | null
    /** u and p: the rate or share, what it is of (people, cases), and its own limits */
    value?: number | null
    of?: number
    lower?: number
    upper?: number
    /** may be set beside other months: whole, and nearly all units known; without it, as `complete` */
    comparable?: boolean
  }[]
  baseline: { from: string; to: string; points: number } | null
  mean: number | null
  upper: number | null
  lower: number | null
  moving_range: number | null
  signals: { kind: TrendSignal; from: string; to: string; direction: 'up' | 'down' }[]
}
export interface MapUnit {
  unit: string
  name: string
  received: number
  population: number | null
  rate: number | null
  expected: number | null
  p_low: number | null
  p_high: number | null
  flag: FunnelFlag
  units_expected: number
  units_reported: number
  /** Kemendagri kabupaten/kota codes whose union is the unit's area, on the last day of the period */
  areas: string[]
}
export interface OverviewMap {
  target: number | null
  units: MapUnit[]
  fdr: { level: number; tested: number; kept: string[] }
}

/** opening + received + reopened + transferred_in − closed − transferred_out = closing */
export interface Flow {
  from: string
  to: string
  opening: number
  received: number
  reopened: number
  transferred_in: number
  closed: number
  transferred_out: number
  closing: number
  /** open cases with status referred, part of closing */
  referred_open: number
  difference: number
  mismatches: { unit: string; name: string; difference: number }[]
}
export const SIGNALS = [
  'sp3d_below_target',
  'fewer_than_expected',
  'more_than_expected',
  'zero_report',
  'deadline_heaping',
  'bulk_closing',
  'quarter_end_closing',
  'midnight_times',
  'closed_before_response',
  'negative_duration',
  'late_recording',
  'session_silence',
  'session_batch',
  'viral_unanswered',
  'revision_rate',
  'silent_edit',
  'silent_delete',
  'backdated',
  'fork',
  'semantic',
  'chain_gap',
  'other_flag',
] as const
export type SignalKind = (typeof SIGNALS)[number]
/** `evidence`: numbers and words for the sentence `signal.<kind>.evidence`. `p`: chance without a special cause; null = not computed. */
export interface Question {
  id: string
  unit: string
  name: string
  signal: SignalKind
  evidence: Readonly<Record<string, string | number>>
  p: number | null
  strength: 'alarm' | 'alert' | 'notice'
  /** where a click leads */
  link: { room: 'wilayah' | 'kasus' | 'integritas'; unit: string }
  disposition: 'explained' | 'clarification_asked' | 'finding' | 'false_alarm' | null
  /** why the disposition was given, as the person wrote it */
  reason?: string
}
export interface Questions {
  tests: number
  items: Question[]
}
