/** Splits one line of CSV in which quotes occur. Source: RFC 4180, section 2, rules 5 to 7. */

/**
 * `stray`: a quote inside an unquoted field, or a character after a closing one; `open`: the line ended inside quotes;
 * `closed`: a field that began in an earlier line was properly closed in this one.
 */
export type QuoteTrouble = 'stray' | 'open' | 'closed'
/** `column` counts from 1, for a trouble */
export interface Split {
  count: number
  trouble: QuoteTrouble | null
  column: number
}

const QUOTE = 0x22
const COMMA = 0x2c

/** Fills `fields` from 0 on. `continued`: the line begins inside quotes that an earlier line opened. */
export function splitQuoted(line: string, fields: string[], continued: boolean): Split {
  if (continued) {
    const end = closingQuote(line, 0)
    if (end < 0) return { count: 0, trouble: 'open', column: 1 }
    return { count: 0, trouble: endsField(line, end + 1) ? 'closed' : 'stray', column: 1 }
  }
  let count = 0
  let at = 0
  for (;;) {
    const fail = (trouble: QuoteTrouble): Split => ({ count, trouble, column: count + 1 })
    let next: number
    if (line.charCodeAt(at) === QUOTE) {
      const end = closingQuote(line, at + 1)
      if (end < 0) return fail('open')
      if (!endsField(line, end + 1)) return fail('stray')
      fields[count] = line.slice(at + 1, end).replaceAll('""', '"')
      next = end + 1
    } else {
      const comma = line.indexOf(',', at)
      next = comma < 0 ? line.length : comma
      const field = line.slice(at, next)
      if (field.includes('"')) return fail('stray')
      fields[count] = field
    }
    count++
    if (next >= line.length) return { count, trouble: null, column: 0 }
    at = next + 1
  }
}

/** Index of the quote that closes a field whose text begins at `from`; doubled quotes are passed over. -1 if none. */
function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from)
  while (at >= 0 && line.charCodeAt(at + 1) === QUOTE) at = line.indexOf('"', at + 2)
  return at
}

const endsField = (line: string, at: number) => at === line.length || line.charCodeAt(at) === COMMA
