/**
 * Strict CSV, fed with chunks of bytes: arrays of fields, never objects; every departure from the format is said with
 * its line. Clean blocks, the usual ones, are split without looking at characters one by one; a block with a quote, a
 * control character or a bad byte goes line by line. A handler may take plain rows as bytes before all that. Source: RFC 4180 and the export format, section 4.
 */
import { isAscii, isUtf8 } from 'node:buffer'
import type { FindingCode } from '../../../shared/export/codes'
import { isLonger, pairsIn } from './characters'
import { splitQuoted, type QuoteTrouble } from './csvQuotes'

export type CsvTrouble = Extract<FindingCode, `CSV-${string}`>
export interface CsvHandler {
  /** `fields` is used again for the next row, and its strings may share memory with a whole block: copy what is kept. */
  row(fields: string[], line: number): void
  /** `column` counts from 1; null when it is the whole line. Return false to read no further. */
  trouble(code: CsvTrouble, line: number, column: number | null): boolean
  /** fields of a row that `plain` takes; 0 or nothing where it takes none */
  readonly plainWidth?: number
  /**
   * The row that begins at `at`, when it is of plain ASCII without quotes and its last field ends with the byte `eol`:
   * the offset of that byte, or NOT_PLAIN when the row has to come to `row` as strings.
   */
  plain?(bytes: Buffer, at: number, eol: number, line: number): number
}
export const NOT_PLAIN = -1

const LF = 0x0a
const CR = 0x0d
const COMMA = 0x2c
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/
// oxlint-disable-next-line no-control-regex
const CONTROL_OR_QUOTE = /[\x00-\x09\x0b\x0c\x0e-\x1f"\x7f-\x9f]/
const NOTHING = Buffer.alloc(0)
const FIRST_STEP = 256

export class CsvReader {
  #carry = NOTHING
  #line = 0
  #width = 0
  #lineEnd: '' | '\n' | '\r\n' = ''
  #eolReported = false
  #started = false
  #stopped = false
  /** a quoted field that ran over a line end: where it began */
  #open: { line: number; column: number } | null = null
  readonly #fields: string[] = []
  /** bytes beyond the first line that are read as strings before plain rows are tried again: more each time there is none */
  #step = 0

  /** `maxField` and `maxRecord` in characters. */
  constructor(
    readonly handler: CsvHandler,
    readonly maxField: number,
    readonly maxRecord: number,
  ) {}

  /** Reads no further; what comes is ignored. */
  stop(): void {
    this.#stopped = true
    this.#carry = NOTHING
  }

  push(chunk: Buffer): void {
    if (this.#stopped) return
    const last = chunk.lastIndexOf(LF)
    if (last < 0) {
      // a copy: the chunk may be a window on memory that is used again
      this.#carry = Buffer.concat([this.#carry, chunk])
      if (this.#carry.length > this.#longest) this.#endless()
      return
    }
    let from = 0
    if (this.#carry.length > 0) {
      from = chunk.indexOf(LF) + 1
      const joined = Buffer.concat([this.#carry, chunk.subarray(0, from)])
      this.#carry = NOTHING
      this.#bounded(joined)
    }
    if (from <= last) this.#bounded(chunk.subarray(from, last + 1))
    if (this.#stopped) return
    this.#carry = Buffer.from(chunk.subarray(last + 1))
    if (this.#carry.length > this.#longest) this.#endless()
  }

  end(): void {
    if (this.#stopped) return
    if (this.#carry.length > 0) this.#bounded(this.#carry)
    if (this.#open) this.#report('CSV-QUOTE', this.#open.line, this.#open.column)
  }

  #report(code: CsvTrouble, line: number, column: number | null): void {
    if (!this.#stopped && !this.handler.trouble(code, line, column)) this.stop()
  }

  /** Bytes that a record within its limit can take at most, with its line end. */
  get #longest(): number {
    return this.maxRecord * 4 + 2
  }

  /** Judges a line beyond every limit as that, however the file came in chunks; what it holds is not looked at. */
  #bounded(block: Buffer): void {
    let start = 0
    while (block.length - start > this.#longest) {
      const lf = block.lastIndexOf(LF, start + this.#longest)
      if (lf < start) break
      start = lf + 1
    }
    if (block.length - start <= this.#longest) return this.#block(block)
    if (start > 0) this.#block(block.subarray(0, start))
    this.#endless()
  }

  #endless(): void {
    if (this.#stopped) return
    this.#report('CSV-RECORD', this.#line + 1, null)
    this.stop()
  }

  /** Whole lines; only the last block of a file may lack its line end. */
  #block(bytes: Buffer): void {
    let block = bytes
    if (!this.#started) {
      this.#started = true
      if (block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf) {
        this.#report('CSV-BOM', 1, null)
        block = block.subarray(3)
      }
      const first = block.indexOf(LF)
      if (first >= 0) this.#lineEnd = block[first - 1] === CR ? '\r\n' : '\n'
    }
    let at = 0
    while (at < block.length && !this.#stopped) {
      const next = this.#plainRows(block, at)
      if (next > at) this.#step = 0
      const end = next < block.length ? block.indexOf(LF, next + this.#step) + 1 : next
      this.#step = Math.min(block.length, Math.max(this.#step * 2, FIRST_STEP))
      at = end > 0 ? end : block.length
      if (at > next) this.#strings(block.subarray(next, at))
    }
  }

  /** Takes the plain rows from `at` on; returns where the first one begins that is not. */
  #plainRows(block: Buffer, at: number): number {
    const { handler } = this
    if (!handler.plain || handler.plainWidth !== this.#width || this.#open) return at
    const eol = this.#lineEnd === '\n' ? LF : CR
    const after = this.#lineEnd.length
    let start = at
    while (start < block.length && !this.#stopped) {
      const end = handler.plain(block, start, eol, this.#line + 1)
      if (end < 0) break
      this.#line++
      start = end + after
    }
    return start
  }

  /** Whole lines that are looked at as strings. */
  #strings(block: Buffer): void {
    if (!isUtf8(block)) return this.#bytesByLine(block)
    const text = isAscii(block) ? block.toString('latin1') : block.toString('utf8')
    const clean = !this.#open && this.#lineEnd !== '' && !CONTROL_OR_QUOTE.test(text)
    const eol = this.#lineEnd === '\n' ? !text.includes('\r') : clean && this.#allCrlf(text)
    if (clean && eol) this.#cleanBlock(text)
    else this.#linesOf(text)
  }

  /** Whether each line end, and nothing else, has a CR. */
  #allCrlf(text: string): boolean {
    let lf = text.indexOf('\n')
    let cr = text.indexOf('\r')
    while (lf >= 0) {
      if (cr < 0 || cr !== lf - 1) return false
      cr = text.indexOf('\r', lf)
      lf = text.indexOf('\n', lf + 1)
    }
    return cr < 0
  }

  #cleanBlock(text: string): void {
    const skip = this.#lineEnd.length - 1
    let start = 0
    while (start < text.length && !this.#stopped) {
      const lf = text.indexOf('\n', start)
      const end = lf < 0 ? text.length : lf - skip
      this.#line++
      this.#cleanLine(text, start, end)
      start = lf < 0 ? text.length : lf + 1
    }
  }

  #cleanLine(text: string, start: number, end: number): void {
    const fields = this.#fields
    let count = 0
    let at = start
    for (;;) {
      // many fields are empty
      let comma = text.charCodeAt(at) === COMMA ? at : text.indexOf(',', at)
      if (comma < 0 || comma > end) comma = end
      fields[count++] = comma === at ? '' : text.substring(at, comma)
      if (comma === end) break
      at = comma + 1
    }
    this.#emit(count, end - start)
  }

  /** Lengths and width of one row, which then goes to the handler. `length` in units of the string. */
  #emit(count: number, length: number): void {
    const fields = this.#fields
    if (fields.length !== count) fields.length = count
    if (length > this.maxField) {
      const long = fields.findIndex((field) => isLonger(field, this.maxField))
      if (long >= 0) return this.#report('CSV-FIELD', this.#line, long + 1)
      const pairs = length > this.maxRecord ? fields.reduce((sum, field) => sum + pairsIn(field), 0) : 0
      if (length - pairs > this.maxRecord) return this.#report('CSV-RECORD', this.#line, null)
    }
    if (this.#width === 0) this.#width = count
    if (count === this.#width) this.handler.row(fields, this.#line)
    else this.#report('CSV-WIDTH', this.#line, null)
  }

  /** A block with a bad byte somewhere: the lines without one are read all the same. */
  #bytesByLine(block: Buffer): void {
    let start = 0
    while (start < block.length && !this.#stopped) {
      const lf = block.indexOf(LF, start)
      const next = lf < 0 ? block.length : lf + 1
      const line = block.subarray(start, next)
      if (isUtf8(line)) this.#linesOf(line.toString('utf8'))
      else this.#report('CSV-UTF8', ++this.#line, badField(line))
      start = next
    }
  }

  #linesOf(text: string): void {
    let start = 0
    while (start < text.length && !this.#stopped) {
      const lf = text.indexOf('\n', start)
      this.#line++
      this.#dirtyLine(lf < 0 ? text.slice(start) : this.#withoutEnd(text, start, lf))
      start = lf < 0 ? text.length : lf + 1
    }
  }

  /** A line without its end; the second kind of line end in a file is said once. */
  #withoutEnd(text: string, start: number, lf: number): string {
    const crlf = lf > start && text.charCodeAt(lf - 1) === CR
    if (crlf !== (this.#lineEnd === '\r\n') && !this.#eolReported) {
      this.#eolReported = true
      this.#report('CSV-EOL', this.#line, null)
    }
    return text.slice(start, crlf ? lf - 1 : lf)
  }

  #dirtyLine(line: string): void {
    const result = splitQuoted(line, this.#fields, this.#open !== null)
    if (result.trouble) return this.#quoteTrouble(result.trouble, result.column)
    const control = this.#fields.findIndex((field, i) => i < result.count && CONTROL.test(field))
    if (control >= 0) return this.#report('CSV-CTRL', this.#line, control + 1)
    this.#emit(result.count, line.length)
  }

  /** A quoted field that goes on in the next line is judged where it ends: closed, it holds a line break; if not, it is open. */
  #quoteTrouble(trouble: QuoteTrouble, column: number): void {
    const open = this.#open
    if (trouble === 'open') {
      this.#open ??= { line: this.#line, column }
      return
    }
    this.#open = null
    if (trouble === 'closed') this.#report('CSV-CTRL', open?.line ?? this.#line, open?.column ?? column)
    else this.#report('CSV-QUOTE', open?.line ?? this.#line, open?.column ?? column)
  }
}

/** Number of the field, counted by commas, that holds the first bad byte of a line. */
function badField(line: Buffer): number {
  let column = 1
  let start = 0
  for (;;) {
    const comma = line.indexOf(COMMA, start)
    if (comma < 0 || !isUtf8(line.subarray(start, comma))) return column
    start = comma + 1
    column++
  }
}
