/**
 * Every chart of the overview, the region and the channels in four states, in the real window: all reported, some not reported, nothing
 * held, and an engine that answers with an error. What is said is held against the JSON of the same queries at the command
 * line. With `PANTAU_SHOTS=<folder>` pictures are kept, in both languages and all themes.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { translator, type Language } from '../../shared/messages/catalogue'
import { formats } from '../../shared/messages/format'
import { backlogSentence } from '../../shared/sentences/backlog'
import { curveSentence } from '../../shared/sentences/curve'
import { funnelSentence } from '../../shared/sentences/funnel'
import { fullyReported, mapSentence, placeKind } from '../../shared/sentences/map'
import { trendSentence } from '../../shared/sentences/trend'
import { unitMonthsSentence } from '../../shared/sentences/unitMonths'
import { plain } from '../../shared/sentences/words'
import { cliQuery, launchDemo } from '../helpers/demoNation'
import { ask, PATIENCE, query as answer, ready, visit, type Console } from '../helpers/electron'
import { flawsOf } from '../helpers/figures'

const SHOTS = process.env['PANTAU_SHOTS']
const words = { t: translator('id'), f: formats('id') }

let console: Console
let page: Page
let period: { from: string; to: string }
/** the largest Polda all of whose units have reported */
let whole: string
beforeAll(async () => {
  console = await launchDemo()
  page = console.page
  const month = cliQuery('workspace.state', {}).last_day?.slice(0, 7) ?? ''
  const year = Number(month.slice(0, 4))
  period = { from: `${year}-01-01`, to: cliQuery('workspace.state', {}).last_day ?? `${year}-12-31` }
  const full = cliQuery('overview.map', { ...period, level: 'polda' }).units.filter((unit) => fullyReported(unit))
  whole = full.toSorted((a, b) => b.received - a.received)[0]?.unit ?? ''
}, 120_000)
afterAll(() => console.dispose())

const flaws = () => flawsOf(page)

/** Keeps a picture of the whole page, when asked to. */
async function shoot(name: string) {
  if (!SHOTS) return
  mkdirSync(SHOTS, { recursive: true })
  const size = (width: number, height: number) =>
    console.app.evaluate(
      ({ BrowserWindow }, [wide, high]) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide, high),
      [width, height] as const,
    )
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await size(width, height)
    await page.waitForTimeout(300)
    await size(width, (await page.evaluate(() => document.documentElement.scrollHeight)) + 10)
    for (const theme of ['light', 'dark', 'contrast']) {
      await page.evaluate((wanted) => (document.documentElement.dataset['theme'] = wanted), theme)
      await page.waitForTimeout(300)
      await page.screenshot({ path: join(SHOTS, `${name}-${width}-${theme}.png`) })
    }
  }
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'))
  await size(1280, 800)
}

const figure = (title: RegExp) =>
  page.locator('section.fig').filter({ has: page.getByRole('heading', { name: title }) })
const says = async (title: RegExp, sentence: { answer: string; caution: string }) => {
  const found = figure(title).locator('.find')
  await expect
    .poll(async () => (await found.innerText({ timeout: PATIENCE })).replace(/\s+/g, ' '), { timeout: PATIENCE })
    .toContain(plain(sentence).replace(/\s+/g, ' '))
}
const marks = (title: RegExp, what: string) => figure(title).locator(what).count()

const MAP = /^Di mana/
const MONTHS = /dari bulan ke bulan/
const FUNNEL = /melebihi kebetulan/
const query = (params: Record<string, string>) => new URLSearchParams({ ...period, ...params }).toString()

test('all reported: each chart says what its query says; nothing is hatched', async () => {
  const filter = { ...period, unit: whole }
  await visit(page, `#/ikhtisar?${query({ unit: whole })}`)
  const map = cliQuery('overview.map', { ...filter, level: 'polres' })
  expect(map.units.every(fullyReported)).toBe(true)
  await says(MAP, mapSentence(map, 'Polres', words))
  await says(/^Apakah jumlah/, trendSentence(cliQuery('overview.trend', filter), words))
  expect(await marks(MAP, '[data-chart=tiles] [data-mark]')).toBe(map.units.length)
  expect(await marks(MAP, '[fill="url(#hx)"]')).toBe(0)
  expect(await flaws()).toEqual([])
  await shoot('full-ikhtisar')

  await visit(page, `#/wilayah?${query({ unit: whole, lines: 'one' })}`)
  await says(/^Berapa lama/, curveSentence(cliQuery('durations.curve', { ...filter, stage: 'first_response' }), 'first_response', words)) // prettier-ignore
  await says(/^Seberapa tua/, backlogSentence(cliQuery('region.backlog', filter), words))
  const months = cliQuery('region.unitMonths', { ...filter, months: 60 })
  await says(MONTHS, unitMonthsSentence(months, 'Polres', words))
  expect(await marks(MONTHS, '.ln-pale')).toBe(months.units.length)
  expect(await flaws()).toEqual([])
  await shoot('full-wilayah')
}, 120_000)

test('some not reported: 504 areas and tiles, 504 points, 36 lines; hatched, zero and – told apart', async () => {
  await visit(page, `#/ikhtisar?${query({ level: 'polres' })}`)
  const map = cliQuery('overview.map', { ...period, level: 'polres' })
  await says(MAP, mapSentence(map, 'Polres', words))
  expect(map.units).toHaveLength(504)
  expect(await marks(MAP, '[data-chart=tiles] [data-mark]')).toBe(504)
  // a Polres of a port has no area of its own: only its tile shows it
  const placed = map.units.filter(({ areas }) => areas.length > 0).length
  expect(placed).toBeGreaterThan(490)
  expect(await marks(MAP, '[data-chart=map] [data-mark]')).toBe(placed)
  const silent = map.units.filter((unit) => placeKind(unit) === 'not_reported').length
  expect(silent).toBeGreaterThan(0)
  expect(await marks(MAP, '[data-chart=tiles] rect.tile-not_reported')).toBe(silent)
  const zero = map.units.filter((unit) => placeKind(unit) === 'zero').length
  expect(await marks(MAP, '[data-chart=tiles] rect.tile-zero')).toBe(zero)
  expect(await flaws()).toEqual([])
  await shoot('partial-ikhtisar')

  await visit(page, `#/wilayah?${query({ level: 'polres' })}`)
  const params = { ...period, level: 'polres', metric: 'share_sp3d_in_time' } as const
  const target = cliQuery('region.profile', period).rows.find(({ metric }) => metric === 'sp3d_on_time')?.figure.target
  const funnel = cliQuery('funnel.proportion', { ...params, ...(target && { target: target.value }) })
  expect(funnel.units).toHaveLength(504)
  await says(FUNNEL, funnelSentence(funnel, 'Polres', target !== null && target !== undefined, words))
  expect(await marks(MONTHS, '[data-chart=small-lines] [data-mark]')).toBe(36)
  expect(await flaws()).toEqual([])
  await shoot('partial-wilayah')

  // one of hundreds, by its name
  const wanted = funnel.units.find(({ value }) => value !== null)
  await page.getByRole('combobox', { name: words.t('funnel.find') }).fill(wanted?.name ?? '')
  await page
    .getByRole('option', { name: wanted?.name ?? '' })
    .first()
    .click({ timeout: PATIENCE })
  await figure(FUNNEL).locator('.funnel-field circle[r="9"]').waitFor({ timeout: PATIENCE })
  expect(await flaws()).toEqual([])
}, 120_000)

test('nothing held: every figure says so, and none draws an empty axis', async () => {
  const none = 'from=2009-01-01&to=2009-03-31'
  for (const room of ['ikhtisar', 'wilayah']) {
    await visit(page, `#/${room}?${none}`)
    const drawn = page.locator('section.fig').filter({ has: page.locator('.recharts-surface, [data-chart=trend]') })
    expect(await drawn.getByRole('heading').allInnerTexts()).toEqual([])
    expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity/)
    expect(await flaws()).toEqual([])
    await shoot(`empty-${room}`)
  }
  await expect.poll(() => page.locator('.state-box').count(), { timeout: PATIENCE }).toBeGreaterThan(3)
  // zeros in the flow or in the list of units would be taken for a report
  for (const title of [/^Apakah arus/, /satu per satu/])
    await figure(title).getByText(words.t('overview.empty.title')).waitFor({ timeout: PATIENCE })
}, 60_000)

/** The pages of the channels' room, each with its query and the least number of its figures. */
const PAGES = [
  { id: 'jumat-curhat', query: 'channel.community', figures: 8 },
  { id: 'whatsapp', query: 'channel.messages', figures: 4 },
  { id: 'panggilan', query: 'channel.calls', figures: 3 },
  { id: 'medsos', query: 'channel.social', figures: 3 },
  { id: 'kota', query: 'channel.city', figures: 6 },
  { id: 'pengawasan', query: 'channel.oversight', figures: 4 },
] as const
const channelPage = (id: string, more: Record<string, string> = {}) => `#/kanal?${query({ page: id, ...more })}`
const within = (selector: string) => page.locator('main').locator(selector).count()

test('channels, all reported: every figure of every page draws, and the coverage is whole', async () => {
  for (const { id, query: name, figures } of PAGES) {
    const { operating, operating_reported } = (await answer(page, name, { ...period, unit: whole })).coverage
    expect(operating_reported, id).toBe(operating)
    await visit(page, channelPage(id, { unit: whole }))
    await expect.poll(() => within('section.fig'), { timeout: PATIENCE }).toBeGreaterThanOrEqual(figures)
    expect(await within('section.fig .find'), id).toBeGreaterThanOrEqual(figures - 1)
    expect(await within('.cov [fill="url(#hx)"]'), id).toBe(0)
    expect(await within('td.not_reported'), id).toBe(0)
    expect(await flaws(), id).toEqual([])
    await shoot(`full-kanal-${id}`)
  }
}, 120_000)

test('channels, some not reported: hatched in the coverage and in the calendar, with their numbers', async () => {
  for (const { id, query: name } of PAGES) {
    const told = await answer(page, name, period)
    const missing = told.coverage.operating - told.coverage.operating_reported
    expect(missing, id).toBeGreaterThan(0)
    await visit(page, channelPage(id))
    await expect.poll(() => within('.cov [fill="url(#hx)"]'), { timeout: PATIENCE }).toBe(1)
    if ('calendar' in told) {
      const cells = told.calendar?.lines.flatMap((line) => line.cells) ?? []
      for (const state of ['partly', 'missed', 'not_reported'] as const)
        expect(await within(`td.${state}`), state).toBe(cells.filter((cell) => cell.state === state).length)
    }
    expect(await page.locator('main .cov').innerText(), id).toMatch(RegExp(`dari ${told.coverage.operating}|belum`))
    expect(await flaws(), id).toEqual([])
    await shoot(`partial-kanal-${id}`)
  }
}, 120_000)

test('channels, nothing: a Polsek without a case says zero, a channel that it does not run does not apply', async () => {
  const polres = (await answer(page, 'units.tree', {})).find(
    ({ level, parent }) => level === 'polres' && parent === whole,
  )
  const { units } = await answer(page, 'region.unitMonths', { ...period, unit: polres?.code ?? '', months: 60 })
  const unit = units.find(({ received }) => received.every((count) => count === 0))?.unit ?? ''
  expect(unit).not.toBe('')
  for (const { id, query: name } of PAGES) {
    const { operating } = (await answer(page, name, { ...period, unit })).coverage
    await visit(page, channelPage(id, { unit }))
    const none = page.getByRole('heading', { name: words.t('channels.none.title') })
    if (operating === 0) await none.waitFor({ timeout: PATIENCE })
    else await page.locator('main section.fig').first().waitFor({ timeout: PATIENCE })
    expect(operating === 0 || (await within('section.fig .state-box')) > 0 || name === 'channel.calls', id).toBe(true)
    expect(await within('section.fig [data-chart]'), id).toBe(0)
    expect(await within('section.fig .recharts-surface'), id).toBe(0)
    expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity/)
    expect(await flaws(), id).toEqual([])
    await shoot(`empty-kanal-${id}`)
  }
}, 120_000)

/** Whether the figures' queries are answered with an error, where main takes them. */
const breakQueries = (broken: boolean) =>
  console.app.evaluate(({ ipcMain }, fails) => {
    type Call = (event: unknown, name: string, args: { name?: string }) => Promise<unknown>
    const held = globalThis as { answerCall?: Call }
    // What answered before, kept by Electron under this name.
    held.answerCall ??= (Reflect.get(ipcMain, '_invokeHandlers') as Map<string, Call>).get('pantau:call') as Call
    const real = held.answerCall
    const kept = ['units.tree', 'workspace.state', 'workspace.notices', 'registry.current']
    ipcMain.removeHandler('pantau:call')
    ipcMain.handle('pantau:call', (event, name: string, args: { name?: string }) =>
      fails && name === 'query:run' && !kept.includes(args.name ?? '')
        ? { ok: false, error: { code: 'ENGINE-GONE', kind: 'engine', params: {}, retry: true } }
        : real(event, name, args),
    )
  }, broken)

test('an engine that fails: each figure says it with its code and offers to try again, and then draws', async () => {
  await breakQueries(true)
  try {
    for (const [room, least] of [
      ['ikhtisar', 7],
      ['wilayah', 7],
    ] as const) {
      // a filter not asked before, so that nothing is remembered
      await visit(page, `#/${room}?${query({ to: `${period.to.slice(0, 8)}02` })}`)
      await expect
        .poll(() => page.locator('section.fig [role=alert]').filter({ hasText: 'ENGINE-GONE' }).count(), {
          timeout: PATIENCE,
        })
        .toBeGreaterThanOrEqual(least)
      expect(await flaws()).toEqual([])
      await shoot(`error-${room}`)
    }
    for (const { id } of PAGES) {
      await visit(page, channelPage(id, { to: `${period.to.slice(0, 8)}02` }))
      await page.locator('main [role=alert]').filter({ hasText: 'ENGINE-GONE' }).first().waitFor({ timeout: PATIENCE })
      expect(await within('section.fig [data-chart]'), id).toBe(0)
      await shoot(`error-kanal-${id}`)
    }
    await visit(page, `#/wilayah?${query({ to: `${period.to.slice(0, 8)}02` })}`)
  } finally {
    await breakQueries(false)
  }
  const retry = figure(MONTHS).getByRole('button', { name: words.t('ui.retry') })
  await retry.click({ timeout: PATIENCE })
  await figure(MONTHS).locator('[data-chart=small-lines]').waitFor({ timeout: PATIENCE })
}, 120_000)

test('the same in the other language', async () => {
  await ask(page, 'settings:set', { language: 'en' satisfies Language })
  await page.reload()
  await ready(page, 'wilayah')
  await visit(page, `#/wilayah?${query({ level: 'polres' })}`)
  expect(await flaws()).toEqual([])
  await shoot('partial-wilayah-en')
  await visit(page, `#/ikhtisar?${query({ level: 'polres' })}`)
  expect(await flaws()).toEqual([])
  await shoot('partial-ikhtisar-en')
  for (const { id } of PAGES) {
    await visit(page, channelPage(id))
    expect(await flaws(), id).toEqual([])
    await shoot(`partial-kanal-${id}-en`)
  }
}, 120_000)
