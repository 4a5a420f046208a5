/** Has a monthly share or rate changed? The answer of a p, p′ or u chart in words. Pure. */
import type { ChannelChart, ChannelSignal } from '../../contract/results/channels'
import { LEAST_POINTS } from '../../statistics/least'
import { joined, rateText, shareText, type Sentence, type Words } from '../words'

type Signal = ChannelChart['signals'][number]
const STRENGTH: Readonly<Record<ChannelSignal, number>> = { outside: 3, shift: 2, trend: 1, two_of_three: 0 }
/** A signal that ended within this many months still describes the present. */
const PRESENT_MONTHS = 3

/** Months that the verdict rests on: whole, and with something to divide by. */
export const judgedPoints = ({ points }: ChannelChart) =>
  points.filter(({ complete, value }) => complete && value !== null)

/** The signal that answers the question: the latest, and of those the strongest. */
const mainSignal = ({ signals }: ChannelChart): Signal | undefined =>
  signals.toSorted((a, b) => b.to.localeCompare(a.to) || STRENGTH[b.kind] - STRENGTH[a.kind])[0]

export function controlSentence(chart: ChannelChart, format: 'share' | 'rate', words: Words): Sentence {
  const { t, f } = words
  const points = judgedPoints(chart)
  const n = f.count(points.length)
  if (points.length === 0) return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('trend.empty') }
  const told = (value: number) => (format === 'share' ? shareText(value, null, words) : rateText(value, words))
  if (chart.flat !== null)
    return {
      kind: 'insufficient',
      answer: t('say.insufficient'),
      caution: t('trend.flat', { n: f.count(LEAST_POINTS), value: told(chart.flat) }),
    }
  if (chart.kind === 'run' || chart.centre === null)
    return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('trend.run', { n }) }
  const main = mainSignal(chart)
  if (!main)
    return { kind: 'quiet', answer: t('trend.quiet'), caution: t('control.quiet', { n, mean: told(chart.centre) }) }
  const up = main.direction === 'up'
  const inside = points.filter(({ month }) => month >= main.from && month <= main.to)
  const last = inside.at(-1)
  const limit = up ? (last?.laney_upper ?? last?.upper) : (last?.laney_lower ?? last?.lower)
  const present = main.to >= (points.at(-PRESENT_MONTHS) ?? points[0]!).month
  const others = chart.signals.length - 1
  return {
    kind: 'signal',
    answer: t(`trend.${present ? (up ? 'up' : 'down') : up ? 'wasUp' : 'wasDown'}`),
    caution: joined(
      t.code('trend', `${main.kind}${up ? 'Up' : 'Down'}`, {
        n: f.count(inside.length),
        // A run of points outside is told by its last one.
        from: f.month(main.kind === 'outside' ? (last?.month ?? main.to) : main.from),
        to: f.month(main.to),
        value: told(last?.value ?? 0),
        mean: told(chart.centre),
        limit: told(limit ?? 0),
      }),
      others === 1 && t('trend.alsoOne'),
      others > 1 && t('trend.also', { n: f.count(others) }),
    ),
  }
}
