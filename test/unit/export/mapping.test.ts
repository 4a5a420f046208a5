/** The mapping language: any CSV becomes the five tables. */
import { describe, expect, test } from 'vitest'
import { applyMapping } from '../../../electron/engine/export/mapping/apply'
import { readLooseCsv } from '../../../electron/engine/export/mapping/looseCsv'
import { momentPattern, readMoment } from '../../../electron/engine/export/mapping/moments'
import { pseudonymOf, readableId } from '../../../electron/engine/export/mapping/pseudonym'
import { mappingSchema, type Mapping, type Value } from '../../../electron/engine/export/mapping/schema'
import { PATTERNS, TABLES } from '../../../shared/export/tables'
import { vectorFiles, vectorJson } from '../../helpers/vectors'

const FACTS = { unit: 'POLRES-33.74', asOf: '2026-04-01T00:00:00+07:00', zone: '+07:00', secret: Buffer.alloc(32, 7) }
const CSV =
  'No,Nama,Kanal,Masuk,Selesai,Satuan\n7,Budi,WA,2/3/2026 09:30,5/3/2026 10:00,A\n7,Budi,WA,2/3/2026 09:30,,B\n8,,Surat,3/3/2026 11:00,,A\n9,Ani,Merpati,4/3/2026 08:00,,B\n'
const time = (from: string): Value => ({ from, time: 'DD/MM/YYYY hh:mm' })
const COLUMNS: Record<string, Value> = {
  case_id: { id: ['No'], prefix: 'KASUS-' },
  unit_code: { reporting: 'unit' },
  channel: { from: 'Kanal', lower: true, codes: { wa: 'whatsapp', surat: 'letter' }, default: 'other' },
  subject: { constant: 'complaint' },
  category: { constant: 'poor_service' },
  complainant_ref: { pseudonym: ['Nama'], prefix: 'P-' },
  received_at: time('Masuk'),
  status: { if: { column: 'Selesai', empty: true }, use: { constant: 'received' }, else: { constant: 'closed' } },
  closed_at: time('Selesai'),
  reopened_count: { constant: '0' },
  recorded_at: time('Masuk'),
  updated_at: { latest_of: [time('Masuk'), time('Selesai')] },
}
const mapping = (more: Partial<Mapping> = {}, columns: Record<string, Value> = {}): Mapping =>
  mappingSchema.parse({
    mapping: 'pantau-mapping/1.0',
    zone: '+07:00',
    group: ['No'],
    tables: { cases: { columns: { ...COLUMNS, ...columns } } },
    ...more,
  })
const cases = (given: Mapping, csv = CSV) => {
  const mapped = applyMapping(given, csv, FACTS)
  if (!mapped.ok) throw new Error(mapped.error.code)
  const rows = mapped.value.tables.cases!.map((row) =>
    Object.fromEntries(TABLES.cases.columns.map(({ name }, i) => [name, row[i]])),
  )
  return { rows, ...mapped.value }
}

describe('mapping', () => {
  test('groups, translates, derives', () => {
    const { rows, source, unmapped } = cases(mapping())
    expect(source).toEqual({ rows: 4, left_out: 0, groups: 3, of_this_unit: 3 })
    expect(rows[0]).toMatchObject({
      case_id: 'KASUS-7',
      unit_code: 'POLRES-33.74',
      channel: 'whatsapp',
      status: 'closed',
      received_at: '2026-03-02T09:30:00+07:00',
      closed_at: '2026-03-05T10:00:00+07:00',
      updated_at: '2026-03-05T10:00:00+07:00',
    })
    expect(rows[1]).toMatchObject({
      channel: 'letter',
      status: 'received',
      closed_at: '',
      updated_at: '2026-03-03T11:00:00+07:00',
      complainant_ref: '',
    })
    expect(rows[2]).toMatchObject({ channel: 'other' })
    expect([...unmapped]).toEqual([['Kanal: Merpati', 1]])
  })
  test('pseudonyms: the same name under the same secret, an id of the format, nothing of the name', () => {
    const [first, , third] = cases(mapping()).rows
    expect(first!['complainant_ref']).toMatch(PATTERNS.id)
    expect(first!['complainant_ref']).toBe(pseudonymOf(FACTS.secret, ['Budi'], 'P-'))
    expect(first!['complainant_ref']).not.toBe(third!['complainant_ref'])
    expect(pseudonymOf(Buffer.alloc(32, 8), ['Budi'], 'P-')).not.toBe(first!['complainant_ref'])
    expect(pseudonymOf(FACTS.secret, ['a', 'b'], '')).not.toBe(pseudonymOf(FACTS.secret, ['ab'], ''))
    expect(readableId(['No. 7/iii', 'x'], 'K-')).toBe('K-NO-7-III-X')
  })
  test('a group belongs to the unit of its first row', () => {
    const unit: Value = { from: 'Satuan', codes: { A: 'POLRES-33.74', B: 'POLRES-33.75' } }
    const { rows, source } = cases(mapping({ reporting_unit: unit }))
    expect(rows.map((row) => row['case_id'])).toEqual(['KASUS-7', 'KASUS-8'])
    expect(source.of_this_unit).toBe(2)
  })
  test('rows are filtered before they are grouped', () => {
    const { source } = cases(mapping({ filter: { not: { column: 'Satuan', in: ['A'] } } }))
    expect(source).toEqual({ rows: 4, left_out: 2, groups: 2, of_this_unit: 2 })
  })
  test('several rows out of one group, under a condition', () => {
    const event = (type: string, at: string, more: object = {}) => ({
      columns: {
        event_id: { id: ['No'], prefix: `${type.toUpperCase()}-` },
        case_id: { id: ['No'], prefix: 'KASUS-' },
        event_type: { constant: type },
        occurred_at: time(at),
        recorded_at: time(at),
        actor_role: { constant: 'operator' },
      },
      ...more,
    })
    const events = [event('received', 'Masuk'), event('closed', 'Selesai', { if: { column: 'Selesai', empty: false } })]
    const { tables } = cases(mapping({ tables: { cases: { columns: COLUMNS }, events } }))
    expect(tables.events!.map((row) => row[0])).toEqual(['RECEIVED-7', 'CLOSED-7', 'RECEIVED-8', 'RECEIVED-9'])
  })
  test('conditions on times, first value that is there', () => {
    const late: Value = {
      if: { earlier: time('Masuk'), than: { constant: '2026-03-03T00:00:00+07:00' } },
      use: { constant: 'kapolres' },
      else: { first_of: [{ constant: '' }, { constant: 'unit' }] },
    }
    expect(cases(mapping({}, { addressee: late })).rows.map((row) => row['addressee'])).toEqual([
      'kapolres',
      'unit',
      'unit',
    ])
  })
  test.for([
    ['MAPPING-COLUMN', { district_code: 'Kecamatan' }],
    ['MAPPING-CODE', { channel: { from: 'Kanal', codes: { WA: 'whatsapp' } } }],
    ['MAPPING-MOMENT', { received_at: { from: 'Masuk', time: 'YYYY-MM-DD' } }],
    ['MAPPING-TABLE', { colour: { constant: 'red' } }],
  ] as [string, Record<string, Value>][])('%s', ([code, columns]) => {
    expect(applyMapping(mapping({}, columns), CSV, FACTS)).toMatchObject({ ok: false, error: { code } })
  })
  test('pseudonyms without a secret stop the work; a required column that is not made does too', () => {
    expect(applyMapping(mapping(), CSV, { ...FACTS, secret: null })).toMatchObject({
      ok: false,
      error: { code: 'MAPPING-PSEUDONYM_KEY' },
    })
    expect(applyMapping(mapping({ tables: { cases: { columns: {} } } }), CSV, FACTS)).toMatchObject({
      ok: false,
      error: { code: 'MAPPING-TABLE' },
    })
  })
  test('a mistyped member is an error, not a silence', () => {
    expect(mappingSchema.safeParse({ ...mapping(), groups: ['No'] }).success).toBe(false)
    const mistyped = { ...COLUMNS, channel: { from: 'Kanal', code: {} } }
    expect(mappingSchema.safeParse({ ...mapping(), tables: { cases: { columns: mistyped } } }).success).toBe(false)
  })
})

describe('moments', () => {
  test.for([
    ['YYYY/MM/DD hh:mm:ss+00', '2016/01/01 00:00:00+00', '2016-01-01T00:00:00+07:00'],
    ['DD.MM.YYYY', '3.2.2026', '2026-02-03T00:00:00+07:00'],
    ['YYYY-MM-DD*', '2026-02-03T11:22:33.000Z', '2026-02-03T00:00:00+07:00'],
    ['YYYY-MM-DD', '2026-02-30', null],
    ['YYYY-MM-DD', '3.2.2026', null],
  ] as const)('%s of %j', ([format, text, expected]) => {
    expect(readMoment(text, momentPattern(format), '+07:00')).toBe(expected)
  })
})

test('csv-spectrum is read, line breaks included', () => {
  const expected = vectorJson<Record<string, Record<string, string>[]>>('csv-spectrum-expected')
  for (const [name, bytes] of vectorFiles('csv-spectrum')) {
    const [header, ...rows] = [...readLooseCsv(bytes.toString('utf8'))]
    // its own expectation names another telephone number than its CSV
    if (name === 'location_coordinates.csv') continue
    const objects = rows.map((row) => Object.fromEntries(row.map((field, i) => [header![i]!, field])))
    // the line ends of some of its files were made plain on the way into its repository
    const wanted = JSON.stringify(expected[name.replace('.csv', '.json')]).replaceAll(String.raw`\r\n`, String.raw`\n`)
    expect(objects, name).toEqual(JSON.parse(wanted))
  }
})
