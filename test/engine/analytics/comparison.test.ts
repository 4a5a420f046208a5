import { describe, expect, test } from 'vitest'
import { caseDeadlines } from '../../../electron/engine/analytics/deadlines'
import { runQuery } from '../../../electron/engine/analytics/run'
import { TABLES } from '../../../shared/export/tables'
import { caseOn, smallNation } from '../../helpers/smallNation'

const days = (from: string, count: number) => Array.from({ length: count }, (_, i) => new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10)) // prettier-ignore

describe('the year before', () => {
  const cases = [...days('2024-10-05', 4), ...days('2025-10-05', 7)].map((day) => caseOn(day))
  const quarter = { from: '2025-10-01', to: '2025-12-31' }
  test('where the exports tell about it', () => {
    const nation = smallNation([{ code: 'POLRES-33.01', cases, coverageFrom: '2024-01-01' }])
    const { figures, last_year } = runQuery('overview.keyFigures', quarter, nation)
    expect(last_year).toEqual({ from: '2024-10-01', to: '2024-12-31' })
    expect(figures[0]).toMatchObject({ value: 7, last_year: { value: 4 } })
    expect(runQuery('region.channels', quarter, nation).find((line) => line.channel === 'letter')).toMatchObject({ received: 7, last_year: 4 }) // prettier-ignore
  })
  test('not where one unit that reported does not cover it', () => {
    const nation = smallNation([{ code: 'POLRES-33.01', cases, coverageFrom: '2024-01-01' }, { code: 'POLRES-33.02', coverageFrom: '2024-10-02' }]) // prettier-ignore
    expect(runQuery('overview.keyFigures', quarter, nation).figures[0]).toMatchObject({ value: 7, last_year: null })
  })
  test('a stock needs more of the past than a flow', () => {
    const nation = smallNation([{ code: 'POLRES-33.01', cases, coverageFrom: '2024-09-01' }])
    const { figures } = runQuery('overview.keyFigures', quarter, nation)
    expect(figures[0]?.last_year).not.toBeNull()
    expect(figures.find((figure) => figure.metric === 'open_over_90_days')?.last_year).toBeNull()
    expect(runQuery('region.backlog', quarter, nation).last_year).toBeNull()
  })
})

describe('the trend', () => {
  const even = days('2025-01-01', 365).map((day) => caseOn(day))
  test('limits from the first twelve months, points beyond them as signals', () => {
    const nation = smallNation([{ code: 'POLRES-33.01', cases: even }])
    const trend = runQuery('overview.trend', {}, nation)
    expect(trend).toMatchObject({ kind: 'xmr', baseline: { from: '2025-01', to: '2025-12', points: 12 } })
    expect(trend.mean).toBeCloseTo(365 / 12, 9)
    expect(trend.points.map((point) => point.received)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    expect(trend.signals).toEqual([])
  })
  test('under twelve months a run chart without limits', () => {
    const nation = smallNation([{ code: 'POLRES-33.01', cases: even, months: [1, 2, 3, 4, 5, 6] }])
    expect(runQuery('overview.trend', {}, nation)).toMatchObject({ kind: 'run', mean: null, baseline: null, signals: [] })
  }) // prettier-ignore
  test('rare cases: the days between them instead of counts by month', () => {
    const every = (gap: number, year: string) => days(`${year}-01-01`, 365).filter((_, i) => i % gap === 0)
    const gapsOf = (list: string[]) => {
      const nation = smallNation([{ code: 'POLRES-33.01', cases: list.map((day) => caseOn(day)) }])
      return runQuery('overview.trend', {}, nation)
    }
    // Every fourteenth day: 27 a year, 13 free days between; then nothing for the last 100 days.
    const even = gapsOf(every(14, '2025'))
    expect(even).toMatchObject({ kind: 'g', mean: null, signals: [] })
    expect(even.rare?.per_month).toBeCloseTo(27 / 12, 12)
    expect(new Set(even.rare?.gaps.map((gap) => gap.days))).toEqual(new Set([13]))
    expect(even.rare).toMatchObject({
      mean: Math.LN2 * 13,
      lower: 0,
      baseline: { from: '2025-01-01', to: '2025-06-18' },
    })
    expect(even.rare?.upper).toBeCloseTo(13 + 3 * Math.sqrt(13 * 14), 12)
    expect(even.rare?.open).toEqual({ since: '2025-12-31', days: 0, beyond: false })
    const silent = gapsOf(every(14, '2025').filter((day) => day < '2025-09-20'))
    expect(silent.rare?.open).toEqual({ since: '2025-09-10', days: 112, beyond: true })
    const few = gapsOf(every(60, '2025'))
    expect(few).toMatchObject({ kind: 'run', mean: null })
    expect(few.rare).toBeUndefined()
    const one = gapsOf(Array.from({ length: 14 }, () => '2025-03-03'))
    expect(one).toMatchObject({ kind: 'run', flat: { value: 0, of: 'gaps' }, signals: [] })
    expect(one.rare).toBeUndefined()
  })
  test('a share against limits of its own each month, as wide as the months spread', () => {
    const cases = days('2025-01-01', 365).map((day, i) =>
      caseOn(day, { first_response_at: `${day}T${i % 5 === 0 ? '10:30' : '11:00'}:00+07:00` }),
    )
    const nation = smallNation([{ code: 'POLRES-33.01', cases }])
    const trend = runQuery('overview.trend', { metric: 'share_first_response_72h' }, nation)
    // Every month of the base is 100 %: limits would have no width, so nothing is judged.
    expect(trend).toMatchObject({ kind: 'run', metric: 'share_first_response_72h', flat: { value: 1, of: 'months' }, mean: null, signals: [] }) // prettier-ignore
    expect(trend.points.every((point) => point.value === 1 && point.signal === null)).toBe(true)
    const rate = runQuery('overview.trend', { metric: 'received_per_100k' }, nation)
    expect(rate).toMatchObject({ kind: 'u', metric: 'received_per_100k' })
    expect(rate.mean).toBeCloseTo(365 / 12 / 5, 12)
    const march = rate.points[2]!
    expect([march.received, march.of]).toEqual([31, 5])
    expect(march.value).toBeCloseTo(31 / 5, 12)
    expect(march.upper).toBeCloseTo(rate.mean! + 3 * Math.sqrt(rate.mean! / 5), 9)
    expect(rate.signals).toEqual([])
    const none = runQuery('overview.trend', { metric: 'sp3d_on_time' }, nation)
    expect(none.points.every((point) => point.value !== undefined)).toBe(true)
  })
  test('a month that few units reported is no signal', () => {
    const units = ['1', '2', '3', '4'].map((n) => ({ code: `POLRES-33.0${n}`, cases: even }))
    const late = units.map((unit, i) => (i < 2 ? { ...unit, months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] } : unit))
    const trend = runQuery('overview.trend', {}, smallNation(late))
    expect(trend.points.at(-1)).toMatchObject({ month: '2025-12', complete: false, reported: 2, expected: 4, signal: null }) // prettier-ignore
  })
})

test('the map: rates by people, exact tails, areas, coverage beside them', () => {
  const nation = smallNation([
    { code: 'POLDA-A', level: 'polda', population: 1_000_000, cases: days('2025-02-01', 10).map((day) => caseOn(day)) },
    { code: 'POLDA-B', level: 'polda', population: 1_000_000, cases: days('2025-02-01', 30).map((day) => caseOn(day)) },
  ])
  const map = runQuery('overview.map', {}, nation)
  expect(map.target).toBeCloseTo(2, 12)
  expect(map.units.map((unit) => [unit.unit, unit.received, unit.rate, unit.expected])).toEqual([['POLDA-A', 10, 1, 20], ['POLDA-B', 30, 3, 20]]) // prettier-ignore
  expect(map.units.map((unit) => unit.flag)).toEqual(['low_alert', 'high_alert'])
})

test('one odd row does not take the others with it: closed before receipt, in 1900 and in 3019', () => {
  const closed = (at: string) => ({ status: 'closed', closed_at: at, outcome: 'action_taken' })
  const nation = smallNation([
    {
      code: 'POLRES-33.01',
      cases: [
        caseOn('2025-02-03', closed('2025-02-13T10:00:00+07:00')),
        caseOn('2025-02-03', closed('2025-02-23T10:00:00+07:00')),
        caseOn('2025-02-03', closed('2025-02-01T10:00:00+07:00')),
        caseOn('2025-02-03', closed('1900-01-05T10:00:00+07:00')),
        caseOn('2025-02-03', closed('3019-01-05T10:00:00+07:00')),
      ],
    },
  ])
  const curve = runQuery('durations.curve', { stage: 'close' }, nation)
  expect(curve).toMatchObject({ n: 3, events: 3, median: 20, left_out_negative: 2 })
  const far = (Date.UTC(3019, 0, 5) - Date.UTC(2025, 1, 3)) / 86_400_000
  expect(curve.mean_of_closed).toBeCloseTo((10 + 20 + far) / 3, 9)
  expect(runQuery('overview.byMonth', {}, nation).filter((line) => line.closed > 0)).toEqual([
    { month: '1900-01', received: 0, closed: 1 },
    { month: '2025-02', received: 5, closed: 3 },
    { month: '3019-01', received: 0, closed: 1 },
  ])
  expect(runQuery('overview.totals', {}, nation)).toMatchObject({ received: 5, closed: 5, open: 1 })
  expect(runQuery('cases.page', { search: 'case-04' }, nation).rows[0]?.closed_at).toBe('3019-01-05T10:00:00+07:00')
})

test('the deadlines of one case', () => {
  const nation = smallNation([{ code: 'POLRES-33.01' }])
  const values = (more: Record<string, string>) => {
    const held: Record<string, string | undefined> = { unit_code: 'POLRES-33.01', ...caseOn('2025-03-03', { subject: 'complaint', channel: 'social_media', ...more }) } // prettier-ignore
    return TABLES.cases.columns.map((column) => held[column.name] ?? '')
  }
  const of = (more: Record<string, string>, asOf: string) => caseDeadlines(values(more), nation.registry, asOf, { cutiBersama: true }) // prettier-ignore
  const answered = { first_response_at: '2025-03-04T10:00:00+07:00', progress_at: '2025-03-20T08:00:00+07:00' }
  const lines = of(answered, '2025-04-01T00:00:00+07:00')
  expect(lines.map(({ rule, due_at, state }) => [rule, due_at, state])).toEqual([
    ['sp3d', '2025-03-17T23:59:59+07:00', 'late'],
    ['result', '2025-04-29T23:59:59+07:00', 'pending'],
    ['viral', '2025-03-06T10:00:00+07:00', 'on_time'],
  ])
  expect(of({}, '2025-03-05T00:00:00+07:00').map(({ state, due_at }) => [state, due_at !== null])).toEqual([['pending', true], ['none', false], ['pending', true]]) // prettier-ignore
})
