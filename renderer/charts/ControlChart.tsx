import type { Trend, TrendGaps } from '../../shared/contract/results/overview'
import { isComparable, trendValue } from '../../shared/sentences/trend'
import type { Words } from '../../shared/sentences/words'
import { useText } from '../text/useText'
import type { ChartProps } from './ChartBox'
import { quarterTicks } from './layout'
import { LimitsChart, type LimitsPoint } from './LimitsChart'
import { TrendChart } from './TrendChart'

/** Labels of the axis at most. */
const TICKS = 7

/** Gaps between rare cases; the one that has not ended stands last, hollow. */
function gapPoints({ gaps, open, lower, upper }: TrendGaps, { t, f }: Words): LimitsPoint[] {
  const ended = gaps.map(({ day, days, signal }, i): LimitsPoint => ({
    key: `${day} ${i}`,
    value: days,
    lower,
    upper,
    mark: signal === null ? 'plain' : 'signal',
    title: [
      t('trend.gapTo', { days: f.count(days), day: f.day(day) }),
      ...(signal ? [t(`trend.signal.${signal}`)] : []),
    ].join('\n'),
  }))
  if (!open || open.days === 0) return ended
  const title = t('trend.openGap', { days: f.count(open.days), since: f.day(open.since) })
  return [...ended, { key: 'open', value: open.days, lower, upper, mark: open.beyond ? 'signal' : 'open', title }]
}

function monthPoints(trend: Trend, words: Words): LimitsPoint[] {
  const { t, f } = words
  return trend.points.map((point): LimitsPoint => {
    const known = isComparable(point)
    const value = known ? (point.value ?? null) : null
    return {
      key: point.month,
      value,
      lower: point.lower ?? null,
      upper: point.upper ?? null,
      mark: point.signal !== null ? 'signal' : point.complete ? 'plain' : 'partial',
      isMissing: !known,
      title: [
        f.month(point.month),
        ...(value === null ? [] : [trendValue(trend, value, words)]),
        t('trend.units', { reported: f.count(point.reported), expected: f.count(point.expected) }),
        ...(point.signal ? [t(`trend.signal.${point.signal}`)] : []),
      ].join('\n'),
    }
  })
}

/** The chart that the data called for: counts by month, a rate or share with moving limits, gaps between rare cases. */
export function ControlChart({ trend, ...props }: ChartProps & { trend: Trend }) {
  const words = useText()
  const { t, f } = words
  const limits = { upper: t('trend.upper'), lower: t('trend.lower') }
  if (trend.rare) {
    const points = gapPoints(trend.rare, words)
    const step = Math.max(1, Math.ceil(points.length / TICKS))
    const ticks = trend.rare.gaps.flatMap(({ day }, at) => (at % step === 0 ? [{ at, text: f.month(day.slice(0, 7), true) }] : [])) // prettier-ignore
    const mean = { value: trend.rare.mean, word: t('trend.median') }
    return <LimitsChart {...props} points={points} mean={mean} words={limits} ticks={ticks} format={(n) => f.number(n, Number.isInteger(n) || n >= 10 ? 0 : 1)} /> // prettier-ignore
  }
  if (trend.mean === null || trend.metric === undefined) return <TrendChart trend={trend} {...props} />
  const ticks = quarterTicks(
    trend.points.map(({ month }) => month),
    TICKS,
  ).map(({ at, january, first }) => {
    const text = f.month(trend.points[at]?.month ?? '2000-01', true)
    return { at, text: january || first ? text : (text.split(' ')[0] ?? '') }
  })
  return (
    <LimitsChart
      {...props}
      points={monthPoints(trend, words)}
      mean={{ value: trend.mean, word: t('trend.mean') }}
      words={limits}
      ticks={ticks}
      format={(value) => trendValue(trend, value, words)}
    />
  )
}
