/** A figure's table as XLSX: typed cells, never formulas, the sentence and the note above and below it. */
import type { Cell as XlsxCell } from 'write-excel-file/browser'
import type { CellFormat } from '../../../shared/report/model'
import type { Words } from '../../../shared/sentences/words'
import { cellText, isNumeric, type FigureTable } from '../table'

const FORMATS: Partial<Record<CellFormat, string>> = {
  count: '#,##0',
  share: '0.0%',
  days: '0.0',
  rate: '#,##0.00',
  probability: '0.0000',
}
/** Excel cuts names of sheets at 31 characters and refuses these signs. */
const sheetName = (title: string) =>
  title
    .replace(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, 31) || 'Pantau'

/**
 * The library keeps texts as members of a plain object, where `constructor` and its like are there before any text: such
 * a word gets a space behind it, or the file could not be opened.
 */
const own = (value: string) => (value in {} ? `${value} ` : value)

const text = (value: string, bold = false): XlsxCell => ({
  type: String,
  value: own(value),
  ...(bold && { fontWeight: 'bold' as const }),
})

function xlsxCell(
  cell: FigureTable['rows'][number][number] | undefined,
  format: CellFormat,
  bold: boolean,
  words: Words,
): XlsxCell {
  const weight = bold ? { fontWeight: 'bold' as const } : {}
  if (typeof cell === 'number') {
    const style = FORMATS[format]
    return { type: Number, value: cell, ...(style !== undefined && { format: style }), ...weight }
  }
  return {
    type: String,
    value: own(cellText(cell, format, words)),
    ...(isNumeric(format) && { align: 'right' as const }),
    ...weight,
  }
}

export interface XlsxContext {
  title: string
  subtitle: string
  sentence: string
  note: string
}

/** The sheet's cells, apart from the library that packs them. */
export function xlsxRows(
  table: FigureTable,
  { title, subtitle, sentence, note }: XlsxContext,
  words: Words,
): XlsxCell[][] {
  const { columns, rows, total } = table
  const line = (cells: FigureTable['rows'][number], bold: boolean) =>
    columns.map(({ format }, at) =>
      bold && (cells[at] ?? null) === null ? null : xlsxCell(cells[at], format, bold, words),
    )
  return [
    [text(title, true)],
    ...(subtitle === '' ? [] : [[text(subtitle)]]),
    [text(sentence)],
    [],
    columns.map(({ label }) => text(label, true)),
    ...rows.map((row) => line(row, false)),
    ...(total ? [line(total, true)] : []),
    [],
    [text(note)],
  ]
}

/** Packs the table; the library is loaded only when somebody asks for it. */
export async function xlsxBytes(
  table: FigureTable,
  context: XlsxContext,
  words: Words,
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser')
  const data: XlsxCell[][] = xlsxRows(table, context, words)
  const columns = table.columns.map(({ format }, at) => ({ width: at === 0 ? 34 : format === 'text' ? 22 : 16 }))
  const file = await writeXlsxFile(data, { sheet: sheetName(context.title), columns }).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}
