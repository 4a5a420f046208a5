/** Jumat Curhat in words: was it held, who came, what became of the issues, who led, how it was written down. Pure. */
import type { ChannelCommunity, FridayLine } from '../../contract/results/channelCommunity'
import type { CodeCount } from '../../contract/results/common'
import { daysText, joined, rateText, shareText, someNames, type Sentence, type Words } from '../words'
import { statedShare, tells } from './estimate'

type Calendar = NonNullable<ChannelCommunity['calendar']>
/** Fridays due from which a unit without any session is called silent. */
const LEAST_DUE = 4

/** Lines in which not one of at least four due sessions was held. */
export const silentLines = (lines: readonly FridayLine[]): FridayLine[] =>
  lines.filter(({ due, held }) => held === 0 && due >= LEAST_DUE)

/** "280 dari 305 Jumat wajib terlaksana (91,8%; 95%: …). …" */
export function calendarSentence({ total, lines, fridays }: Calendar, words: Words): Sentence {
  const { t, f } = words
  const holidays = fridays.filter(({ holiday }) => holiday !== null).length
  if (total.due === 0) {
    const why =
      total.not_reported > 0
        ? t('channels.calendar.unreported', { n: f.count(total.not_reported) })
        : t('channels.calendar.noneDue', { n: f.count(holidays) })
    return { kind: 'insufficient', answer: t('say.insufficient'), caution: why }
  }
  const silent = silentLines(lines)
  return {
    kind: silent.length > 0 || total.missed > 0 ? 'signal' : 'quiet',
    answer: t('channels.calendar.answer', { stated: statedShare(total.share, words) }),
    caution: joined(
      silent.length === 1 && t('channels.calendar.silentOne', { name: silent[0]!.name }),
      silent.length > 1 &&
        t('channels.calendar.silent', {
          n: f.count(silent.length),
          names: someNames(
            silent.map(({ name }) => name),
            2,
            words,
          ),
        }),
      holidays > 0 && t('channels.calendar.holidays', { n: f.count(holidays) }),
      total.not_reported > 0 && t('channels.calendar.unreported', { n: f.count(total.not_reported) }),
      total.no_calendar > 0 && t('channels.calendar.noCalendar', { n: f.count(total.no_calendar) }),
    ),
  }
}

/** "Sekitar 22 orang per sesi; separuh sesi dihadiri 18 s.d. 28 orang." */
export function attendanceText({ sessions, attendance }: ChannelCommunity, { t, f }: Words): string {
  const { median, q1, q3 } = attendance
  if (sessions === 0 || median === null) return t('channels.attendance.none')
  return t('channels.attendance', {
    median: f.count(median),
    low: f.count(q1 ?? median),
    high: f.count(q3 ?? median),
  })
}

/** What became of what people said. */
export function issuesSentence({ outcome }: ChannelCommunity, words: Words): Sentence {
  const { t, f } = words
  if (outcome.issues === 0 && outcome.cases === 0)
    return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('channels.issues.none') }
  const { followed_up: followed, time_to_follow_up: curve, beyond } = outcome
  return {
    kind: beyond > 0 ? 'signal' : 'quiet',
    answer: t('channels.issues.answer', { stated: statedShare(outcome.became_cases, words) }),
    caution: joined(
      followed.value !== null && t('channels.issues.followed', { stated: statedShare(followed, words) }),
      tells(curve) &&
        (curve.median === null
          ? t('channels.issues.unreached')
          : t('channels.issues.median', { median: daysText(curve.median, words) })),
      beyond > 0 && t('channels.issues.beyond', { n: f.count(beyond) }),
    ),
  }
}

/** The office that led most sessions; undefined where none is known. */
export const leader = (codes: readonly CodeCount[]): string | undefined =>
  codes.filter(({ code, count }) => code !== 'unknown' && count > 0).toSorted((a, b) => b.count - a.count)[0]?.code

/** Who led the sessions; the share without a name is said. */
export function ledBySentence(codes: readonly CodeCount[], words: Words): Sentence {
  const { t, f } = words
  const total = codes.reduce((sum, { count }) => sum + count, 0)
  const known = codes.filter(({ code }) => code !== 'unknown').toSorted((a, b) => b.count - a.count)
  const first = known[0]
  const unknown = total - known.reduce((sum, { count }) => sum + count, 0)
  if (!first || first.count === 0)
    return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('channels.attendance.none') }
  return {
    kind: 'quiet',
    answer: t('channels.ledBy.answer', {
      name: t.code('ledBy', first.code),
      n: f.count(first.count),
      total: f.count(total),
      share: shareText(first.count / total, total, words),
    }),
    caution:
      unknown > 0
        ? t('channels.ledBy.unknown', { n: f.count(unknown), share: shareText(unknown / total, total, words) })
        : '',
  }
}

/** Were sessions written down one by one, or many at once? */
export function recordingSentence({ recording, sessions }: ChannelCommunity, words: Words): Sentence {
  const { t, f } = words
  const { rule, in_batch: batch, late, units } = recording
  if (sessions === 0 || batch.value === null)
    return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('channels.attendance.none') }
  const [first] = units
  if (!first)
    return {
      kind: 'quiet',
      answer: t('channels.recording.quiet', { size: f.count(rule.batch_size), minutes: f.count(rule.batch_minutes) }),
      caution: t('channels.recording.late', { stated: statedShare(late, words), days: f.count(rule.tolerance_days) }),
    }
  return {
    kind: 'signal',
    answer: t('channels.recording.answer', { stated: statedShare(batch, words) }),
    caution: joined(
      t('channels.recording.first', {
        name: first.name,
        n: f.count(first.in_batch),
        total: f.count(first.sessions),
        p: first.p === null ? t('missing.insufficient') : `P = ${f.probability(first.p)}`,
      }),
      t('channels.recording.late', { stated: statedShare(late, words), days: f.count(rule.tolerance_days) }),
    ),
  }
}

/** "0,72 masalah per sesi (95%: 0,68 s.d. 0,77)" */
export function perSessionText({ issues }: ChannelCommunity, words: Words): string {
  const { value, low, high } = issues.per_session
  if (value === null) return words.t.code('missing', issues.per_session.missing ?? 'insufficient')
  return low === null || high === null
    ? rateText(value, words)
    : words.t('channels.medianRange', {
        median: rateText(value, words),
        range: words.t('say.range', { low: rateText(low, words), high: rateText(high, words) }),
      })
}
