import type { CountBook } from '../countBook'
import { count, type DraftFigure } from '../draft'
import type { Material, ReportText } from '../material'

/** The four counts that the report opens with; every other figure's total leads back to one of them. */
export function totalsFigure({ totals, coverage }: Material, book: CountBook, { t, f }: ReportText): DraftFigure {
  book.enter('received', totals.received, 'total')
  book.enter('closed', totals.closed, 'total')
  book.enter('open', totals.open, 'total')
  book.enter('overdue', totals.overdue)
  book.partOf('overdue', 'open')
  const names = ['received', 'closed', 'open', 'overdue'] as const
  return {
    id: 'totals',
    title: t('report.totals.title'),
    sentence: '',
    says: [],
    note: t('report.totals.note', { day: f.day(coverage.period.to) }),
    table: {
      caption: t('report.totals.caption'),
      columns: names.map((key) => ({ key, label: t(`report.column.${key}`), format: 'count' })),
      rows: [names.map((name) => count(book, name))],
      total: null,
    },
    chart: () => ({ kind: 'none', reason: null }),
  }
}
