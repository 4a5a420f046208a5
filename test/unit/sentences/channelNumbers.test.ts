/** Each figure of the channels' pages: its sentence tells the numbers of its query's answer. */
import type { ChannelChart } from '../../../shared/contract/results/channels'
import type { CodeCount } from '../../../shared/contract/results/common'
import { answerTimeSentence, callsSentence } from '../../../shared/sentences/channels/calls'
import { transfersSentence, transferTimeSentence } from '../../../shared/sentences/channels/city'
import { controlSentence } from '../../../shared/sentences/channels/control'
import { calendarSentence, issuesSentence, ledBySentence, recordingSentence } from '../../../shared/sentences/channels/community' // prettier-ignore
import { channelCoverageSentence } from '../../../shared/sentences/channels/coverage'
import {
  handledSentence,
  programmesSentence,
  responseSentence,
  subjectsSentence,
} from '../../../shared/sentences/channels/messages'
import {
  incidenceSentence,
  outcomesSentence,
  referralsSentence,
  sp3dSentence,
} from '../../../shared/sentences/channels/oversight'
import { milestonesSentence, stagesSentence } from '../../../shared/sentences/channels/social'
import { figuresTell, some, sum, told } from '../../helpers/figuresTell'
import { waits, type Writing } from '../../helpers/told'

const total = (codes: readonly { count: number }[]) => sum(codes.map(({ count }) => count))
const of = (codes: readonly CodeCount[], wanted: string) => codes.find(({ code }) => code === wanted)?.count ?? 0

/** A chart without a signal: its months and what it varies around, or why nothing is judged; signals are in channelDoors. */
function quiet({ points, flat, kind, centre, signals }: ChannelChart, w: Writing): string[] | null {
  const judged = points.filter(({ complete, value }) => complete && value !== null).length
  const told = (value: number) => w.share(value, null)
  if (judged === 0) return []
  if (flat !== null) return ['12', told(flat)]
  if (kind === 'run' || centre === null) return [w.count(judged), '12']
  return signals.length > 0 ? null : [w.count(judged), told(centre)]
}

const TABLE = [
  ...(['channel.community', 'channel.messages', 'channel.social', 'channel.city', 'channel.oversight'] as const).map((query) =>
    told({
      query,
      what: 'coverage',
      says: ({ coverage }, words) => channelCoverageSentence(coverage, words),
      kinds: ['signal'],
      numbers: ({ coverage: c }, w) => {
        if (c.operating === 0) return []
        const units = c.reported < c.expected ? [c.expected - c.reported, c.expected] : [c.expected]
        const [first, last] = [c.as_of_min?.slice(0, 10), c.as_of_max?.slice(0, 10)]
        const cut = first && last && first !== last ? [...w.dates(first), ...w.dates(last)] : []
        return [...w.part(c.operating_reported, c.operating), ...w.dates(c.period.to), ...units.map(w.count), ...cut]
      },
    }),
  ), // prettier-ignore
  told({
    query: 'channel.community',
    what: 'calendar',
    says: ({ calendar }, words) => calendar && calendarSentence(calendar, words),
    kinds: ['insufficient', 'signal'],
    numbers: ({ calendar }, w) => {
      const { total: all, lines, fridays } = calendar!
      const holidays = fridays.filter(({ holiday }) => holiday !== null).length
      if (all.due === 0) return [w.count(all.not_reported > 0 ? all.not_reported : holidays)]
      const silent = lines.filter(({ held, due }) => held === 0 && due >= 4).length
      const names = silent > 1 ? [w.count(silent), ...some(silent - 2, w)] : []
      return [...w.stated(all.share), ...names, ...some(holidays, w), ...some(all.not_reported, w), ...some(all.no_calendar, w)] // prettier-ignore
    },
  }),
  told({
    query: 'channel.community',
    what: 'issues',
    says: issuesSentence,
    kinds: ['insufficient', 'quiet', 'signal'],
    numbers: ({ outcome: { issues, cases, became_cases, followed_up, time_to_follow_up: curve, beyond } }, w) => {
      if (issues === 0 && cases === 0) return []
      const median = curve.n >= 10 && curve.median !== null ? [w.days(curve.median)] : []
      return [...w.stated(became_cases), ...w.stated(followed_up), ...median, ...some(beyond, w)]
    },
  }),
  told({
    query: 'channel.community',
    what: 'leaders',
    says: ({ led_by }, words) => ledBySentence(led_by, words),
    kinds: ['quiet'],
    numbers: ({ led_by: codes }, w) => {
      const known = codes.filter(({ code, count }) => code !== 'unknown' && count > 0).map(({ count }) => count)
      if (known.length === 0) return []
      const unknown = total(codes) - sum(known)
      return [...w.part(Math.max(...known), total(codes)), ...(unknown > 0 ? [w.count(unknown), w.share(unknown / total(codes), total(codes))] : [])] // prettier-ignore
    },
  }),
  told({
    query: 'channel.community',
    what: 'recording',
    says: recordingSentence,
    kinds: ['insufficient', 'quiet'],
    numbers: ({ sessions, recording: { rule, in_batch, late, units: lines } }, w) => {
      if (sessions === 0 || in_batch.value === null) return []
      const lateness = [w.count(rule.tolerance_days), ...w.stated(late)]
      const [first] = lines
      if (!first) return [w.count(rule.batch_size), w.count(rule.batch_minutes), ...lateness]
      return [...w.stated(in_batch), w.count(first.in_batch), w.count(first.sessions), ...(first.p === null ? [] : [w.chance(first.p)]), ...lateness] // prettier-ignore
    },
  }),
  told({
    query: 'channel.messages',
    what: 'first response',
    says: responseSentence,
    kinds: ['insufficient', 'signal'],
    numbers: ({ all, by_addressee }, w) => {
      const medians = by_addressee.map(({ first_response: curve }) => curve).filter(({ n, median }) => n >= 10 && median !== null) // prettier-ignore
      if (medians.length < 2) return waits(all.first_response, w)
      // the answer is the curve's, what follows is of each addressee
      const whole = waits(all.first_response, w)
      const answer = all.first_response.n < 10 || all.first_response.median === null ? [] : whole.slice(0, -1)
      return [...answer, ...medians.map(({ median }) => w.days(median!))]
    },
  }),
  told({
    query: 'channel.messages',
    what: 'handled',
    says: handledSentence,
    kinds: ['insufficient', 'quiet'],
    numbers: ({ cases, all: { resolved, sent_on, handled } }, w) => {
      if (cases === 0) return []
      const levels = handled ? handled.above + handled.same + handled.below : 0
      const below = levels > 0 ? w.part(handled!.below, levels) : []
      const above = levels > 0 && handled!.above > 0 ? w.part(handled!.above, levels) : []
      return [...w.stated(resolved), ...below, ...above, ...w.stated(sent_on)]
    },
  }),
  told({
    query: 'channel.messages',
    what: 'programmes',
    says: ({ by_programme }, words) => programmesSentence(by_programme, words),
    kinds: ['insufficient', 'quiet'],
    numbers: ({ by_programme: lines }, w) => {
      const [all, named] = [sum(lines.map(({ cases }) => cases)), lines.filter(({ code }) => code !== null)]
      const unnamed = all - sum(named.map(({ cases }) => cases))
      if (all === 0 || named.length === 0) return []
      return [...named.map(({ cases }) => w.count(cases)), ...(unnamed > 0 ? w.part(unnamed, all) : [])]
    },
  }),
  told({
    query: 'channel.city',
    what: 'subjects',
    says: ({ by_subject }, words) => subjectsSentence(by_subject, words),
    kinds: ['insufficient', 'quiet'],
    numbers: ({ by_subject: codes }, w) =>
      total(codes) === 0
        ? []
        : [...w.part(of(codes, 'complaint'), total(codes)), w.count(of(codes, 'security_report')), ...some(of(codes, 'unknown'), w)], // prettier-ignore
  }),
  ...[0, 1, 2, 3].flatMap((at) => [
    told({
      query: 'channel.calls',
      what: `calls, line ${at}`,
      says: ({ lines }, words) => (lines[at] ? callsSentence(lines[at], words) : null),
      kinds: ['insufficient', 'quiet'],
      numbers: ({ lines }, w) => {
        const line = lines[at]!
        if (line.state !== 'reported' || !line.funnel) return []
        const days = line.days_reported < line.days_due ? [w.count(line.days_due - line.days_reported), w.count(line.days_due)] : [] // prettier-ignore
        if (line.funnel.offered === 0) return days
        return [...w.stated(line.answered), ...w.stated(line.abandoned), ...some(line.funnel.unaccounted, w), ...w.stated(line.prank), ...days] // prettier-ignore
      },
    }),
    told({
      query: 'channel.calls',
      what: `time to answer, line ${at}`,
      says: ({ lines }, words) => (lines[at] ? answerTimeSentence(lines[at], words) : null),
      kinds: ['insufficient', 'quiet'],
      numbers: ({ lines }, w) => {
        const { median, q1, q3, days, days_without: without } = lines[at]!.answer_time
        const seconds = (value: number) => (value < 90 ? w.count(value) : w.fixed(value / 60, value % 60 === 0 ? 0 : 1))
        if (median === null) return [w.count(without)]
        const middle = q1 !== null && q3 !== null ? [seconds(q1), seconds(q3)] : []
        return [seconds(median), ...middle, ...(without > 0 ? [w.count(without), w.count(days + without)] : [])]
      },
    }),
  ]),
  told({
    query: 'channel.social',
    what: 'milestones',
    says: milestonesSentence,
    kinds: ['insufficient', 'quiet'],
    numbers: ({ cases, milestones, all_three }, w) =>
      cases === 0
        ? []
        : [w.count(cases), ...milestones.map(({ reached }) => w.share(reached.numerator! / reached.denominator!, reached.denominator)), ...w.stated(all_three)], // prettier-ignore
  }),
  told({
    query: 'channel.social',
    what: 'time to each milestone',
    says: stagesSentence,
    kinds: ['insufficient', 'quiet'],
    numbers: ({ milestones }, w) =>
      milestones[0]?.curve.n ? milestones.flatMap(({ curve: { median } }) => (median === null ? [] : [w.days(median)])) : [], // prettier-ignore
  }),
  told({
    query: 'channel.social',
    what: 'month by month',
    says: ({ by_month }, words) => controlSentence(by_month, 'share', words),
    kinds: ['insufficient'],
    numbers: ({ by_month }, w) => quiet(by_month, w),
  }),
  told({
    query: 'channel.city',
    what: 'time from transfer to answer',
    says: transferTimeSentence,
    kinds: ['insufficient'],
    numbers: ({ transfer_to_response: curve }, w) => (curve.n === 0 ? [] : waits(curve, w)),
  }),
  told({
    query: 'channel.oversight',
    what: 'how complaints ended',
    says: ({ incidence }, words) => incidenceSentence('Semua', incidence, words),
    kinds: ['insufficient', 'quiet'],
    numbers: ({ incidence: { n, outcomes } }, w) => {
      if (n < 10) return [w.count(n)]
      const end = Math.max(0, ...outcomes.map(({ points }) => points.at(-1)?.t ?? 0))
      const days = Math.max(1, Math.min(90, Math.ceil(end)))
      const shares = outcomes.map(({ points }) => Math.max(0, ...points.filter(({ t }) => t <= days).map(({ value }) => value))) // prettier-ignore
      return [w.count(days), ...[...shares, Math.max(0, 1 - sum(shares))].map((share) => w.share(share, null))]
    },
  }),
  told({
    query: 'channel.city',
    what: 'transfers',
    says: transfersSentence,
    kinds: ['insufficient', 'quiet'],
    numbers: ({ cases, came_in, sent_out, sent_to_city, reported_back }, w) =>
      cases === 0 ? [] : [...w.stated(came_in), ...w.stated(sent_out), w.count(sent_to_city), ...w.stated(reported_back)], // prettier-ignore
  }),
  told({
    query: 'channel.oversight',
    what: 'outcomes',
    says: ({ total: all }, words) => outcomesSentence('Semua', all, words),
    kinds: ['insufficient', 'quiet'],
    numbers: ({ total: { complaints, substantiated, partly_substantiated, unsubstantiated, in_process } }, w) => {
      const part = (n: number) => [w.count(n), w.share(n / complaints, complaints)]
      if (complaints === 0) return []
      return [...w.part(substantiated + partly_substantiated, complaints), ...part(unsubstantiated), ...part(in_process)] // prettier-ignore
    },
  }),
  told({
    query: 'channel.oversight',
    what: 'SP3D',
    says: ({ total: all }, words) => sp3dSentence('Semua', all, words),
    kinds: ['insufficient', 'quiet'],
    numbers: ({ total: { sp3d, sp3d_pending, sp3d_blocked, graded, ungraded } }, w) =>
      [...w.stated(sp3d), ...some(sp3d_pending, w), ...some(sp3d_blocked, w), ...w.stated(graded), ...some(ungraded, w)], // prettier-ignore
  }),
  told({
    query: 'channel.oversight',
    what: 'referrals',
    says: referralsSentence,
    kinds: ['insufficient', 'quiet'],
    numbers: ({ referrals }, w) => {
      const held = referrals.filter(({ cases }) => cases > 0)
      if (held.length === 0) return []
      return [...held.flatMap(({ answered }) => w.stated(answered)), w.count(sum(held.map(({ closed }) => closed.numerator ?? 0)))] // prettier-ignore
    },
  }),
]

figuresTell(TABLE)
