/** Has it changed? The answer of an XmR chart in words. Source: the metrics' specification, "Over time". */
import type { Trend, TrendSignal } from '../contract/results/overview'
import { joined, type Sentence, type Words } from './words'

type Signal = Trend['signals'][number]
/** A signal that ended within this many months still describes the present. */
const PRESENT_MONTHS = 3
const STRENGTH: Record<TrendSignal, number> = { outside: 3, shift: 2, trend: 1, two_of_three: 0 }

type Point = Trend['points'][number]
/** Whether a month may be set beside the others: nearly all units are known in it. */
export const isComparable = ({ complete, comparable }: Point): boolean => comparable ?? complete

/** The months that the verdict rests on. */
export const comparablePoints = (trend: Trend): Point[] => trend.points.filter(isComparable)

/** The signal that answers the question: the latest, and of those the strongest. */
function mainSignal(trend: Trend): Signal | undefined {
  return trend.signals.toSorted((a, b) => b.to.localeCompare(a.to) || STRENGTH[b.kind] - STRENGTH[a.kind])[0]
}

function signalWords(signal: Signal, trend: Trend, { t, f }: Words): string {
  const inside = comparablePoints(trend).filter(({ month }) => month >= signal.from && month <= signal.to)
  const up = signal.direction === 'up'
  const limit = (up ? trend.upper : trend.lower) ?? 0
  return t.code('trend', `${signal.kind}${up ? 'Up' : 'Down'}`, {
    n: f.count(inside.length),
    from: f.month(signal.from),
    to: f.month(signal.to),
    mean: f.count(trend.mean ?? 0),
    limit: f.count(limit),
    value: f.count(inside.at(-1)?.received ?? 0),
  })
}

/** "Ya, turun. 7 bulan berturut-turut di bawah rata-rata acuan 818 …" */
export function trendSentence(trend: Trend, words: Words): Sentence {
  const { t, f } = words
  const complete = comparablePoints(trend)
  const n = f.count(complete.length)
  if (complete.length === 0) return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('trend.empty') }
  if (trend.kind === 'run')
    return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('trend.run', { n }) }
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
