/** From a pinned figure to the printed report, and what a finding says once a later export has changed the figure. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditFinding } from '../../shared/contract/findings'
import { addDays } from '../../shared/export/time'
import type { Filter } from '../../shared/domain/filter'
import { formatRoute } from '../../renderer/state/route'
import { cli, cliQuery, demoNation, launchDemo } from '../helpers/demoNation'
import { ask, chooseInDialogs, PATIENCE, ready, saveInDialogs, visit, type Console } from '../helpers/electron'
import { nextExport, NEXT_DAYS, onlyExportOf } from '../helpers/nextExport'
import { seesPinned, textOf, words } from '../helpers/shown'

const folder = mkdtempSync(join(tmpdir(), 'pantau-supervisor-'))
const pdf = join(folder, 'anev.pdf')
const NEW_LETTERS = 25
const TITLE = 'Surat menumpuk di loket'
const ADVICE = 'Tambah petugas loket sebelum akhir bulan.'
const noPoppler = spawnSync('pdftotext', ['-v']).error !== undefined

let console: Console
let page: Page
let filter: Filter
let unit: string
beforeAll(async () => {
  console = await launchDemo()
  page = console.page
  const lines = cliQuery('exports.list', {})
  // a Polda of many cases whose own desk has delivered once
  const once = (code: string) => lines.filter((line) => line.unit === code).length === 1
  const polda = cliQuery('region.units', {})
    .toSorted((a, b) => b.received - a.received)
    .find((one) => once(one.unit) && lines.some((line) => line.unit === one.unit && line.state === 'accepted'))
  unit = polda?.unit ?? ''
  const last = lines.find((line) => line.unit === unit)?.period.to ?? ''
  filter = { from: addDays(last, -364), to: addDays(last, NEXT_DAYS), unit }
})
afterAll(async () => {
  await console.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const eventually = <T>(what: () => T | Promise<T>) => expect.poll(what, { timeout: PATIENCE, interval: 100 })
const received = () => cliQuery('overview.totals', filter).received
async function finding(): Promise<AuditFinding> {
  const listed = await ask(page, 'findings:list', {})
  if (!listed.ok || !listed.value[0]) throw new Error('no finding')
  return listed.value[0]
}

describe('a supervisor writes a finding and sends a report', () => {
  test('the figure is pinned, and kondisi, kriteria and rekomendasi are kept as they are written', async () => {
    await visit(page, formatRoute({ room: 'ikhtisar', filter, params: {} }))
    await page.getByRole('button', { name: /^Sematkan.*: Diterima$/ }).click({ timeout: PATIENCE })
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Judul temuan' }).fill(TITLE)
    await dialog.getByRole('button', { name: 'Sematkan', exact: true }).click()
    await page.getByRole('link', { name: 'Buka temuan' }).click({ timeout: PATIENCE })
    await ready(page, 'temuan')

    const condition = page.getByRole('textbox', { name: 'Kondisi' })
    await eventually(() => condition.inputValue()).toContain(words.f.count(received()))
    await condition.press('Control+End')
    await condition.pressSequentially(' Loket menerima lebih banyak daripada yang diselesaikan.')
    await page.getByRole('button', { name: 'Ambil dari aturan yang berlaku' }).click()
    await page.getByRole('menuitem', { name: /SP3D paling lambat 20 hari kerja/ }).click({ timeout: PATIENCE })
    await page.getByRole('textbox', { name: 'Rekomendasi' }).fill(ADVICE)
    await page.getByLabel('Tindak lanjut paling lambat').fill(addDays(filter.to ?? '', 30))
    await eventually(() => textOf(page, 'article.finding > header')).toContain('Tersimpan')
    const kept = await finding()
    expect(kept.title).toBe(TITLE)
    expect(kept.condition).toContain('Loket menerima lebih banyak')
    expect(kept.criteria).toContain('Perpol 2/2024')
    expect(kept.recommendation).toBe(ADVICE)
    expect(kept.cause + kept.effect).toBe('')
    expect(kept.unit).toBe(unit)
    await seesPinned(page, kept)
  })

  test.skipIf(noPoppler)(
    'the report is saved as PDF; its totals and the finding stand in it',
    async () => {
      await saveInDialogs(console, pdf)
      await visit(page, formatRoute({ room: 'temuan', filter, params: { compose: '1' } }))
      await page.getByRole('button', { name: 'Simpan PDF' }).click({ timeout: PATIENCE })
      const saved = page.locator('.compose-saved')
      await saved.waitFor({ timeout: 60_000 })
      const sha256 = createHash('sha256').update(readFileSync(pdf)).digest('hex')
      expect(await saved.innerText()).toContain(`anev.pdf`)
      expect(await saved.innerText()).toContain(sha256.slice(0, 16))
      const run = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
      expect(run.status).toBe(0)
      const text = run.stdout.replaceAll(/ +/g, ' ')
      const { f } = words
      const totals = cliQuery('overview.totals', filter)
      expect(text).toContain(
        [totals.received, totals.closed, totals.open, totals.overdue].map((value) => f.count(value)).join(' '),
      )
      const months = cliQuery('overview.byMonth', filter)
      const [came, went] = [months.map((month) => month.received), months.map((month) => month.closed)]
      const sum = (values: number[]) => f.count(values.reduce((a, b) => a + b, 0))
      expect(text).toContain(`Jumlah ${sum(came)} ${sum(went)}`)
      for (const part of [TITLE, ADVICE, 'Perpol 2/2024', 'DATA DEMO']) expect(text).toContain(part)
    },
    120_000,
  )

  test('a later export changes the figure: the finding keeps what was frozen, and says that it differs now', async () => {
    const frozen = await finding()
    const next = await nextExport(onlyExportOf(demoNation().exports, unit), NEW_LETTERS)
    const file = join(folder, `${unit}_susulan.dumas.zip`)
    writeFileSync(file, next.zip)
    await chooseInDialogs(console, [file])
    await visit(page, '#/data?tab=impor')
    await page.getByRole('button', { name: 'Pilih berkas' }).click({ timeout: PATIENCE })
    await page.getByRole('heading', { name: 'Ringkasan impor 1 berkas' }).waitFor({ timeout: PATIENCE })
    expect(await textOf(page, '.summary')).not.toContain('Ditolak')

    await visit(page, formatRoute({ room: 'temuan', filter, params: { id: frozen.id } }))
    await eventually(() => textOf(page, '.frozen-list')).toContain('berbeda sekarang')
    const shown = await textOf(page, '.frozen-list')
    expect(shown).toContain(`Dibekukan`)
    expect(shown).toContain(words.f.count(received()))
    expect(shown).toContain(words.f.count(received() + NEW_LETTERS))
    expect(shown).toContain('1 ekspor berganti')
    expect(await finding()).toEqual(frozen)
    expect(frozen.figures[0]?.value).toBe(received())
    expect(await textOf(page, '.finding-list')).toContain('berbeda sekarang')
    expect(console.errors).toEqual([])
  }, 120_000)

  test('the command line finds the same in the workspace that the window leaves', async () => {
    await console.close()
    const workspace = ['--workspace', join(console.profile, 'workspace')]
    const totals = cli('query', 'overview.totals', '--params', JSON.stringify(filter), ...workspace)
    expect(totals).toMatchObject({ received: received() + NEW_LETTERS })
    expect(cli('check', ...workspace)).toMatchObject({ findings: [] })
  }, 120_000)
})
