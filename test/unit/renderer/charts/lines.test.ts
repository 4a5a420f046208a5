import { describe, expect, test } from 'vitest'
import { fitting, textWidth } from '../../../../renderer/charts/layout'
import { linePath, monthsWithin, mostOf } from '../../../../renderer/charts/lines/window'
import { unitMonthsTable } from '../../../../renderer/charts/tables/unitMonths'
import { comparedLevel, comparedLevels } from '../../../../renderer/state/comparedLevel'
import type { UnitMonths } from '../../../../shared/contract/results/region'
import { translator } from '../../../../shared/messages/catalogue'
import { formats } from '../../../../shared/messages/format'
import { plain } from '../../../../shared/sentences/words'
import { monthRecords, unitMonthsSentence } from '../../../../shared/sentences/unitMonths'

const words = { t: translator('id'), f: formats('id') }
const months = Array.from(
  { length: 14 },
  (_, at) => `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
)
const unit = (name: string, received: (number | null)[]) => ({
  unit: `POLDA-${name}`,
  name: `Polda ${name}`,
  level: 'polda',
  received,
})
const even = (last: number | null, first: (number | null)[] = []) => [
  ...first,
  ...Array.from({ length: 13 - first.length }, (_, at) => 10 + (at % 3)),
  last,
]
const data: UnitMonths = {
  months,
  units: [
    unit('Aceh', even(11)),
    unit('Bali', even(13)),
    unit('Riau', even(9)),
    unit('Papua', even(null)),
    unit(
      'Baru',
      even(
        90,
        Array.from({ length: 9 }, () => null),
      ),
    ),
  ],
}

describe('months of many units in words', () => {
  test('above and below the twelve months before; too few months are not judged; a month not reported is said', () => {
    const { judged, high, low, missing } = monthRecords(data)
    expect([judged, high, low, missing].map((list) => list.map(({ name }) => name))).toEqual([
      ['Polda Aceh', 'Polda Bali', 'Polda Riau'],
      ['Polda Bali'],
      ['Polda Riau'],
      ['Polda Papua'],
    ])
    expect(plain(unitMonthsSentence(data, 'Polda', words))).toBe(
      'Februari 2026: Bali di atas dan Riau di bawah kisaran 12 bulan sebelumnya. Tanpa perubahan apa pun, sekitar 0 dari 3 akan begitu; bagan kendali tiap satuan yang memutuskan. 1 belum melapor bulan itu.',
    )
  })
  test('none outside, and nothing to judge', () => {
    expect(unitMonthsSentence({ months, units: [unit('Aceh', even(11))] }, 'Polda', words)).toMatchObject({
      kind: 'quiet',
    })
    expect(unitMonthsSentence({ months: [], units: [] }, 'Polda', words).kind).toBe('insufficient')
    expect(unitMonthsSentence({ months, units: [unit('Papua', even(null))] }, 'Polda', words).kind).toBe('insufficient')
  })
  test('by chance alone as many units are outside their range as the caution says', () => {
    // The last of thirteen months in random order is the highest or the lowest in 2 of 13 cases.
    let [seed, outside] = [7, 0]
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
    const many = Array.from({ length: 4000 }, (_, at) => unit(String(at), [5, ...Array.from({ length: 13 }, random)]))
    const { high, low } = monthRecords({ months, units: many })
    outside = (high.length + low.length) / many.length
    expect(outside).toBeGreaterThan(2 / 13 - 0.02)
    expect(outside).toBeLessThan(2 / 13 + 0.02)
  })
})

test('a line breaks where a month was not reported, and zero is a point like any other', () => {
  const path = (values: (number | null)[]) =>
    linePath(
      values,
      (at) => at * 10,
      (value) => 50 - value,
    )
  expect(path([1, 0, null, 4, null, 2, 3])).toBe('M0.0 49.0L10.0 50.0M30.0 46.0h1.5M50.0 48.0L60.0 47.0')
  expect(path([null, null])).toBe('')
})

test('a part of the months cuts every line alike', () => {
  const part = monthsWithin(data, [12, 13])
  expect(part.months).toEqual(['2026-01', '2026-02'])
  expect(part.units.map(({ received }) => received.length)).toEqual([2, 2, 2, 2, 2])
  expect(mostOf(part.units)).toBe(90)
  expect(mostOf([{ received: [null, 0] }])).toBe(1)
  const { columns, rows } = unitMonthsTable(part, 'x', words)
  expect(rows.every((row) => row.length === columns.length)).toBe(true)
  expect(rows[3]).toEqual(['Polda Papua', 10, null])
})

test('which levels can be set beside one another', () => {
  expect([undefined, 'nation', 'polda', 'polres', 'polsek'].map((level) => comparedLevels(level))).toEqual([
    ['polda', 'polres'],
    ['polda', 'polres'],
    ['polres', 'polsek'],
    ['polsek'],
    [],
  ])
  expect(comparedLevel('polres', ['polda', 'polres'])).toBe('polres')
  expect(comparedLevel('polsek', ['polda', 'polres'])).toBe('polda')
  expect(comparedLevel('polsek', [])).toBeUndefined()
})

test('a text that does not fit keeps its beginning', () => {
  expect(fitting('Kepulauan Riau', 200)).toBe('Kepulauan Riau')
  const cut = fitting('Kalimantan Selatan', 60)
  expect(cut).toMatch(/^Kal.*…$/)
  expect(textWidth(cut)).toBeLessThanOrEqual(60)
})
