import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchConsole, type Console } from '../helpers/electron'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
interface Violation {
  id: string
  impact: string
}

let subject: Console
beforeAll(async () => {
  subject = await launchConsole()
  await subject.page.waitForSelector('[data-ready=firstRun]')
})
afterAll(() => subject.dispose())

/** What axe calls serious or critical on the page as it stands. */
async function serious(): Promise<string[]> {
  await subject.page.evaluate(axeSource)
  const found = await subject.page.evaluate(
    async () =>
      (await (globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe.run())
        .violations,
  )
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
}

test('an empty workspace offers three ways to begin, in both languages', async () => {
  const { page } = subject
  expect(await page.title()).toBe('Selamat datang di Pantau | Pantau')
  expect(await page.getByRole('listitem').count()).toBe(3)
  expect(await page.getByRole('button', { name: 'Impor ekspor satuan' }).count()).toBe(0)
  expect(await serious()).toEqual([])
  await page.evaluate(() => window.pantau?.call('settings:set', { language: 'en', theme: 'dark' }))
  await page.reload()
  await page.waitForSelector('[data-ready=firstRun]')
  expect(await page.title()).toBe('Welcome to Pantau | Pantau')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  expect(await serious()).toEqual([])
})

test('the strict content security policy hinders nothing', () => {
  expect(subject.errors).toEqual([])
})

test('the typeface is the bundled one', async () => {
  const faces = await subject.page.evaluate(() =>
    [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family.replaceAll('"', '')),
  )
  expect(new Set(faces)).toEqual(new Set(['Source Sans 3']))
})
