/** Results of the region's room as tables. Pure. */
import type { Backlog, DurationCurve, Funnel } from '../../../shared/contract/results/region'
import { tailOf } from '../../../shared/sentences/funnel'
import type { Words } from '../../../shared/sentences/words'
import type { FigureTable } from '../table'

export function backlogTable(backlog: Backlog, caption: string, { t, f }: Words): FigureTable {
  const year = backlog.last_year
  const share = (n: number, total: number) => (total === 0 ? null : n / total)
  return {
    caption,
    columns: [
      { key: 'age', label: t('backlog.age'), format: 'text' },
      { key: 'open', label: t('backlog.open'), format: 'count' },
      { key: 'share', label: t('backlog.share'), format: 'share' },
      ...(year ? [{ key: 'last_year', label: f.day(year.as_of, true), format: 'count' as const }] : []),
    ],
    rows: backlog.buckets.map(({ from_days, to_days, count, last_year }) => [
      to_days === null
        ? t('backlog.bucketLast', { from: f.count(from_days - 1) })
        : t('backlog.bucket', { from: f.count(from_days), to: f.count(to_days) }),
      count,
      share(count, backlog.total),
      ...(year ? [last_year] : []),
    ]),
    total: [t('chart.total'), backlog.total, share(backlog.total, backlog.total), ...(year ? [year.total] : [])],
  }
}

/** @param stage code of the stage, as in `stage.<code>` */
export function curveTable(curve: DurationCurve, stage: string, caption: string, { t }: Words): FigureTable {
  return {
    caption,
    columns: [
      { key: 't', label: t('curve.day'), format: 'days' },
      { key: 'survival', label: t('curve.share', { stage: t.code('stage', stage) }), format: 'share' },
      { key: 'lower', label: t('curve.low'), format: 'share' },
      { key: 'upper', label: t('curve.high'), format: 'share' },
      { key: 'at_risk', label: t('curve.atRisk'), format: 'count' },
      { key: 'censored', label: t('curve.censored'), format: 'count' },
    ],
    rows: curve.points.map(({ t: day, survival, lower, upper, at_risk, censored }) => [
      day,
      survival,
      lower,
      upper,
      at_risk,
      censored,
    ]),
    total: null,
  }
}

/**
 * Too small to judge has no tail. The total's value is the units' overall figure; a rate has none, since its
 * denominators are people.
 */
export function funnelTable(funnel: Funnel, caption: string, { t }: Words): FigureTable {
  const proportion = funnel.kind === 'proportion'
  const sum = (of: 'n' | 'observed' | 'expected') => funnel.units.reduce((total, unit) => total + unit[of], 0)
  return {
    caption,
    columns: [
      { key: 'unit', label: t('funnel.unit'), format: 'text' },
      { key: 'n', label: t('funnel.n'), format: 'count' },
      { key: 'observed', label: t('funnel.observed'), format: 'count' },
      { key: 'value', label: t('funnel.value'), format: proportion ? 'share' : 'rate' },
      { key: 'expected', label: t('funnel.expected'), format: 'rate' },
      { key: 'p', label: t('funnel.p'), format: 'probability' },
      { key: 'flag', label: t('funnel.flag'), format: 'text' },
      { key: 'adjusted', label: t('funnel.adjusted'), format: 'text' },
    ],
    rows: funnel.units.map((unit) => [
      unit.name,
      unit.n,
      unit.observed,
      unit.value ?? { notApplicable: true },
      unit.expected,
      unit.flag === 'insufficient' ? { notApplicable: true } : tailOf(unit),
      t(`flag.${unit.flag}`),
      t(`flag.${unit.adjusted_flag}`),
    ]),
    total: [
      t('chart.total'),
      sum('n'),
      sum('observed'),
      proportion && sum('n') > 0 ? sum('observed') / sum('n') : null,
      sum('expected'),
      null,
      null,
      null,
    ],
  }
}
