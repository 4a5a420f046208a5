import type { MonthCount } from '../../../../shared/contract/results/overview'
import type { CountBook } from '../countBook'
import { count, plain, type DraftFigure } from '../draft'
import type { Material, ReportText } from '../material'

/** Months of the period with their total; the months before it, which the chart shows too, stand in a table of their own. */
export function trendFigure(
  { byMonth, trend, filter }: Material,
  book: CountBook,
  { t, f }: ReportText,
  sentence: string,
): DraftFigure {
  const first = filter.from.slice(0, 7)
  const enter = ({ month, received, closed }: MonthCount) => ({
    month,
    received: book.enter(`received ${month}`, received),
    closed: book.enter(`closed ${month}`, closed),
  })
  const months = byMonth.map(enter)
  book.sum(
    'received',
    months.map(({ received }) => received),
  )
  book.sum(
    'closed',
    months.map(({ closed }) => closed),
  )
  const points = trend.points.filter(({ month }) => month >= first)
  const whole = points.every((point) => {
    const own = byMonth.find(({ month }) => month === point.month)
    return own === undefined || (own.received === point.received && own.closed === point.closed)
  })
  const before = trend.points.filter(({ month }) => month < first).map((point) => ({ ...enter(point), point }))
  const reported = new Map(trend.points.map((point) => [point.month, point]))
  const row = ({ month, received, closed }: { month: string; received: string; closed: string }) => {
    const point = reported.get(month)
    const units = point ? t('say.ofTotal', { n: f.count(point.reported), total: f.count(point.expected) }) : null
    return [plain(f.month(month)), count(book, received), count(book, closed), plain(units)]
  }
  const drawn = [...months, ...before].flatMap(({ received, closed }) => [received, closed])
  const columns = [
    { key: 'month', label: t('report.column.month'), format: 'text' as const },
    { key: 'received', label: t('report.column.received'), format: 'count' as const },
    { key: 'closed', label: t('report.column.closed'), format: 'count' as const },
    { key: 'units', label: t('report.column.unitsReported'), format: 'words' as const },
  ]
  return {
    id: 'trend',
    title: t('report.trend.title'),
    sentence,
    says: drawn,
    note: t('report.trend.note'),
    table: {
      caption: t('report.trend.caption'),
      columns,
      rows: months.map(row),
      total: [plain(t('report.row.total')), count(book, 'received'), count(book, 'closed'), plain(null)],
    },
    ...(before.length > 0 &&
      whole && {
        context: {
          caption: t('report.trend.context'),
          columns: columns.slice(0, 3),
          total: null,
          rows: before.map((item) => row(item).slice(0, 3)),
        },
      }),
    chart: (hidden) => {
      if (trend.points.length === 0) return { kind: 'none', reason: null }
      if (!whole) return { kind: 'none', reason: t('report.chart.partMonths') }
      if (drawn.some((id) => hidden.has(id))) return { kind: 'none', reason: t('report.chart.suppressed') }
      return { kind: 'trend', data: trend }
    },
  }
}
