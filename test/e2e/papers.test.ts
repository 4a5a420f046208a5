/** Receipts and heads in the window: a receipt made and saved, heads saved and compared, damage told at the start. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { translator } from '../../shared/messages/catalogue'
import { launchDemo } from '../helpers/demoNation'
import { chooseInDialogs, launchConsole, PATIENCE, query, saveInDialogs, visit, type Console } from '../helpers/electron' // prettier-ignore

const folder = mkdtempSync(join(tmpdir(), 'pantau-papers-'))
const at = (name: string) => join(folder, name)
const t = translator('id')
let console: Console
let page: Page
beforeAll(async () => {
  console = await launchDemo()
  page = console.page
})
afterAll(async () => {
  await console.dispose()
  rmSync(folder, { recursive: true, force: true })
})
const press = (name: string) => page.getByRole('button', { name, exact: true }).click({ timeout: PATIENCE })
const saved = (name: string) =>
  page.getByRole('dialog').getByText(t('receipt.saved', { name })).waitFor({ timeout: PATIENCE })

describe('the console signs with its own key', () => {
  test('a receipt of an export is shown, and its signed file is saved', async () => {
    await visit(page, '#/data?tab=ekspor')
    await page.getByRole('button', { name: /^Rincian ekspor/ }).first().click({ timeout: PATIENCE }) // prettier-ignore
    await press(t('receipt.make'))
    const text = await page.locator('pre.receipt').innerText({ timeout: PATIENCE })
    const [, fingerprint] = /Sidik tanda terima: ((?:[0-9a-f]{4} ){7}[0-9a-f]{4})/.exec(text) ?? []
    expect(fingerprint).toBeDefined()
    await saveInDialogs(console, at('receipt.json'))
    await press(t('receipt.saveFile'))
    await saved('receipt.json')
    const { payload } = JSON.parse(readFileSync(at('receipt.json'), 'utf8')) as { payload: string }
    const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { unit: string; console: { kid: string } }
    expect(text).toContain(said.unit)
    expect(text).toContain(said.console.kid)
  })

  test('heads are saved, compared with themselves, and with a list that contradicts', async () => {
    await visit(page, '#/data?tab=ekspor')
    await press(t('heads.title'))
    await saveInDialogs(console, at('heads.json'))
    await press(t('heads.save'))
    await saved('heads.json')
    const { units_reporting, heads } = await query(page, 'workspace.state', {})
    await chooseInDialogs(console, [at('heads.json')])
    await press(t('heads.compare'))
    await page.getByText(t('heads.allSame', { n: units_reporting })).waitFor({ timeout: PATIENCE })
    const { payload } = JSON.parse(readFileSync(at('heads.json'), 'utf8')) as { payload: string }
    const list = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      fingerprint: string
      exports: { unit: string; sequence: number; descriptor_sha256: string }[]
    }
    expect(list.fingerprint).toBe(heads)
    const other = list.exports.map((head, index) => (index === 0 ? { ...head, descriptor_sha256: 'f'.repeat(64) } : head)) // prettier-ignore
    writeFileSync(at('other.json'), JSON.stringify({ exports: other }))
    await chooseInDialogs(console, [at('other.json')])
    await press(t('heads.compare'))
    await page.getByText('PERTENTANGAN pada 1 satuan').waitFor({ timeout: PATIENCE })
    await page.keyboard.press('Escape')
  })

  test('a store that was damaged while the console was closed is made again, and that is told', async () => {
    const before = await query(page, 'overview.totals', {})
    await console.close()
    const library = join(console.profile, 'workspace', 'library')
    const name = readdirSync(library).toSorted()[0] ?? ''
    const bytes = readFileSync(join(library, name))
    bytes[bytes.length >> 1]! ^= 1
    writeFileSync(join(library, name), bytes)
    console = await launchConsole({ profile: console.profile })
    page = console.page
    const told = t('check.STORE-REBUILT', { subject: name.replace('.sqlite', '') })
    await page.getByText(told).waitFor({ timeout: PATIENCE })
    expect(await query(page, 'overview.totals', {})).toEqual(before)
    expect(console.errors).toEqual([])
  })
})
