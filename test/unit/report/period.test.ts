import { expect, test } from 'vitest'
import { parsePeriod } from '../../../shared/report/period'

test('periods as people write them', () => {
  expect(parsePeriod('2025')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  expect(parsePeriod('2025-H2')).toEqual({ from: '2025-07-01', to: '2025-12-31' })
  expect(parsePeriod('2025-S1')).toEqual({ from: '2025-01-01', to: '2025-06-30' })
  expect(parsePeriod('2025-Q3')).toEqual({ from: '2025-07-01', to: '2025-09-30' })
  expect(parsePeriod('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(parsePeriod('2025-01-05..2025-02-01')).toEqual({ from: '2025-01-05', to: '2025-02-01' })
})
test('anything else is none', () => {
  for (const text of [
    '',
    '25',
    '2025-Q5',
    '2025-13',
    '2025-H3',
    '2025-02-01..2025-01-05',
    '2025-01-01..',
    'a..b',
    '2025-01-01..2025-01-02..2025-01-03',
  ])
    expect(parsePeriod(text), text).toBe(null)
})
