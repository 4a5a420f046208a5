/** A trend of nothing: what stands instead of a line along zero. */
import type { Trend } from '../contract/results/overview'
import type { Words } from './words'

/** Which nothing the months hold: none reported, or zeros, in all of them or in some; null where anything was received. */
export function trendNone({ points }: Pick<Trend, 'points'>, { t, f }: Words): { title: string; text: string } | null {
  if (points.some(({ received }) => received > 0)) return null
  const delivered = points.filter(({ complete }) => complete).length
  const counts = { delivered: f.count(delivered), expected: f.count(points.length) }
  return {
    title: t('trend.none'),
    text:
      delivered === 0
        ? t('cases.emptyUnreported')
        : t(delivered < points.length ? 'cases.emptyPartial' : 'cases.emptyReported', counts),
  }
}
