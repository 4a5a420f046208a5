/** The strict CSV reader: what it accepts equals what others read, what it refuses is named, however the bytes are cut. */
import { describe, expect, test } from 'vitest'
import { CsvReader } from '../../../electron/engine/intake/csvReader'
import { RowCounter } from '../../../electron/engine/intake/rowCounter'
import { vectorFiles, vectorJson } from '../../helpers/vectors'

interface Seen {
  rows: string[][]
  troubles: [code: string, line: number, column: number | null][]
}
function read(bytes: Buffer, step = bytes.length || 1): Seen {
  const seen: Seen = { rows: [], troubles: [] }
  const reader = new CsvReader(
    {
      row: (fields) => seen.rows.push([...fields]),
      trouble: (code, line, column) => seen.troubles.push([code, line, column]) < 100,
    },
    4096,
    65_536,
  )
  for (let at = 0; at < bytes.length; at += step) reader.push(bytes.subarray(at, at + step))
  reader.end()
  return seen
}
const csv = (text: string) => read(Buffer.from(text))
const count = (text: string | Buffer, step = 1 << 20) => {
  const counter = new RowCounter()
  const bytes = Buffer.from(text as string)
  for (let at = 0; at < bytes.length; at += step) counter.add(bytes.subarray(at, at + step))
  return counter.rows()
}

describe('csv-spectrum', () => {
  const expected = vectorJson<Record<string, Record<string, string>[]>>('csv-spectrum-expected')
  const files = vectorFiles('csv-spectrum')
  test('has all its files', () => expect(files).toHaveLength(12))
  test.for(files)('%s: the same fields, or what the format does not allow', ([name, bytes]) => {
    const { rows, troubles } = read(bytes)
    if (/newlines/.test(name)) {
      expect(troubles.map(([code]) => code)).toContain('CSV-CTRL')
      return
    }
    if (name === 'location_coordinates.csv') {
      // quotes inside an unquoted field: RFC 4180 does not know them
      expect(troubles).toEqual([['CSV-QUOTE', 2, 2]])
      return
    }
    expect(troubles).toEqual([])
    const [header, ...data] = rows
    const objects = data.map((row) => Object.fromEntries(row.map((field, i) => [header![i]!, field])))
    expect(objects).toEqual(expected[name.replace('.csv', '.json')])
  })
})

const CASES: [text: string, troubles: Seen['troubles'], rows: string[][]][] = [
  ['', [], []],
  [
    'a,b\n1,2\n',
    [],
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r\n1,2\r\n',
    [],
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\n1,2',
    [],
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\n,\n',
    [],
    [
      ['a', 'b'],
      ['', ''],
    ],
  ],
  [
    'a,b\n"1,5","x ""y"""\n',
    [],
    [
      ['a', 'b'],
      ['1,5', 'x "y"'],
    ],
  ],
  [
    'a,b\nä,😀\n',
    [],
    [
      ['a', 'b'],
      ['ä', '😀'],
    ],
  ],
  ['a,b\n1\n', [['CSV-WIDTH', 2, null]], [['a', 'b']]],
  [
    'a,b\n1,2,3\n4,5\n',
    [['CSV-WIDTH', 2, null]],
    [
      ['a', 'b'],
      ['4', '5'],
    ],
  ],
  [
    'a,b\n1,2\r\n3,4\r\n',
    [['CSV-EOL', 2, null]],
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    'a,b\r\n1,2\n3,4\r\n',
    [['CSV-EOL', 2, null]],
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['a,b\n1,2\r3\n', [['CSV-CTRL', 2, 2]], [['a', 'b']]],
  ['a,b\n1,2\0\n', [['CSV-CTRL', 2, 2]], [['a', 'b']]],
  [
    'a,b\n1,2\u007F\n3,4\n',
    [['CSV-CTRL', 2, 2]],
    [
      ['a', 'b'],
      ['3', '4'],
    ],
  ],
  [
    'a,b\n"1\n2",3\n4,5\n',
    [['CSV-CTRL', 2, 1]],
    [
      ['a', 'b'],
      ['4', '5'],
    ],
  ],
  ['a,b\n1,"2\n3,4\n', [['CSV-QUOTE', 2, 2]], [['a', 'b']]],
  [
    'a,b\n1,"2"x\n3,4\n',
    [['CSV-QUOTE', 2, 2]],
    [
      ['a', 'b'],
      ['3', '4'],
    ],
  ],
  [
    'a,b\n1,2"\n3,4\n',
    [['CSV-QUOTE', 2, 2]],
    [
      ['a', 'b'],
      ['3', '4'],
    ],
  ],
  [
    '\uFEFFa,b\n1,2\n',
    [['CSV-BOM', 1, null]],
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [`a,b\n1,${'x'.repeat(4097)}\n`, [['CSV-FIELD', 2, 2]], [['a', 'b']]],
  [
    `a,b\n${`${'x'.repeat(4000)},`.repeat(17)}\n3,4\n`,
    [['CSV-RECORD', 2, null]],
    [
      ['a', 'b'],
      ['3', '4'],
    ],
  ],
]

describe('departures from the format', () => {
  const named = CASES.map(([text, ...rest]) => [JSON.stringify(text.slice(0, 40)), text, ...rest] as const)
  test.for(named)('%s', ([, text, troubles, rows]) => {
    expect(csv(text)).toEqual({ troubles, rows })
  })
  test.for(named)('the same when the bytes come one by one, or in threes: %s', ([, text, troubles, rows]) => {
    const bytes = Buffer.from(text)
    for (const step of [1, 3, 7]) expect(read(bytes, step)).toEqual({ troubles, rows })
  })
  test('a bad byte is placed, and the lines around it are read', () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xc3, 0x28]), Buffer.from('\n3,ä\n')])
    for (const step of [1, 100]) {
      expect(read(bytes, step)).toEqual({
        troubles: [['CSV-UTF8', 2, 2]],
        rows: [
          ['a', 'b'],
          ['3', 'ä'],
        ],
      })
    }
  })
  test('an LF alone at the start of a block, in a file of CRLF', () => {
    const reader = new CsvReader({ row: () => undefined, trouble: (code, line) => seen.push([code, line]) < 9 }, 9, 9)
    const seen: [string, number][] = []
    for (const piece of ['a\r\n', '\n']) reader.push(Buffer.from(piece))
    reader.end()
    expect(seen).toEqual([['CSV-EOL', 2]])
  })
  test('characters beyond U+FFFF count once', () => {
    expect(csv(`a\n${'😀'.repeat(4096)}\n`).troubles).toEqual([])
    expect(csv(`a\n${'😀'.repeat(4097)}\n`).troubles).toEqual([['CSV-FIELD', 2, 1]])
    const fields = (last: number) => `${'h,'.repeat(16)}h\n${`${'😀'.repeat(4000)},`.repeat(16)}${'x'.repeat(last)}\n`
    expect(csv(fields(65_536 - 16 * 4001)).troubles).toEqual([])
    expect(csv(fields(65_536 - 16 * 4001 + 1)).troubles).toEqual([['CSV-RECORD', 2, null]])
  })
  test('a record without an end is given up before it fills the memory', () => {
    expect(read(Buffer.alloc(1 << 20, 'x'), 1000).troubles).toEqual([['CSV-RECORD', 1, null]])
    expect(read(Buffer.concat([Buffer.from('a\n"'), Buffer.alloc(1 << 20, 'x\n')])).troubles).toEqual([
      ['CSV-QUOTE', 2, 1],
    ])
  })
  test('reading ends when the handler has had enough', () => {
    const seen: number[] = []
    const reader = new CsvReader({ row: () => undefined, trouble: (_, line) => seen.push(line) < 2 }, 4096, 65_536)
    reader.push(Buffer.from('a,b\n1\n2\n3\n4\n'))
    reader.end()
    expect(seen).toEqual([2, 3])
  })
  test('twice as many lines take about twice as long, also with an open quote in each', () => {
    const time = (lines: number) => {
      const bytes = Buffer.from(`a,b\n${'1,"2\n'.repeat(lines)}`)
      const start = performance.now()
      read(bytes, 65_536)
      return performance.now() - start
    }
    time(50_000)
    expect(time(200_000)).toBeLessThan(time(50_000) * 40 + 200)
  })
})

describe('rows counted before they are trusted', () => {
  test.for([
    ['', 0],
    ['a,b\n', 0],
    ['a,b\n1,2\n', 1],
    ['a,b\n1,2', 1],
    ['a,b\r\n1,2\r\n3,4\r\n', 2],
    ['a,b\n"1\n2",3\n4,5\n', 2],
    ['a,b\n"x ""y""",3\n', 1],
  ] as const)('%j has %i', ([text, rows]) => {
    for (const step of [1, 2, 100]) expect(count(text, step).records).toBe(rows)
  })
  test('by line ends alone when quotes are broken', () => {
    expect(count('a,b\n1,"2\n3,4\n')).toEqual({ records: 0, lines: 2 })
  })
})

test.for(['"', '"",', 'a,', '"a\r', 'é'])(
  'a line beyond every limit, of %o: one verdict however the file is cut',
  (piece) => {
    const bytes = Buffer.concat([Buffer.from('a,b\n1,2\n'), Buffer.alloc(1 << 20, piece), Buffer.from('\n3,4\n')])
    for (const step of [bytes.length, 300_000, 65_536, 1_000]) {
      expect(read(bytes, step)).toEqual({ rows: [['a', 'b'], ['1', '2']], troubles: [['CSV-RECORD', 3, null]] }) // prettier-ignore
    }
  },
)
