/** CSV bytes of one table of the format. Source: RFC 4180 and the export format, section 4. */
import type { ResourceName } from '../../../shared/export/enums'
import { TABLES } from '../../../shared/export/tables'

export type LineEnd = '\n' | '\r\n'
export interface CsvBytes {
  bytes: Buffer
  /** data rows, without the header */
  rows: number
}

/** Rows are joined to pieces of this many characters before they become bytes. */
const PIECE = 1 << 20
const NEEDS_QUOTES = /[",\r\n]/

const quoted = (field: string) => (NEEDS_QUOTES.test(field) ? `"${field.replaceAll('"', '""')}"` : field)

/** One line without its end. A row that needs no quotes, the usual one, is joined at once. */
function line(fields: readonly string[]): string {
  let text = fields[0]!
  let commas = 0
  for (let i = 1; i < fields.length; i++) text += `,${fields[i]!}`
  if (!text.includes('"')) {
    for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) commas++
    if (commas === fields.length - 1 && !text.includes('\n') && !text.includes('\r')) return text
  }
  return fields.map(quoted).join(',')
}

/** Encodes `rows` (values in the order of the table's columns, empty string = null) under the table's header. */
export function encodeTable(resource: ResourceName, rows: Iterable<readonly string[]>, end: LineEnd = '\n'): CsvBytes {
  const pieces: Buffer[] = []
  let text = TABLES[resource].columns.map((column) => column.name).join(',') + end
  let count = 0
  for (const row of rows) {
    text += line(row) + end
    count++
    if (text.length > PIECE) {
      pieces.push(Buffer.from(text))
      text = ''
    }
  }
  pieces.push(Buffer.from(text))
  return { bytes: pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces), rows: count }
}

/** Data rows in finished CSV bytes: line ends outside quotes, less the header. */
export function countRows(bytes: Uint8Array): number {
  let lines = 0
  let inQuotes = false
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i]
    if (c === 0x22) inQuotes = !inQuotes
    else if (c === 0x0a && !inQuotes) lines++
  }
  if (bytes.length > 0 && bytes[bytes.length - 1] !== 0x0a) lines++
  return Math.max(0, lines - 1)
}
