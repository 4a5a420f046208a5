/** All cases that one unit of the demo nation ever receives: simulated once, shown as of any moment. */
import type { RegistryUnit } from '../../../shared/export/registry'
import { DAY, dayText } from './clock'
import { callDays, type CallDay } from './calls'
import { sessions, type SimSession } from './community'
import { dayWeights } from './days'
import { channelMix, outreach, simulate, type Habits, type SimCase } from './journey'
import { planted } from './oddities'
import type { DemoPlan } from './plan'
import { addresseeOf, HOTLINE_POLSEK, programmeOf } from './programmes'
import { random, type Random } from './random'

export interface UnitLife {
  cases: SimCase[]
  sessions: SimSession[]
  calls: CallDay[]
}

const OFFICE = new Set([
  'walk_in',
  'letter',
  'email',
  'dumas_presisi',
  'yanduan',
  'sp4n_lapor',
  'gov_complaint',
  'kompolnas',
  'ombudsman',
  'other',
])
const OLD_SHARE = 0.003
const REOPENED_SHARE = 0.014
const weights = new Map<string, { office: number[]; outreach: number[] }>()

/** Running sums of how likely each day is, for what comes over a desk and for what comes at any hour. */
function weightsOf(from: number, end: number) {
  const key = `${from} ${end}`
  const sums = weights.get(key) ?? { office: dayWeights(from, end, true), outreach: dayWeights(from, end, false) }
  weights.set(key, sums)
  return sums
}

function habitsOf(r: Random, code: string): Habits {
  return {
    answer: r.lognormal(1, 0.35),
    close: r.lognormal(1, 0.3),
    never: r.lognormal(1, 0.4),
    onTime:
      planted(code, 'sp3d_below_target')?.share ??
      Math.min(0.95, Math.max(0.62, 0.81 + 0.055 * (r.next() + r.next() - 1) * 2)),
    heaping: planted(code, 'deadline_heaping') !== undefined,
    quarterEnd: planted(code, 'quarter_end_closing') !== undefined,
    bulk: planted(code, 'bulk_closing') !== undefined,
  }
}

const hex = (r: Random) =>
  Math.floor(r.next() * 65_536)
    .toString(16)
    .toUpperCase()
    .padStart(4, '0')

/** Begins with a letter: digits and hyphens alone could read as a telephone number. */
const pseudonym = (r: Random) => `K${hex(r).slice(1)}-${hex(r)}-${hex(r)}`

function atMidnight(life: SimCase): void {
  const floor = (moment: number | null) => (moment === null ? null : moment - (moment % DAY))
  life.received = life.received - (life.received % DAY)
  life.response = floor(life.response)
  life.progress = floor(life.progress)
  life.published = floor(life.published)
  life.closed = floor(life.closed)
  life.informed = floor(life.informed)
}

/** Days by which a unit puts off every step of a matter of social media. */
const LATE_SOCIAL = 5
function putOff(life: SimCase, seconds: number): void {
  const later = (moment: number | null) => (moment === null ? null : moment + seconds)
  life.viral = life.received + 2 * DAY
  life.response = later(life.response)
  life.progress = later(life.progress)
  life.published = later(life.published)
  life.closed = later(life.closed)
  life.informed = later(life.informed)
}

/** Simulates a unit. Deterministic in the plan's seed and the unit's code. */
export function liveUnit(plan: DemoPlan, unit: RegistryUnit, polsek: readonly RegistryUnit[], count: number): UnitLife {
  const r = random(plan.options.seed, plan.options.purpose, unit.code)
  const holidays = new Set(plan.registry.holidays.map((holiday) => holiday.date))
  const held = sessions(r, unit, polsek, plan.from, plan.end, holidays)
  const fridays = held.filter(({ kind }) => kind === 'jumat_curhat')
  const calls = callDays(random(plan.options.seed, 'calls', unit.code), unit, polsek, plan.from, plan.end)
  const hotline = polsek.find(({ code }) => code === HOTLINE_POLSEK)?.code
  const mix = channelMix(hotline ? [...unit.channels, 'call_centre'] : unit.channels)
  const habits = habitsOf(r, unit.code)
  const quietFrom = plan.end - 30.5 * (planted(unit.code, 'zero_report')?.months ?? 0)
  const lateSocial = planted(unit.code, 'late_social') !== undefined
  const unansweredReferrals = [unit.code, unit.parent].some((code) => planted(code, 'referrals_unanswered'))
  const midnight = planted(unit.code, 'midnight_times') !== undefined
  const days = weightsOf(plan.from, plan.end)
  const ids = new Set<string>()
  const cases: SimCase[] = []
  for (let n = 0; n < count; n++) {
    let channel = mix.codes[r.weighted(mix.sums)] ?? 'walk_in'
    const old = OFFICE.has(channel) && r.chance(OLD_SHARE * 2)
    const session = channel === 'jumat_curhat' && fridays.length > 0 ? r.pick(fridays) : undefined
    if (channel === 'jumat_curhat' && !session) channel = 'whatsapp'
    const day =
      session?.day ??
      (old ? plan.from - r.between(1, 280) : plan.from + r.weighted(OFFICE.has(channel) ? days.office : days.outreach))
    if (day >= quietFrom) continue
    let id = pseudonym(r)
    while (ids.has(id)) id = pseudonym(r)
    ids.add(id)
    const isOutside = polsek.length > 0 && r.chance(outreach(channel) ? 0.45 : 0.12)
    const host = hotline && channel === 'call_centre' ? hotline : isOutside ? r.pick(polsek).code : unit.code
    const own = simulate(r, day, channel, habits, plan.due)
    const addressee = channel === 'whatsapp' ? addresseeOf(r, unit.level, host !== unit.code) : ''
    const area = unit.areas[0]
    const life: SimCase = {
      ...own,
      id,
      unit: session?.unit ?? host,
      session: session?.id ?? '',
      programme: programmeOf(unit.code, host, channel, addressee),
      addressee,
      district:
        session?.district ||
        (area && unit.level === 'polres' && r.chance(0.85)
          ? `${area}.${String(r.between(1, Math.max(1, polsek.length))).padStart(2, '0')}`
          : ''),
      ref: r.chance(0.6) ? `P${hex(r)}${hex(r)}${hex(r)}` : '',
    }
    if (session) {
      session.issues++
      // A matter raised in a session is written down with it.
      life.recorded = Math.max(life.recorded, session.recorded)
    }
    if (old) Object.assign(life, { closed: null, informed: null })
    if (midnight) atMidnight(life)
    if (lateSocial && channel === 'social_media') putOff(life, LATE_SOCIAL * DAY)
    if (unansweredReferrals && (channel === 'kompolnas' || channel === 'ombudsman'))
      Object.assign(life, { response: null, progress: null, closed: null, informed: null })
    if (
      life.closed !== null &&
      life.closedStatus === 'closed' &&
      life.subject === 'complaint' &&
      r.chance(REOPENED_SHARE)
    )
      life.reopened = life.closed + r.between(4, 40) * DAY
    cases.push(life)
  }
  return { cases, sessions: held, calls }
}

/** `YYYY-MM` of local seconds. */
export const monthOf = (moment: number): string => dayText(Math.floor(moment / DAY)).slice(0, 7)
