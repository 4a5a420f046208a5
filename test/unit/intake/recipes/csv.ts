/** Tables that are wrong as CSV. */
import { correctionRow, makeExport } from '../../../helpers/signedExports'
import { edit, tampered } from '../../../helpers/hostileExports'
import { bytes, row2, type Recipe } from './recipe'

export const CSV: readonly Recipe[] = [
  {
    why: 'bad byte in a row',
    zip: () => tampered(bytes('corrections.csv', 'salah', [0x73, 0xc3, 0x28])),
    code: 'CSV-UTF8',
    place: row2('reason', 'corrections.csv'),
  },
  {
    why: 'BOM in a file',
    zip: () =>
      tampered({
        files: (all) => (all['events.csv'] = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), all['events.csv']!])),
      }),
    code: 'CSV-BOM',
    place: { file: 'events.csv', row: 1 },
  },
  {
    why: 'tab in a field',
    zip: () => tampered({ files: edit('corrections.csv', 'salah', 'sa\tlah') }),
    code: 'CSV-CTRL',
    place: row2('reason', 'corrections.csv'),
  },
  {
    why: 'line break in a field',
    zip: () => tampered({ files: edit('corrections.csv', 'salah ketik', '"salah\nketik"') }),
    code: 'CSV-CTRL',
    place: row2('reason', 'corrections.csv'),
  },
  {
    why: 'C1 control character',
    zip: () => tampered(bytes('corrections.csv', 'salah', [0xc2, 0x85])),
    code: 'CSV-CTRL',
    place: row2('reason', 'corrections.csv'),
  },
  {
    why: 'quote in a plain field',
    zip: () => tampered({ files: edit('corrections.csv', 'salah', 'sa"lah') }),
    code: 'CSV-QUOTE',
    place: row2('reason', 'corrections.csv'),
  },
  {
    why: 'text after a closing quote',
    zip: () => tampered({ files: edit('corrections.csv', 'salah ketik', '"salah" ketik') }),
    code: 'CSV-QUOTE',
    place: row2('reason', 'corrections.csv'),
  },
  {
    why: 'quote never closed',
    zip: () => tampered({ files: edit('corrections.csv', 'salah ketik', '"salah ketik') }),
    code: 'CSV-QUOTE',
    place: row2('reason', 'corrections.csv'),
  },
  {
    why: 'a field too many',
    zip: () => tampered({ files: edit('events.csv', 'operator\n', 'operator,x\n') }),
    code: 'CSV-WIDTH',
    place: { file: 'events.csv', row: 2 },
  },
  {
    why: 'an empty line',
    zip: () =>
      tampered({ files: (all) => (all['events.csv'] = Buffer.concat([all['events.csv']!, Buffer.from('\n')])) }),
    code: 'CSV-WIDTH',
    place: { file: 'events.csv', row: 4 },
  },
  {
    why: 'two kinds of line end',
    zip: () => tampered({ files: edit('events.csv', 'operator\n', 'operator\r\n') }),
    code: 'CSV-EOL',
    place: { file: 'events.csv', row: 2 },
  },
  {
    why: 'a long field',
    zip: () => makeExport({ tables: { corrections: [correctionRow(1, { old_value: 'x'.repeat(4097) })] } }).zip,
    code: 'CSV-FIELD',
    place: row2('old_value', 'corrections.csv'),
  },
  {
    why: 'a long record',
    zip: () => tampered({ files: edit('events.csv', 'operator\n', `${`${'x'.repeat(4000)},`.repeat(17)}\n`) }),
    code: 'CSV-RECORD',
    place: { file: 'events.csv', row: 2 },
  },
]
