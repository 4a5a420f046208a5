/** Reads other people's CSV: quotes, line breaks in fields, either line end, a BOM. Arrays, never objects. */

/** Records of `text`, empty lines left out. A quote inside an unquoted field is taken as it stands. */
export function* readLooseCsv(text: string, delimiter = ','): Generator<string[]> {
  const end = text.length
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let fields: string[] = []
  while (at < end) {
    let field = ''
    if (text[at] === '"') {
      let from = at + 1
      for (;;) {
        const quote = text.indexOf('"', from)
        if (quote < 0) {
          field += text.slice(from)
          at = end
          break
        }
        field += text.slice(from, quote)
        at = quote + 1
        if (text[at] !== '"') break
        field += '"'
        from = at + 1
      }
    }
    const rest = at
    while (at < end && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++
    fields.push(field + text.slice(rest, at))
    if (text[at] === delimiter) {
      at++
      if (at < end) continue
      fields.push('')
    }
    if (fields.length > 1 || fields[0] !== '') yield fields
    fields = []
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
  }
}
