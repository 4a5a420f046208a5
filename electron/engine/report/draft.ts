/** A figure while it is put together: its cells know the counts they show or are built on; then it is frozen. */
import type {
  CellFormat,
  Cell,
  ReportChart,
  ReportFigure,
  ReportModel,
  ReportTable,
} from '../../../shared/report/model'
import type { SuppressionReason } from '../../../shared/report/suppression'
import type { CountBook } from './countBook'

export interface DraftCell {
  value: Cell
  /** names of counts in the book */
  counts: readonly string[]
  /** built on the counts (a share, a median, an interval) instead of showing one */
  derived: boolean
}
export interface DraftTable {
  caption: string
  columns: { key: string; label: string; format: CellFormat }[]
  rows: DraftCell[][]
  total: DraftCell[] | null
}
export type Hidden = ReadonlyMap<string, SuppressionReason>
export interface DraftFigure {
  id: string
  title: string
  sentence: string
  /** counts that the sentence gives away */
  says: readonly string[]
  note: string
  /** metrics whose definition the report must hold: `metric.received` */
  defines?: readonly string[]
  table: DraftTable
  context?: DraftTable
  /** the drawing without what is hidden */
  chart: (hidden: Hidden) => ReportChart
}
type SuppressedCells = ReportModel['suppressed']['cells']

/** A word or a figure that tells of no person. */
export const plain = (value: Cell): DraftCell => ({ value, counts: [], derived: false })
/** A count of the book. */
export const count = (book: CountBook, id: string): DraftCell => ({
  value: book.value(id),
  counts: [id],
  derived: false,
})
/** A value that is built on counts and hidden with any of them; null is not reported. */
export const derived = (value: Cell, counts: readonly string[]): DraftCell => ({ value, counts, derived: true })

const isHidden = (cell: DraftCell, hidden: Hidden) => cell.value !== null && cell.counts.some((id) => hidden.has(id))

function freezeTable(draft: DraftTable, figure: string, hidden: Hidden, list: SuppressedCells): ReportTable {
  const row = (cells: DraftCell[]): Cell[] =>
    cells.map((cell, index) => {
      if (!isHidden(cell, hidden)) return cell.value
      const first = cells[0]?.value
      const reason = cell.derived ? 'rate' : (hidden.get(cell.counts[0] ?? '') ?? 'secondary')
      const column = draft.columns[index]?.label ?? ''
      list.push({ figure, row: typeof first === 'string' ? first : '', column, reason })
      return { suppressed: true }
    })
  return {
    caption: draft.caption,
    columns: draft.columns,
    rows: draft.rows.map(row),
    total: draft.total && row(draft.total),
  }
}

export interface FreezeTexts {
  /** stands for a sentence that would give a hidden count away */
  sentence: string
  /** what stands under every question: how complete the data are, and the edition of the rules */
  subtitle: string
}

/** The figure as it leaves: hidden cells are gone for good, and listed. */
export function freeze(draft: DraftFigure, hidden: Hidden, texts: FreezeTexts, list: SuppressedCells): ReportFigure {
  const { id, title, note } = draft
  return {
    id,
    title,
    note,
    subtitle: texts.subtitle,
    sentence: draft.says.some((said) => hidden.has(said)) ? texts.sentence : draft.sentence,
    chart: draft.chart(hidden),
    table: freezeTable(draft.table, id, hidden, list),
    context: draft.context ? freezeTable(draft.context, id, hidden, list) : null,
  }
}
