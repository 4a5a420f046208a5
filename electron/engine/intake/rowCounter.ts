/** Counts the records of a CSV stream before its content is trusted: line ends outside quotes, without parsing fields. */
const LF = 0x0a
const QUOTE = 0x22
const COMMA = 0x2c

export class RowCounter {
  /** line ends, whether in quotes or not */
  #lines = 0
  #quotedLines = 0
  #inQuotes = false
  #atFieldStart = true
  #last = LF

  add(chunk: Buffer): void {
    if (chunk.length === 0) return
    if (!this.#inQuotes && chunk.indexOf(QUOTE) < 0) {
      this.#lines += lineEndsIn(chunk)
      this.#last = chunk[chunk.length - 1]!
      this.#atFieldStart = this.#last === LF || this.#last === COMMA
      return
    }
    let { inQuotes, atFieldStart } = { inQuotes: this.#inQuotes, atFieldStart: this.#atFieldStart }
    for (let i = 0; i < chunk.length; i++) {
      const c = chunk[i]
      if (c === QUOTE) {
        if (inQuotes) inQuotes = false
        // a quote right after a closing one is a doubled quote: the field goes on
        else if (atFieldStart || this.#last === QUOTE) inQuotes = true
      } else if (c === LF) {
        this.#lines++
        if (inQuotes) this.#quotedLines++
      }
      atFieldStart = !inQuotes && (c === COMMA || c === LF)
      this.#last = c!
    }
    this.#inQuotes = inQuotes
    this.#atFieldStart = atFieldStart
  }

  /** Data rows without the header: counted with quotes in mind, and by line ends alone. */
  rows(): { records: number; lines: number } {
    const open = this.#last === LF ? 0 : 1
    const lines = Math.max(0, this.#lines + open - 1)
    return { records: Math.max(0, lines - this.#quotedLines), lines }
  }
}

const LOW = 0x7f7f7f7f
const FOUR_LF = 0x0a0a0a0a

/** Line ends of a chunk, four bytes at a time. */
function lineEndsIn(chunk: Buffer): number {
  // from the first whole word to the last one
  const from = chunk.byteOffset + (-chunk.byteOffset & 3)
  const count = (chunk.byteOffset + chunk.length - from) >> 2
  if (count <= 0) return byteByByte(chunk, 0, chunk.length)
  const words = new Int32Array(chunk.buffer, from, count)
  const first = from - chunk.byteOffset
  let lines = byteByByte(chunk, 0, first) + byteByByte(chunk, first + count * 4, chunk.length)
  for (let i = 0; i < count; i++) {
    const differs = words[i]! ^ FOUR_LF
    // the highest bit of each byte that was a line end, and no other
    let ends = ~(((differs & LOW) + LOW) | differs | LOW)
    for (; ends !== 0; ends &= ends - 1) lines++
  }
  return lines
}

function byteByByte(chunk: Buffer, from: number, to: number): number {
  let lines = 0
  for (let at = from; at < to; at++) if (chunk[at] === LF) lines++
  return lines
}
