import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { csvBytes, csvOf, harmless } from '../../../../renderer/charts/export/csv'
import { xlsxBytes, xlsxRows } from '../../../../renderer/charts/export/xlsx'
import { cellText, type FigureTable } from '../../../../renderer/charts/table'
import { translator } from '../../../../shared/messages/catalogue'
import { formats } from '../../../../shared/messages/format'

const words = { t: translator('id'), f: formats('id') }
const table: FigureTable = {
  caption: 'Uji',
  columns: [
    { key: 'unit', label: 'Satuan', format: 'text' },
    { key: 'n', label: 'Diterima', format: 'count' },
    { key: 'share', label: 'Bagian, "matang"', format: 'share' },
  ],
  rows: [
    ['Polres Pati', 1234, 0.125],
    ['=HYPERLINK("http://x")', null, { suppressed: true }],
    ['a,b\r\nc', -3, { notApplicable: true }],
  ],
  total: ['Jumlah', 1231, null],
}

test('texts that a spreadsheet would run are made harmless, numbers stay numbers', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) expect(harmless(text)).toBe(`'${text}`)
  expect(harmless('Polres = 3')).toBe('Polres = 3')
})

test('CSV: quoted by RFC 4180, a point in numbers, every kind of nothing in words', () => {
  expect(csvOf(table, words)).toBe(
    [
      'Satuan,Diterima,"Bagian, ""matang"""',
      'Polres Pati,1234,0.125',
      `"'=HYPERLINK(""http://x"")",belum melapor,(s)`,
      '"a,b\r\nc",-3,–',
      'Jumlah,1231,',
      '',
    ].join('\r\n'),
  )
  expect([...csvBytes(table, words).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
})

test('cells in words: the three kinds of nothing never look alike', () => {
  const said = [null, { suppressed: true } as const, { notApplicable: true } as const, 0].map((cell) =>
    cellText(cell, 'count', words),
  )
  expect(said).toEqual(['belum melapor', '(s)', '–', '0'])
  expect(cellText(0.776, 'share', words)).toBe('77,6%')
  expect(cellText('2026-03-31', 'date', words)).toBe('31 Mar 2026')
})

test('XLSX: typed cells and no formula, also where a text looks like one', async () => {
  const context = { title: 'Apakah [ini] berubah?', subtitle: 'Cakupan 1 dari 2.', sentence: 'Ya.', note: 'Catatan.' }
  const rows = xlsxRows(table, context, words)
  expect(rows[1]?.[0]).toMatchObject({ value: 'Cakupan 1 dari 2.' })
  expect(rows[5]?.[1]).toEqual({ type: Number, value: 1234, format: '#,##0' })
  expect(rows[6]?.[0]).toMatchObject({ type: String, value: '=HYPERLINK("http://x")' })
  const bytes = await xlsxBytes(table, context, words)
  const sheet = entry(bytes, 'xl/worksheets/sheet1.xml')
  expect(sheet).toContain('<v>1234</v>')
  expect(sheet).not.toMatch(/<f[ >]/)
  expect(entry(bytes, 'xl/workbook.xml')).toContain('Apakah  ini  berubah')
})

/** One entry of a ZIP by its central directory. */
function entry(zip: Uint8Array, name: string): string {
  const file = Buffer.from(zip)
  let at = file.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
  while (at >= 0) {
    const [size, nameLength, offset] = [
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
      file.readUInt32LE(at + 42),
    ]
    if (file.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
      const body = file.subarray(start, start + size)
      return (file.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body).toString('utf8')
    }
    at = file.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'), at + 4)
  }
  throw new Error(`no entry ${name}`)
}
