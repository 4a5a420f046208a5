/** The big list of naughty strings as free text of corrections: through CSV, intake and database, letter by letter. */
import { expect, test } from 'vitest'
import { verifyFile } from '../../../electron/engine/intake/verifyFiles'
import { encodeTable } from '../../../electron/engine/export/csvWriter'
import { CsvReader } from '../../../electron/engine/intake/csvReader'
import { TABLES } from '../../../shared/export/tables'
import {
  caseRow,
  correctionRow,
  makeExport,
  modelFrom,
  nextExport,
  NOW,
  onDisk,
  registryOf,
} from '../../helpers/signedExports'
import { openUnit, freshLayout } from '../../helpers/unitImports'
import { controlStrings, csvInjections, naughtyStrings } from '../../helpers/vectors'

/** sixteen digits in a row: by the format it may be a NIK */
const LIKE_A_NIK = '2.2250738585072011e-308'
const all = [...naughtyStrings(), ...csvInjections()]
const plain = all.filter((text) => text !== LIKE_A_NIK)
const rowsOf = (strings: readonly string[]) =>
  strings.map((text, n) => correctionRow(n, { reason: text, old_value: text, new_value: `${text}.` }))
const [REASON, OLD] = ['reason', 'old_value'].map((name) =>
  TABLES.corrections.columns.findIndex((column) => column.name === name),
) as [number, number]
const context = { registry: modelFrom(registryOf()), now: NOW }

test('all 515 are here', () => {
  expect([all.length, controlStrings().length, csvInjections().length]).toEqual([508 + 6, 6, 6])
})

test.for(['\n', '\r\n'] as const)('CSV: written and read again, line end %j', (end) => {
  const { bytes } = encodeTable('corrections', rowsOf(all), end)
  const [rows, troubles]: [string[][], string[]] = [[], []]
  const reader = new CsvReader(
    { row: (fields) => void rows.push([...fields]), trouble: (code) => troubles.push(code) > 0 },
    4096,
    65_536,
  )
  for (let at = 0; at < bytes.length; at += 977) reader.push(bytes.subarray(at, at + 977))
  reader.end()
  expect(troubles).toEqual([])
  expect(rows.slice(1)).toEqual(rowsOf(all))
})

test('intake hands them on as they are; only what may be a NIK is set apart', async () => {
  const seen: string[][] = []
  const zip = makeExport({ tables: { corrections: rowsOf(all) } }).zip
  const result = await verifyFile(onDisk(zip), context, { chain: [], sink: (_, fields) => void seen.push([...fields]) })
  expect(seen).toEqual(rowsOf(all))
  const found = result.ok ? result.value.findings : []
  expect(found.map(({ code, place }) => [code, place.column, all[(place.row ?? 0) - 2]])).toEqual(
    ['old_value', 'new_value', 'reason'].map((column) => ['PRIVACY-PII', column, LIKE_A_NIK]),
  )
})

test.for(controlStrings())('number %# of those with control characters: refused at its place', async (text) => {
  const zip = makeExport({ tables: { corrections: [correctionRow(1), correctionRow(2, { reason: text })] } }).zip
  const result = await verifyFile(onDisk(zip), context)
  expect(result.ok && [result.value.outcome, result.value.findings[0]?.code, result.value.findings[0]?.place]).toEqual([
    'rejected',
    'CSV-CTRL',
    { file: 'corrections.csv', row: 3, column: 'reason' },
  ])
})

test('database: the same letters, also from the disk, and in what the comparison says of them', async () => {
  const layout = await freshLayout()
  const unit = await openUnit(layout)
  const before = makeExport({ tables: { cases: [caseRow(1)] } })
  const [, settled] = await unit.take(
    before,
    nextExport(before, 2, { tables: { cases: [caseRow(1)], corrections: rowsOf(plain) } }),
  )
  expect(settled?.report.outcome).toBe('accepted_with_flags')
  unit.held.close()

  const again = await openUnit(layout)
  const { database } = again.store()
  const rows = database.prepare('SELECT * FROM corrections ORDER BY correction_id').all()
  expect(rows.map((row) => [row[REASON], row[OLD]])).toEqual(plain.map((text) => [text, text]))
  const findings = database
    .prepare(`SELECT old_value, new_value FROM row_findings WHERE code = 'CORRECTION-PHANTOM' ORDER BY row`)
    .all()
  expect(findings).toEqual(plain.map((text) => [text, `${text}.`]))
  // asking by the text itself finds it and nothing else
  const find = database.prepare('SELECT count(*) FROM corrections WHERE reason = ?')
  expect(plain.filter((text) => find.first([text])?.[0] !== plain.filter((other) => other === text).length)).toEqual([])
  again.held.close()
})
