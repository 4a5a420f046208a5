/**
 * What a supervisor asks of each programme: one result for each kind of channel. Shares are 0 to 1, durations days,
 * answer times seconds. `null` never means zero: it says that the value is not known or does not apply, and the field's
 * comment or `state` beside it says which.
 */
import type { Channel } from '../../export/enums'
import type { CodeCount, Estimate, RuleInForce } from './common'
import type { DurationCurve } from './region'

/** Kinds of channels with a page of their own, and the channels of each. */
export const CHANNEL_PAGES = {
  community: ['jumat_curhat'],
  messages: ['whatsapp'],
  calls: ['call_centre', 'call_110', 'gov_112', 'whatsapp'],
  social: ['social_media'],
  city: ['gov_112', 'gov_complaint'],
  oversight: ['dumas_presisi', 'yanduan', 'sp4n_lapor', 'kompolnas', 'ombudsman', 'letter', 'walk_in', 'email'],
} as const satisfies Readonly<Record<string, readonly Channel[]>>
export type ChannelPage = keyof typeof CHANNEL_PAGES
/**
 * The channels that a page is about, by which its units are counted: a 112 or WhatsApp line stands on the calls' page too,
 * but belongs to its own.
 */
export const OWN_CHANNELS: Readonly<Record<ChannelPage, readonly Channel[]>> = {
  ...CHANNEL_PAGES,
  calls: ['call_centre', 'call_110'],
}

/** reported: data were delivered (zero is zero) · not_reported: operated, nothing delivered · not_applicable: nobody operates it */
export type ReportState = 'reported' | 'not_reported' | 'not_applicable'

/** What a page's figures stand on. */
export interface ChannelCoverage {
  period: { from: string; to: string }
  /** channels that were counted: the page's own that the filter leaves; where nobody operates those, all of the page */
  channels: Channel[]
  /** units inside the filter's unit that operate one of them by the registry, and those whose reporting unit reported to the end */
  operating: number
  operating_reported: number
  /** reporting units of those, and how many delivered the last month expected of them */
  expected: number
  reported: number
  /** earliest and latest as_of of the reporting units that reported; null without any */
  as_of_min: string | null
  as_of_max: string | null
}

export interface ProgrammeLine {
  /** null = no programme named */
  code: string | null
  /** local name as in the registry */
  name: string | null
  channel: Channel
  cases: number
  /** units that the registry names for it; 0 = none named */
  units: number
}
export interface ChannelLine {
  channel: Channel
  cases: number
  operating: number
  operating_reported: number
  state: ReportState
}
export interface ChannelPageLine {
  page: ChannelPage
  cases: number
  channels: ChannelLine[]
  /** units that operate one of the page's own channels, each counted once, and those reported to the end: as its coverage */
  operating: number
  operating_reported: number
  programmes: ProgrammeLine[]
}
/** `channel.list`. A channel that stands on two pages (a 112 line, a WhatsApp line) is counted on both. */
export interface ChannelList {
  coverage: ChannelCoverage
  pages: ChannelPageLine[]
  /** cases of channel `other` and of channels that this format does not know: on no page, never dropped */
  other: number
}

/**
 * Shares (p chart, with Laney's limits, from which its signals come) or rates (u chart) over the last 24 months at most,
 * whatever the period's first day. The base is the first twelve complete months held; with fewer, or where all of them
 * show the same, it is a run chart without centre and limits, and nothing is judged.
 */
export interface ChannelChart {
  kind: 'u' | 'p' | 'run'
  points: {
    month: string
    numerator: number
    denominator: number
    /** null: nothing to divide by that month */
    value: number | null
    lower: number | null
    upper: number | null
    laney_lower: number | null
    laney_upper: number | null
    signal: ChannelSignal | null
    /** a whole month, known of at least 95 % of the units that ever reported; only such a month is judged or a base */
    complete: boolean
  }[]
  /** what every month of the base shows (0 or 1 of a share, 0 of a rate): limits would have no width; null otherwise */
  flat: number | null
  centre: number | null
  /** Laney's σz; null for u and run */
  sigma_z: number | null
  signals: { kind: ChannelSignal; from: string; to: string; direction: 'up' | 'down' }[]
}
export type ChannelSignal = 'outside' | 'shift' | 'trend' | 'two_of_three'

/** Figures of a page that can be set beside the same period a year before. */
export const COMPARED_FIGURES = [
  'cases',
  'complaints',
  'fridays',
  'sessions',
  'per_session',
  'became_cases',
  'first_response',
  'resolved_30_days',
  'within_72h',
  'before_viral',
  'prank',
  'emergency',
  'came_in',
  'transfer_time',
  'sp3d',
] as const
export type ComparedFigure = (typeof COMPARED_FIGURES)[number]
/** `figures` null: not reported, when some unit that reports this year does not cover that period. Zero is a value of 0. */
export interface ChannelLastYear {
  from: string
  to: string
  figures: Readonly<Partial<Record<ComparedFigure, Estimate>>> | null
}

export interface MessageLine {
  /** addressee code, `unknown` for one that the format does not know, null = not named */
  addressee: string | null
  cases: number
  first_response: DurationCurve
  /** closed by the unit's as_of ÷ cases */
  resolved: Estimate
  /** share closed within 30 days by Kaplan–Meier, with its log-log interval; denominator = watched */
  resolved_30_days: Estimate
  /** handled by a unit above or below the addressee's own level; null = the addressee has no level (unit, not named) */
  handled: { above: number; same: number; below: number } | null
  /** sent on: an event referred_out, or referred_to filled */
  sent_on: Estimate
  /** came from another desk: an event referred_in, or referred_from filled */
  came_in: Estimate
}
/** `channel.messages` */
export interface ChannelMessages {
  coverage: ChannelCoverage
  last_year: ChannelLastYear
  cases: number
  all: Omit<MessageLine, 'addressee'>
  by_addressee: MessageLine[]
  by_programme: (ProgrammeLine & { median_days: number | null; resolved: Estimate })[]
  /** by subject: a complaint about members and a security report are not added up */
  by_subject: CodeCount[]
}

/** Whose account a matter came to, where it names no addressee: the chief of the unit that handles it. */
export const ACCOUNT_OF_LEVEL = { polda: 'kapolda', polres: 'kapolres', polsek: 'kapolsek' } as const
export interface AccountLine {
  /** addressee code, or `unknown` */
  account: string
  cases: number
  within_72h: Estimate
  pending_72h: number
  /** in the order of the milestones */
  reached: Estimate[]
  first_response: DurationCurve
}
/** `channel.social`: direspons → progres → diinformasikan. */
export interface ChannelSocial {
  coverage: ChannelCoverage
  last_year: ChannelLastYear
  /** the directive on answering, as the registry holds it in the period; null = none */
  rule: RuleInForce | null
  cases: number
  milestones: {
    stage: 'first_response' | 'progress' | 'publication'
    /** reached by the unit's as_of ÷ cases */
    reached: Estimate
    curve: DurationCurve
  }[]
  /** the same by whose account it was: Kapolda first */
  accounts: AccountLine[]
  /** reached in this order and all three; of all cases */
  all_three: Estimate
  /** answered within the 72 hours of the directive; only cases whose 72 hours have run out */
  within_72h: Estimate
  pending_72h: number
  /** of the cases that went viral: answered before */
  before_viral: Estimate
  viral: number
  by_month: ChannelChart
}

export interface OversightLine {
  channel: Channel
  cases: number
  /** cases about police service or conduct */
  complaints: number
  /** graded ÷ graded + not graded, of complaints; `ungraded` have no grade yet */
  graded: Estimate
  ungraded: number
  /** progress letter in time ÷ matured, by the regulation in force */
  sp3d: Estimate
  sp3d_pending: number
  sp3d_blocked: number
  /** of complaints as they stand: selesai benar, partly, selesai tidak benar, closed otherwise, proses */
  substantiated: number
  partly_substantiated: number
  unsubstantiated: number
  other_closed: number
  in_process: number
  first_response: { median: number | null; low: number | null; high: number | null; n: number }
}
export interface ReferralLine {
  /** who referred */
  from: 'kompolnas' | 'ombudsman'
  /** cases of that channel, or with referred_from, by whichever door: more than the doors of this page */
  cases: number
  by_channel: CodeCount[]
  answered: Estimate
  first_response: DurationCurve
  closed: Estimate
  /** of the closed: result told */
  informed: Estimate
}
/** `other`: closed in any other way, withdrawn ones too. */
export const OVERSIGHT_OUTCOMES = ['substantiated', 'partly_substantiated', 'unsubstantiated', 'other'] as const
export type OversightOutcome = (typeof OVERSIGHT_OUTCOMES)[number]
/** `channel.oversight` */
export interface ChannelOversight {
  coverage: ChannelCoverage
  last_year: ChannelLastYear
  rule: RuleInForce | null
  total: Omit<OversightLine, 'channel'>
  lines: OversightLine[]
  referrals: ReferralLine[]
  /** Aalen–Johansen over complaints: share with each outcome by time since receipt, the others competing. Days. */
  incidence: {
    n: number
    outcomes: {
      outcome: OversightOutcome
      events: number
      points: { t: number; value: number; lower: number; upper: number; at_risk: number }[]
    }[]
    left_out_negative: number
    left_truncated: number
  }
}
