import type { FunnelUnit } from '../../../../shared/contract/results/region'
import { isAlarm } from '../../../../shared/sentences/funnel'
import type { CountBook } from '../countBook'
import { count, derived, plain, type DraftFigure } from '../draft'
import type { Material, ReportText } from '../material'

/** Progress notices in time by unit, against the target by the exact binomial tail. */
export function sp3dFigure(
  { sp3d }: Material,
  book: CountBook,
  { t, f }: ReportText,
  sentence: string,
  targetGiven: boolean,
): DraftFigure | null {
  const units = sp3d.units.filter((unit) => unit.n > 0)
  if (units.length === 0) return null
  const sum = (value: (unit: FunnelUnit) => number) => units.reduce((all, unit) => all + value(unit), 0)
  const total = {
    n: book.sameAs(
      'sp3d_on_time denominator',
      'sp3d matured',
      sum((unit) => unit.n),
      'total',
    ),
    observed: book.sameAs(
      'sp3d_on_time numerator',
      'sp3d in time',
      sum((unit) => unit.observed),
      'total',
    ),
  }
  const lines = units.map((unit) => {
    const n = book.enter(`sp3d matured ${unit.unit}`, unit.n)
    const observed = book.enter(`sp3d in time ${unit.unit}`, unit.observed)
    book.partOf(observed, n)
    return { unit, n, observed }
  })
  book.sum(
    total.n,
    lines.map((line) => line.n),
  )
  book.sum(
    total.observed,
    lines.map((line) => line.observed),
  )
  book.partOf(total.observed, total.n)
  return {
    id: 'sp3d',
    title: t('report.sp3d.title'),
    sentence,
    // The sentence names units outside the limits, and counts units.
    says: lines.filter(({ unit }) => isAlarm(unit)).flatMap((line) => [line.n, line.observed]),
    defines: ['metric.sp3d_on_time'],
    note: t('report.sp3d.note', { target: sp3d.target === null ? '' : f.share(sp3d.target) }),
    table: {
      caption: t('report.sp3d.caption'),
      columns: [
        { key: 'unit', label: t('report.column.unit'), format: 'text' },
        { key: 'n', label: t('report.column.matured'), format: 'count' },
        { key: 'observed', label: t('report.column.inTime'), format: 'count' },
        { key: 'share', label: t('report.column.share'), format: 'share' },
        { key: 'p', label: t('report.column.p'), format: 'probability' },
        { key: 'flag', label: t('report.column.verdict'), format: 'text' },
      ],
      rows: lines.map(({ unit, n, observed }) => [
        plain(unit.name),
        count(book, n),
        count(book, observed),
        derived(unit.observed / unit.n, [n, observed]),
        derived(Math.min(unit.p_low, unit.p_high), [n, observed]),
        derived(t(`report.flag.${unit.flag}`), [n, observed]),
      ]),
      total: [
        plain(t('report.row.total')),
        count(book, total.n),
        count(book, total.observed),
        derived(book.value(total.observed) / book.value(total.n), [total.n, total.observed]),
        plain(null),
        plain(null),
      ],
    },
    chart: (hidden) => {
      const told = lines.filter((line) => !hidden.has(line.n) && !hidden.has(line.observed))
      if (told.length === 0) return { kind: 'none', reason: t('report.chart.suppressed') }
      return {
        kind: 'funnel',
        targetGiven,
        data: { ...sp3d, units: told.map((line) => line.unit) },
        hidden: lines.length - told.length,
      }
    },
  }
}
