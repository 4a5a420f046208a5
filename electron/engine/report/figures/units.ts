import type { RegionUnit } from '../../../../shared/contract/results/region'
import type { CountBook } from '../countBook'
import { count, derived, plain, type DraftCell, type DraftFigure } from '../draft'
import type { Material, ReportText } from '../material'

const COLUMNS = ['received', 'closed', 'open'] as const

/** The units under the chosen one in the order of their codes, with the chosen unit's own cases as a line. */
export function unitsFigure({ units, totals, unit }: Material, book: CountBook, { t }: ReportText): DraftFigure | null {
  if (units.length === 0) return null
  const silent = (line: RegionUnit) => line.coverage === 0 && COLUMNS.every((column) => line[column] === 0)
  const id = (line: RegionUnit, column: (typeof COLUMNS)[number]) => `${column} of ${line.unit}`
  const own = COLUMNS.map((column) => {
    for (const line of units) book.enter(id(line, column), line[column])
    const rest = totals[column] - units.reduce((sum, line) => sum + line[column], 0)
    const ids = units.map((line) => id(line, column))
    if (rest > 0) ids.push(book.enter(`${column} of the unit itself`, rest))
    book.sum(column, ids)
    return rest
  })
  const row = (line: RegionUnit): DraftCell[] => {
    const empty = silent(line)
    const median =
      line.closed === 0
        ? plain({ notApplicable: true })
        : derived(line.median_close_days ?? t('figure.unreached'), [id(line, 'closed')])
    return [
      plain(line.name),
      ...COLUMNS.map((column) => (empty ? plain(null) : count(book, id(line, column)))),
      empty ? plain(null) : median,
      plain(line.coverage ?? { notApplicable: true }),
    ]
  }
  const itself: DraftCell[][] = own.some((rest) => rest > 0)
    ? [
        [
          plain(unit ? t('report.units.itself', { name: unit.name }) : t('report.units.unknown')),
          ...COLUMNS.map((column, index) =>
            (own[index] ?? 0) > 0 ? count(book, `${column} of the unit itself`) : plain(0),
          ),
          plain({ notApplicable: true }),
          plain({ notApplicable: true }),
        ],
      ]
    : []
  return {
    id: 'units',
    title: t('report.units.title'),
    sentence: t('report.units.sentence'),
    says: [],
    note: t('report.units.note'),
    table: {
      caption: t('report.units.caption'),
      columns: [
        { key: 'unit', label: t('report.column.unit'), format: 'text' },
        ...COLUMNS.map((key) => ({ key, label: t(`report.column.${key}`), format: 'count' as const })),
        { key: 'median', label: t('report.column.median'), format: 'days' },
        { key: 'coverage', label: t('report.column.coverage'), format: 'share' },
      ],
      rows: [...units.map(row), ...itself],
      total: [plain(t('report.row.total')), ...COLUMNS.map((column) => count(book, column)), plain(null), plain(null)],
    },
    chart: () => ({ kind: 'none', reason: null }),
  }
}
