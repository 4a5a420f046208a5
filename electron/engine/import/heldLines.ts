/**
 * One table of the export before as its bytes, and which of its lines a new export repeats. A line is repeated when it is
 * byte for byte the same: no digest is believed, so no change can hide behind one. Lines are expected in the old order,
 * which costs a comparison of memory; where they are not, they are looked up by their key.
 */
import { randomBytes } from 'node:crypto'

const LF = 0x0a
const CR = 0x0d
const COMMA = 0x2c
/** Bytes that are compared at once before a difference is looked for. */
const WINDOW = 4096
const SEED = randomBytes(4).readInt32LE()

/** Lines that lie one after the other in both: bytes from `from` to `to` of the old table, numbers of their first lines. */
export interface Run {
  from: number
  to: number
  line: number
  now: number
}

export class HeldLines {
  readonly runs: Run[] = []
  /** the old line that is expected next: its offset and its number, the header being 1 */
  #at: number
  #line = 2
  /** old and new agree from the line that was asked last to `#until` in `#bytes`, the old ones lying `#shift` further on */
  #bytes: Buffer | null = null
  #until = 0
  #shift = 0
  #index: Int32Array | null = null

  /** offsets of old lines that are never told to be repeated */
  readonly #never = new Set<number>()

  /** `keyWidth`: columns that make the key, the first ones of a row. `never`: keys of lines that are to be compared anyway. */
  constructor(
    readonly held: Buffer,
    private readonly keyWidth: number,
    never: Iterable<string> = [],
  ) {
    const first = (this.#at = this.#next(0))
    for (const key of never) {
      const bytes = Buffer.from(`${key},`)
      if (this.#find(bytes, 0, bytes.length)) this.#never.add(this.#at)
    }
    this.#at = first
    this.#line = 2
  }

  /** Whether the line from `start` to `end`, without its line end, is one of the old ones that was not asked before. */
  repeats(bytes: Buffer, start: number, end: number, line: number): boolean {
    this.#align(bytes, start)
    if (!this.#agrees(end)) {
      if (!this.#find(bytes, start, end)) return false
      this.#align(bytes, start)
    }
    if (!this.#agrees(end) || this.#never.has(this.#at)) {
      this.#at = this.#next(this.#at)
      this.#line++
      return false
    }
    const from = this.#at
    const to = this.#next(end + this.#shift)
    const last = this.runs.at(-1)
    if (last && last.to === from && last.now - last.line === line - this.#line) last.to = to
    else this.runs.push({ from, to, line: this.#line, now: line })
    this.#at = to
    this.#line++
    return true
  }

  /** Spans of the old table that no line repeated, its header left out; in the order of the file. */
  rest(): { from: number; to: number }[] {
    const spans: { from: number; to: number }[] = []
    let at = this.#next(0)
    for (const { from, to } of this.runs.toSorted((a, b) => a.from - b.from)) {
      if (from > at) spans.push({ from: at, to: from })
      at = Math.max(at, to)
    }
    if (at < this.held.length) spans.push({ from: at, to: this.held.length })
    return spans
  }

  /** Offset of the line after the one that holds the byte at `from`. */
  #next(from: number): number {
    const end = this.held.indexOf(LF, from)
    return end < 0 ? this.held.length : end + 1
  }

  /** Lays the new line beside the old one that is expected. */
  #align(bytes: Buffer, start: number): void {
    const shift = this.#at - start
    if (bytes === this.#bytes && shift === this.#shift && start <= this.#until) return
    this.#bytes = bytes
    this.#shift = shift
    this.#until = start + agreeing(bytes, start, this.held, this.#at)
  }

  #agrees(end: number): boolean {
    if (end > this.#until) return false
    const at = end + this.#shift
    const { held } = this
    return at === held.length || held[at] === LF || (held[at] === CR && held[at + 1] === LF)
  }

  /** Goes to the old line with the key of the new one; false when there is none. */
  #find(bytes: Buffer, start: number, end: number): boolean {
    const key = keyEnd(bytes, start, end, this.keyWidth)
    if (key < 0) return false
    if (this.#isKey(this.#at, bytes, start, key)) return true
    const index = (this.#index ??= this.#indexed())
    const mask = index.length / 2 - 1
    for (let slot = hashOf(bytes, start, key) & mask; index[slot * 2 + 1] !== 0; slot = (slot + 1) & mask) {
      const offset = index[slot * 2] as number
      if (!this.#isKey(offset, bytes, start, key)) continue
      this.#at = offset
      this.#line = index[slot * 2 + 1] as number
      return true
    }
    return false
  }

  #isKey(offset: number, bytes: Buffer, start: number, key: number): boolean {
    const { held } = this
    for (let i = start; i < key; i++) if (held[offset + i - start] !== bytes[i]) return false
    return held[offset + key - start] === COMMA
  }

  /** Offset and number of each old line, by the hash of its key; a number is never 0. */
  #indexed(): Int32Array {
    const { held, keyWidth } = this
    let lines = 0
    for (let at = this.#next(0); at < held.length; at = this.#next(at)) lines++
    let slots = 1024
    while (slots < lines * 2) slots *= 2
    const index = new Int32Array(slots * 2)
    let line = 2
    for (let at = this.#next(0); at < held.length; line++) {
      const end = this.#next(at)
      const key = keyEnd(held, at, end, keyWidth)
      if (key >= 0) {
        let slot = hashOf(held, at, key) & (slots - 1)
        while (index[slot * 2 + 1] !== 0) slot = (slot + 1) & (slots - 1)
        index[slot * 2] = at
        index[slot * 2 + 1] = line
      }
      at = end
    }
    return index
  }
}

/** Bytes from `a` and `b` on that are the same. */
function agreeing(one: Buffer, a: number, other: Buffer, b: number): number {
  const most = Math.min(one.length - a, other.length - b)
  let done = 0
  while (done + WINDOW <= most) {
    if (one.compare(other, b + done, b + done + WINDOW, a + done, a + done + WINDOW) !== 0) break
    done += WINDOW
  }
  while (done < most && one[a + done] === other[b + done]) done++
  return done
}

/** Offset after the first `width` fields; -1 when the line has no more. */
function keyEnd(bytes: Buffer, start: number, end: number, width: number): number {
  let commas = 0
  for (let i = start; i < end; i++) if (bytes[i] === COMMA && ++commas === width) return i
  return -1
}

function hashOf(bytes: Buffer, start: number, end: number): number {
  let hash = SEED
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ (bytes[i] as number), 0x1b873593)
    hash = (hash << 13) | (hash >>> 19)
  }
  return hash ^ (hash >>> 16)
}
