/** One path through each page of the channels' room: what it says is what its query answers at the command line. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QueryName } from '../../shared/contract/queries'
import { callsSentence, linesSentence } from '../../shared/sentences/channels/calls'
import { transfersSentence } from '../../shared/sentences/channels/city'
import { calendarSentence, issuesSentence } from '../../shared/sentences/channels/community'
import { channelCoverageSentence } from '../../shared/sentences/channels/coverage'
import { responseSentence, subjectsSentence } from '../../shared/sentences/channels/messages'
import { outcomesSentence, referralsSentence } from '../../shared/sentences/channels/oversight'
import { shareOf } from '../../shared/sentences/channels/estimate'
import { milestonesSentence } from '../../shared/sentences/channels/social'
import type { Sentence } from '../../shared/sentences/words'
import { serious } from '../helpers/axe'
import { cliQuery, launchDemo } from '../helpers/demoNation'
import { ask, filterOf, PATIENCE, placeOf, visit, type Console } from '../helpers/electron'
import { enter, tabTo } from '../helpers/keyboard'
import { words } from '../helpers/shown'

const POLDA = 'POLDA-JABAR'
let console: Console
let page: Page
let period: { from: string; to: string }
beforeAll(async () => {
  console = await launchDemo()
  page = console.page
  const { from = '', to = '' } = filterOf(page)
  period = { from, to }
})
afterAll(() => console.dispose())

const { t } = words
const eventually = <T>(what: () => T | Promise<T>) => expect.poll(what, { timeout: PATIENCE, interval: 100 })
const go = (id: string, more = '') => visit(page, `#/kanal?from=${period.from}&to=${period.to}&page=${id}${more}`)
const sees = ({ answer, caution }: Pick<Sentence, 'answer' | 'caution'>) =>
  page
    .locator('.find', { hasText: `${answer} ${caution}`.trim() })
    .first()
    .waitFor({ timeout: PATIENCE })
const answerOf = <N extends QueryName>(name: N, more: object = {}) => cliQuery(name, { ...period, ...more } as never)

test('Jumat Curhat: from the rail to the calendar, by keyboard from cell to cell and down to a unit; a share is pinned', async () => {
  await enter(page, page.getByRole('link', { name: 'Kanal', exact: true }))
  await eventually(() => placeOf(page).room).toBe('kanal')
  await go('jumat-curhat')
  const nation = answerOf('channel.community')
  await sees(calendarSentence(nation.calendar!, words))
  await sees(issuesSentence(nation, words))
  await page.getByText(channelCoverageSentence(nation.coverage, words).answer).waitFor({ timeout: PATIENCE })
  expect(await serious(page)).toEqual([])

  const [first, second] = nation.calendar!.lines
  const grid = page.getByRole('grid')
  await tabTo(page, grid.locator('[tabindex="0"]'))
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await eventually(focused).toContain(second!.name)
  expect(await focused()).toContain(words.f.day(nation.calendar!.fridays[1]!.date))
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await eventually(() => filterOf(page).unit).toBe(first!.unit)
  const below = answerOf('channel.community', { unit: first!.unit })
  await sees(calendarSentence(below.calendar!, words))
  expect(below.calendar!.total.due).toBe(first!.due)

  const figure = page.locator('section.fig', { hasText: t('channels.calendar.title') })
  await figure.getByRole('button', { name: t('chart.pin'), exact: true }).click({ timeout: PATIENCE })
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Sematkan', exact: true }).click({ timeout: PATIENCE })
  await dialog.waitFor({ state: 'detached', timeout: PATIENCE })
  const kept = await ask(page, 'findings:list', {})
  const pinned = kept.ok ? kept.value.flatMap(({ figures }) => figures) : []
  expect(pinned.map(({ query, path, value }) => [query, path, value])).toEqual([
    ['channel.community', 'calendar.total.share.value', below.calendar!.total.share.value],
  ])
})

test('WhatsApp: how soon answered; complaints apart lead to their cases, and back', async () => {
  await go('whatsapp', `&unit=${POLDA}`)
  const messages = answerOf('channel.messages', { unit: POLDA })
  await sees(responseSentence(messages, words))
  await sees(subjectsSentence(messages.by_subject, words))
  expect(await serious(page)).toEqual([])
  await page
    .locator('a', { hasText: t('subject.complaint') })
    .first()
    .click({ timeout: PATIENCE })
  await eventually(() => placeOf(page).room).toBe('kasus')
  expect(filterOf(page)).toMatchObject({ channels: ['whatsapp'], subjects: ['complaint'], unit: POLDA })
  const complaints = messages.by_subject.find(({ code }) => code === 'complaint')!.count
  expect(answerOf('cases.page', { unit: POLDA, channels: ['whatsapp'], subjects: ['complaint'] }).total).toBe(
    complaints,
  )
  await page.goBack()
  await eventually(() => placeOf(page).params['page']).toBe('whatsapp')
})

test('call lines: which are reported, from call to case, as a table', async () => {
  await go('panggilan')
  const { lines } = answerOf('channel.calls')
  await sees(linesSentence(lines, words))
  const line = lines.find(({ line: code }) => code === 'call_110')!
  await sees(callsSentence(line, words))
  expect(await serious(page)).toEqual([])
  const figure = page.locator('section.fig', { hasText: t('channels.calls.title', { line: t('callLine.call_110') }) })
  await figure.getByRole('button', { name: t('chart.showTable') }).click({ timeout: PATIENCE })
  await figure
    .getByRole('cell', { name: words.f.count(line.funnel!.offered), exact: true })
    .first()
    .waitFor({ timeout: PATIENCE })
})

test('social media: the directive is named as such, then the three milestones', async () => {
  await go('medsos')
  const social = answerOf('channel.social')
  await sees(milestonesSentence(social, words))
  expect(await page.locator('.directive').innerText()).toContain(t('ruleKind.directive'))
  expect(social.rule?.kind).toBe('directive')
  expect(social.within_72h.value).not.toBeNull()
  await page
    .locator('.kf .v', { hasText: shareOf(social.within_72h, words) })
    .first()
    .waitFor({ timeout: PATIENCE })
  expect(await serious(page)).toEqual([])
})

test('the city’s services: what was passed on; a Polsek that runs none says that it does not apply', async () => {
  await go('kota')
  await sees(transfersSentence(answerOf('channel.city'), words))
  expect(await serious(page)).toEqual([])
  const polsek = cliQuery('units.tree', {}).find(({ level }) => level === 'polsek')!
  await go('kota', `&unit=${polsek.code}`)
  await page.getByRole('heading', { name: t('channels.none.title') }).waitFor({ timeout: PATIENCE })
  expect(await serious(page)).toEqual([])
})

test('complaints: one kind of door at a time, chosen by keyboard; referrals stand under all of them', async () => {
  await go('pengawasan')
  const formal = answerOf('channel.oversight', { channels: ['walk_in', 'letter', 'email'] })
  await sees(outcomesSentence('Pengaduan resmi', formal.total, words))
  await enter(page, page.getByRole('link', { name: t('channelGroup.app'), exact: true }))
  await eventually(() => placeOf(page).params['kelompok']).toBe('app')
  const apps = answerOf('channel.oversight', { channels: ['dumas_presisi', 'yanduan'] })
  await sees(outcomesSentence('Pengaduan lewat aplikasi', apps.total, words))
  await sees(referralsSentence(answerOf('channel.oversight'), words))
  expect(await serious(page)).toEqual([])
})

test('and nothing went wrong on the page meanwhile', () => {
  expect(console.errors).toEqual([])
})
