/**
 * A figure's table as CSV (RFC 4180, UTF-8 with a byte order mark, CRLF). Numbers are plain numbers with a point, so
 * that every program reads them; texts that a spreadsheet would run as a formula are made harmless.
 */
import type { Cell } from '../../../shared/report/model'
import { cellText, type FigureTable } from '../table'
import type { Words } from '../../../shared/sentences/words'

/**
 * A leading = + - @ (in full width too), tab or line end would start a formula or hide one; an apostrophe makes it text
 * again. Source: OWASP, CSV injection.
 */
export const harmless = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)

/** A field with commas, quotes or line breaks in quotes. */
export const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function csvCell(cell: Cell | undefined, words: Words): string {
  if (typeof cell === 'number') return String(cell)
  return quoted(harmless(cellText(cell, 'text', words)))
}

/** The whole table: header, rows, total. */
export function csvOf({ columns, rows, total }: FigureTable, words: Words): string {
  const header = columns.map(({ label }) => quoted(harmless(label)))
  const lines = [...rows, ...(total ? [total.map((cell) => cell ?? '')] : [])]
  return [header, ...lines.map((row) => columns.map((_, at) => csvCell(row[at], words)))]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('')
}

export const csvBytes = (table: FigureTable, words: Words): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`\uFEFF${csvOf(table, words)}`)
