/** What a person without a mouse does. */
import type { Locator, Page } from 'playwright-core'
import { PATIENCE } from './electron'

/** A page of 36 units with several links each is walked in fewer. */
const MOST_TABS = 400

/** Presses Tab until the element has the focus; fails where Tab never gets there. */
export async function tabTo(page: Page, target: Locator) {
  await target.waitFor({ timeout: PATIENCE })
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab does not reach ${String(target)}`)
}

/** Reaches the element by Tab and presses Enter on it. */
export async function enter(page: Page, target: Locator) {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Ctrl K, the words, and the entry of that name with Enter. */
export async function jump(page: Page, words: string) {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').waitFor({ timeout: PATIENCE })
  await page.keyboard.type(words)
  await page.getByRole('option', { name: words }).first().waitFor({ timeout: PATIENCE })
  await page.keyboard.press('Enter')
}
