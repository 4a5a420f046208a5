/** The filter bar, the location, the palette and the switches of language and theme are one state. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHANNELS } from '../../shared/export/enums'
import { cliQuery, launchDemo } from '../helpers/demoNation'
import { ask, filterOf, PATIENCE, placeOf, ready, visit, type Console } from '../helpers/electron'
import { jump } from '../helpers/keyboard'
import { seesCaseList, seesKeyFigures, textOf, words } from '../helpers/shown'

let console: Console
let page: Page
beforeAll(async () => {
  console = await launchDemo()
  page = console.page
})
afterAll(() => console.dispose())

const eventually = <T>(what: () => T | Promise<T>) => expect.poll(what, { timeout: PATIENCE, interval: 100 })
const bar = () => page.getByRole('search', { name: 'Saringan' })
/** Opens a part of the bar and gives what opens. */
async function open(part: string) {
  await bar()
    .getByRole('button', { name: new RegExp(`^${part}`) })
    .click({ timeout: PATIENCE })
  const dialog = page.getByRole('dialog', { name: part })
  await dialog.waitFor({ timeout: PATIENCE })
  return dialog
}
const unitWith = (level: string) => {
  const found = cliQuery('units.tree', {}).find((unit) => unit.level === level && unit.parent === 'POLDA-JABAR')
  if (!found) throw new Error(`no ${level}`)
  return found
}

describe('the filter bar', () => {
  test('begins with formal complaints of the last complete quarter, written out in the location', async () => {
    const filter = filterOf(page)
    expect(filter).toMatchObject({ channels: ['walk_in', 'letter', 'email'], subjects: ['complaint'] })
    expect(filter.from).toMatch(/-(01|04|07|10)-01$/)
    await seesKeyFigures(page, filter)
  })

  test('each part changes the location and the figures', async () => {
    const { first_month: month } = cliQuery('workspace.state', {})
    const year = Number(month?.slice(0, 4)) + 1
    const period = await open('Periode')
    await period.getByRole('option', { name: String(year), exact: true }).click({ timeout: PATIENCE })
    await eventually(() => filterOf(page)).toMatchObject({ from: `${year}-01-01`, to: `${year}-12-31` })

    const channels = await open('Kanal')
    await channels.getByRole('option', { name: `Semua (${CHANNELS.length})` }).click({ timeout: PATIENCE })
    await eventually(() => filterOf(page).channels).toBeUndefined()
    await channels.getByRole('option', { name: 'Surat' }).click({ timeout: PATIENCE })
    await eventually(() => filterOf(page).channels).toHaveLength(CHANNELS.length - 1)
    // Escape closes, and takes nothing back
    await page.keyboard.press('Escape')
    await channels.waitFor({ state: 'detached', timeout: PATIENCE })
    expect(filterOf(page).channels).toHaveLength(CHANNELS.length - 1)

    const units = await open('Satuan')
    const { name, code } = unitWith('polres')
    await units.getByRole('combobox').fill(name)
    await units.getByRole('option', { name }).first().click({ timeout: PATIENCE })
    await eventually(() => filterOf(page).unit).toBe(code)

    const subjects = await open('Perihal')
    await subjects.getByRole('button', { name: 'Pilih semua' }).click({ timeout: PATIENCE })
    await page.keyboard.press('Escape')
    const { channels: kept = [], ...rest } = filterOf(page)
    expect(kept).not.toContain('letter')
    expect(rest).toEqual({ from: `${year}-01-01`, to: `${year}-12-31`, unit: code })
    await seesKeyFigures(page, filterOf(page))
    expect(await bar().innerText()).toContain(name)
  })

  test('follows into the other rooms, and any two days can be typed', async () => {
    await page.getByRole('navigation', { name: 'Ruang' }).getByRole('link', { name: 'Kasus' }).click()
    await ready(page, 'kasus')
    const period = await open('Periode')
    const { from = '' } = filterOf(page)
    await period.getByLabel('Dari').fill(from.replace('-01-01', '-02-03'))
    await period.getByLabel('Sampai').fill(from.replace('-01-01', '-09-20'))
    await period.getByRole('button', { name: 'Pakai' }).click()
    await eventually(() => filterOf(page).from).toBe(from.replace('-01-01', '-02-03'))
    await seesCaseList(page)
    expect(placeOf(page).room).toBe('kasus')
  })

  test('back and forward walk through the filters that were, in the room where they were', async () => {
    const last = page.url()
    await page.keyboard.press('Alt+ArrowLeft')
    await eventually(() => page.url()).not.toBe(last)
    const before = placeOf(page)
    expect(before.filter.from).toMatch(/-01-01$/)
    await seesCaseList(page)
    await page.keyboard.press('Alt+ArrowLeft')
    await eventually(() => placeOf(page).room).toBe('ikhtisar')
    expect(filterOf(page)).toEqual(before.filter)
    await seesKeyFigures(page, before.filter)
    await page.keyboard.press('Alt+ArrowRight')
    await page.keyboard.press('Alt+ArrowRight')
    await eventually(() => page.url()).toBe(last)
    await seesCaseList(page)
  })

  test('takes from a location only what is known', async () => {
    await visit(
      page,
      '#/kasus?from=2026-02-30&to=2026-03-01&unit=%3Cimg%3E&channels=letter,telepathy&statuses=open&q=K1',
    )
    expect(placeOf(page)).toMatchObject({ room: 'kasus', params: { q: 'K1' } })
    const { from, ...rest } = filterOf(page)
    expect(from).not.toBe('2026-02-30')
    expect(rest).toEqual({ to: rest.to, channels: ['letter'] })
  })
})

describe('Ctrl K', () => {
  test('jumps to a unit, a room and a case', async () => {
    const { name, code } = unitWith('polres')
    await jump(page, name)
    await ready(page, 'wilayah')
    expect(filterOf(page).unit).toBe(code)
    await jump(page, 'Temuan')
    await ready(page, 'temuan')
    const [row] = cliQuery('cases.page', { unit: code, limit: 1 }).rows
    await jump(page, row?.case_id ?? '')
    await page.locator('.origin').waitFor({ timeout: PATIENCE })
    expect(placeOf(page).params).toMatchObject({ case: row?.case_id, of: row?.reporting_unit })
  })

  test('closes with Escape, gives the focus back, and is named in the help', async () => {
    await page.keyboard.press('Alt+1')
    await ready(page, 'ikhtisar')
    const link = page.getByRole('link', { name: 'Susun Anev' })
    await link.focus()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor({ timeout: PATIENCE })
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached', timeout: PATIENCE })
    await eventually(() => link.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog', { name: 'Pintasan papan ketik' }).innerText()).toContain('Ctrl K')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached', timeout: PATIENCE })
  })
})

describe('the name of an icon', () => {
  const name = () => page.getByRole('tooltip')
  test('is shown where the mouse rests or the keyboard has come to, and goes with Escape', async () => {
    const [definition] = await page.getByRole('button', { name: 'Definisi', exact: true }).all()
    await definition?.hover({ timeout: PATIENCE })
    await eventually(() => name().allInnerTexts()).toEqual(['Definisi'])
    // it may be moved onto without going
    await name().hover({ timeout: PATIENCE })
    await page.waitForTimeout(50)
    expect(await name().allInnerTexts()).toEqual(['Definisi'])
    await page.mouse.move(2, 300)
    await name().waitFor({ state: 'detached', timeout: PATIENCE })
    await page.getByRole('button', { name: 'Definisi: Diterima' }).focus()
    await page.keyboard.press('Tab')
    await name().waitFor({ timeout: PATIENCE })
    await page.keyboard.press('Escape')
    await name().waitFor({ state: 'detached', timeout: PATIENCE })
  })

  test('a button that opens something opens it from the keyboard, and has the focus again afterwards', async () => {
    const [saving] = await page.getByRole('button', { name: 'Salin atau simpan' }).all()
    await saving?.focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('menu').waitFor({ timeout: PATIENCE })
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached', timeout: PATIENCE })
    await eventually(() => saving?.evaluate((element) => element === document.activeElement)).toBe(true)
  })
})

describe('what was known on an earlier day', () => {
  test('is shown under a banner, and the present comes back with its figures', async () => {
    const present = await textOf(page, '.kf')
    const known = await open('Seperti diketahui')
    await known.getByLabel('Akhir hari').fill('1/1/2026')
    await known.getByRole('button', { name: 'Pakai' }).click({ timeout: PATIENCE })
    await eventually(() => filterOf(page).known_on).toBe('2026-01-01')
    const banner = page.getByRole('region', { name: 'Seperti diketahui' })
    await eventually(() => banner.innerText()).toContain('Seperti diketahui pada 1 Januari 2026. Saat itu 0 ekspor')
    await ready(page, 'ikhtisar')
    await page.getByRole('heading', { name: 'Belum ada satuan yang melapor dalam saringan ini' }).waitFor()
    await banner.getByRole('button', { name: 'Kembali ke sekarang' }).click({ timeout: PATIENCE })
    await banner.waitFor({ state: 'detached', timeout: PATIENCE })
    await eventually(() => textOf(page, '.kf')).toBe(present)
  })
})

describe('archived years', () => {
  test('leave the figures after them as they are, are refused themselves, and come back', async () => {
    const { last_month } = cliQuery('workspace.state', {})
    const year = Number(last_month?.slice(0, 4))
    const recent = { from: `${year}-01-01`, to: `${year}-06-30` }
    const received = async (from: string, to: string) =>
      (await ask(page, 'query:run', { name: 'overview.totals', params: { from, to } })) as unknown
    const before = await received(recent.from, recent.to)
    const decide = async (name: string, reason: string) => {
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Alasan').fill(reason)
      await dialog.getByRole('button', { name, exact: true }).click({ timeout: PATIENCE })
      await dialog.waitFor({ state: 'detached', timeout: PATIENCE })
    }
    await visit(page, '#/data?tab=pengaturan')
    await page.getByRole('button', { name: 'Arsipkan …' }).click({ timeout: PATIENCE })
    await decide('Arsipkan', 'Meringankan memori laptop')
    await page.getByText(`Tahun sebelum ${year} diarsipkan.`, { exact: true }).first().waitFor({ timeout: PATIENCE })
    expect(await received(recent.from, recent.to)).toEqual(before)

    await visit(page, `#/ikhtisar?from=${year - 1}-01-01&to=${year}-06-30`)
    await page
      .getByRole('heading', { name: 'Periode ini menyentuh tahun yang diarsipkan' })
      .waitFor({ timeout: PATIENCE })
    await page.getByRole('button', { name: `Tampilkan sejak ${year}` }).click({ timeout: PATIENCE })
    await eventually(() => filterOf(page)).toMatchObject(recent)
    const { received: count } = cliQuery('overview.totals', filterOf(page))
    await eventually(() => textOf(page, '.kf > div >> nth=0')).toContain(words.f.count(count))

    await page.getByRole('link', { name: 'Kembalikan tahun arsip' }).click({ timeout: PATIENCE })
    await ready(page, 'data')
    await page.getByRole('button', { name: 'Kembalikan tahun arsip …' }).click({ timeout: PATIENCE })
    await decide('Kembalikan', 'Perlu untuk laporan tahunan')
    await page.getByText('Semua tahun ada di memori.', { exact: true }).first().waitFor({ timeout: PATIENCE })
    expect(await received(recent.from, recent.to)).toEqual(before)
    await visit(page, `#/ikhtisar?from=${year - 1}-01-01&to=${year - 1}-12-31`)
    await seesKeyFigures(page, filterOf(page))
  })
})

describe('a system that forces its colours', () => {
  test('sees what is chosen, and drawings in colours that show on its ground', async () => {
    const chromium = await page.context().newCDPSession(page)
    const force = (value: string) =>
      chromium.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'forced-colors', value },
          { name: 'prefers-color-scheme', value: value === 'active' ? 'dark' : '' },
        ],
      })
    await visit(page, '#/data?tab=pengaturan')
    const shown = () =>
      page.locator('.radio .check svg').evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).visibility))
    await force('active')
    await eventually(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
    await eventually(async () => (await shown()).filter((one) => one === 'visible').length).toBe(2)
    await force('')
    await eventually(() => page.locator('html').getAttribute('data-theme')).toBe('light')
    await chromium.detach()
    await visit(page, '#/ikhtisar')
  })
})

describe('language and theme', () => {
  test('change at once, everywhere, and stay', async () => {
    const html = page.locator('html')
    await jump(page, 'Ganti ke bahasa Inggris')
    await eventually(() => html.getAttribute('lang')).toBe('en')
    await eventually(() => page.title()).toMatch(/overview/i)
    expect(await textOf(page, '.rail')).not.toContain('Temuan')
    const dates = await textOf(page, '.filters')
    expect(dates).not.toContain(words.t('filter.period'))
    await jump(page, 'Dark theme')
    await eventually(() => html.getAttribute('data-theme')).toBe('dark')
    const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await page.evaluate(() => void (window.location.hash = '#/data?tab=pengaturan'))
    await ready(page, 'data')
    await page.getByText('High contrast', { exact: true }).click({ timeout: PATIENCE })
    await eventually(() => html.getAttribute('data-theme')).toBe('contrast')
    await page.getByText('Light', { exact: true }).click({ timeout: PATIENCE })
    await eventually(() => html.getAttribute('data-theme')).toBe('light')
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(dark)
    await page.getByText('Bahasa Indonesia', { exact: true }).click({ timeout: PATIENCE })
    await eventually(() => html.getAttribute('lang')).toBe('id')
    await eventually(() => ask(page, 'settings:get', {})).toMatchObject({ value: { language: 'id', theme: 'light' } })
    await page.reload()
    await ready(page, 'data')
    expect([await html.getAttribute('lang'), await html.getAttribute('data-theme')]).toEqual(['id', 'light'])
    expect(console.errors).toEqual([])
  })
})
