import type { BoardState, Estimate, Figure, FunnelFlag, MetricId } from './common'

/** coverage: delivered ÷ expected unit-months, 0 to 1; null when nothing is expected of the unit */
export interface RegionUnit {
  unit: string
  name: string
  level: string
  received: number
  open: number
  closed: number
  median_close_days: number | null
  coverage: number | null
}
export interface RegionHeader {
  unit: string
  name: string
  level: string
  type: string
  /** from the nation downwards, without the unit itself */
  parents: { unit: string; name: string }[]
  children: { level: string; count: number }[]
  peer_group: string
  peers: number
  zone: string
  population: number | null
  personnel: number | null
  population_source: string | null
  channels: string[]
  /** the unit that delivers this unit's cases */
  reporting_unit: string | null
}
export interface ProfileRow {
  metric: MetricId
  figure: Figure
  /** middle half of the peer group (same level and group, the unit left out) */
  peers: { low: number; high: number; n: number } | null
  nation: number | null
}
export interface RegionProfile {
  period: { from: string; to: string }
  rows: ProfileRow[]
}
export interface RegionChannel {
  channel: string
  received: number
  last_year: number | null
  first_response_median_days: number | null
  first_response_n: number
  followed_up: Estimate
  units_operating: number
  units_reporting: number
}
export interface Backlog {
  as_of: string | null
  total: number
  over_90: number
  last_year: { as_of: string; total: number; over_90: number } | null
  buckets: { from_days: number; to_days: number | null; count: number; last_year: number | null }[]
  oldest: { days: number; unit: string; unit_name: string; reporting_unit: string; case_id: string } | null
}
/** One line of "Polres satu per satu". `monthly`: null = that month was not reported. */
export interface UnitLine {
  unit: string
  name: string
  level: string
  monthly: { month: string; received: number | null }[]
  received: number
  sp3d: Estimate
  open: number
  over_90: number
  /**
   * by month, all units expected to report for this one: `state` is that of the board where it is a single one, else
   * `delivered` when all came and `missing` when some did not
   */
  delivery: { month: string; state: BoardState; reported: number; expected: number }[]
  flag: FunnelFlag
  questions: number
}
/** Months in order; each unit has one number a month, null where nobody who reports for it told about that month. */
export interface UnitMonths {
  months: string[]
  units: { unit: string; name: string; level: string; received: (number | null)[] }[]
}
export interface DurationCurve {
  n: number
  events: number
  median: number | null
  lower: number | null
  upper: number | null
  q1: number | null
  q3: number | null
  mean_of_closed: number | null
  left_out_negative: number
  left_truncated: number
  points: { t: number; survival: number; lower: number; upper: number; at_risk: number; censored: number }[]
}
export interface FunnelUnit {
  unit: string
  name: string
  n: number
  observed: number
  expected: number
  p_low: number
  p_high: number
  flag: FunnelFlag
  /** share 0..1 or rate in the metric's unit */
  value: number | null
  adjusted_flag: FunnelFlag
}
export interface Funnel {
  metric: string
  kind: 'proportion' | 'rate'
  target: number | null
  phi: number | null
  tau2: number | null
  units: FunnelUnit[]
  /** smooth limits to draw, by n (proportion) or expected (rate) */
  limits: { n: number; low95: number; high95: number; low998: number; high998: number }[]
  fdr: { level: number; tested: number; kept: string[] }
}
