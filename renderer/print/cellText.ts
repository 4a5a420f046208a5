import type { Cell, CellFormat } from '../../shared/report/model'
import { dayNumber, type Words } from '../../shared/sentences/words'

/** A cell as it stands on paper. Hidden, not reported and not applicable never look alike. */
export function cellText(cell: Cell, format: CellFormat, words: Words): string {
  const { t, f } = words
  if (cell === null) return ''
  if (typeof cell === 'object') return 'suppressed' in cell ? t('report.suppressed') : '–'
  if (typeof cell === 'string') return format === 'date' ? f.day(cell, true) : cell
  switch (format) {
    case 'count':
      return f.count(cell)
    case 'share':
      return f.share(cell)
    case 'days':
      return dayNumber(cell, words)
    case 'probability':
      return f.probability(cell)
    case 'rate':
      return f.number(cell)
    default:
      return String(cell)
  }
}

export const isRight = (format: CellFormat): boolean => format !== 'text' && format !== 'date'
