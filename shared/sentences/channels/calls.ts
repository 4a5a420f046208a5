/** Call lines in words: offered, answered, given up; how long a call rang; prank apart. Pure. */
import type { CallLine } from '../../contract/results/channelCalls'
import { joined, shareText, type Sentence, type Words } from '../words'
import { statedShare } from './estimate'

/** "12 detik", "1,5 menit" */
export function secondsText(seconds: number, { t, f }: Words): string {
  return seconds < 90
    ? t('channels.seconds', { n: f.count(Math.round(seconds)) })
    : t('channels.minutes', { n: f.number(seconds / 60, seconds % 60 === 0 ? 0 : 1) })
}

/** Days without a row: a gap in what is known, not days without calls. */
function missingDays({ days_due: due, days_reported: reported }: CallLine, { t, f }: Words): string {
  return reported < due ? t('channels.calls.days', { n: f.count(due - reported), total: f.count(due) }) : ''
}

/** How many calls were answered. */
export function callsSentence(line: CallLine, words: Words): Sentence {
  const { t, f } = words
  if (line.state !== 'reported' || line.funnel === null)
    return {
      kind: 'insufficient',
      answer: t('say.insufficient'),
      caution: t(line.state === 'not_applicable' ? 'channels.calls.notOperated' : 'channels.calls.notReported'),
    }
  const { offered, unaccounted } = line.funnel
  if (offered === 0) return { kind: 'quiet', answer: t('channels.calls.none'), caution: missingDays(line, words) }
  return {
    kind: 'quiet',
    answer: t('channels.calls.answer', { stated: statedShare(line.answered, words) }),
    caution: joined(
      line.abandoned.value !== null && t('channels.calls.abandoned', { stated: statedShare(line.abandoned, words) }),
      unaccounted > 0 && t('channels.calls.unaccounted', { n: f.count(unaccounted) }),
      line.prank.value !== null && t('channels.calls.prank', { stated: statedShare(line.prank, words) }),
      missingDays(line, words),
    ),
  }
}

/** How long a call rang: medians of days, since single calls are not in the exports. */
export function answerTimeSentence({ answer_time: time }: CallLine, words: Words): Sentence {
  const { t, f } = words
  if (time.median === null)
    return {
      kind: 'insufficient',
      answer: t('say.insufficient'),
      caution: t('channels.answerTime.none', { n: f.count(time.days_without) }),
    }
  return {
    kind: 'quiet',
    answer: t('channels.answerTime.answer', { median: secondsText(time.median, words) }),
    caution: joined(
      time.q1 !== null &&
        time.q3 !== null &&
        t('channels.answerTime.quartiles', { low: secondsText(time.q1, words), high: secondsText(time.q3, words) }),
      time.days_without > 0 &&
        t('channels.answerTime.without', {
          n: f.count(time.days_without),
          total: f.count(time.days + time.days_without),
        }),
    ),
  }
}

/** Which lines are known at all. */
export function linesSentence(lines: readonly CallLine[], words: Words): Sentence {
  const { t, f } = words
  const named = (state: CallLine['state']) =>
    lines.filter((line) => line.state === state).map(({ line }) => t.code('callLine', line))
  const [reported, silent, none] = [named('reported'), named('not_reported'), named('not_applicable')]
  return {
    kind: silent.length > 0 ? 'signal' : 'quiet',
    answer:
      reported.length > 0 ? t('channels.lines.reported', { list: f.list(reported) }) : t('channels.lines.noneReported'),
    caution: joined(
      silent.length > 0 && t('channels.lines.silent', { list: f.list(silent) }),
      none.length > 0 && t('channels.lines.none', { list: f.list(none) }),
      t('channels.lines.apart'),
    ),
  }
}

/** Days with a row of the days that could have had one: "812 dari 920 hari (88,3%)" */
export const daysReported = ({ days_due, days_reported }: CallLine, words: Words): string =>
  days_due === 0
    ? words.t('missing.not_reported')
    : words.t('channels.calls.daysReported', {
        n: words.f.count(days_reported),
        total: words.f.count(days_due),
        share: shareText(days_reported / days_due, days_due, words),
      })
