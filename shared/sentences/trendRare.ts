/** Rare cases in words: do they come more often or less often? Long gaps mean fewer cases. */
import type { Trend, TrendGaps, TrendSignal } from '../contract/results/overview'
import { joined, type Sentence, type Words } from './words'

/** A signal among the last gaps still describes the present. */
const PRESENT_GAPS = 3
const STRENGTH: Record<TrendSignal, number> = { outside: 3, shift: 2, trend: 1, two_of_three: 0 }

const days = (value: number, { f }: Words): string => f.number(value, value < 10 && !Number.isInteger(value) ? 1 : 0)

/** "Rata-rata 0,4 kasus sebulan: terlalu jarang …" */
const why = (kind: Trend['kind'], rare: TrendGaps, { t, f }: Words): string =>
  t(kind === 't' ? 'trend.rare.whyT' : 'trend.rare.whyG', { perMonth: f.number(rare.per_month, 1) })

function signalText(signal: TrendGaps['signals'][number], rare: TrendGaps, words: Words): string {
  const { t, f } = words
  const inside = rare.gaps.filter(({ day }) => day >= signal.from && day <= signal.to)
  const isLong = signal.direction === 'up'
  return t.code('trend.rare', `${signal.kind}${isLong ? 'Up' : 'Down'}`, {
    n: f.count(inside.length),
    from: f.day(signal.from, true),
    to: f.day(signal.to, true),
    days: days(inside.at(-1)?.days ?? 0, words),
    limit: days(isLong ? rare.upper : rare.lower, words),
    mean: days(rare.mean, words),
  })
}

export function rareSentence(kind: Trend['kind'], rare: TrendGaps, words: Words): Sentence {
  const { t, f } = words
  const reason = why(kind, rare, words)
  if (rare.open?.beyond) {
    const silent = { days: f.count(rare.open.days), since: f.day(rare.open.since), limit: days(rare.upper, words) }
    return {
      kind: 'signal',
      answer: t('trend.rare.silent'),
      caution: joined(t('trend.rare.silentWhy', silent), reason),
    }
  }
  const main = rare.signals.toSorted((a, b) => b.to.localeCompare(a.to) || STRENGTH[b.kind] - STRENGTH[a.kind])[0]
  if (!main) {
    const caution = joined(t('trend.rare.quietWhy', { n: f.count(rare.gaps.length) }), reason)
    return { kind: 'quiet', answer: t('trend.quiet'), caution }
  }
  const isPresent = main.to >= (rare.gaps.at(-PRESENT_GAPS) ?? rare.gaps[0])!.day
  const isRarer = main.direction === 'up'
  const answer = t(
    isPresent
      ? isRarer
        ? 'trend.rare.rarer'
        : 'trend.rare.oftener'
      : isRarer
        ? 'trend.rare.wasRarer'
        : 'trend.rare.wasOftener',
  )
  return { kind: 'signal', answer, caution: joined(signalText(main, rare, words), reason) }
}
