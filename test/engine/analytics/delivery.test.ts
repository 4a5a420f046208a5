import { describe, expect, test } from 'vitest'
import { boardCells, isDelivered, isKnown } from '../../../electron/engine/analytics/delivery'
import { runQuery } from '../../../electron/engine/analytics/run'
import { dayOf, monthOf } from '../../../shared/domain/time'
import { finding } from '../../../shared/export/codes'
import { caseOn, smallNation } from '../../helpers/smallNation'

const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const context = smallNation([
  { code: 'POLRES-33.01' },
  { code: 'POLRES-33.02', months: all.filter((month) => month !== 5) },
  { code: 'POLRES-33.03', months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], cases: [caseOn('2025-02-03')] },
  { code: 'POLRES-33.04', months: [] },
  { code: 'POLRES-33.05', quarantined: [12], findings: [finding('SEMANTIC', {}, { count: 3 })] },
])

describe('months delivered and months known', () => {
  test('a gap stays a gap, though a later snapshot tells what was received in it', () => {
    expect(isDelivered(context, 'POLRES-33.02', monthOf(dayOf('2025-05-01')))).toBe(false)
    expect(isKnown(context, 'POLRES-33.02', dayOf('2025-05-01'), dayOf('2025-05-31'))).toBe(true)
  })
  test('two exports that meet in the middle of a month deliver it; a day between them leaves it open', () => {
    const nation = smallNation([
      { code: 'POLRES-33.11', periods: [['2025-01-01', '2025-03-15'], ['2025-03-16', '2025-04-30']] },
      { code: 'POLRES-33.12', periods: [['2025-01-01', '2025-03-15'], ['2025-03-10', '2025-04-30']] },
      { code: 'POLRES-33.13', periods: [['2025-01-01', '2025-03-15'], ['2025-03-17', '2025-04-30']] },
    ]) // prettier-ignore
    const march = ['POLRES-33.11', 'POLRES-33.12', 'POLRES-33.13'].map((unit) => isDelivered(nation, unit, monthOf(dayOf('2025-03-01')))) // prettier-ignore
    expect(march).toEqual([true, true, false])
  })
  test('what did not come is neither', () => {
    expect(isDelivered(context, 'POLRES-33.03', monthOf(dayOf('2025-11-01')))).toBe(false)
    expect(isKnown(context, 'POLRES-33.03', dayOf('2025-11-01'), dayOf('2025-11-30'))).toBe(false)
    expect(isKnown(context, 'POLRES-33.04', dayOf('2025-01-01'), dayOf('2025-01-31'))).toBe(false)
  })
  test('a month after everything held is not delivered', () => expect(isDelivered(context, 'POLRES-33.01', monthOf(dayOf('2026-03-01')))).toBe(false)) // prettier-ignore
})

test('coverage: who reported to the end, who is missing which months, what lies in quarantine', () => {
  const coverage = runQuery('overview.coverage', {}, context)
  expect(coverage).toMatchObject({
    units_expected: 5,
    units_reported: 2,
    units_quarantined: 1,
    unit_months_expected: 60,
    unit_months_delivered: 12 + 11 + 10 + 0 + 11,
    common_day: '2025-12-31',
    period: { from: '2025-01-01', to: '2025-12-31' },
    as_of_min: '2025-11-01T00:00:00+07:00',
    as_of_max: '2026-01-01T00:00:00+07:00',
  })
  expect(coverage.missing.map(({ unit, months }) => [unit, months.length])).toEqual([
    ['POLRES-33.02', 1],
    ['POLRES-33.03', 2],
    ['POLRES-33.04', 12],
    ['POLRES-33.05', 1],
  ])
  expect(runQuery('overview.totals', { unit: 'POLRES-33.04' }, context)).toMatchObject({ units_expected: 1, units_reported: 0, as_of_min: null }) // prettier-ignore
})

test('not reported is not zero', () => {
  const silent = runQuery('overview.keyFigures', { unit: 'POLRES-33.04' }, context).figures[0]
  expect(silent).toMatchObject({ metric: 'received', value: null, missing: 'not_reported' })
  const nil = runQuery('overview.keyFigures', { unit: 'POLRES-33.01' }, context).figures[0]
  expect(nil).toMatchObject({ value: 0, missing: null, low: 0 })
  const lines = runQuery('region.unitLines', { from: '2025-10-01', to: '2025-12-31' }, context)
  const months = (unit: string) => lines.find((line) => line.unit === unit)?.monthly.slice(-3).map(({ received }) => received) // prettier-ignore
  expect(months('POLRES-33.01')).toEqual([0, 0, 0])
  expect(months('POLRES-33.03')).toEqual([0, null, null])
  expect(months('POLRES-33.04')).toEqual([null, null, null])
})

test('the board', () => {
  const cells = boardCells(context, { months: 12 })
  const state = (unit: string, month: string) => cells.find((cell) => cell.unit === unit && cell.month === month)?.state
  expect(cells).toHaveLength(60)
  expect(state('POLRES-33.01', '2025-05')).toBe('delivered')
  expect(state('POLRES-33.02', '2025-05')).toBe('missing')
  expect(state('POLRES-33.05', '2025-12')).toBe('quarantined')
  expect(state('POLRES-33.05', '2025-01')).toBe('flagged')
  expect(cells.find((cell) => cell.unit === 'POLRES-33.05')).toMatchObject({ sequence: 1, flags: 1 })
  const early = smallNation([{ code: 'POLRES-33.01', months: [1] }, { code: 'POLRES-33.02', months: [1, 2] }], {}, '2025-03-12') // prettier-ignore
  const next = boardCells(early, { months: 2 })
  expect(next.map((cell) => [cell.unit.slice(-1), cell.month.slice(-1), cell.state])).toEqual([['1', '1', 'delivered'], ['1', '2', 'not_due'], ['2', '1', 'delivered'], ['2', '2', 'delivered']]) // prettier-ignore
  expect(runQuery('overview.coverage', { from: '2025-01-01', to: '2026-12-31' }, early)).toMatchObject({ unit_months_expected: 4, unit_months_delivered: 3 }) // prettier-ignore
})

test('a line counts all units under it that had to report, as the coverage strip does', () => {
  const nation = smallNation([
    { code: 'POLDA-A', level: 'polda', months: [1, 2, 3] },
    { code: 'POLRES-A.1', parent: 'POLDA-A', months: [1, 2, 3] },
    { code: 'POLRES-A.2', parent: 'POLDA-A', months: [1, 2] },
    { code: 'POLDA-B', level: 'polda', months: [1, 2, 3] },
  ])
  const filter = { from: '2025-02-01', to: '2025-03-31' }
  const [a, b] = runQuery('region.unitLines', filter, nation)
  expect(a?.delivery).toEqual([
    { month: '2025-02', state: 'delivered', reported: 3, expected: 3 },
    { month: '2025-03', state: 'missing', reported: 2, expected: 3 },
  ])
  expect(b?.delivery.at(-1)).toMatchObject({ reported: 1, expected: 1 })
  const { units_expected, units_reported } = runQuery('overview.coverage', filter, nation)
  const last = [a, b].map((line) => line!.delivery.at(-1)!)
  expect([units_reported, units_expected]).toEqual([
    last.reduce((sum, { reported }) => sum + reported, 0),
    last.reduce((sum, { expected }) => sum + expected, 0),
  ])
})

test('a Polsek is reported for by its Polres', () => {
  const nation = smallNation([
    { code: 'POLRES-33.01', months: [1, 2] },
    { code: 'POLSEK-33.01.01', level: 'polsek', parent: 'POLRES-33.01', months: [] },
  ])
  expect(runQuery('region.header', { unit: 'POLSEK-33.01.01' }, nation)).toMatchObject({ reporting_unit: 'POLRES-33.01', parents: [{ unit: 'POLRES-33.01' }] }) // prettier-ignore
  expect(runQuery('overview.totals', { unit: 'POLSEK-33.01.01' }, nation)).toMatchObject({ units_expected: 1, units_reported: 1 }) // prettier-ignore
  expect(runQuery('region.units', { unit: 'POLRES-33.01' }, nation)[0]).toMatchObject({ coverage: null })
})

test('a period that no export tells of is not reported, one that is told of without a case is zero', () => {
  const context = smallNation([
    { code: 'POLRES-33.01', months: [1, 2, 3, 4, 5, 6], cases: [caseOn('2025-02-03'), caseOn('2025-05-03')] },
    { code: 'POLRES-33.02', cases: [caseOn('2025-02-03')] },
  ])
  const received = (from: string, to: string, unit?: string) => {
    const filter = { from, to, ...(unit !== undefined && { unit }) }
    const [first] = runQuery('overview.keyFigures', filter, context).figures
    return first?.value ?? first?.missing
  }
  expect(received('2025-02-01', '2025-02-28')).toBe(2)
  expect(received('2025-04-01', '2025-04-30')).toBe(0)
  expect(received('2025-09-01', '2025-09-30')).toBe(0)
  expect(received('2025-09-01', '2025-09-30', 'POLRES-33.02')).toBe(0)
  expect(received('2025-09-01', '2025-09-30', 'POLRES-33.01')).toBe('not_reported')
  expect(received('2026-01-01', '2026-01-22')).toBe('not_reported')
  expect(received('1990-01-01', '1990-12-31')).toBe('not_reported')
  const open = runQuery('overview.keyFigures', { from: '2026-01-01', to: '2026-01-22' }, context).figures.find(({ metric }) => metric === 'open_over_90_days') // prettier-ignore
  expect(open).toMatchObject({ missing: null, denominator: 3 })
})
