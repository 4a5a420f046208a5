/**
 * The whole demo nation, opened by the first run's own button; then every room, with its dialogs and details open, in
 * both languages and both themes: axe finds nothing serious or critical.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../shared/contract/choices'
import { formatRoute } from '../../renderer/state/route'
import { ROOM_IDS } from '../../renderer/state/roomIds'
import { translator, type Translate } from '../../shared/messages/catalogue'
import { serious } from '../helpers/axe'
import { ask, filterOf, launchConsole, PATIENCE, query, ready, visit, type Console } from '../helpers/electron'

const UNIT = 'POLDA-JATENG'
let console: Console
let page: Page
beforeAll(async () => {
  console = await launchConsole()
  page = console.page
  await ready(page, 'firstRun')
  await page.getByRole('button', { name: 'Buka negara demo' }).click()
  await page.getByRole('progressbar').waitFor({ timeout: PATIENCE })
  await page.waitForSelector('html[data-ready=ikhtisar]', { state: 'attached', timeout: 180_000 })
}, 240_000)
afterAll(() => console.dispose())

/** A place, and what is opened there. */
interface State {
  name: string
  hash: string
  open?: (t: Translate) => Promise<void>
}
const dialog = () => page.getByRole('dialog').first().waitFor({ timeout: PATIENCE })
const click = (role: 'button' | 'menuitem', name: string | RegExp) =>
  page
    .getByRole(role, { name, exact: typeof name === 'string' })
    .first()
    .click({ timeout: PATIENCE })

async function states(): Promise<State[]> {
  const filter = { ...filterOf(page), unit: UNIT }
  const at = (room: (typeof ROOM_IDS)[number], params = {}) => formatRoute({ room, filter, params })
  const [flagged] = (await query(page, 'cases.page', { unit: UNIT, flagged: true, limit: 1 })).rows
  const made = await ask(page, 'findings:create', {
    text: { title: 'Uji baca', condition: 'Kondisi.', due_on: '2025-01-31' },
    figures: [],
  })
  if (!flagged || !made.ok) throw new Error('no case or finding to open')
  const pin = /^(Sematkan|Pin)/
  return [
    ...ROOM_IDS.map((room) => ({ name: room, hash: at(room) })),
    { name: 'ikhtisar, nation', hash: '#/ikhtisar' },
    { name: 'ikhtisar, pinning', hash: at('ikhtisar'), open: () => click('button', pin).then(dialog) },
    {
      name: 'ikhtisar, a question disposed of',
      hash: '#/ikhtisar',
      open: async (t) => {
        await page
          .locator('section', { hasText: t('overview.questions.title') })
          .locator('button[aria-haspopup]')
          .last()
          .click()
        await page.getByRole('menuitem').first().click({ timeout: PATIENCE })
        await dialog()
      },
    },
    {
      name: 'ikhtisar, period filter',
      hash: '#/ikhtisar',
      open: (t) => click('button', RegExp(`^${t('filter.period')}`)).then(dialog),
    },
    {
      name: 'ikhtisar, unit filter',
      hash: at('ikhtisar'),
      open: (t) => click('button', RegExp(`^${t('filter.unit')}`)).then(dialog),
    },
    { name: 'wilayah, as table', hash: at('wilayah'), open: (t) => click('button', t('chart.showTable')) },
    {
      name: 'wilayah, definition',
      hash: at('wilayah'),
      open: (t) => click('button', t('chart.definition')).then(dialog),
    },
    { name: 'kasus, a case', hash: at('kasus', { case: flagged.case_id, of: flagged.reporting_unit }) },
    { name: 'kasus, none', hash: at('kasus', { q: 'TIDAK-ADA-0000' }) },
    {
      name: 'temuan, removing',
      hash: at('temuan', { id: made.value.id }),
      open: (t) => click('button', t('findings.remove')).then(dialog),
    },
    { name: 'temuan, report', hash: at('temuan', { compose: '1' }) },
    { name: 'presentasi, full screen', hash: at('presentasi', { full: '1', slide: '4' }) },
    ...['perubahan', 'celah', 'karantina'].map((tab) => ({
      name: `integritas, ${tab}`,
      hash: `#/integritas?tab=${tab}`,
    })),
    {
      name: 'integritas, deciding',
      hash: '#/integritas?tab=karantina',
      open: (t) => click('button', t('integrity.desk.accept')).then(dialog),
    },
    ...['ekspor', 'registri', 'audit', 'pengaturan'].map((tab) => ({
      name: `data, ${tab}`,
      hash: at('data', { tab }),
    })),
    {
      name: 'data, one export',
      hash: at('data', { tab: 'ekspor' }),
      open: () => page.locator('.tab-body tbody button').first().click({ timeout: PATIENCE }).then(dialog),
    },
    { name: 'palette', hash: '#/ikhtisar', open: () => page.keyboard.press('Control+k').then(dialog) },
    { name: 'help', hash: '#/ikhtisar', open: () => page.keyboard.press('?').then(dialog) },
  ]
}

describe.each(LANGUAGES)('in %s', (language) => {
  test('every room, its dialogs and its details have nothing serious, in light and dark', async () => {
    await ask(page, 'settings:set', { language, theme: 'light' })
    await page.reload()
    const t = translator(language)
    const found: Record<string, string[]> = {}
    for (const { name, hash, open } of await states()) {
      await visit(page, hash)
      await open?.(t)
      const violations = await serious(page)
      if (violations.length > 0) found[name] = violations
    }
    await ask(page, 'window:fullscreen', { on: false })
    expect(found).toEqual({})
  }, 300_000)
})

test('a fault would be found: a picture without words, and grey that is too dark for the dark theme alone', async () => {
  await visit(page, '#/data')
  await page.evaluate(() => {
    const text = Object.assign(document.createElement('p'), { textContent: 'kelabu' })
    text.style.color = '#6f6f6f'
    document.querySelector('main')?.append(document.createElement('img'), text)
  })
  const found = (await serious(page)).map((violation) => violation.split(':')[0])
  expect(found.toSorted()).toEqual(['dark color-contrast', 'dark image-alt', 'light image-alt'])
})

test('and nothing went wrong on the page meanwhile', () => {
  expect(console.errors).toEqual([])
})
