/** Every figure of every room in the real window: each has all that a figure must have, or its reason stands here. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cliQuery, launchDemo } from '../helpers/demoNation'
import { filterOf, PATIENCE, visit, type Console } from '../helpers/electron'
import { figuresOf, flawsOf, partWords, type FigureSeen } from '../helpers/figures'
import { words } from '../helpers/shown'

const { t } = words
const PARTS = partWords(t as never)
const POLDA = 'POLDA-JABAR'
const CHANNEL_PAGES = ['jumat-curhat', 'whatsapp', 'panggilan', 'medsos', 'kota', 'pengawasan'] as const

/** Parts that a figure has a reason not to have. */
const REASONS: readonly { title: RegExp; place?: string; lacks: readonly string[]; why: string }[] = [
  {
    title: /^Apa yang perlu klarifikasi/,
    lacks: ['pin'],
    why: 'a question ends in a disposition; its number is pinned at the figure that raised it',
  },
  {
    title: /^Bagaimana .+ terhadap sasaran, satuan sekelompok/,
    place: 'Wilayah, Polsek',
    lacks: ['pin'],
    why: 'a Polsek without a case has no number among its rows; where there is one, the figure pins all of them',
  },
]
/** Panels that look like figures and are none: they act on what the figure beside them shows. */
const PANELS: readonly RegExp[] = [/^Siapa yang belum menyerahkan/]

let console: Console
let page: Page
let period: string
let polres: string
let polsek: string
beforeAll(async () => {
  console = await launchDemo()
  page = console.page
  const { from = '', to = '' } = filterOf(page)
  period = `from=${from}&to=${to}`
  const tree = cliQuery('units.tree', {})
  polres = tree.find(({ level, parent }) => level === 'polres' && parent === POLDA)?.code ?? ''
  polsek = tree.find(({ level, parent }) => level === 'polsek' && parent === polres)?.code ?? ''
}, 120_000)
afterAll(() => console.dispose())

/** What is missing on a page without a reason, told by figure and part. */
const faultsOf = (place: string, seen: readonly FigureSeen[]) =>
  seen
    .filter(({ title }) => !PANELS.some((panel) => panel.test(title)))
    .flatMap(({ title, lacks }) => {
      const reasons = REASONS.filter((reason) => reason.title.test(title) && (reason.place ?? place) === place).flatMap(
        (reason) => reason.lacks,
      )
      return lacks.filter((part) => !reasons.includes(part)).map((part) => `${place}, ${title}: ${part}`)
    })

interface Place {
  name: string
  hash: string
  /** figures that it has, and of these how many draw something, at the least */
  figures: number
  drawn: number
}
const places = (): Place[] => [
  { name: 'Ikhtisar', hash: `#/ikhtisar?${period}`, figures: 7, drawn: 7 },
  { name: 'Wilayah, nation', hash: `#/wilayah?${period}`, figures: 9, drawn: 9 },
  { name: 'Wilayah, Polda', hash: `#/wilayah?${period}&unit=${POLDA}`, figures: 9, drawn: 9 },
  { name: 'Wilayah, Polres', hash: `#/wilayah?${period}&unit=${polres}`, figures: 9, drawn: 6 },
  { name: 'Wilayah, Polsek', hash: `#/wilayah?${period}&unit=${polsek}`, figures: 8, drawn: 3 },
  ...CHANNEL_PAGES.map((id) => ({ name: `Kanal, ${id}`, hash: `#/kanal?${period}&page=${id}`, figures: 3, drawn: 3 })),
  { name: 'Integritas, board', hash: `#/integritas?${period}`, figures: 1, drawn: 1 },
  { name: 'Integritas, revisions', hash: `#/integritas?${period}&unit=${polres}&tab=revisi`, figures: 2, drawn: 1 },
]

test('every figure: a question, coverage and rule, a sentence, a table, a definition, copies, files and a pin', async () => {
  expect([polres, polsek]).not.toContain('')
  const faults: string[] = []
  const told: string[] = []
  for (const { name, hash, figures, drawn } of places()) {
    await visit(page, hash)
    await expect.poll(() => page.locator('main section.fig').count(), { timeout: PATIENCE }).toBeGreaterThanOrEqual(figures) // prettier-ignore
    await expect.poll(() => page.locator('main .fig [aria-busy=true]').count(), { timeout: PATIENCE }).toBe(0)
    const seen = await figuresOf(page, PARTS)
    const full = seen.filter(({ isEmpty }) => !isEmpty).length
    told.push(`${name}: ${full} of ${seen.length} drawn`)
    expect(full, name).toBeGreaterThanOrEqual(drawn)
    faults.push(...faultsOf(name, seen))
    faults.push(...(await flawsOf(page)).map((flaw) => `${name}: ${flaw}`))
  }
  process.stdout.write(`${told.join('\n')}\n`)
  expect(faults).toEqual([])
}, 180_000)

test('a figure that is a table is copied as a picture too', async () => {
  await visit(page, `#/kanal?${period}&page=pengawasan`)
  await console.app.evaluate(({ clipboard }) => clipboard.clear())
  const figure = page.locator('section.fig', { hasText: t('channels.referrals.title') })
  await figure.getByRole('button', { name: PARTS.export }).click({ timeout: PATIENCE })
  await page.getByRole('menuitem', { name: PARTS.deeds.copySvg, exact: true }).click({ timeout: PATIENCE })
  const copied = () => console.app.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(copied, { timeout: PATIENCE }).toContain('<svg')
  const svg = await copied()
  for (const { from, cases } of cliQuery('channel.oversight', Object.fromEntries(new URLSearchParams(period)))
    .referrals) {
    expect(svg).toContain(`>${t.code('party', from)}<`)
    expect(svg).toContain(`>${words.f.count(cases)}<`)
  }
  expect(svg).toContain(t('channels.referrals.title'))
}, 60_000)

test('the slides: each has a title, what it finds, and where its figures come from', async () => {
  const slide = page.locator('.slide')
  for (let number = 1, last = 2; number <= last; number++) {
    await visit(page, `#/presentasi?${period}&slide=${number}`)
    const foot = async () => (await slide.locator('footer').innerText({ timeout: PATIENCE })).replace(/\s+/g, ' ')
    // Before its queries have answered the deck has its front alone.
    await expect.poll(async () => (last = Number(/ dari (\d+)$/.exec(await foot())?.[1])), { timeout: PATIENCE }).toBeGreaterThan(5) // prettier-ignore
    expect(await slide.getByRole('heading', { level: 1 }).innerText()).not.toBe('')
    if (number === 1) continue
    expect(await slide.locator('header p').innerText(), String(number)).toMatch(/\.$/)
    expect(await foot(), String(number)).toMatch(/Cakupan \d+ dari \d+/)
  }
}, 60_000)
