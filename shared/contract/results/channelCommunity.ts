/** Jumat Curhat and other community sessions: the calendar of Fridays, what came of the issues, how it was written down. */
import type { CodeCount, Estimate } from './common'
import type { ChannelChart, ChannelCoverage, ChannelLastYear } from './channels'
import type { DurationCurve } from './region'

/** held: all due sessions · partly: some of several · missed: none · holiday: none was due · no_calendar: the year's holidays are not loaded */
export type FridayState =
  'held' | 'partly' | 'missed' | 'holiday' | 'not_due' | 'not_reported' | 'no_calendar' | 'not_applicable'
export interface FridayCell {
  state: FridayState
  /** sessions due and held among units that reported that Friday; held ≤ due */
  due: number
  held: number
  /** sessions due in units whose reports do not tell of the whole week, Monday to Sunday, in which they count */
  not_reported: number
  /** people at the sessions held for that Friday; null where none was held */
  attendees: number | null
}
export interface FridayCounts {
  due: number
  held: number
  missed: number
  /** unit-Fridays that were holidays, not reported, or in a year without calendar */
  holiday: number
  not_reported: number
  no_calendar: number
  /** held ÷ due; numerator and denominator inside */
  share: Estimate
}
export interface FridayLine extends FridayCounts {
  unit: string
  name: string
  level: string
  /** own: the unit's own sessions · subtree: sums over it and all under it that run the programme */
  scope: 'own' | 'subtree'
  /** units that run the programme in this line */
  units: number
  /** over the sessions of the period: issues raised, cases that name one of them, and of those the followed up */
  issues: number
  cases: number
  followed_up: number
  /** one a Friday, in the order of `fridays` */
  cells: FridayCell[]
}
/** One unit whose sessions were written down together, or long after they were held. */
export interface RecordingLine {
  unit: string
  name: string
  sessions: number
  /** sessions of which at least `batch_size` were typed in within `batch_minutes` of the one before */
  in_batch: number
  largest_batch: number
  /** sessions recorded more than `tolerance_days` after the day they were held */
  late: number
  /** chance of so many in batches if the unit were as all units of its level; null = too few sessions to say */
  p: number | null
}
/** `channel.community` with `kind` (jumat_curhat unless asked otherwise). */
export interface ChannelCommunity {
  coverage: ChannelCoverage
  last_year: ChannelLastYear
  kind: 'jumat_curhat' | 'minggu_kasih' | 'other'
  /** all sessions of the period, by kind; codes that the format does not know under `unknown` */
  kinds: { kind: string; sessions: number; attendees: number; issues: number }[]
  /** the calendar of Fridays: null for kinds that no rule sets a day for */
  calendar: {
    fridays: { date: string; holiday: string | null; cuti_bersama: boolean }[]
    total: FridayCounts
    /** the unit itself first when it runs the programme, then the units under it in tree order */
    lines: FridayLine[]
  } | null
  sessions: number
  attendance: {
    total: number
    median: number | null
    q1: number | null
    q3: number | null
    /** in the order of the period's Fridays; a session of another day counts for the Friday of its week */
    by_friday: { date: string; sessions: number; median: number | null; q1: number | null; q3: number | null }[]
  }
  issues: { total: number; per_session: Estimate; chart: ChannelChart }
  outcome: {
    /** issues raised in the sessions of the period */
    issues: number
    /** cases that name one of these sessions, under the filter's codes */
    cases: number
    /** Σ min(cases, issues) ÷ issues over sessions */
    became_cases: Estimate
    /** cases beyond the issues written down for their session; above zero the two tables disagree */
    beyond: number
    /** of those cases, with a first response or a progress notice */
    followed_up: Estimate
    /** receipt → the earlier of first response and progress notice, in days */
    time_to_follow_up: DurationCurve
  }
  led_by: CodeCount[]
  recording: {
    rule: { batch_size: number; batch_minutes: number; tolerance_days: number }
    in_batch: Estimate
    late: Estimate
    /** units with a batch, most unlikely first; at most 50 */
    units: RecordingLine[]
  }
}
