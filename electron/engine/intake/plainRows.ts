/**
 * Rows of plain bytes, the usual ones: each field is checked where it lies, by its column, without a string. It only says
 * yes: whatever is not plainly in order (a quote, a letter beyond ASCII, an unknown code, another width) is left to the
 * reader of strings, which knows what is wrong and says so. Never does anything but read. Source: the export format, 4.
 */
import type { Column } from '../../../shared/export/tables'
import { NOT_PLAIN } from './csvReader'
import { DAY_LENGTH, TIME_LENGTH, dayInBytes, secondsInBytes } from './plainTime'
import { NO_WORD, Words } from './words'

const LF = 0x0a
const CR = 0x0d
const COMMA = 0x2c
const HYPHEN = 0x2d
const DOT = 0x2e
const ZERO = 0x30
const NINE = 0x39
const UPPER_A = 0x41
const UPPER_Z = 0x5a
const [SHORTEST_ID, LONGEST_ID] = [8, 40]
const DISTRICT_LENGTH = 8
const MOST_DIGITS = 9
/** in `words`, of a column that is empty */
const EMPTY_WORD = -1

const KINDS = ['id', 'code', 'unit', 'programme', 'district', 'time', 'date', 'integer'] as const
type PlainKind = (typeof KINDS)[number]
const [ID, CODE, UNIT, PROGRAMME, DISTRICT, TIME, DATE] = KINDS.map((_, index) => index) as [
  number, number, number, number, number, number, number,
] // prettier-ignore
const isPlainKind = (type: Column['type']): type is PlainKind => (KINDS as readonly string[]).includes(type)

/** What a word of the registry comes to: a number from 0 on, or NO_WORD where it is not in order. */
export interface Registered {
  unit: (code: string) => number
  programme: (code: string) => number
}

export class PlainRows {
  /** by column: offset after the field; seconds, days or the count itself, NaN where empty; the word's number */
  readonly ends: Int32Array
  readonly numbers: Float64Array
  readonly words: Int32Array
  readonly #kinds: Uint8Array
  readonly #optional: Uint8Array
  readonly #known: readonly Words[]
  readonly #least: Float64Array
  readonly #most: Float64Array

  private constructor(
    columns: readonly Column[],
    private readonly registered: Registered,
  ) {
    this.ends = new Int32Array(columns.length)
    this.numbers = new Float64Array(columns.length)
    this.words = new Int32Array(columns.length)
    this.#kinds = Uint8Array.from(columns, ({ type }) => (KINDS as readonly string[]).indexOf(type))
    this.#optional = Uint8Array.from(columns, ({ optional }) => (optional ? 1 : 0))
    this.#known = columns.map((column) => new Words(column.type === 'code' ? column.values : []))
    this.#least = Float64Array.from(columns, (column) => (column.type === 'integer' ? (column.min ?? 0) : 0))
    this.#most = Float64Array.from(columns, (column) => (column.type === 'integer' ? (column.max ?? Infinity) : 0))
  }

  /** Null for a table with free text, which is read as strings. */
  static of(columns: readonly Column[], registered: Registered): PlainRows | null {
    return columns.every(({ type }) => isPlainKind(type)) ? new PlainRows(columns, registered) : null
  }

  /** Offset of the line end of the row at `at`, or NOT_PLAIN. `eol`: the byte that ends the last field, LF or CR. */
  read(bytes: Uint8Array, at: number, eol: number): number {
    const last = this.#kinds.length - 1
    let start = at
    for (let column = 0; column <= last; column++) {
      const end = this.#field(bytes, start, column)
      if (end < 0 || bytes[end] !== (column === last ? eol : COMMA)) return NOT_PLAIN
      this.ends[column] = end
      start = end + 1
    }
    const end = start - 1
    return eol === LF ? end : bytes[start] === LF ? end : NOT_PLAIN
  }

  /** Offset after the field, or NOT_PLAIN. */
  #field(bytes: Uint8Array, at: number, column: number): number {
    const first = bytes[at]
    if (first === COMMA || first === LF || first === CR) {
      this.numbers[column] = NaN
      this.words[column] = EMPTY_WORD
      return this.#optional[column] === 1 ? at : NOT_PLAIN
    }
    switch (this.#kinds[column]) {
      case TIME: {
        if (at + TIME_LENGTH >= bytes.length) return NOT_PLAIN
        const seconds = (this.numbers[column] = secondsInBytes(bytes, at))
        return seconds === seconds ? at + TIME_LENGTH : NOT_PLAIN
      }
      case ID:
        return idEnd(bytes, at)
      case CODE: {
        const known = this.#known[column] as Words
        const word = (this.words[column] = known.read(bytes, at))
        return word === NO_WORD ? NOT_PLAIN : known.end
      }
      case UNIT:
        return this.#registeredEnd(bytes, at, column, this.registered.unit)
      case PROGRAMME:
        return this.#registeredEnd(bytes, at, column, this.registered.programme)
      case DISTRICT:
        return districtEnd(bytes, at)
      case DATE: {
        if (at + DAY_LENGTH >= bytes.length) return NOT_PLAIN
        const day = (this.numbers[column] = dayInBytes(bytes, at))
        return day === day ? at + DAY_LENGTH : NOT_PLAIN
      }
      default:
        return this.#integerEnd(bytes, at, column)
    }
  }

  /** A word that the registry is asked about once. */
  #registeredEnd(bytes: Uint8Array, at: number, column: number, ask: (code: string) => number): number {
    const known = this.#known[column] as Words
    const word = known.read(bytes, at)
    if (word !== NO_WORD) {
      this.words[column] = word
      return known.end
    }
    let end = at
    while (isPrintable(bytes[end])) end++
    const text = String.fromCharCode(...bytes.subarray(at, Math.min(end, at + LONGEST_ID + 1)))
    if (text.length > LONGEST_ID) return NOT_PLAIN
    const value = (this.words[column] = ask(text))
    if (value === NO_WORD) return NOT_PLAIN
    known.learn(text, value)
    return end
  }

  #integerEnd(bytes: Uint8Array, at: number, column: number): number {
    let value = 0
    let end = at
    for (; ; end++) {
      const digit = (bytes[end] as number) - ZERO
      if (!(digit >= 0 && digit <= 9)) break
      if (end - at === MOST_DIGITS) return NOT_PLAIN
      value = value * 10 + digit
    }
    if (end === at || (bytes[at] === ZERO && end > at + 1)) return NOT_PLAIN
    this.numbers[column] = value
    return value >= (this.#least[column] as number) && value <= (this.#most[column] as number) ? end : NOT_PLAIN
  }
}

const isPrintable = (byte: number | undefined) => byte !== undefined && byte > 0x20 && byte < 0x7f && byte !== COMMA

/** As `isId`. An id of digits alone may be personal data, which is for the reader of strings to say. */
function idEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] === HYPHEN) return NOT_PLAIN
  let letters = 0
  let end = at
  for (; ; end++) {
    const code = bytes[end] as number
    if (code >= UPPER_A && code <= UPPER_Z) letters++
    else if (!((code >= ZERO && code <= NINE) || code === HYPHEN)) break
  }
  const length = end - at
  return letters > 0 && length >= SHORTEST_ID && length <= LONGEST_ID ? end : NOT_PLAIN
}

/** `33.74.01` */
function districtEnd(bytes: Uint8Array, at: number): number {
  if (at + DISTRICT_LENGTH >= bytes.length || bytes[at + 2] !== DOT || bytes[at + 5] !== DOT) return NOT_PLAIN
  for (let i = 0; i < DISTRICT_LENGTH; i++) {
    const code = bytes[at + i] as number
    if (i !== 2 && i !== 5 && (code < ZERO || code > NINE)) return NOT_PLAIN
  }
  return at + DISTRICT_LENGTH
}
