/** In front of a room: full screen, the arrows, names of units hidden with one key, and out again. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placeName } from '../../shared/sentences/words'
import { cliQuery, launchDemo } from '../helpers/demoNation'
import { filterOf, PATIENCE, placeOf, ready, type Console } from '../helpers/electron'
import { jump } from '../helpers/keyboard'
import { textOf } from '../helpers/shown'

let console: Console
let page: Page
let polda: { unit: string; name: string }
beforeAll(async () => {
  console = await launchDemo()
  page = console.page
  const [most] = cliQuery('region.units', filterOf(page)).toSorted((a, b) => b.received - a.received)
  if (!most) throw new Error('no Polda in the nation')
  polda = most
  await jump(page, polda.name)
  await ready(page, 'wilayah')
})
afterAll(() => console.dispose())

const isFullScreen = () =>
  console.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen() ?? false)
const eventually = <T>(what: () => T | Promise<T>) => expect.poll(what, { timeout: PATIENCE, interval: 100 })
const slideText = () => textOf(page, '.slide')
const number = async () =>
  (await textOf(page, '.slide footer'))
    .match(/(\d+) dari (\d+)$/)
    ?.slice(1)
    .map(Number)
/** Goes through all slides with the arrow and collects each one, with what only a pointer or a screen reader finds. */
async function allSlides(): Promise<string[]> {
  await page.keyboard.press('Home')
  const said: string[] = []
  for (let at = 1; ; at++) {
    await eventually(async () => (await number())?.[0]).toBe(at)
    said.push(await page.locator('.slide').innerHTML())
    if (at === (await number())?.[1]) return said
    await page.keyboard.press('ArrowRight')
  }
}

describe('a trainer presents', () => {
  test('P takes the filter in force to full screen, with nothing but the slide', async () => {
    await page.keyboard.press('p')
    await ready(page, 'presentasi')
    await eventually(isFullScreen).toBe(true)
    expect(filterOf(page).unit).toBe(polda.unit)
    expect(await page.getByRole('navigation').count()).toBe(0)
    // The mark lies over the drawing as a ground; the foot says it in words.
    const mark = page.locator('.slide-mark')
    expect(await mark.evaluate((element) => getComputedStyle(element, '::before').content)).toContain('DEMO')
    expect(await slideText()).toContain('DATA DEMO')
    const [slide, stage] = await page.evaluate(() => [document.querySelector('.slide')?.clientWidth, innerWidth])
    expect(slide).toBeGreaterThan((stage ?? 0) * 0.7)
  })

  test('the arrows walk through the slides, Home and End jump, neither runs over', async () => {
    const slides = await allSlides()
    expect(slides.length).toBeGreaterThan(5)
    expect(new Set(slides).size).toBe(slides.length)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await eventually(async () => (await number())?.[0]).toBe(slides.length - 1)
    await page.keyboard.press('End')
    await eventually(async () => (await number())?.[0]).toBe(slides.length)
    await page.keyboard.press('Home')
    await eventually(async () => (await number())?.[0]).toBe(1)
    await page.keyboard.press('ArrowLeft')
    await eventually(async () => (await number())?.[0]).toBe(1)
  })

  test('B blackens the screen and N shows notes; both go as they came', async () => {
    for (const [key, found] of [
      ['b', '.blackout'],
      ['n', '.present-notes'],
    ] as const) {
      if (key === 'n') await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press(key)
      await page.locator(found).waitFor({ timeout: PATIENCE })
      await page.keyboard.press(key)
      await page.locator(found).waitFor({ state: 'detached', timeout: PATIENCE })
    }
  })

  test('A hides every name on every slide, and shows them again', async () => {
    const named = (await allSlides()).join(' ')
    const units = cliQuery('units.tree', {}).filter(({ code, parent }) => parent === polda.unit || code === polda.unit)
    const names = units.map(({ name }) => name)
    const onSlides = (text: string) => names.filter((name) => text.includes(placeName(name)))
    expect(onSlides(named).length).toBeGreaterThan(0)
    await page.keyboard.press('a')
    await eventually(() => placeOf(page).params['names']).toBe('hidden')
    await eventually(slideText).toContain('satuan disamarkan')
    expect(onSlides((await allSlides()).join(' '))).toEqual([])
    expect(await page.title()).not.toContain(placeName(polda.name))
    await page.keyboard.press('a')
    await eventually(slideText).not.toContain('satuan disamarkan')
    expect(onSlides((await allSlides()).join(' ')).length).toBeGreaterThan(0)
  })

  test('Escape leaves full screen and gives the room back', async () => {
    await page.keyboard.press('Escape')
    await eventually(isFullScreen).toBe(false)
    await eventually(() => placeOf(page).params['full']).toBeUndefined()
    await page.getByRole('navigation').first().waitFor({ timeout: PATIENCE })
    expect(console.errors).toEqual([])
  })
})
