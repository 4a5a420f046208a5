/** Which trend is asked for, and what its figure rests on. Pure. */
import { TREND_METRICS, type TrendMetric } from '../../../shared/contract/trendMetrics'
import type { Trend } from '../../../shared/contract/results/overview'
import { chartChoice } from '../../../shared/sentences/trend'
import { capital, joined, type Words } from '../../../shared/sentences/words'

/** What the location asks to see over time. */
export const trendMetricOf = (params: Readonly<Record<string, string | undefined>>): TrendMetric =>
  TREND_METRICS.find((metric) => metric === params['trend']) ?? 'received'

/** What is measured, the chart that the data called for and why, the frozen baseline. */
export function trendNote(trend: Trend, metric: TrendMetric, noun: string, words: Words): string {
  const { t, f } = words
  const { baseline, rare } = trend
  if (trend.kind === 'xmr' && baseline) {
    return t('region.trend.note', { noun: capital(noun), from: f.month(baseline.from), to: f.month(baseline.to) })
  }
  const frozen = baseline
    ? t('region.trend.baseline', { from: f.month(baseline.from), to: f.month(baseline.to) })
    : rare && t('region.trend.baseline', { from: f.day(rare.baseline.from, true), to: f.day(rare.baseline.to, true) })
  const measure = metric === 'received' ? capital(noun) : t(`region.trend.${metric}`)
  return joined(t('region.trend.noteOther', { measure }), chartChoice(trend, words), frozen)
}
