/** `channel.community`: sessions owed and held, who came, what they raised and what became of it. */
import type { QueryParams } from '../../../../shared/contract/queries'
import type { ChannelCommunity } from '../../../../shared/contract/results/channelCommunity'
import type { ChannelLastYear } from '../../../../shared/contract/results/channels'
import type { CodeCount, Estimate } from '../../../../shared/contract/results/common'
import type { Filter } from '../../../../shared/domain/filter'
import { dayText, NONE } from '../../../../shared/domain/time'
import { LED_BY_ROLES, SESSION_KINDS } from '../../../../shared/export/enums'
import { countInterval } from '../../../../shared/statistics/intervals'
import { sampleQuantile } from '../../../../shared/statistics/quartiles'
import { UNKNOWN_CODE } from '../../columns/layout'
import { monthTable, REACH } from '../../columns/months'
import type { QueryContext } from '../context'
import { countEstimate, nothing, shareEstimate } from '../estimates'
import { monthChart } from './chart'
import { channelsOf, coverage, operating } from './coverage'
import { curveTo, earlier, timeOf } from './curves'
import { fridayCalendar, fridayCounts, unitFridays, type BroughtBy } from './fridayLines'
import { fridaysIn } from './fridays'
import { lastYearOf } from './lastYear'
import { BATCH_MINUTES, BATCH_SIZE, batchLines, recorded, toleranceOf } from './recording'
import { share } from './rows'
import { casesOf, sessionsIn } from './sessions'
import { periodOf } from '../delivery'

/** Units with a batch that are listed. */
const MOST_UNITS = 50

export function channelCommunity(context: QueryContext, params: QueryParams<'channel.community'>): ChannelCommunity {
  const { kind = 'jumat_curhat', ...filter } = params
  const channels = channelsOf('community', filter)
  const isAsked = channels.length > 0
  const { issues, attendees, ledBy } = context.index.sessions
  const all = isAsked ? sessionsIn(context, filter, null) : new Uint32Array(0)
  const own = isAsked ? sessionsIn(context, filter, kind) : all
  const people = [...own].map((i) => attendees[i] as number)
  const raised = own.reduce((sum, i) => sum + (issues[i] as number), 0)
  return {
    coverage: coverage(context, filter, channels),
    last_year: lastYearOf(context, filter, (before) => compared(context, before, kind, isAsked)),
    kind,
    kinds: kinds(context, all),
    calendar:
      kind === 'jumat_curhat' && isAsked ? fridayCalendar(context, filter, broughtBy(context, filter, own)) : null,
    sessions: own.length,
    attendance: {
      total: people.reduce((sum, count) => sum + count, 0),
      median: sampleQuantile(people, 0.5),
      q1: sampleQuantile(people, 0.25),
      q3: sampleQuantile(people, 0.75),
      by_friday: attendanceByFriday(context, filter, own),
    },
    issues: { total: raised, per_session: perSession(raised, own.length), chart: issuesChart(context, filter, kind) },
    outcome: outcome(context, filter, own),
    led_by: ledByRole(own, ledBy),
    recording: recording(context, filter, kind, isAsked),
  }
}

/** What can be set beside the year before: whether it was held, what was raised, what became a case. */
function compared(
  context: QueryContext,
  filter: Filter,
  kind: string,
  isAsked: boolean,
): NonNullable<ChannelLastYear['figures']> {
  const own = isAsked ? sessionsIn(context, filter, kind) : new Uint32Array(0)
  const { raised, became } = casesMade(context, filter, own)
  return {
    sessions: countEstimate(own.length),
    per_session: perSession(raised, own.length),
    became_cases: shareEstimate(became, raised),
    ...(kind === 'jumat_curhat' && isAsked && { fridays: fridayCounts(unitFridays(context, filter)).share }),
  }
}

function kinds({ index }: QueryContext, all: Uint32Array): ChannelCommunity['kinds'] {
  const { kind, attendees, issues } = index.sessions
  const lines = [...SESSION_KINDS, UNKNOWN_CODE].map((code) => ({
    kind: code as string,
    sessions: 0,
    attendees: 0,
    issues: 0,
  }))
  for (const i of all) {
    const line = lines[Math.min(kind[i] as number, SESSION_KINDS.length)] as (typeof lines)[number]
    line.sessions++
    line.attendees += attendees[i] as number
    line.issues += issues[i] as number
  }
  return lines.filter(({ sessions }) => sessions > 0)
}

/** Issues per session with the interval of the count; nothing without a session. */
function perSession(raised: number, sessions: number): Estimate {
  if (sessions === 0) return { ...nothing('insufficient'), numerator: raised, denominator: 0 }
  const { low, high } = countInterval(raised)
  return { value: raised / sessions, missing: null, low: low / sessions, high: high / sessions, numerator: raised, denominator: sessions } // prettier-ignore
}

function issuesChart(context: QueryContext, filter: Filter, kind: string): ChannelCommunity['issues']['chart'] {
  const channels = channelsOf('community', filter)
  const { issues, day } = context.index.sessions
  const { from: _, ...everBefore } = filter
  const sums = new Map<number, { numerator: number; denominator: number }>()
  for (const i of channels.length > 0 ? sessionsIn(context, everBefore, kind) : []) {
    const month = monthTable()[(day[i] as number) + REACH] as number
    const held = sums.get(month) ?? { numerator: 0, denominator: 0 }
    sums.set(month, { numerator: held.numerator + (issues[i] as number), denominator: held.denominator + 1 })
  }
  const { desks } = operating(context, filter, channels)
  return monthChart(context, 'u', filter, desks, (month) => sums.get(month) ?? { numerator: 0, denominator: 0 })
}

function attendanceByFriday(
  context: QueryContext,
  filter: Filter,
  own: Uint32Array,
): ChannelCommunity['attendance']['by_friday'] {
  const { day, attendees } = context.index.sessions
  const fridays = fridaysIn(periodOf(context, filter))
  const first = fridays[0] ?? 0
  const people = fridays.map((): number[] => [])
  // Monday to Sunday belong to their Friday.
  for (const i of own) people[Math.floor(((day[i] as number) - first + 4) / 7)]?.push(attendees[i] as number)
  return fridays.map((friday, at) => {
    const values = people[at] as number[]
    const quantile = (p: number) => sampleQuantile(values, p)
    return {
      date: dayText(friday),
      sessions: values.length,
      median: quantile(0.5),
      q1: quantile(0.25),
      q3: quantile(0.75),
    }
  })
}

/** A first answer or a progress notice. */
const isFollowedUp = (context: QueryContext) => {
  const { first_response_at: answered, progress_at: progress } = context.index.cases.times
  return (row: number): boolean => answered[row] !== NONE || progress[row] !== NONE
}

/** Issues raised in sessions, how many of them became cases, and the cases that name one of the sessions. */
function casesMade(context: QueryContext, filter: Filter, own: Uint32Array) {
  const { issues } = context.index.sessions
  const cases = casesOf(context, filter)
  const rows: number[] = []
  let [raised, became] = [0, 0]
  for (const session of own) {
    const held = cases(session)
    const count = issues[session] as number
    raised += count
    became += Math.min(count, held.length)
    rows.push(...held)
  }
  return { raised, became, rows: Uint32Array.from(rows) }
}

function outcome(context: QueryContext, filter: Filter, own: Uint32Array): ChannelCommunity['outcome'] {
  const { raised, became, rows: all } = casesMade(context, filter, own)
  const reached = earlier(timeOf(context, 'first_response_at'), timeOf(context, 'progress_at'))
  return {
    issues: raised,
    cases: all.length,
    became_cases: shareEstimate(became, raised),
    beyond: all.length - became,
    followed_up: share(all, isFollowedUp(context)),
    time_to_follow_up: curveTo(context, all, { reached }),
  }
}

/** What the sessions of each unit brought, as sums over ranges of units. */
function broughtBy(context: QueryContext, filter: Filter, own: Uint32Array): BroughtBy {
  const { sessions, units } = context.index
  const cases = casesOf(context, filter)
  const isDone = isFollowedUp(context)
  const names = ['issues', 'cases', 'followed_up'] as const
  const sums = Object.fromEntries(names.map((name) => [name, new Uint32Array(units.length + 1)])) as Record<(typeof names)[number], Uint32Array> // prettier-ignore
  for (const session of own) {
    const place = (sessions.unit[session] as number) + 1
    const held = cases(session)
    sums.issues[place]! += sessions.issues[session] as number
    sums.cases[place]! += held.length
    sums.followed_up[place]! += held.filter(isDone).length
  }
  for (const name of names)
    for (let unit = 0; unit < units.length; unit++) sums[name][unit + 1]! += sums[name][unit] as number
  return (low, high) => {
    const within = (name: (typeof names)[number]) => (sums[name][high] as number) - (sums[name][low] as number)
    return { issues: within('issues'), cases: within('cases'), followed_up: within('followed_up') }
  }
}

function ledByRole(own: Uint32Array, ledBy: Uint8Array): CodeCount[] {
  const counts = [...LED_BY_ROLES, UNKNOWN_CODE].map((code) => ({ code: code as string, count: 0 }))
  for (const i of own) counts[Math.min(ledBy[i] as number, LED_BY_ROLES.length)]!.count++
  return counts.filter(({ count }) => count > 0)
}

function recording(
  context: QueryContext,
  filter: Filter,
  kind: string,
  isAsked: boolean,
): ChannelCommunity['recording'] {
  const lines = isAsked ? recorded(context, filter, kind) : []
  const sum = (what: 'sessions' | 'inBatch' | 'late') => lines.reduce((total, line) => total + line[what], 0)
  return {
    rule: { batch_size: BATCH_SIZE, batch_minutes: BATCH_MINUTES, tolerance_days: toleranceOf(context) },
    in_batch: shareEstimate(sum('inBatch'), sum('sessions')),
    late: shareEstimate(sum('late'), sum('sessions')),
    units: isAsked ? batchLines(context, filter, kind).slice(0, MOST_UNITS) : [],
  }
}
