/** Call lines by their daily tallies, and what city services pass on and get back. Answer times are seconds. */
import type { Channel } from '../../export/enums'
import type { CodeCount, Estimate } from './common'
import type { ChannelChart, ChannelCoverage, ChannelLastYear, ProgrammeLine, ReportState } from './channels'
import type { DurationCurve } from './region'

export const CALL_LINE_CHANNEL = {
  unit_hotline: 'call_centre',
  call_110: 'call_110',
  gov_112: 'gov_112',
  whatsapp: 'whatsapp',
} as const satisfies Readonly<Record<string, Channel>>
export type CallLineCode = keyof typeof CALL_LINE_CHANNEL
export interface CallLine {
  line: CallLineCode
  /** the channel whose cases came by this line */
  channel: Channel
  state: ReportState
  /** of this line's channel alone */
  coverage: ChannelCoverage
  /** units that operate the channel, and those with a row for this line in the period */
  units_operating: number
  units_reporting: number
  /** unit-days of the period that reporting units could have written, and those with a row */
  days_due: number
  days_reported: number
  /** null when the line is not reported */
  funnel: { offered: number; answered: number; abandoned: number; unaccounted: number } | null
  /** cases received on the channel, complaints about members apart */
  cases: number
  cases_by_subject: CodeCount[]
  answered: Estimate
  /** the same period a year before; null = the tallies of that period are not all held */
  answered_last_year: Estimate | null
  abandoned: Estimate
  prank: Estimate
  emergency: Estimate
  transferred_out: number | null
  transferred_in: number | null
  /**
   * Medians of days, not of calls: `median` is the median of the daily medians, `weighted_median` weights each by its
   * answered calls. `days` without a median are left out and counted in `days_without`.
   */
  answer_time: {
    median: number | null
    q1: number | null
    q3: number | null
    weighted_median: number | null
    days: number
    days_without: number
    /** answered calls by their day's median, from inclusive to exclusive; `to` null = no end */
    distribution: { from: number; to: number | null; days: number; answered: number }[]
  }
  answered_by_month: ChannelChart
  /** days due and reported month by month, for the coverage strip */
  months: { month: string; days_due: number; days_reported: number; offered: number; answered: number; cases: number }[]
}
/** `channel.calls` */
export interface ChannelCalls {
  coverage: ChannelCoverage
  lines: CallLine[]
}

/** `channel.city` */
export interface ChannelCity {
  coverage: ChannelCoverage
  last_year: ChannelLastYear
  cases: number
  by_channel: { channel: Channel; cases: number }[]
  by_subject: CodeCount[]
  by_programme: (ProgrammeLine & { median_days: number | null; resolved: Estimate })[]
  /** the 112 line as the daily tallies tell it; state says whether there are any */
  line: CallLine
  /** prank ÷ answered by month */
  prank_by_month: ChannelChart
  /** cases that came from the city (an event referred_in, or referred_from gov_112 / local_government) */
  came_in: Estimate
  /** cases sent to the city or elsewhere (an event referred_out, or referred_to) */
  sent_out: Estimate
  sent_to_city: number
  /** transfer (first referred_in event, else receipt) → first response, cases that came from the city */
  transfer_to_response: DurationCurve
  /** of cases that came from the city and are closed: result told (informed_at) or handed back to the city */
  reported_back: Estimate
}
