import { funnelSentence, isAlarm, isAlert, tailOf } from '../../../../shared/sentences/funnel'
import { plain as words } from '../../../../shared/sentences/words'
import type { CountBook } from '../countBook'
import { count, derived, plain, type DraftFigure } from '../draft'
import type { Material, ReportText } from '../material'
import { booksOf, leadBack, type Tree } from './groups'

/** The same funnel for the hundreds of units a level further down; its table holds those outside the limits. */
export function sp3dBelowFigure(
  { sp3dBelow: funnel }: Material,
  book: CountBook,
  text: ReportText,
  tree: Tree,
  targetGiven: boolean,
): DraftFigure | null {
  const units = funnel?.units.filter((unit) => unit.n > 0) ?? []
  const first = units[0]
  if (!funnel || !first) return null
  const { t, f } = text
  const level = t.code('level', tree.get(first.unit)?.level ?? 'polres')
  const matured = (code: string) => `sp3d matured ${code}`
  const inTime = (code: string) => `sp3d in time ${code}`
  const { groups, bookOf } = booksOf(units, tree, book, matured)
  for (const { unit, n, observed } of units) {
    const own = bookOf(unit)
    own.partOf(own.enter(inTime(unit), observed), own.enter(matured(unit), n))
  }
  for (const group of groups) {
    leadBack(group.book, book, matured(group.code), group.units.map(matured))
    leadBack(group.book, book, inTime(group.code), group.units.map(inTime))
  }
  const listed = units
    .filter((unit) => isAlarm(unit) || isAlert(unit))
    .toSorted((a, b) => tailOf(a) - tailOf(b) || (a.unit < b.unit ? -1 : 1))
  const idsOf = (unit: string) => [matured(unit), inTime(unit)]
  return {
    id: 'sp3dBelow',
    title: t('region.funnel.title', {
      level,
      target: t(targetGiven ? 'region.funnel.target' : 'region.funnel.overall'),
    }),
    sentence: words(funnelSentence(funnel, level, targetGiven, text)),
    says: listed.filter(isAlarm).flatMap(({ unit }) => idsOf(unit)),
    note: t('report.sp3d.note', { target: funnel.target === null ? '' : f.share(funnel.target) }),
    defines: ['metric.sp3d_on_time'],
    table: {
      caption: t('report.sp3dBelow.caption', { level, n: f.count(listed.length), total: f.count(units.length) }),
      columns: [
        { key: 'unit', label: t('report.column.unit'), format: 'text' },
        { key: 'above', label: t('report.column.above'), format: 'text' },
        { key: 'n', label: t('report.column.matured'), format: 'count' },
        { key: 'observed', label: t('report.column.inTime'), format: 'count' },
        { key: 'share', label: t('report.column.share'), format: 'share' },
        { key: 'p', label: t('report.column.p'), format: 'probability' },
        { key: 'flag', label: t('report.column.verdict'), format: 'text' },
      ],
      rows: listed.map((unit) => {
        const own = bookOf(unit.unit)
        const ids = idsOf(unit.unit)
        return [
          plain(unit.name),
          plain(tree.get(tree.get(unit.unit)?.parent ?? '')?.name ?? ''),
          count(own, matured(unit.unit)),
          count(own, inTime(unit.unit)),
          derived(unit.observed / unit.n, ids),
          derived(tailOf(unit), ids),
          derived(t(`report.flag.${unit.flag}`), ids),
        ]
      }),
      total: null,
    },
    chart: (hidden) => {
      const told = units.filter(({ unit }) => !idsOf(unit).some((id) => hidden.has(id)))
      if (told.length === 0) return { kind: 'none', reason: t('report.chart.suppressed') }
      // Those without a matured case stand nowhere, but the legend counts them among the too small.
      const none = funnel.units.filter(({ n }) => n === 0)
      return {
        kind: 'funnel',
        targetGiven,
        data: { ...funnel, units: [...told, ...none] },
        hidden: units.length - told.length,
      }
    },
  }
}
