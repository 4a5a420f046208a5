/** Charts of the channels by the month: what the base is, which limits, what is never judged. */
import { describe, expect, test } from 'vitest'
import { monthChart } from '../../../electron/engine/analytics/channels/chart'
import { runQuery } from '../../../electron/engine/analytics/run'
import { caseOn, smallNation } from '../../helpers/smallNation'

const two = (value: number) => String(value).padStart(2, '0')
/** Four sessions a month of 2025 with `issues` each. */
const monthly = (unit: string, issues: (month: number) => number) =>
  Array.from({ length: 12 }, (_, i) => i + 1).flatMap(
    (month) =>
    [3, 10, 17, 24].map((day) => ({ unit_code: unit, held_on: `2025-${two(month)}-${two(day)}`, issues_raised: String(issues(month)) })), // prettier-ignore
  )

describe('issues per session', () => {
  const issues = (month: number) => (month === 9 ? 9 : 2)
  const nation = smallNation([{ code: 'POLRES-33.01', sessions: monthly('POLRES-33.01', issues) }])
  const { chart, per_session: rate } = runQuery('channel.community', {}, nation).issues
  const mean = (11 * 4 * 2 + 4 * 9) / 48

  test('a u chart over twelve whole months: ū ± 3 √(ū/n)', () => {
    expect(rate).toMatchObject({ value: mean, numerator: 124, denominator: 48 })
    expect(chart).toMatchObject({ kind: 'u', sigma_z: null })
    expect(chart.centre).toBeCloseTo(mean, 12)
    for (const point of chart.points) {
      expect(point.upper).toBeCloseTo(mean + 3 * Math.sqrt(mean / 4), 12)
      expect(point.lower).toBeCloseTo(Math.max(0, mean - 3 * Math.sqrt(mean / 4)), 12)
      expect(point.laney_upper).toBeNull()
    }
    expect(chart.points.find((point) => point.month === '2025-09')).toMatchObject({ value: 9, signal: 'outside' })
    expect(chart.signals).toContainEqual({ kind: 'outside', from: '2025-09', to: '2025-09', direction: 'up' })
  })
  test('the first day of the period moves neither base nor limits', () => {
    const later = runQuery('channel.community', { from: '2025-06-01' }, nation).issues.chart
    expect(later.centre).toBe(chart.centre)
    expect(later.points).toEqual(chart.points)
  })
  test('months that are not reported are no base: without twelve there is a run chart without limits', () => {
    const months = [1, 2, 3, 4, 5, 6, 7, 8]
    const short = smallNation([
      {
        code: 'POLRES-33.01',
        months,
        sessions: monthly('POLRES-33.01', issues).filter((one) => one.held_on < '2025-09'),
      },
      { code: 'POLRES-33.02', sessions: monthly('POLRES-33.02', () => 2) },
    ])
    const run = runQuery('channel.community', {}, short).issues.chart
    expect(run).toMatchObject({ kind: 'run', centre: null, signals: [] })
    expect(run.points.map((point) => point.complete)).toEqual([...months.map(() => true), false, false, false, false])
    expect(run.points.every((point) => point.upper === null)).toBe(true)
  })
})

test.each([
  ['p', 8, 1],
  ['p', 0, 0],
  ['u', 0, 0],
] as const)('%s: a baseline of %i in 8 every month judges nothing, whatever comes after', (kind, numerator, flat) => {
  const nation = smallNation([{ code: 'POLRES-33.01', coverageFrom: '2024-07-01', cases: [caseOn('2025-01-01')] }])
  // The last months differ as much as they can.
  const counts = (month: number) => ({ numerator: month < 12 * 25 + 9 ? numerator : 8 - numerator, denominator: 8 })
  const chart = monthChart(nation, kind, {}, nation.registry.units, counts)
  expect(chart.points.length).toBeGreaterThan(12)
  expect(chart).toMatchObject({ kind: 'run', flat, centre: null, sigma_z: null, signals: [] })
  for (const point of chart.points)
    expect(point).toMatchObject({ signal: null, lower: null, upper: null, laney_upper: null })
})

test('months that spread less than chance are judged by chance', () => {
  const nation = smallNation([{ code: 'POLRES-33.01', cases: [caseOn('2025-01-01')] }])
  const counts = (month: number) => ({ numerator: month % 12 === 5 ? 5 : 4, denominator: 8 })
  const chart = monthChart(nation, 'p', {}, nation.registry.units, counts)
  expect(chart.kind).toBe('p')
  expect(chart.sigma_z).toBeLessThan(0.2)
  expect(chart.points).toHaveLength(12)
  for (const { lower, upper, laney_lower, laney_upper } of chart.points) expect([laney_lower, laney_upper]).toEqual([lower, upper]) // prettier-ignore
  expect(chart.signals).toEqual([])
})

test('answered in the second in which it went viral is not too late, on the page as in the question', () => {
  const at = (day: string, hour: number) => `2025-03-${day}T${hour}:00:00+07:00`
  const social = (day: string, hour: number) =>
    caseOn(`2025-03-${day}`, { channel: 'social_media', viral_at: at(day, 12), first_response_at: at(day, hour) })
  const told = (hours: readonly number[]) => {
    const nation = smallNation([{ code: 'POLRES-33.01', cases: hours.map((hour, i) => social(`1${i}`, hour)) }])
    const question = runQuery('overview.questions', {}, nation).items.find(
      ({ signal }) => signal === 'viral_unanswered',
    )
    const { numerator, denominator } = runQuery('channel.social', {}, nation).before_viral
    return [numerator, denominator, question?.evidence['cases'] ?? 0]
  }
  expect(told([12, 12, 12])).toEqual([3, 3, 0])
  expect(told([11, 12, 13, 14])).toEqual([2, 4, 2])
})

test('nothing, not reported and not applicable are three things', () => {
  const nation = smallNation([
    { code: 'POLRES-33.01', sessions: [] },
    { code: 'POLRES-33.02', months: [] },
  ])
  const line = (unit: string) => runQuery('channel.community', { unit }, nation).calendar!
  expect(line('POLRES-33.01').total).toMatchObject({ due: 49, held: 0, missed: 49, holiday: 2, not_reported: 1, share: { value: 0 } }) // prettier-ignore
  expect(line('POLRES-33.02').total).toMatchObject({ due: 0, missed: 0, not_reported: 50, share: { value: null } })
  const social = runQuery('channel.social', {}, nation)
  expect([social.coverage.operating, social.within_72h.value, social.within_72h.missing]).toEqual([0, null, 'insufficient']) // prettier-ignore
})

test('a programme that no case names has none, and the cases without a programme stay without', () => {
  const cases = ['', '', 'lapor'].map((programme, i) => caseOn(`2025-03-0${i + 1}`, { channel: 'whatsapp', programme }))
  const programmes = ['lapor', 'curhat'].map((code) => ({ code, name: code, channel: 'whatsapp' as const, units: [] }))
  const nation = smallNation([{ code: 'POLRES-33.01', cases }], { programmes })
  const lines = runQuery('channel.messages', {}, nation).by_programme.map((line) => [line.code, line.cases])
  expect(lines).toEqual([['lapor', 1], ['curhat', 0], [null, 2]]) // prettier-ignore
})
