/** The bundled typeface as CSS with its bytes inside, for pictures that leave the page. */

const toBase64 = (bytes: Uint8Array) => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

/** The page's own @font-face rules of the Latin subset: the first address of each weight. */
function faces(): { weight: string; url: string }[] {
  const rules = [...document.styleSheets].flatMap((sheet) => {
    const base = sheet.href ?? document.baseURI
    return [...sheet.cssRules].map((rule) => ({ rule, base }))
  })
  return rules.flatMap(({ rule, base }) => {
    if (!(rule instanceof CSSFontFaceRule)) return []
    const range = rule.style.getPropertyValue('unicode-range')
    const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1]
    const latin = range === '' || /u\+0+-0*ff/i.test(range)
    return latin && address !== undefined
      ? [{ weight: rule.style.getPropertyValue('font-weight'), url: new URL(address, base).href }]
      : []
  })
}

let made: Promise<string> | null = null

async function load(): Promise<string> {
  const rules = await Promise.all(
    faces().map(async ({ weight, url }) => {
      const answer = await fetch(url)
      const bytes = new Uint8Array(await answer.arrayBuffer())
      return `@font-face{font-family:'Source Sans 3';font-weight:${weight};src:url(data:font/woff2;base64,${toBase64(bytes)}) format('woff2')}`
    }),
  )
  return rules.join('')
}

/** The CSS, made once; empty when the files cannot be read, and the picture then uses the reader's own typeface. */
export const embeddedFonts = (): Promise<string> => (made ??= load().catch(() => ''))
