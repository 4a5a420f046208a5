/** Each clause of the rule on deadlines, in the figure, in the list of cases and on the case's own page. */
import { expect, test } from 'vitest'
import { createContext, type QueryContext } from '../../../electron/engine/analytics/context'
import { caseDeadlines } from '../../../electron/engine/analytics/deadlines'
import { runQuery } from '../../../electron/engine/analytics/run'
import type { Holiday, Rule } from '../../../shared/export/registry'
import { TABLES } from '../../../shared/export/tables'
import { caseOn, smallNation } from '../../helpers/smallNation'

const UNIT = 'POLRES-33.01'
const rule = (days: number, from: string, to: string | null, more: Partial<Rule> = {}): Rule => ({
  code: 'sp3d', title: { id: 'SP3D', en: 'SP3D' }, basis: `Perpol ${days}`, kind: 'regulation', from: 'received_at', to: 'progress_at',
  limit: { value: days, unit: 'working_days' }, applies: { subject: ['complaint'] }, effective_from: from, effective_to: to, ...more,
}) // prettier-ignore
const rules = [rule(20, '2024-03-01', '2025-06-30'), rule(5, '2025-07-01', null)]
const holiday = (date: string, kind: Holiday['kind'] = 'national_holiday'): Holiday => ({ date, name: 'x', kind, basis: 'SKB' }) // prettier-ignore
const holidays = [holiday('2025-01-01'), holiday('2025-04-01'), holiday('2025-04-02', 'cuti_bersama')]
type Given = { received: string; progress?: string }
const nation = (cases: readonly Given[], change: object = {}, months?: number[]) =>
  smallNation(
    [
      {
        code: UNIT,
        cases: cases.map(({ received, progress = '' }) => caseOn(received.slice(0, 10), { received_at: received, progress_at: progress })), // prettier-ignore
        ...(months && { months }),
      },
    ],
    { rules, holidays, ...change },
  )
const stateOf = (context: QueryContext) => runQuery('cases.page', {}, context).rows.map(({ deadline }) => deadline)
const figureOf = (context: QueryContext) => {
  const figure = runQuery('overview.keyFigures', {}, context).figures.find(({ metric }) => metric === 'sp3d_on_time')!
  return [figure.numerator, figure.denominator, figure.extra['pending'], figure.extra['blocked']]
}
const wib = (day: string, time = '10:00:00') => `${day}T${time}+07:00`

test('the rule in force on the day of receipt judges, not the one of the answer', () => {
  // Ten working days after receipt: in time by the rule until June, late by that from July.
  expect(stateOf(nation([{ received: wib('2025-06-30'), progress: wib('2025-07-14') }]))).toEqual(['on_time'])
  expect(stateOf(nation([{ received: wib('2025-07-01'), progress: wib('2025-07-15') }]))).toEqual(['late'])
  expect(stateOf(nation([{ received: wib('2024-02-28'), progress: wib('2024-03-05') }]))).toEqual(['none'])
})
test('three values: matured ones are the denominator, one answered early waits until its deadline has passed', () => {
  const cases = [
    { received: wib('2025-07-07'), progress: wib('2025-07-08') },
    { received: wib('2025-07-07') },
    { received: wib('2025-07-28'), progress: wib('2025-07-29') },
  ]
  const upToJuly = nation(cases, {}, [1, 2, 3, 4, 5, 6, 7])
  expect(stateOf(upToJuly).toSorted()).toEqual(['late', 'on_time', 'pending'])
  expect(figureOf(upToJuly)).toEqual([1, 2, 1, 0])
  expect(figureOf(nation(cases))).toEqual([2, 3, 0, 0])
})
test('working days: holidays are free, collective leave as the switch says', () => {
  const five = { rules: [rule(5, '2024-03-01', null)] }
  // Five working days after Thursday 27 March: Friday 4 April with 1 April free, Monday 7 April with 2 April free too.
  const given = nation([{ received: wib('2025-03-27'), progress: wib('2025-04-07') }], five)
  expect(stateOf(given)).toEqual(['on_time'])
  expect(stateOf(createContext({ ...given, settings: { cutiBersama: false } }))).toEqual(['late'])
})
test('a year without a calendar blocks the verdict and is counted apart', () => {
  const context = nation([{ received: wib('2025-12-29'), progress: wib('2025-12-30') }])
  expect(stateOf(context)).toEqual(['blocked'])
  expect(figureOf(context)).toEqual([0, 0, 0, 1])
})
test('days end in the zone of the unit', () => {
  const eastern = (context: QueryContext) => context.registry.registry.units.map((unit) => ({ ...unit, zone: '+09:00' as const })) // prettier-ignore
  const day = { rules: [rule(1, '2024-03-01', null)] }
  // 23:30 in the west is 01:30 of the next day in the east: its one working day is a day later.
  const cases = [{ received: wib('2025-07-07', '23:30:00'), progress: wib('2025-07-09', '08:00:00') }]
  const west = nation(cases, day)
  expect(stateOf(west)).toEqual(['late'])
  expect(stateOf(nation(cases, { ...day, units: eastern(west) }))).toEqual(['on_time'])
})
test('basis and kind stand with the case and with the figure', () => {
  const context = nation([{ received: wib('2025-07-07') }])
  const values = TABLES.cases.columns.map(({ name }) => ({ unit_code: UNIT, subject: 'complaint', received_at: wib('2025-07-07') })[name as string] ?? '') // prettier-ignore
  const [deadline] = caseDeadlines(values, context.registry, wib('2025-08-01'), { cutiBersama: true })
  expect(deadline).toMatchObject({ basis: 'Perpol 5', kind: 'regulation', due_at: wib('2025-07-14', '23:59:59'), state: 'late' }) // prettier-ignore
  const told = (period: object) => runQuery('overview.coverage', period, context).rules.map(({ basis, kind }) => [basis, kind]) // prettier-ignore
  expect(told({ from: '2025-07-01' })).toEqual([['Perpol 5', 'regulation']])
  expect(told({})).toEqual([['Perpol 20', 'regulation'], ['Perpol 5', 'regulation']]) // prettier-ignore
  expect(runQuery('channel.oversight', {}, context).rule).toMatchObject({ basis: 'Perpol 5', kind: 'regulation' })
})
