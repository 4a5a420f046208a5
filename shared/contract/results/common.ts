/** Parts that the results of several named queries share. Days are `YYYY-MM-DD`, months `YYYY-MM`, moments ISO 8601. */
import type { FINDING_CODES } from '../../export/codes'

/** Three kinds of nothing that must never look alike; `insufficient` = too few to judge. */
export type Missing = 'not_reported' | 'not_applicable' | 'unknown' | 'insufficient'
export type RuleKind = 'regulation' | 'directive' | 'internal'
export type FunnelFlag = 'none' | 'low_alert' | 'low_alarm' | 'high_alert' | 'high_alarm' | 'insufficient'
/** State of a deadline; `blocked` = no calendar loaded for the year, `none` = no rule applies. */
export type DeadlineState = 'on_time' | 'late' | 'pending' | 'blocked' | 'none'
export type BoardState = 'delivered' | 'nil' | 'late' | 'missing' | 'flagged' | 'quarantined' | 'not_due'
export type CodeOfFinding = keyof typeof FINDING_CODES

export interface CodeCount {
  code: string
  count: number
}
export interface RuleInForce {
  code: string
  title: { id: string; en: string }
  basis: string
  kind: RuleKind
  limit: { value: number; unit: 'hours' | 'days' | 'working_days' }
  effective_from: string
  effective_to: string | null
}
/** One value with its 95 % interval; `value` null says why in `missing`. Shares are 0 to 1, durations are days. */
export interface Estimate {
  value: number | null
  missing: Missing | null
  low: number | null
  high: number | null
  numerator: number | null
  denominator: number | null
}
export const METRICS = [
  'received',
  'received_per_100k',
  'received_per_1000_personnel',
  'sp3d_on_time',
  'first_response_median_days',
  'open_over_90_days',
  'substantiated',
  'share_first_response_72h',
  'close_median_days',
  'share_reopened',
] as const
export type MetricId = (typeof METRICS)[number]
export interface Figure extends Estimate {
  metric: MetricId
  method: 'poisson' | 'wilson' | 'kaplan_meier'
  /** same period last year; null when that period is not covered */
  last_year: Estimate | null
  target: { value: number; kind: RuleKind; rule: string } | null
  /** further numbers a label may need: censored, pending, blocked, mean_of_closed, per_100k, per_1000_personnel, denominator_year … */
  extra: Readonly<Record<string, number | null>>
}
