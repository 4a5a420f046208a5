import { expect, test } from 'vitest'
import { defaultFilter, resolveFilter } from '../../../../renderer/state/defaults'
import {
  lastCompleteQuarter,
  monthsBetween,
  monthsFrom,
  quartersBetween,
  yearBefore,
  yearsBetween,
} from '../../../../renderer/state/period'

test.each([
  ['2026-09-30', '2026-07-01', '2026-09-30'],
  ['2026-09-29', '2026-04-01', '2026-06-30'],
  ['2026-01-15', '2025-10-01', '2025-12-31'],
  ['2026-03-31', '2026-01-01', '2026-03-31'],
])('the last complete quarter on %s', (day, from, to) => {
  expect(lastCompleteQuarter(day)).toEqual({ from, to })
})

test('the same period a year earlier keeps whole months whole', () => {
  expect(yearBefore({ from: '2024-02-01', to: '2024-02-29' })).toEqual({ from: '2023-02-01', to: '2023-02-28' })
  expect(yearBefore({ from: '2025-02-01', to: '2025-02-28' })).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(yearBefore({ from: '2026-01-10', to: '2026-03-15' })).toEqual({ from: '2025-01-10', to: '2025-03-15' })
})

test('lists of periods, newest first', () => {
  expect(monthsFrom(2025, 11, 3)).toEqual({ from: '2025-11-01', to: '2026-01-31' })
  expect(quartersBetween('2025-11', '2026-04').map(({ from }) => from)).toEqual([
    '2026-04-01',
    '2026-01-01',
    '2025-10-01',
  ])
  expect(monthsBetween('2025-11', '2026-01').map(({ to }) => to)).toEqual(['2026-01-31', '2025-12-31', '2025-11-30'])
  expect(yearsBetween('2024-11', '2026-10')).toHaveLength(3)
})

test('without a filter the console shows formal complaints of the last complete quarter', () => {
  const usual = {
    from: '2026-07-01',
    to: '2026-09-30',
    channels: ['walk_in', 'letter', 'email'],
    subjects: ['complaint'],
  }
  expect(defaultFilter('2026-10-31')).toEqual(usual)
  expect(resolveFilter({}, '2026-10-31')).toEqual(usual)
})

test('a filter that says something is only given its period', () => {
  expect(resolveFilter({ unit: 'POLDA-ACEH' }, '2026-10-31')).toEqual({
    from: '2026-07-01',
    to: '2026-09-30',
    unit: 'POLDA-ACEH',
  })
  const whole = { from: '2026-01-01', to: '2026-01-31' }
  expect(resolveFilter(whole, '2026-10-31')).toBe(whole)
})
