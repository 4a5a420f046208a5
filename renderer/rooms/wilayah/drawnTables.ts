/** The tables behind the drawings: funnel, curve, backlog. Pure. */
import type { Backlog, Funnel } from '../../../shared/contract/results/region'
import type { Cell } from '../../../shared/report/model'
import { tailOf } from '../../../shared/sentences/funnel'
import type { Words } from '../../../shared/sentences/words'
import type { FigureTable } from '../../charts/table'

type Column = FigureTable['columns'][number]
const column = (key: string, label: string, format: Column['format'] = 'text'): Column => ({ key, label, format })
const given = (value: number | null): Cell => value ?? { notApplicable: true }

export function funnelTable(funnel: Funnel, caption: string, { t }: Words): FigureTable {
  return {
    caption,
    columns: [
      column('unit', t('funnel.unit')),
      column('observed', t('funnel.observed'), 'count'),
      column('n', t('funnel.n'), 'count'),
      column('value', t('funnel.value'), 'share'),
      column('p', t('funnel.p'), 'probability'),
      column('flag', t('funnel.flag')),
      column('adjusted', t('funnel.adjusted')),
    ],
    rows: funnel.units.map((unit) => [
      unit.name,
      unit.observed,
      unit.n,
      given(unit.value),
      unit.flag === 'insufficient' ? { notApplicable: true } : tailOf(unit),
      t(`flag.${unit.flag}`),
      t(`flag.${unit.adjusted_flag}`),
    ]),
    total: null,
  }
}

export function backlogTable(backlog: Backlog, caption: string, { t, f }: Words): FigureTable {
  const before = backlog.last_year
  return {
    caption,
    columns: [
      column('age', t('backlog.age')),
      column('count', t('backlog.open'), 'count'),
      column('share', t('backlog.share'), 'share'),
      column('lastYear', t('backlog.yearAgo'), 'count'),
    ],
    rows: backlog.buckets.map(({ from_days, to_days, count, last_year }) => [
      to_days === null
        ? t('backlog.bucketLast', { from: f.count(from_days - 1) })
        : t('backlog.bucket', { from: f.count(from_days), to: f.count(to_days) }),
      count,
      backlog.total === 0 ? { notApplicable: true } : count / backlog.total,
      given(last_year),
    ]),
    total: [t('chart.total'), backlog.total, '', given(before?.total ?? null)],
  }
}
