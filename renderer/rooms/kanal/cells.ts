/** Columns and cells of the room's tables: an estimate is three cells, and nothing is never a zero. Pure. */
import type { CodeCount, Estimate } from '../../../shared/contract/results/common'
import type { ChannelChart } from '../../../shared/contract/results/channels'
import type { DurationCurve } from '../../../shared/contract/results/region'
import type { Cell } from '../../../shared/report/model'
import { tells } from '../../../shared/sentences/channels/estimate'
import type { Words } from '../../../shared/sentences/words'
import { limitsOf } from '../../charts/channel/limits'
import type { Step } from '../../charts/channel/Steps'
import type { FigureTable } from '../../charts/table'

export type Column = FigureTable['columns'][number]
export const column = (key: string, label: string, format: Column['format'] = 'text'): Column => ({
  key,
  label,
  format,
})
export const none: Cell = { notApplicable: true }

/** A share's own cell: not reported is empty of a number, not applicable a dash. */
export const shareCell = ({ value, missing }: Estimate): Cell => value ?? (missing === 'not_reported' ? null : none)

/** Share, numerator, denominator, interval: the columns and the cells of an estimate. */
export const shareColumns = (key: string, label: string, { t }: Words): Column[] => [
  column(key, label, 'share'),
  column(`${key}_n`, t('funnel.observed'), 'count'),
  column(`${key}_of`, t('funnel.n'), 'count'),
  column(`${key}_low`, t('curve.low'), 'share'),
  column(`${key}_high`, t('curve.high'), 'share'),
]
export const shareCells = (estimate: Estimate): Cell[] => [
  shareCell(estimate),
  estimate.numerator ?? none,
  estimate.denominator ?? none,
  estimate.low ?? none,
  estimate.high ?? none,
]

export const medianColumns = (key: string, label: string, { t }: Words): Column[] => [
  column(key, label, 'days'),
  column(`${key}_low`, t('curve.low'), 'days'),
  column(`${key}_high`, t('curve.high'), 'days'),
]
export const medianCells = (curve: DurationCurve): Cell[] =>
  tells(curve) ? [curve.median ?? none, curve.lower ?? none, curve.upper ?? none] : [none, none, none]

/** A control chart's months with their limits. */
export function controlTable(
  chart: ChannelChart,
  format: 'share' | 'rate',
  caption: string,
  { t, f }: Words,
): FigureTable {
  return {
    caption,
    columns: [
      column('month', t('trend.month')),
      column('numerator', t('funnel.observed'), 'count'),
      column('denominator', t('funnel.n'), 'count'),
      column('value', t('funnel.value'), format),
      column('lower', t('trend.lower'), format),
      column('upper', t('trend.upper'), format),
      column('signal', t('trend.signal')),
    ],
    rows: chart.points.map((point) => {
      const limits = limitsOf(point)
      return [
        f.month(point.month),
        point.complete ? point.numerator : null,
        point.complete ? point.denominator : null,
        point.complete ? (point.value ?? none) : null,
        limits?.lower ?? none,
        limits?.upper ?? none,
        point.signal === null ? '' : t(`trend.signal.${point.signal}`),
      ]
    }),
    total: null,
  }
}

/** Bars by code, each leading to its cases; `unknown` hatched and last. */
export const codeRows = (
  codes: readonly CodeCount[],
  prefix: string,
  { t }: Words,
  hrefOf?: (code: string) => string | undefined,
) =>
  codes
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => Number(a.code === 'unknown') - Number(b.code === 'unknown') || b.count - a.count)
    .map(({ code, count }) => {
      const href = hrefOf?.(code)
      return {
        id: code,
        name: t.code(prefix, code),
        count,
        unknown: code === 'unknown',
        ...(href !== undefined && { href }),
      }
    })

/** Steps as a table: each with what its share is of. */
export function stepsTable(steps: readonly Step[], caption: string, { t }: Words): FigureTable {
  return {
    caption,
    columns: [
      column('step', t('channels.step')),
      column('count', t('channels.count'), 'count'),
      column('of', t('funnel.n'), 'count'),
      column('share', t('bars.share'), 'share'),
    ],
    rows: steps.map(({ name, count, of }) => [
      name,
      count,
      of ?? none,
      count !== null && of !== null && of > 0 ? count / of : none,
    ]),
    total: null,
  }
}
