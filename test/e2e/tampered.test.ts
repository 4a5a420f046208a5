/** Files that were changed after they were signed: refused in the window, with code and words, and nothing is loaded. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeZip } from '../../electron/engine/export/zipWriter'
import { translator } from '../../shared/messages/catalogue'
import { demoNation } from '../helpers/demoNation'
import { ask, chooseInDialogs, launchConsole, PATIENCE, query, ready, type Console } from '../helpers/electron'
import { entriesOf, nextExport, onlyExportOf } from '../helpers/nextExport'
import { textOf } from '../helpers/shown'

const UNIT = 'POLRES-32.04'
const folder = mkdtempSync(join(tmpdir(), 'pantau-tampered-'))
const at = (name: string) => join(folder, name)
const genuine = () => onlyExportOf(demoNation().exports, UNIT)
let console: Console
let page: Page

/** An export with one of its entries changed, everything else as it was signed; written as `name`. */
async function changed(zip: Buffer, name: string, entry: string, change: (text: string) => string): Promise<string> {
  const entries = await entriesOf(zip)
  const parts = [...entries].map(([part, bytes]) => ({
    name: part,
    bytes: part === entry ? Buffer.from(change(bytes.toString())) : bytes,
  }))
  writeFileSync(at(name), writeZip(parts))
  return at(name)
}
/** Another hour in the first row: as many bytes as before. */
const otherHour = (csv: string) => csv.replace(/T\d\d:/, (hour) => (hour === 'T10:' ? 'T11:' : 'T10:'))

beforeAll(async () => {
  console = await launchConsole()
  page = console.page
  await ready(page, 'firstRun')
})
afterAll(async () => {
  await console.dispose()
  rmSync(folder, { recursive: true, force: true })
})

/** Chooses files with the room's button and waits for the summary. */
async function importFiles(button: string, files: string[]) {
  await chooseInDialogs(console, files)
  await page.getByRole('button', { name: button, exact: true }).click({ timeout: PATIENCE })
  await page.locator('.summary').waitFor({ timeout: PATIENCE })
}
const state = () => query(page, 'workspace.state', {})

describe('a tampered export', () => {
  test('comes after a registry whose root keys were compared with the paper', async () => {
    const { registry, roots } = demoNation()
    await chooseInDialogs(console, [registry])
    await page.getByRole('button', { name: 'Muat registri dari komisi' }).click()
    const dialog = page.getByRole('dialog')
    const confirm = dialog.getByRole('button', { name: 'Percayai dan muat' })
    await confirm.waitFor({ timeout: PATIENCE })
    const shown = (await dialog.innerText()).replaceAll(/\s/g, '')
    for (const root of roots) expect(shown).toContain(root)
    expect(await confirm.isDisabled()).toBe(true)
    for (const box of await dialog.getByText('Cocok dengan lembar kertas').all()) await box.click()
    await confirm.click({ timeout: PATIENCE })
    await expect.poll(async () => (await state()).registry?.version, { timeout: PATIENCE }).toBe(1)
    if (await dialog.isVisible()) await page.keyboard.press('Escape')
  })

  test('is refused with its code and words in both languages, and nothing of it is loaded', async () => {
    const signed = readFileSync(genuine())
    const files = [
      await changed(signed, 'baris.dumas.zip', 'cases.csv', otherHour),
      await changed(signed, 'deskriptor.dumas.zip', 'datapackage.json', (text) =>
        text.replace('"sequence": 1', '"sequence": 3'),
      ),
    ]
    await importFiles('Impor ekspor satuan', files)
    for (const [language, refused] of [
      ['id', 'Ditolak: '],
      ['en', 'Rejected: '],
    ] as const) {
      const t = translator(language)
      if (language === 'en') await page.getByRole('button', { name: /Bahasa/ }).click({ timeout: PATIENCE })
      if (language === 'en') await page.getByRole('option', { name: 'English' }).click({ timeout: PATIENCE })
      await expect.poll(() => textOf(page, '.summary'), { timeout: PATIENCE }).toContain(t('import.kept.rejected'))
      const said = await textOf(page, '.summary')
      expect(said).toContain(refused)
      for (const code of ['HASH-MISMATCH', 'SIG-INVALID'] as const) {
        expect(said).toContain(code)
        expect(said).toContain(t(`code.${code}`))
        expect(said).toContain(t(`code.${code}.todo`))
      }
      for (const file of files) expect(said).toContain(basename(file))
    }
    expect(await state()).toMatchObject({ cases: 0, exports: 0, quarantined: 0, heads: null })
    expect(await query(page, 'exports.list', {})).toEqual([])
  })

  test('the untouched export is taken afterwards; a tampered next one then changes nothing', async () => {
    await importFiles('Import exports of units', [genuine()])
    await ready(page, 'data')
    const before = await state()
    expect(before).toMatchObject({ exports: 1, quarantined: 0 })
    expect(before.cases).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Close the summary' }).click({ timeout: PATIENCE })
    const { zip } = await nextExport(genuine(), 5)
    await importFiles('Choose files', [await changed(zip, 'susulan.dumas.zip', 'cases.csv', otherHour)])
    expect(await textOf(page, '.summary')).toContain('HASH-MISMATCH')
    expect({ ...(await state()), revision: before.revision }).toEqual(before)
    const audit = await query(page, 'audit.page', { offset: 0, limit: 100 })
    expect(audit.valid).toBe(true)
    expect(audit.entries.filter(({ action }) => action === 'import.rejected')).toHaveLength(3)
    expect((await ask(page, 'findings:list', {})).ok).toBe(true)
    expect(console.errors).toEqual([])
  })
})
