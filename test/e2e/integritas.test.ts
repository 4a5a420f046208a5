/**
 * A set with a fork, a gap, a silent edit and an export that is held back, in the real window: from the import over the
 * board and the two values side by side to a decision, what it does to a figure, its end, and the papers for the unit.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasMessage, translator } from '../../shared/messages/catalogue'
import { serious } from '../helpers/axe'
import { sha256Hex } from '../../electron/engine/export/pack'
import { writeKey, type SigningKey } from '../../electron/engine/export/keys'
import type { Registry } from '../../shared/export/registry'
import { cli } from '../helpers/demoNation'
import { ask, chooseInDialogs, launchConsole, PATIENCE, query, ready, saveInDialogs, visit, type Console } from '../helpers/electron' // prettier-ignore
import { lastingRegistry } from '../helpers/cli'
import { caseRow, correctionRow, keyEntry, makeExport, nextExport, OTHER_KEY, registryBytes, registryZip, ROOT, seedKey, UNIT } from '../helpers/signedExports' // prettier-ignore

const OTHER = 'POLRES-33.75'
const REASON = 'Surat klarifikasi 12, salah pilih kategori'
const t = translator('id')
const folder = mkdtempSync(join(tmpdir(), 'pantau-integritas-'))
const at = (name: string) => join(folder, name)

const first = makeExport({ tables: { cases: [caseRow(1), caseRow(2)] } })
const edited = nextExport(first, 2, { tables: { cases: [caseRow(1, { category: 'discrimination' }), caseRow(2)] } })
const fork = nextExport(first, 2, { tables: { cases: [caseRow(1)] } })
const ofOther = { unit: OTHER, key: OTHER_KEY }
const otherCases = { cases: [caseRow(1, { unit_code: OTHER })] }
const otherFirst = makeExport({ ...ofOther, tables: otherCases })
const afterGap = nextExport(otherFirst, 3, { ...ofOther, tables: otherCases })
const personal = nextExport(afterGap, 4, {
  ...ofOther, period: { from: '2026-04-11', to: '2026-04-11' }, asOf: '2026-04-12T12:00:00+07:00', created: '2026-04-13T08:00:00+07:00',
  tables: { ...otherCases, corrections: [correctionRow(1, { reason: 'hubungi 0812-3456-7890' })] },
}) // prettier-ignore
const FILES = { '1-pertama': first, '2-ubah': edited, '3-cabang': fork, '4-lain': otherFirst, '5-celah': afterGap, '6-pribadi': personal } // prettier-ignore

const registry: Registry = { ...lastingRegistry, keys: [...lastingRegistry.keys, keyEntry(OTHER_KEY, OTHER, { not_after: '2090-01-01T00:00:00+07:00' })] } // prettier-ignore
const AKAR = [ROOT, seedKey(7), seedKey(8)] as const

/** A later registry as the commission makes it, with the command line: signed by `keys`, its root 2 of the two new ones. */
function nextRegistry(name: string, more: Partial<Registry>, keys: readonly SigningKey[]) {
  const next: Registry = {
    ...registry, version: 2, previous_sha256: sha256Hex(registryBytes(registry)),
    root: { threshold: 2, keys: [AKAR[1].publicJwk, AKAR[2].publicJwk] }, ...more,
  } // prettier-ignore
  writeFileSync(at(`${name}.json`), registryBytes(next))
  const signers = keys.flatMap(({ kid }) => ['--key', at(`${kid}.jwk`)])
  cli('registry', 'make', '--from', at(`${name}.json`), ...signers, '--out', at(`${name}.zip`))
  return at(`${name}.zip`)
}

let console: Console
let page: Page
beforeAll(async () => {
  writeFileSync(at('r.dumas-registry.zip'), registryZip(registry))
  cli('registry', 'trust', at('r.dumas-registry.zip'), `--root=${ROOT.kid}`, '--workspace', join(at('profile'), 'workspace')) // prettier-ignore
  console = await launchConsole({ profile: at('profile') })
  page = console.page
}, 120_000)
afterAll(async () => {
  await console.dispose()
  rmSync(folder, { recursive: true, force: true })
})

const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click({ timeout: PATIENCE }) // prettier-ignore
const sees = (text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: PATIENCE })
const poorService = async () =>
  (await query(page, 'overview.byCategory', {})).find(({ code }) => code === 'poor_service')?.count
const copied = () => console.app.evaluate(({ clipboard }) => clipboard.readText())
async function decide(button: string, reason: string) {
  await press(button)
  const dialog = page.getByRole('dialog')
  const save = dialog.getByRole('button', { name: t('integrity.decide.save') })
  await save.waitFor({ timeout: PATIENCE })
  expect(await save.isDisabled()).toBe(true)
  await dialog.getByRole('textbox').fill(reason)
  await save.click({ timeout: PATIENCE })
  await dialog.waitFor({ state: 'detached', timeout: PATIENCE })
}

test('the import says what became of each file', async () => {
  const files = Object.entries(FILES).map(([name, { zip }]) => {
    writeFileSync(at(`${name}.dumas.zip`), zip)
    return at(`${name}.dumas.zip`)
  })
  await ready(page, 'firstRun')
  await chooseInDialogs(console, files)
  await press('Impor ekspor satuan')
  await page.locator('.summary').waitFor({ timeout: PATIENCE })
  const said = await page.locator('.summary').innerText()
  for (const code of ['CHAIN-FORK', 'PRIVACY-PII']) expect(said).toContain(code)
  expect(await query(page, 'workspace.state', {})).toMatchObject({ exports: 6, quarantined: 2 })
})

test('the board opens a Polda by keyboard and shows a unit’s month; gap and fork are named', async () => {
  await visit(page, '#/integritas?tab=papan')
  const board = page.getByRole('treegrid')
  await board.waitFor({ timeout: PATIENCE })
  await board.getByText(UNIT).first().waitFor({ timeout: PATIENCE })
  await board.locator('[data-at="1/0"]').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url(), { timeout: PATIENCE }).toContain('cell=')
  expect(await serious(page)).toEqual([])
  await visit(page, '#/integritas?tab=celah')
  await sees(new RegExp(OTHER))
  await sees(new RegExp(UNIT))
  expect(await serious(page)).toEqual([])
})

test('a silent edit: both values, the text for the unit, accepted with a reason, taken back; a figure follows', async () => {
  await visit(page, '#/integritas?tab=perubahan')
  await sees(t('integrity.change.edit', { row: 'CASE-000001', field: 'Kategori' }))
  const before = await poorService()
  await press(t('integrity.change.copy'))
  await expect.poll(copied, { timeout: PATIENCE }).toContain(first.descriptorSha256)
  expect(await copied()).toContain(edited.descriptorSha256)
  await decide(t('integrity.change.accept'), REASON)
  await expect.poll(poorService, { timeout: PATIENCE }).toBe((before ?? 0) - 1)
  await sees(new RegExp(REASON))
  expect(await serious(page)).toEqual([])
  await decide(t('integrity.change.undo'), 'ternyata keliru')
  await expect.poll(poorService, { timeout: PATIENCE }).toBe(before)
})

test('from any room one click leads to the flagged cases behind its figures', async () => {
  await visit(page, '#/ikhtisar?from=2026-01-01&to=2026-04-30')
  await page.getByRole('link', { name: /kasus pada pilihan ini bertanda/ }).click({ timeout: PATIENCE })
  await ready(page, 'kasus')
  expect(page.url()).toContain('flagged=1')
  await sees('CASE-000001')
  await visit(page, '#/wilayah?from=2026-01-01&to=2026-04-30')
  await page
    .locator('.fig')
    .getByRole('link', { name: /^Lihat 1 kasus bertanda di balik angka ini/ })
    .first()
    .click({ timeout: PATIENCE })
  await ready(page, 'kasus')
  expect(page.url()).toContain('flagged=1')
  if (process.env['SHOT']) await page.screenshot({ path: process.env['SHOT'] })
})

test('the desk: an export is rejected with a reason and put back; its text is copied', async () => {
  await visit(page, '#/integritas?tab=karantina')
  await sees('CHAIN-FORK')
  await press(t('integrity.desk.copy'))
  await expect.poll(copied, { timeout: PATIENCE }).toContain('CHAIN-FORK')
  const open = async () =>
    (await query(page, 'integrity.quarantine', {})).filter(({ state }) => state === 'open').length
  await decide(t('integrity.desk.reject'), 'cabang')
  await expect.poll(open, { timeout: PATIENCE }).toBe(1)
  const decided = (await query(page, 'integrity.quarantine', {})).find(({ state }) => state === 'rejected')
  await visit(page, `#/integritas?tab=karantina&export=${encodeURIComponent(decided?.id ?? '')}`)
  expect(await serious(page)).toEqual([])
  await decide(t('integrity.desk.undo'), 'dilihat lagi')
  await expect.poll(open, { timeout: PATIENCE }).toBe(2)
})

test('several exports by keyboard, one reason, each with its own entry; all put back; on an earlier day nothing is decided', async () => {
  await visit(page, '#/integritas?tab=karantina')
  const all = page.getByRole('checkbox', { name: t('integrity.many.all', { n: '2' }) })
  await all.focus()
  await page.keyboard.press('Space')
  if (process.env['SHOT_MANY']) await page.screenshot({ path: process.env['SHOT_MANY'] })
  const rejected = async () =>
    (await query(page, 'integrity.quarantine', {})).filter(({ state }) => state === 'rejected').length
  const entries = async () => (await query(page, 'audit.page', { offset: 0, limit: 100 })).total
  const before = await entries()
  await decide(t('integrity.many.quarantine.reject', { n: '2' }), 'dua sekaligus')
  await expect.poll(rejected, { timeout: PATIENCE }).toBe(2)
  expect(await entries()).toBe(before + 2)
  expect(await serious(page)).toEqual([])
  await decide(t('integrity.many.quarantine.undo', { n: '2' }), 'ternyata keliru')
  await expect.poll(rejected, { timeout: PATIENCE }).toBe(0)
  const past = await ask(page, 'decisions:take', {
    act: 'change.accept',
    ids: ['x'],
    reason: 'x',
    known_on: '2026-04-01',
  })
  expect(past).toMatchObject({ ok: false, error: { code: 'KNOWN-READONLY' } })
})

test('the receipt for the unit is saved, and the audit log holds every step', async () => {
  await visit(page, '#/data?tab=ekspor')
  await press(/^Rincian ekspor/)
  await press(t('receipt.make'))
  await saveInDialogs(console, at('tanda-terima.json'))
  await press(t('receipt.saveFile'))
  const saved = t('receipt.saved', { name: 'tanda-terima.json' })
  await page.getByRole('dialog').getByText(saved).waitFor({ timeout: PATIENCE })
  const { payload } = JSON.parse(readFileSync(at('tanda-terima.json'), 'utf8')) as { payload: string }
  const { descriptor_sha256 } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
    descriptor_sha256: string
  }
  expect(Object.values(FILES).map(({ descriptorSha256 }) => descriptorSha256)).toContain(descriptor_sha256)
  const audit = await query(page, 'audit.page', { offset: 0, limit: 100 })
  const acts = audit.entries.map(({ action }) => action)
  expect(audit.valid).toBe(true)
  for (const act of ['change.accept', 'change.undo', 'quarantine.reject', 'quarantine.undo'])
    expect(acts).toContain(act)
  const unworded = audit.entries.flatMap(({ details }) => Object.keys(details)).filter((name) => !hasMessage(`auditDetail.${name}`)) // prettier-ignore
  expect(unworded).toEqual([])
  await visit(page, '#/data?tab=audit')
  await page
    .getByRole('cell', { name: /nomor keputusan: \d+; .*alasan: / })
    .first()
    .waitFor({ timeout: PATIENCE })
  expect(console.errors).toEqual([])
})

test('columns that were damaged while the console ran are found and made again from the window', async () => {
  await visit(page, '#/data?tab=pengaturan')
  await press(t('check.only'))
  await sees(/semuanya utuh/)
  writeFileSync(join(at('profile'), 'workspace', 'columns', `${UNIT}.seg`), 'rusak')
  await press(t('check.repair'))
  await sees(t('check.COLUMNS-STALE', { subject: UNIT }))
  await sees(t('check.repaired'))
  expect(await serious(page)).toEqual([])
  await press(t('check.only'))
  await sees(/semuanya utuh/)
})

test('a new registry with new roots: refused ones say why and change nothing; a right one dropped as an export is loaded', async () => {
  for (const key of AKAR) writeKey(at(`${key.kid}.jwk`), key)
  const [old, left, right] = AKAR
  const other = { version: 1, previous_sha256: null, issued: '2024-02-01T00:00:00+07:00', root: registry.root }
  const refused = [
    ['cabang', 'REG-FORK', other, [ROOT]],
    ['cabang-2', 'REG-FORK', { previous_sha256: '0'.repeat(64) }, AKAR],
    ['ambang', 'REG-THRESHOLD', {}, [old, left]],
    ['rotasi', 'REG-ROOT-ROTATION', {}, [left, right]],
  ] as const
  await visit(page, '#/data?tab=registri')
  for (const [name, code, more, keys] of refused) {
    await chooseInDialogs(console, [nextRegistry(name, more, keys)])
    await press(t('registry.loadNew'))
    const dialog = page.getByRole('dialog')
    await dialog.waitFor({ timeout: PATIENCE })
    const confirm = dialog.getByRole('button', { name: t('trust.confirm') })
    if (code !== 'REG-THRESHOLD') await confirm.click({ timeout: PATIENCE })
    await dialog.getByText(code, { exact: true }).waitFor({ timeout: PATIENCE })
    expect(await dialog.innerText()).toContain(t(`code.${code}.todo`))
    expect(await dialog.innerText()).toContain(t('trust.kept'))
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached', timeout: PATIENCE })
    expect((await query(page, 'registry.current', {}))?.version).toBe(1)
  }

  await chooseInDialogs(console, [nextRegistry('v2', {}, AKAR)])
  await visit(page, '#/data')
  await press(t('import.pickFiles'))
  await sees(t('code.ENTRY-UNLISTED.registry'))
  await press(t('import.asRegistry'))
  const dialog = page.getByRole('dialog')
  expect(await serious(page)).toEqual([])
  await dialog.getByRole('button', { name: t('trust.confirm') }).click({ timeout: PATIENCE })
  await dialog.waitFor({ state: 'detached', timeout: PATIENCE })
  const held = await query(page, 'registry.current', {})
  expect(held).toMatchObject({ version: 2, threshold: 2, root: [left.kid, right.kid] })

  await visit(page, '#/integritas?tab=kunci')
  await sees(t('integrity.older.find', { n: '2', version: 2 }))
  expect(await serious(page)).toEqual([])
  if (process.env['SHOT_KEYS']) await page.screenshot({ path: process.env['SHOT_KEYS'] })

  await chooseInDialogs(console, [at('cabang.zip')])
  await visit(page, '#/data?tab=registri')
  await press(t('registry.loadNew'))
  await dialog.getByRole('button', { name: t('trust.confirm') }).click({ timeout: PATIENCE })
  await dialog.getByText('REG-ROLLBACK', { exact: true }).waitFor({ timeout: PATIENCE })
  expect((await query(page, 'registry.current', {}))?.version).toBe(2)
})
