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
      let lines = 0
      for (let i = 0; i < chunk.length; i++) if (chunk[i] === LF) lines++
      this.#lines += lines
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
