import type { CountBook } from '../countBook'
import { count, plain, type DraftFigure } from '../draft'
import type { Material, ReportText } from '../material'

/** Open cases by age, beside a year before. */
export function backlogFigure(
  { backlog }: Material,
  book: CountBook,
  { t, f }: ReportText,
  sentence: string,
): DraftFigure {
  const total = book.sameAs('open', 'backlog total', backlog.total, 'total')
  const over = book.sameAs('open_over_90_days numerator', 'backlog over 90', backlog.over_90)
  book.partOf(over, total)
  const before = backlog.last_year && {
    total: book.enter('backlog last year', backlog.last_year.total, 'total'),
    over: book.enter('backlog last year over 90', backlog.last_year.over_90),
  }
  const lines = backlog.buckets.map(({ from_days, to_days, count: cases, last_year }) => ({
    from: from_days,
    label:
      to_days === null
        ? t('backlog.bucketLast', { from: f.count(from_days - 1) })
        : t('backlog.bucket', { from: f.count(from_days), to: f.count(to_days) }),
    id: book.enter(`backlog ${from_days}`, cases),
    before: last_year === null || !before ? null : book.enter(`backlog last year ${from_days}`, last_year),
  }))
  const ids = lines.map((line) => line.id)
  const earlier = lines.flatMap((line) => (line.before === null ? [] : [line.before]))
  book.sum(total, ids)
  if (before && earlier.length === lines.length) {
    book.partOf(before.over, before.total)
    book.sum(before.total, earlier)
  }
  const all = [total, over, ...ids, ...(before ? [before.total, before.over, ...earlier] : [])]
  return {
    id: 'backlog',
    title: t('report.backlog.title'),
    sentence,
    says: all,
    note: backlog.last_year
      ? t('report.backlog.noteLastYear', { day: f.day(backlog.last_year.as_of) })
      : t('report.backlog.note'),
    table: {
      caption: t('report.backlog.caption'),
      columns: [
        { key: 'age', label: t('report.column.age'), format: 'text' },
        { key: 'count', label: t('report.column.open'), format: 'count' },
        { key: 'last_year', label: t('report.column.lastYear'), format: 'count' },
      ],
      rows: lines.map((line) => [
        plain(line.label),
        count(book, line.id),
        line.before === null ? plain({ notApplicable: true }) : count(book, line.before),
      ]),
      total: [
        plain(t('report.row.total')),
        count(book, total),
        before ? count(book, before.total) : plain({ notApplicable: true }),
      ],
    },
    chart: (hidden) =>
      all.some((id) => hidden.has(id))
        ? { kind: 'none', reason: t('report.chart.suppressed') }
        : { kind: 'backlog', data: backlog },
  }
}
