/** The table view of a figure, and its cells as a person reads them. The shape is the report's own. Pure. */
import type { Cell, CellFormat, ReportTable } from '../../shared/report/model'
import { dayNumber, rateText, type Words } from '../../shared/sentences/words'

export interface FigureTable extends ReportTable {
  caption: string
}

export const isNumeric = (format: CellFormat): boolean => format !== 'text' && format !== 'date'

/** A cell in words. Not reported, not applicable and suppressed never look alike. */
export function cellText(cell: Cell | undefined, format: CellFormat, words: Words): string {
  const { t, f } = words
  if (cell === undefined) return ''
  if (cell === null) return t('missing.not_reported')
  if (typeof cell === 'object') return 'suppressed' in cell ? t('chart.suppressed') : t('chart.notApplicable')
  if (typeof cell === 'string') return format === 'date' && cell.length >= 10 ? f.day(cell, true) : cell
  if (format === 'share') return f.share(cell)
  if (format === 'days') return dayNumber(cell, words)
  if (format === 'rate') return rateText(cell, words)
  return format === 'probability' ? f.probability(cell) : f.count(cell)
}
