/** Naughty strings and formulas in what leaves the console: CSV that Python reads back, XLSX with texts and no formula. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { csvOf } from '../../../../renderer/charts/export/csv'
import { xlsxBytes } from '../../../../renderer/charts/export/xlsx'
import type { FigureTable } from '../../../../renderer/charts/table'
import { translator } from '../../../../shared/messages/catalogue'
import { formats } from '../../../../shared/messages/format'
import { scratch } from '../../../helpers/signedExports'
import { controlStrings, csvInjections, naughtyStrings } from '../../../helpers/vectors'

const words = { t: translator('id'), f: formats('id') }
const texts = [
  ...csvInjections(),
  ...naughtyStrings(),
  ...controlStrings(),
  '\n=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
]
const table: FigureTable = {
  caption: 'Uji',
  columns: [
    { key: 'text', label: "=cmd|' /C calc'!A0", format: 'text' },
    { key: 'n', label: 'Jumlah', format: 'count' },
  ],
  rows: texts.map((text, n) => [text, n]),
  total: null,
}
/** what begins a formula somewhere */
const LEADS = /^[=+\-@\t\r\n＝＋－＠]/

const python = (args: string[]) => spawnSync('python3', args, { encoding: 'utf8', maxBuffer: 1 << 26 })
const hasPython = python(['--version']).status === 0

test.skipIf(!hasPython)(
  'CSV: Python reads the same texts, and none that a spreadsheet would run (needs python3)',
  () => {
    const csv = csvOf(table, words)
    const file = scratch('figure')
    writeFileSync(file, `${Buffer.from(csv).toString('base64')}\n`)
    const { stdout, stderr } = python([
      resolve(import.meta.dirname, '../../../oracle/csv_strict.py'),
      file,
      '9999',
      '99999',
    ])
    expect(stderr).toBe('')
    const { rows } = JSON.parse(stdout) as { rows: string[][] }
    expect(rows).toHaveLength(texts.length + 1)
    expect(rows.flat().filter((cell) => LEADS.test(cell))).toEqual([])
    expect(rows.slice(1)).toEqual(texts.map((text, n) => [LEADS.test(text) ? `'${text}` : text, String(n)]))
  },
)

const READ_SHEET = `
import sys, zipfile, json
from xml.etree import ElementTree as tree
MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
book = zipfile.ZipFile(sys.argv[1])
shared = [''.join(part.text or '' for part in item.iter(MAIN + 't')) for item in tree.fromstring(book.read('xl/sharedStrings.xml')).iter(MAIN + 'si')]
cells, formulas = [], 0
for cell in tree.fromstring(book.read('xl/worksheets/sheet1.xml')).iter(MAIN + 'c'):
    formulas += len(list(cell.iter(MAIN + 'f')))
    value = cell.find(MAIN + 'v')
    if value is not None:
        cells.append([cell.get('r'), cell.get('t') or 'n', shared[int(value.text)] if cell.get('t') == 's' else value.text])
print(json.dumps({'cells': cells, 'formulas': formulas, 'names': book.namelist()}))
`

test.skipIf(!hasPython)('XLSX: well-formed, every text a text, no formula (needs python3)', async () => {
  const bytes = await xlsxBytes(table, { title: '=1+1', subtitle: '', sentence: '@SUM(1)', note: '+1' }, words)
  const file = scratch('figure.xlsx')
  writeFileSync(file, bytes)
  const { stdout, stderr } = python(['-c', READ_SHEET, file])
  expect(stderr).toBe('')
  const { cells, formulas } = JSON.parse(stdout) as { cells: [string, string, string][]; formulas: number }
  expect(formulas).toBe(0)
  expect(new Set(cells.map(([, type]) => type))).toEqual(new Set(['s', 'n']))
  const numbers = cells.filter(([, type]) => type === 'n').map(([, , value]) => Number(value))
  expect(numbers).toEqual(texts.map((_, n) => n))
  const first = cells.filter(([place, type]) => type === 's' && place.startsWith('A')).map(([, , value]) => value)
  // XML has no control characters; the names that every object has get a space
  const printable = (text: string) => text.replaceAll(/\p{Cc}|[\uFFFE\uFFFF]/gu, '')
  const told = (text: string) => printable(text in {} ? `${text} ` : text)
  expect(first.slice(3, -1).map(printable)).toEqual(texts.map(told))
  expect(first.slice(3, -1).filter((text, at) => /\p{Cc}/u.test(text) && !/\p{Cc}/u.test(texts[at] ?? ''))).toEqual([])
})
