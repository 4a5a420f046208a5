import type { UnitMonths } from '../../../../shared/contract/results/region'
import { matterOf } from '../../../../shared/sentences/matter'
import { monthRecords, unitMonthsSentence } from '../../../../shared/sentences/unitMonths'
import { plain as words } from '../../../../shared/sentences/words'
import type { CountBook } from '../countBook'
import { count, plain, type DraftCell, type DraftFigure } from '../draft'
import type { Material, ReportText } from '../material'
import type { Tree } from './groups'

/** Months of the table at most: those that end with the period. */
const MOST_COLUMNS = 6
/** Where more of the months than this are hidden, lines would say nothing. */
const MOST_HIDDEN = 0.5

/** Every unit below, month by month, each on its own scale from zero. */
export function monthsFigure(
  { filter, unitMonths: data, byMonth }: Material,
  book: CountBook,
  text: ReportText,
  tree: Tree,
): DraftFigure | null {
  const { months, units } = data
  const first = units[0]
  if (!first || months.length < 2) return null
  const { t, f } = text
  const levels = new Set(units.map(({ level }) => level))
  const level = levels.size === 1 ? t.code('level', tree.get(first.unit)?.level ?? first.level) : t('region.units.name')
  const noun = t(`overview.matter.${matterOf(filter)}`)
  // Counts of months are many and lead back to sums that other tables show: they are hidden by themselves.
  const own = book.below()
  const name = (unit: string, month: string) => `received ${month} of ${unit}`
  for (const { unit, received } of units)
    received.forEach((value, at) => value !== null && own.enter(name(unit, months[at] ?? ''), value))
  months.forEach((month, at) => {
    const parts = units.filter(({ received }) => received[at] !== null).map(({ unit }) => name(unit, month))
    const whole = `received ${month}`
    const known = parts.reduce((sum, id) => sum + own.value(id), 0)
    if (!book.knows(whole) || book.value(whole) < known) return
    own.enter(whole, book.value(whole), 'total')
    own.sum(whole, [...parts, own.enter(`${whole} elsewhere`, book.value(whole) - known, 'latent')])
  })
  const inside = byMonth.map(({ month }) => month).filter((month) => months.includes(month))
  for (const { unit, received } of units) {
    const parts = inside.filter((month) => received[months.indexOf(month)] !== null).map((month) => name(unit, month))
    const whole = `received of ${unit}`
    if (!book.knows(whole) || book.value(whole) !== parts.reduce((sum, id) => sum + own.value(id), 0)) continue
    own.enter(whole, book.value(whole), 'total')
    own.sum(whole, parts)
  }
  const shown = months.slice(-Math.min(MOST_COLUMNS, Math.max(1, inside.length)))
  const row = ({ unit, name: called, received }: UnitMonths['units'][number]): DraftCell[] => [
    plain(called),
    ...shown.map((month) => (received[months.indexOf(month)] === null ? plain(null) : count(own, name(unit, month)))),
  ]
  const { high, low } = monthRecords(data)
  const last = months.at(-1) ?? ''
  return {
    id: 'months',
    title: t('region.months.title', { noun, level }),
    sentence: words(unitMonthsSentence(data, level, text)),
    says: [...high, ...low].map(({ unit }) => name(unit, last)),
    note: t('region.months.noteSmall'),
    defines: ['metric.received'],
    table: {
      caption: t('report.months.caption', { level }),
      columns: [
        { key: 'unit', label: t('report.column.unit'), format: 'text' },
        ...shown.map((month) => ({ key: month, label: f.month(month, true), format: 'count' as const })),
      ],
      rows: units.map(row),
      total: null,
    },
    chart: (hidden) => {
      const all = units.flatMap(({ unit, received }) =>
        received.flatMap((value, at) => (value === null ? [] : [name(unit, months[at] ?? '')])),
      )
      if (all.filter((id) => hidden.has(id)).length > all.length * MOST_HIDDEN)
        return { kind: 'none', reason: t('report.chart.suppressed') }
      return {
        kind: 'months',
        data: {
          months,
          units: units.map((unit) => ({
            ...unit,
            received: unit.received.map((value, at) => (hidden.has(name(unit.unit, months[at] ?? '')) ? null : value)),
          })),
        },
        suppressed: units.map(({ unit }) => months.map((month) => hidden.has(name(unit, month)))),
      }
    },
  }
}
