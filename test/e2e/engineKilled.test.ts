/** The engine ends in the middle of a question, or the whole console does: nothing that was acknowledged is lost. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditFinding } from '../../shared/contract/findings'
import type { RegionUnit } from '../../shared/contract/results/region'
import { cliQuery, launchDemo } from '../helpers/demoNation'
import {
  ask,
  enginePid,
  filterOf,
  launchConsole,
  PATIENCE,
  placeOf,
  query,
  ready,
  type Console,
} from '../helpers/electron'
import { jump } from '../helpers/keyboard'
import { seesCoverage, seesKeyFigures, seesProfile, textOf } from '../helpers/shown'

let console: Console
let page: Page
let poldas: RegionUnit[]
let finding: AuditFinding
beforeAll(async () => {
  console = await launchDemo()
  page = console.page
  const filter = filterOf(page)
  poldas = cliQuery('region.units', filter).toSorted((a, b) => b.received - a.received)
  const made = await ask(page, 'findings:create', {
    text: { title: 'Sebelum mesin berhenti' },
    figures: [
      {
        query: 'overview.totals',
        params: filter,
        path: 'received',
        label: 'metric.received',
        value: cliQuery('overview.totals', filter).received,
        format: 'count',
        sentence: '',
        filter,
        unit: null,
      },
    ],
  })
  if (!made.ok) throw new Error(made.error.code)
  finding = made.value
})
afterAll(() => console.dispose())

const eventually = <T>(what: () => T | Promise<T>) => expect.poll(what, { timeout: PATIENCE, interval: 50 })
const polda = (at: number): RegionUnit => {
  const found = poldas[at]
  if (!found) throw new Error(`no Polda ${at}`)
  return found
}
/** The engine's process, as soon as one runs. */
async function engine(): Promise<number> {
  await eventually(() => enginePid(console)).toBeGreaterThan(0)
  return (await enginePid(console)) ?? 0
}
/** Ends a process that may have ended already. */
function kill(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
const isReady = () => page.evaluate(() => document.documentElement.dataset['ready'])

/** Everything that must outlive an engine: counts and fingerprint of what is held, findings, figures. */
async function everythingIsThere(at: RegionUnit) {
  const { cases, exports, heads, quarantined } = cliQuery('workspace.state', {})
  expect(await query(page, 'workspace.state', {})).toMatchObject({ cases, exports, heads, quarantined, findings: 1 })
  const listed = await ask(page, 'findings:list', {})
  expect(listed).toEqual({ ok: true, value: [finding] })
  const filter = filterOf(page)
  expect(filter.unit).toBe(at.unit)
  await seesCoverage(page, filter)
  await seesProfile(page, filter)
}

describe('the engine is killed', () => {
  test('in the middle of a question: another one answers it', async () => {
    const first = await engine()
    process.kill(first, 'SIGSTOP') // so that the questions that follow are certainly on their way
    await jump(page, polda(0).name)
    await eventually(() => filterOf(page).unit).toBe(polda(0).unit)
    expect(await isReady()).not.toBe('wilayah')
    await page.evaluate((shown) => {
      const said: string[] = []
      Object.assign(globalThis, { said })
      for (const region of document.querySelectorAll(shown))
        new MutationObserver(() => said.push(region.textContent)).observe(region, {
          childList: true,
          characterData: true,
          subtree: true,
        })
    }, '[aria-live]')
    process.kill(first, 'SIGKILL')
    await ready(page, 'wilayah')
    expect(await engine()).not.toBe(first)
    await everythingIsThere(polda(0))
    const said = () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said.join(' '))
    await eventually(said).toContain('Mesin hitung dimulai ulang. Data tetap aman.')
  }, 120_000)

  test('again and again: the page says so, says what is kept, and offers to try again', async () => {
    const state = { killing: true }
    const killer = (async () => {
      for (; state.killing; await new Promise((later) => setTimeout(later, 20))) {
        const pid = await enginePid(console)
        if (pid !== undefined && state.killing) kill(pid)
      }
    })()
    await jump(page, polda(1).name)
    const alert = page.getByRole('alert').filter({ hasText: 'ENGINE-GONE' }).first()
    await alert.waitFor({ timeout: PATIENCE })
    state.killing = false
    await killer
    expect(await alert.innerText()).toContain('Data yang sudah diterima tetap utuh.')
    const retry = page.getByRole('button', { name: 'Coba lagi' }).first()
    await eventually(async () => {
      if (await retry.isVisible()) await retry.click({ timeout: 2000 }).catch(() => undefined)
      return await page.getByRole('alert').count()
    }).toBe(0)
    await ready(page, 'wilayah')
    await everythingIsThere(polda(1))
  }, 120_000)
})

describe('the console is started again', () => {
  test('after it was closed: data, finding, settings and the place with its filter are as they were left', async () => {
    await jump(page, 'Tema gelap')
    await eventually(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
    const left = placeOf(page)
    await console.close()
    console = await launchConsole({ profile: console.profile })
    page = console.page
    await ready(page, 'wilayah')
    expect(placeOf(page)).toEqual(left)
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await everythingIsThere(polda(1))
  }, 120_000)

  test('after it was killed as a whole', async () => {
    const gone = new Promise((done) => console.app.process().once('exit', done))
    console.app.process().kill('SIGKILL')
    await gone
    console = await launchConsole({ profile: console.profile })
    page = console.page
    await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE })
    await jump(page, polda(1).name)
    await ready(page, 'wilayah')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await everythingIsThere(polda(1))
    await page.keyboard.press('Alt+1')
    await ready(page, 'ikhtisar')
    await seesKeyFigures(page, filterOf(page))
    expect(await textOf(page, '.rail')).toContain('Temuan 1')
  }, 120_000)
})
