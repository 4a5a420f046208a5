/** Figures as they stand in the real window: what each has, and what is wrong with how it is drawn. */
import type { Page } from 'playwright-core'

/** What a figure must offer in the menu of its deeds, beside its own buttons. */
const DEEDS = ['copyPng', 'copySvg', 'savePng', 'saveSvg', 'saveCsv', 'saveXlsx'] as const

/** Words of the parts, in the window's language. */
export interface PartWords {
  table: string
  export: string
  pin: string
  definition: string
  deeds: Readonly<Record<(typeof DEEDS)[number], string>>
}
export const partWords = (t: (key: never) => string): PartWords => {
  const word = (key: string) => t(`chart.${key}` as never)
  return {
    table: word('showTable'),
    export: word('export'),
    pin: word('pin'),
    definition: word('definition'),
    deeds: Object.fromEntries(DEEDS.map((deed) => [deed, word(deed)])) as PartWords['deeds'],
  }
}

export interface FigureSeen {
  title: string
  /** nothing is drawn in it: it says which nothing, and offers no deed */
  isEmpty: boolean
  /** the parts that it lacks, by name */
  lacks: string[]
}

/** Every figure of the page and what it lacks; its menu is opened and read. */
export const figuresOf = (page: Page, words: PartWords): Promise<FigureSeen[]> =>
  page.evaluate(async ({ table, export: copy, pin, definition, deeds }) => {
    const wait = async <T>(find: () => T | null | undefined | false) => {
      for (let tries = 0; tries < 200; tries++) {
        const found = find()
        if (found) return found
        await new Promise((done) => setTimeout(done, 10))
      }
      return null
    }
    const menuOf = async (button: HTMLElement | undefined) => {
      if (!button) return []
      button.click()
      const menu = await wait(() => document.querySelector('[role=menu]'))
      const items = [...(menu?.querySelectorAll('[role=menuitem]') ?? [])].map((item) => item.textContent ?? '')
      menu?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
      await wait(() => document.querySelector('[role=menu]') === null)
      return items
    }
    const seen: FigureSeen[] = []
    for (const figure of document.querySelectorAll<HTMLElement>('main section.fig')) {
      const text = (selector: string) => figure.querySelector(selector)?.textContent?.trim() ?? ''
      const title = text('h2')
      const buttons = [...figure.querySelectorAll<HTMLElement>('header button')]
      const named = (name: string) => buttons.find((button) => button.getAttribute('aria-label') === name)
      const isEmpty = figure.querySelector('.state-box') !== null
      const has: Record<string, boolean> = {
        question: title.endsWith('?'),
        coverage: /\d+ (dari|of) [\d.,]+/.test(text('.subtitle')),
        rule: /registri versi|registry version|\(.+\), (berlaku sejak|in force since)/.test(text('.subtitle')),
        definition: named(definition) !== undefined,
      }
      if (!isEmpty) {
        const menu = await menuOf(named(copy))
        Object.assign(has, {
          sentence: text('.find b') !== '',
          note: text('.note') !== '',
          table: named(table) !== undefined,
          pin: named(pin) !== undefined,
          ...Object.fromEntries(Object.entries(deeds).map(([deed, word]) => [deed, menu.includes(word)])),
        })
      }
      seen.push({ title, isEmpty, lacks: Object.keys(has).filter((part) => !has[part]) })
    }
    return seen
  }, words)

/** What is wrong with how the figures stand: wider than the window, text outside its figure, text upon text. */
export const flawsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > window.innerWidth + 1) found.push(`page is ${root.scrollWidth} wide`)
    for (const figure of document.querySelectorAll('section.fig')) {
      const name = figure.querySelector('h2')?.textContent ?? ''
      const box = figure.getBoundingClientRect()
      for (const svg of figure.querySelectorAll('svg')) {
        const texts = [...svg.querySelectorAll('text')]
          .map((text) => ({ words: text.textContent ?? '', at: text.getBoundingClientRect() }))
          .filter(({ words, at }) => words.trim() !== '' && at.width > 0)
        for (const { words, at } of texts)
          if (at.left < box.left - 3 || at.right > box.right + 3) found.push(`${name}: "${words}" is outside`)
        texts.forEach((a, index) => {
          for (const b of texts.slice(index + 1)) {
            const wide = Math.min(a.at.right, b.at.right) - Math.max(a.at.left, b.at.left)
            const high = Math.min(a.at.bottom, b.at.bottom) - Math.max(a.at.top, b.at.top)
            // The box of a text has air above and below its letters.
            if (wide > 2 && high > 6) found.push(`${name}: "${a.words}" upon "${b.words}"`)
          }
        })
      }
    }
    return found.slice(0, 8)
  })
