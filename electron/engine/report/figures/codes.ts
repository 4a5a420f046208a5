import type { CodeCount } from '../../../../shared/contract/results/common'
import type { CountBook } from '../countBook'
import { count, derived, plain, type DraftFigure } from '../draft'
import type { ReportText } from '../material'

const FIGURES = {
  channels: { prefix: 'channel', total: 'received' },
  categories: { prefix: 'category', total: 'received' },
  outcomes: { prefix: 'outcome', total: 'closed' },
} as const

/** Counts by a code of the field, each with its share of the total; unknown is a line like any other. */
export function codesFigure(
  id: keyof typeof FIGURES,
  codes: readonly CodeCount[],
  book: CountBook,
  { t }: ReportText,
  sentence: string,
): DraftFigure {
  const { prefix, total: known } = FIGURES[id]
  const counted = codes.filter((item) => item.count > 0)
  const sum = counted.reduce((all, item) => all + item.count, 0)
  const total = book.sameAs(known, `${id} total`, sum, 'total')
  const lines = counted.map((item) => ({
    ...item,
    id: book.enter(`${id} ${item.code}`, item.count),
    label: t.code(prefix, item.code),
  }))
  book.sum(
    total,
    lines.map((line) => line.id),
  )
  return {
    id,
    title: t(`report.${id}.title`),
    sentence,
    says: [total, ...lines.map((line) => line.id)],
    note: t(`report.${id}.note`),
    table: {
      caption: t(`report.${id}.caption`),
      columns: [
        { key: 'code', label: t(`report.column.${prefix}`), format: 'text' },
        { key: 'count', label: t('report.column.cases'), format: 'count' },
        { key: 'share', label: t('report.column.share'), format: 'share' },
      ],
      rows: lines.map((line) => [
        plain(line.label),
        count(book, line.id),
        derived(sum === 0 ? null : line.count / sum, [line.id, total]),
      ]),
      total: [plain(t('report.row.total')), count(book, total), plain(null)],
    },
    chart: (hidden) => ({
      kind: 'bars',
      data: lines.map((line) => ({ label: line.label, value: hidden.has(line.id) ? null : line.count })),
    }),
  }
}
