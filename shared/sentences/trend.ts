/** Has it changed? The answer of a control chart in words. Source: the metrics' specification, "Over time". */
import type { Trend, TrendSignal } from '../contract/results/overview'
import { LEAST_POINTS } from '../statistics/least'
import { rareSentence } from './trendRare'
import { joined, rateText, shareText, type Sentence, type Words } from './words'

type Signal = Trend['signals'][number]
/** A signal that ended within this many months still describes the present. */
const PRESENT_MONTHS = 3
const STRENGTH: Record<TrendSignal, number> = { outside: 3, shift: 2, trend: 1, two_of_three: 0 }

type Point = Trend['points'][number]
/** Whether a month may be set beside the others: nearly all units are known in it. */
export const isComparable = ({ complete, comparable }: Point): boolean => comparable ?? complete

/** What a month is judged by: its rate or share, or how many were received; null when it has none. */
export const pointValue = (point: Point): number | null => (point.value === undefined ? point.received : point.value)

/** The months that the verdict rests on. */
export const comparablePoints = (trend: Trend): Point[] =>
  trend.points.filter((point) => isComparable(point) && pointValue(point) !== null)

/** A value of the trend's own measure in words: a count, a rate, a share. */
export function trendValue(trend: Trend, value: number, words: Words): string {
  if (trend.metric === undefined || trend.metric === 'received') return words.f.count(value)
  return trend.metric === 'received_per_100k' ? rateText(value, words) : shareText(value, null, words)
}

/** Which chart the data called for, and why: "bagan u: laju; …". Empty for counts by month. */
export function chartChoice(trend: Trend, { t, f }: Words): string {
  const sigma = f.number(trend.sigma_z ?? 0, 2)
  const isWide = (trend.sigma_z ?? 0) > 1
  switch (trend.kind) {
    case 'u':
      return t(isWide ? 'trend.choice.uWide' : 'trend.choice.u', { sigma })
    case 'p':
      return t(isWide ? 'trend.choice.pWide' : 'trend.choice.p', { sigma })
    case 'g':
      return t('trend.choice.g')
    case 't':
      return t('trend.choice.t')
    case 'xmr':
      return t('trend.choice.xmr')
    case 'run':
      return t(trend.flat ? 'trend.choice.flat' : 'trend.choice.run')
  }
}

/** The signal that answers the question: the latest, and of those the strongest. */
function mainSignal(trend: Trend): Signal | undefined {
  return trend.signals.toSorted((a, b) => b.to.localeCompare(a.to) || STRENGTH[b.kind] - STRENGTH[a.kind])[0]
}

function signalWords(signal: Signal, trend: Trend, words: Words): string {
  const { t, f } = words
  const inside = comparablePoints(trend).filter(({ month }) => month >= signal.from && month <= signal.to)
  const up = signal.direction === 'up'
  const last = inside.at(-1)
  const limit = (up ? (last?.upper ?? trend.upper) : (last?.lower ?? trend.lower)) ?? 0
  return t.code('trend', `${signal.kind}${up ? 'Up' : 'Down'}`, {
    n: f.count(inside.length),
    from: f.month(signal.from),
    to: f.month(signal.to),
    mean: trendValue(trend, trend.mean ?? 0, words),
    limit: trendValue(trend, limit, words),
    value: trendValue(trend, (last && pointValue(last)) ?? 0, words),
  })
}

/** A baseline that never varied sets no limits: said with what it always was. */
function flatSentence(trend: Trend, { value, of }: NonNullable<Trend['flat']>, words: Words): Sentence {
  const { t, f } = words
  const n = f.count(LEAST_POINTS)
  const caution =
    of === 'gaps'
      ? t('trend.flatGaps', { n, days: f.count(value) })
      : t('trend.flat', { n, value: trendValue(trend, value, words) })
  return { kind: 'insufficient', answer: t('say.insufficient'), caution }
}

/** "Ya, turun. 7 bulan berturut-turut di bawah rata-rata acuan 818 …" */
export function trendSentence(trend: Trend, words: Words): Sentence {
  const { t, f } = words
  const complete = comparablePoints(trend)
  const n = f.count(complete.length)
  if (trend.rare) return rareSentence(trend.kind, trend.rare, words)
  if (complete.length === 0) return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('trend.empty') }
  if (trend.flat) return flatSentence(trend, trend.flat, words)
  if (trend.kind === 'run') {
    const cases = f.count(complete.reduce((sum, { received }) => sum + received, 0))
    const caution = complete.length < LEAST_POINTS ? t('trend.run', { n }) : t('trend.runRare', { n, cases })
    return { kind: 'insufficient', answer: t('say.insufficient'), caution }
  }
  const main = mainSignal(trend)
  if (!main) return { kind: 'quiet', answer: t('trend.quiet'), caution: t('trend.quietWhy', { n }) }
  const present = main.to >= (complete.at(-PRESENT_MONTHS) ?? complete[0])!.month
  const answer = t(
    `trend.${present ? (main.direction === 'up' ? 'up' : 'down') : main.direction === 'up' ? 'wasUp' : 'wasDown'}`,
  )
  const others = trend.signals.length - 1
  const caution = joined(
    signalWords(main, trend, words),
    trend.signals.every(({ kind }) => kind !== 'outside') && t('trend.noneOutside'),
    others === 1 && t('trend.alsoOne'),
    others > 1 && t('trend.also', { n: f.count(others) }),
  )
  return { kind: 'signal', answer, caution }
}
