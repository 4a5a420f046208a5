/** How one case of the demo nation lives: from receipt to closing, by channel and subject, with the unit's habits. */
import {
  CHANNELS,
  COMPLAINT_CATEGORIES,
  OTHER_CATEGORIES,
  RESPONDENT_FUNCTIONS,
  type Category,
  type Channel,
  type Outcome,
  type Status,
  type Subject,
} from '../../../shared/export/enums'
import { DAY, weekday } from './clock'
import { cumulate, type Random } from './random'

/** Local seconds; null = never happens. What has happened by a given moment is decided when rows are written. */
export interface SimCase {
  id: string
  unit: string
  channel: Channel
  programme: string
  addressee: string
  session: string
  subject: Subject
  category: Category
  graded: string
  fn: string
  kind: string
  ref: string
  district: string
  received: number
  recorded: number
  response: number | null
  progress: number | null
  published: number | null
  viral: number | null
  referredFrom: string
  /** when another desk handed it over */
  transferred: number | null
  referredTo: string
  closed: number | null
  closedStatus: Status
  outcome: Outcome | ''
  sanction: string
  informed: number | null
  reopened: number | null
  satisfaction: string
  /** seconds between a step and its entry in the unit's database */
  lag: number
}
/** A unit's way of working, drawn once. */
export interface Habits {
  answer: number
  close: number
  onTime: number
  never: number
  heaping: boolean
  quarterEnd: boolean
  bulk: boolean
}

const SHARE: Readonly<Record<Channel, number>> = {
  jumat_curhat: 13,
  whatsapp: 24,
  call_centre: 1.5,
  call_110: 9,
  social_media: 6,
  gov_112: 4,
  gov_complaint: 3,
  sp4n_lapor: 3,
  dumas_presisi: 15,
  yanduan: 2,
  walk_in: 10,
  letter: 6,
  email: 3,
  kompolnas: 0.8,
  ombudsman: 0.4,
  other: 0.3,
}
const SUBJECTS_BY: Readonly<Record<'formal' | 'mixed' | 'urgent' | 'session', readonly [Subject, number][]>> = {
  formal: [
    ['complaint', 93],
    ['service_request', 4],
    ['suggestion', 3],
  ],
  mixed: [
    ['complaint', 28],
    ['security_report', 38],
    ['service_request', 24],
    ['suggestion', 10],
  ],
  urgent: [
    ['emergency', 40],
    ['security_report', 45],
    ['complaint', 6],
    ['service_request', 9],
  ],
  session: [
    ['security_report', 46],
    ['complaint', 18],
    ['suggestion', 22],
    ['service_request', 14],
  ],
}
/** Median days to the first answer, to closing; share of never closed. */
const PACE: Readonly<
  Record<'formal' | 'app' | 'chat' | 'urgent' | 'session', { answer: number; close: number; never: number }>
> = {
  formal: { answer: 5, close: 38, never: 0.02 },
  app: { answer: 2.2, close: 24, never: 0.018 },
  chat: { answer: 0.12, close: 2.5, never: 0.008 },
  urgent: { answer: 0.012, close: 0.3, never: 0.003 },
  session: { answer: 0.3, close: 12, never: 0.015 },
}
type Pace = keyof typeof PACE
const PACE_OF: Readonly<Record<Channel, Pace>> = {
  jumat_curhat: 'session',
  whatsapp: 'chat',
  call_centre: 'urgent',
  call_110: 'urgent',
  social_media: 'chat',
  gov_112: 'urgent',
  gov_complaint: 'app',
  sp4n_lapor: 'app',
  dumas_presisi: 'app',
  yanduan: 'app',
  walk_in: 'formal',
  letter: 'formal',
  email: 'formal',
  kompolnas: 'formal',
  ombudsman: 'formal',
  other: 'formal',
}
const SUBJECTS_OF = (channel: Channel) =>
  channel === 'jumat_curhat'
    ? SUBJECTS_BY.session
    : PACE_OF[channel] === 'urgent'
      ? SUBJECTS_BY.urgent
      : ['whatsapp', 'social_media', 'gov_complaint'].includes(channel)
        ? SUBJECTS_BY.mixed
        : SUBJECTS_BY.formal
const WEIGHTS: Readonly<Record<'complaint' | 'other', readonly number[]>> = {
  complaint: cumulate([22, 8, 58, 3, 6]),
  other: cumulate([18, 7, 6, 22, 6, 6, 5, 16, 8, 6]),
}
const OUTCOMES_OF_COMPLAINT: readonly [Outcome, number][] = [
  ['unsubstantiated', 44],
  ['information_given', 20],
  ['mediated', 13],
  ['substantiated', 7.5],
  ['partly_substantiated', 4.5],
  ['inadmissible', 7],
  ['out_of_jurisdiction', 4],
]
const OUTCOMES_OF_OTHER: readonly [Outcome, number][] = [
  ['action_taken', 62],
  ['information_given', 26],
  ['mediated', 8],
  ['out_of_jurisdiction', 4],
]
const CHANNEL_OUTREACH: readonly Channel[] = ['whatsapp', 'jumat_curhat', 'walk_in']

const drawn = new WeakMap<object, number[]>()
function draw<T extends string>(r: Random, table: readonly (readonly [T, number])[]): T {
  const sums = drawn.get(table) ?? cumulate(table.map(([, weight]) => weight))
  drawn.set(table, sums)
  const entry = table[r.weighted(sums)]
  if (!entry) throw new Error('empty table')
  return entry[0]
}

/** Cumulative channel weights among those that the unit operates, with their codes. */
export function channelMix(operated: readonly string[]): { codes: Channel[]; sums: number[] } {
  const codes = CHANNELS.filter((code) => operated.includes(code))
  return { codes, sums: cumulate(codes.map((code) => SHARE[code])) }
}

/** Whether a case of this channel is usually handled by a Polsek. */
export const outreach = (channel: Channel): boolean => CHANNEL_OUTREACH.includes(channel)

function hourOfDay(r: Random, pace: Pace): number {
  if (pace === 'formal' || pace === 'app') return Math.floor((8 + 7.5 * r.next()) * 3600)
  if (pace === 'session') return Math.floor((9 + 2 * r.next()) * 3600)
  const evening = 19 + 4 * (r.next() + r.next() - 1)
  return Math.floor((r.chance(0.6) ? evening : 24 * r.next()) * 3600) % DAY
}

/** Steps within office hours land on a working moment; enough for a picture that looks like work. */
function office(r: Random, moment: number, pace: Pace): number {
  if (pace === 'chat' || pace === 'urgent') return Math.floor(moment)
  let day = Math.floor(moment / DAY)
  while (weekday(day) === 0 || weekday(day) === 6) day++
  return day * DAY + Math.floor((8 + 8 * r.next()) * 3600)
}

/** One case received on `day` (number since 1970) by `channel`. `due` gives the last second of a working-day limit. */
export function simulate(
  r: Random,
  day: number,
  channel: Channel,
  habits: Habits,
  due: (received: number, limit: number) => number,
): Omit<SimCase, 'id' | 'unit' | 'session' | 'district' | 'programme' | 'addressee'> {
  const pace = PACE_OF[channel]
  const { answer, close, never } = PACE[pace]
  const subject = draw(r, SUBJECTS_OF(channel))
  const complaint = subject === 'complaint'
  const category = complaint
    ? COMPLAINT_CATEGORIES[r.weighted(WEIGHTS.complaint)]
    : OTHER_CATEGORIES[r.weighted(WEIGHTS.other)]
  const received = day * DAY + hourOfDay(r, pace)
  const lag = r.chance(0.9) ? r.between(20, 5400) : r.between(5400, 70_000)
  const after = (moment: number, medianDays: number, sigma: number) =>
    Math.max(moment + 60, office(r, moment + r.lognormal(medianDays, sigma) * DAY, pace))
  let response: number | null = r.chance(0.05)
    ? null
    : after(received, answer * habits.answer, pace === 'urgent' ? 0.8 : 1.1)
  const isGraded = complaint && pace !== 'chat' && pace !== 'urgent' && r.chance(0.72)
  let progress: number | null = null
  if (isGraded && !r.chance(0.015))
    progress = progressMoment(r, received, response ?? received, habits, due(received, 20))
  else if (!isGraded && r.chance(0.3) && response !== null) progress = response + r.between(3600, 4 * DAY)
  let closed: number | null = null
  if (!r.chance(never * habits.never) && (!isGraded || progress !== null)) {
    closed = after(
      Math.max(received, progress ?? 0, response ?? 0),
      close * habits.close * (progress !== null ? 0.6 : 1),
      1,
    )
    if (habits.quarterEnd && r.chance(0.45)) closed = quarterEnd(closed)
    if (habits.bulk && r.chance(0.55)) closed = Math.ceil(closed / (30 * DAY)) * 30 * DAY + 16 * 3600 + r.between(0, 55)
  }
  if (response === null && closed !== null && r.chance(0.7)) response = Math.max(received, closed - r.between(60, 3600))
  if (response !== null && closed !== null && response > closed) response = closed
  const social = channel === 'social_media'
  const published = social && response !== null && r.chance(0.55) ? response + r.between(3600, 6 * DAY) : null
  const closedStatus: Status = r.chance(0.93) ? 'closed' : r.chance(0.55) ? 'withdrawn' : 'archived'
  const outcome =
    closedStatus === 'withdrawn' ? 'withdrawn' : draw<Outcome>(r, complaint ? OUTCOMES_OF_COMPLAINT : OUTCOMES_OF_OTHER)
  const upheld = outcome === 'substantiated' || outcome === 'partly_substantiated'
  return {
    channel,
    subject,
    category: category ?? 'other',
    graded: complaint ? (isGraded ? 'graded' : pace === 'chat' || pace === 'urgent' ? '' : 'not_graded') : '',
    fn: complaint ? r.pick(RESPONDENT_FUNCTIONS) : '',
    kind: r.chance(0.86) ? 'individual' : r.pick(['group', 'institution', 'anonymous']),
    ref: '',
    received,
    recorded: received + lag,
    lag,
    response,
    progress,
    published,
    viral: social && r.chance(0.12) ? received + r.between(DAY, 5 * DAY) : null,
    referredFrom: REFERRED_BY[channel] ?? '',
    transferred:
      (channel === 'gov_112' || channel === 'gov_complaint') && r.chance(0.8) ? received + r.between(120, 1500) : null,
    referredTo: r.chance(0.05) ? r.pick(['itwasda', 'propam', 'local_government', 'other_unit']) : '',
    closed,
    closedStatus,
    outcome,
    sanction: upheld ? r.pick(['none', 'reprimand', 'discipline', 'ethics', 'reprimand']) : '',
    informed: closed !== null && r.chance(0.82) ? closed + r.between(600, 8 * DAY) : null,
    reopened: null,
    satisfaction: r.chance(0.18) ? String(1 + r.weighted(SATISFACTION)) : '',
  }
}
const REFERRED_BY: Partial<Record<Channel, string>> = {
  kompolnas: 'kompolnas',
  ombudsman: 'ombudsman',
  sp4n_lapor: 'sp4n_lapor',
  gov_112: 'gov_112',
  gov_complaint: 'local_government',
}
const SATISFACTION = cumulate([6, 9, 24, 40, 21])

/** SP3D: mostly in time, a share late; with the habit of heaping, most land in the last days before the deadline. */
function progressMoment(r: Random, received: number, earliest: number, habits: Habits, due: number): number {
  if (!r.chance(habits.onTime)) return due + r.between(3600, 25 * DAY)
  const from = Math.min(Math.max(earliest, received) + 3600, due - 3600)
  if (habits.heaping && r.chance(0.75)) return Math.max(from, due - r.between(0, 2 * DAY))
  const span = due - from
  return from + Math.floor(span * (0.15 + 0.85 * Math.sqrt(r.next())) * 0.999)
}

function quarterEnd(moment: number): number {
  const date = new Date(moment * 1000)
  const last = Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3 + 3, 0) / 1000
  return last + 15 * 3600 + (moment % 3600)
}
