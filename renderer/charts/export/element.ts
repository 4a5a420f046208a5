/** Parts that pictures of figures are made of. */
export const XMLNS = 'http://www.w3.org/2000/svg'

/** What stands between the sentence and the note. */
export interface Body {
  group: SVGElement
  width: number
  height: number
}

/** A new SVG element with its attributes. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  text = '',
): SVGElement {
  const made = document.createElementNS(XMLNS, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  if (text !== '') made.textContent = text
  return made
}
