/** The table behind a control chart: months with their value and limits, or the gaps between rare cases. Pure. */
import type { Trend, TrendGaps } from '../../../shared/contract/results/overview'
import type { Cell } from '../../../shared/report/model'
import { pointValue } from '../../../shared/sentences/trend'
import type { Words } from '../../../shared/sentences/words'
import type { FigureTable } from '../table'

type Column = FigureTable['columns'][number]
const column = (key: string, label: string, format: Column['format'] = 'text'): Column => ({ key, label, format })

/** A month that nobody reported has no numbers: `null` is drawn as not reported. */
export function trendTable(trend: Trend, caption: string, words: Words): FigureTable {
  const { t, f } = words
  if (trend.rare) return gapsTable(trend.rare, caption, words)
  const isRatio = trend.metric !== undefined && trend.metric !== 'received'
  const format = trend.metric === 'received_per_100k' ? 'rate' : 'share'
  const none: Cell = { notApplicable: true }
  return {
    caption,
    columns: [
      column('month', t('trend.month')),
      column('received', t('trend.received'), 'count'),
      column('closed', t('trend.closed'), 'count'),
      ...(isRatio
        ? [
            column('value', t('trend.value'), format),
            column('lower', t('trend.lower'), format),
            column('upper', t('trend.upper'), format),
          ]
        : []),
      column('reported', t('trend.reported'), 'count'),
      column('expected', t('trend.expected'), 'count'),
      column('signal', t('trend.signal')),
    ],
    rows: trend.points.map((point) => {
      const known = (value: Cell): Cell => (point.reported === 0 ? null : value)
      return [
        f.month(point.month),
        known(point.received),
        known(point.closed),
        ...(isRatio ? [known(pointValue(point) ?? none), point.lower ?? none, point.upper ?? none] : []),
        point.reported,
        point.expected,
        point.signal === null ? '' : t(`trend.signal.${point.signal}`),
      ]
    }),
    total: null,
  }
}

function gapsTable({ gaps, open, lower, upper }: TrendGaps, caption: string, { t, f }: Words): FigureTable {
  const rows: Cell[][] = gaps.map(({ day, days, signal }) => [
    f.day(day, true),
    days,
    lower,
    upper,
    signal === null ? '' : t(`trend.signal.${signal}`),
  ])
  if (open && open.days > 0) {
    const since = t('trend.openGap', { days: f.count(open.days), since: f.day(open.since, true) })
    rows.push([since, open.days, lower, upper, open.beyond ? t('trend.signal.outside') : ''])
  }
  return {
    caption,
    columns: [
      column('day', t('trend.gapDay')),
      column('days', t('trend.gap'), 'days'),
      column('lower', t('trend.lower'), 'days'),
      column('upper', t('trend.upper'), 'days'),
      column('signal', t('trend.signal')),
    ],
    rows,
    total: null,
  }
}
