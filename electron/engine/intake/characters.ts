/** Lengths in characters, as the format counts them: a pair of surrogates is one character. */

/** Characters of `text` beyond U+FFFF, which take two units of a JavaScript string. */
export function pairsIn(text: string): number {
  let pairs = 0
  for (let i = 0; i + 1 < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0xd800 || unit > 0xdbff) continue
    pairs++
    i++
  }
  return pairs
}

/** Whether `text` has more than `most` characters. The text must be well-formed. */
export const isLonger = (text: string, most: number): boolean =>
  text.length > most && (text.length > 2 * most || text.length - pairsIn(text) > most)
