/** Small parts of the intake that have an answer of their own. */
import { describe, expect, test } from 'vitest'
import { isId, parseCount } from '../../../electron/engine/intake/fieldCheck'
import { IdSet } from '../../../electron/engine/intake/idSet'
import { limitsOf } from '../../../electron/engine/intake/limits'
import { holdsPersonalData, isPersonalData } from '../../../shared/domain/privacy'
import { PATTERNS } from '../../../shared/export/tables'
import { addDays, epochSeconds, minusMonths, parseDay, startOfDay } from '../../../shared/export/time'

describe('personal data', () => {
  test.for([
    ['3374012304567890', true],
    ['NIK: 3374012304567890.', true],
    ['33740123045678901', false],
    ['337401230456789', false],
    ['081234567890', true],
    ['telp. 0812-3456-7890', true],
    ['+62 812 3456 7890', true],
    ['+6281234567', true],
    ['08123456', false],
    ['hubungi budi.s@polri.example.id', true],
    ['a@b', false],
    ['', false],
    ['salah ketik pada 2026-03-08 10:15', false],
    ['nomor perkara 12/2026', false],
  ] as const)('%j: %s', ([text, found]) => {
    expect(holdsPersonalData(text)).toBe(found)
  })
  test.for([
    ['3374012304567890', true],
    ['0812-3456-7890', true],
    ['CASE-0812-3456-7890', false],
    ['A374012304567890', false],
    ['33740123-04567890', false],
  ] as const)('an id as a whole, %j: %s', ([id, found]) => {
    expect(isPersonalData(id)).toBe(found)
  })
  test('no text takes long', () => {
    const start = performance.now()
    for (const text of [
      'a@'.repeat(2000),
      'a.'.repeat(2000),
      '0 '.repeat(2000),
      '08-'.repeat(1300),
      `${'a'.repeat(4000)}@`,
    ])
      holdsPersonalData(text)
    expect(performance.now() - start).toBeLessThan(200)
  })
})

describe('times', () => {
  test.for([
    '2026-03-02T09:00:00+07:00',
    '2024-02-29T23:59:59+09:00',
    '1900-01-01T00:00:00+08:00',
    '0000-01-01T00:00:00+07:00',
    '9999-12-31T23:59:59+07:00',
  ])('%s is what Date makes of it', (text) => {
    expect(epochSeconds(text)).toBe(Date.parse(text) / 1000)
  })
  test.for([
    '2026-02-29T00:00:00+07:00',
    '2026-13-01T00:00:00+07:00',
    '2026-01-01T24:00:00+07:00',
    '2026-01-01T00:60:00+07:00',
    '2026-01-01T00:00:60+07:00',
    '2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00+06:00',
    '2026-01-01T00:00:00+07:30',
    '2026-01-01 00:00:00+07:00',
    '2026-1-01T00:00:00+07:00',
    '2026-01-01T00:00:00.0+07:0',
    '',
  ])('%j is none', (text) => {
    expect(epochSeconds(text)).toBeNaN()
  })
  test('days', () => {
    for (let day = -800_000; day < 2_900_000; day += 997) {
      const text = new Date(day * 86_400_000).toISOString()
      if (!text.startsWith('-') && !text.startsWith('+')) expect(parseDay(text.slice(0, 10))).toBe(day)
    }
    expect([addDays('2026-02-28', 1), addDays('2026-01-01', -1)]).toEqual(['2026-03-01', '2025-12-31'])
    expect([minusMonths('2026-03-31', 24), minusMonths('2026-03-31', 1), minusMonths('2026-01-15', 13)]).toEqual([
      '2024-03-31',
      '2026-02-28',
      '2024-12-15',
    ])
    expect(startOfDay('2026-03-02', '+09:00')).toBe(Date.parse('2026-03-02T00:00:00+09:00') / 1000)
  })
})

describe('fields', () => {
  test('ids by hand equal the pattern', () => {
    for (const id of [
      'CASE-0001',
      '12345678',
      'A'.repeat(40),
      '',
      'SHORT',
      '-ABCDEFG',
      'lower-case',
      'A'.repeat(41),
      'UMLAUT-Ä1',
      'A BCDEFGH',
    ]) {
      expect(isId(id), id).toBe(PATTERNS.id.test(id))
    }
  })
  test('integers by hand equal the pattern', () => {
    for (const text of ['0', '1', '42', '999999999', '', '00', '01', '1000000000', '-1', '1.0', ' 1', '1e3']) {
      expect(!Number.isNaN(parseCount(text)), text).toBe(PATTERNS.integer.test(text))
    }
    expect(parseCount('999999999')).toBe(999_999_999)
  })
  test('a policy lowers limits and never raises them', () => {
    const limits = limitsOf({ archive: 5, cases: 7, entry: 1e15 })
    expect([limits.archive, limits.rows.cases, limits.entry]).toEqual([5, 7, limitsOf().entry])
  })
})

test('a set of 300,000 ids holds each of them and no other', () => {
  const ids = new IdSet()
  const name = (n: number) => `CASE-${String(n).padStart(8, '0')}`
  let added = 0
  for (let n = 0; n < 300_000; n++) if (ids.add(name(n))) added++
  expect([added, ids.size]).toEqual([300_000, 300_000])
  for (let n = 0; n < 300_000; n += 7) expect(ids.add(name(n))).toBe(false)
  let missing = 0
  let strangers = 0
  for (let n = 0; n < 300_000; n++) {
    if (!ids.has(name(n))) missing++
    if (ids.has(name(n + 300_000))) strangers++
  }
  expect([missing, strangers]).toEqual([0, 0])
})
