/** When a Friday of Jumat Curhat is judged: once the reports tell of the whole week in which a session counts for it. */
import { expect, test } from 'vitest'
import { runQuery } from '../../../electron/engine/analytics/run'
import { smallNation, type SmallUnit } from '../../helpers/smallNation'

const UNIT = 'POLRES-33.01'
/** 31 October 2025 is a Friday and the last day of its month; the session of its week was moved to the Saturday. */
const sessions = [{ unit_code: UNIT, held_on: '2025-11-01' }]
const months = (last: number) => Array.from({ length: last }, (_, i) => i + 1)
const week = (unit: Omit<SmallUnit, 'code'>, period: { from: string; to: string }, others: SmallUnit[] = []) => {
  const nation = smallNation([{ code: UNIT, sessions, ...unit }, ...others])
  const { calendar } = runQuery('channel.community', { ...period, unit: UNIT }, nation)
  return { state: calendar!.lines[0]?.cells[0]?.state, ...calendar!.total }
}
const OCTOBER = { from: '2025-10-31', to: '2025-10-31' }

test('a report up to the Friday says nothing of the weekend: not due while nobody tells of it', () => {
  const notYet = { state: 'not_due', due: 0, held: 0, not_reported: 0 }
  expect(week({ months: months(10) }, OCTOBER)).toMatchObject(notYet)
  const held = [{ unit_code: UNIT, held_on: '2025-10-31' }]
  expect(week({ months: months(10), sessions: held }, OCTOBER)).toMatchObject(notYet)
})
test('… and not reported, neither missed nor held, once another unit does', () => {
  const other: SmallUnit = { code: 'POLRES-33.02', months: months(11) }
  expect(week({ months: months(10) }, OCTOBER, [other])).toMatchObject({
    state: 'not_reported',
    due: 0,
    held: 0,
    not_reported: 1,
  })
})
test('the next report tells of the Sunday: due, and held by the session of the Saturday', () => {
  expect(week({ months: months(11) }, OCTOBER)).toMatchObject({ state: 'held', due: 1, held: 1, missed: 0 })
  expect(week({ months: months(11), sessions: [] }, OCTOBER)).toMatchObject({ state: 'missed', due: 1, held: 0 })
})
test('a week that began before the coverage may have had its session then', () => {
  // Friday 3 January 2025, its week from Monday 30 December 2024.
  const first = { from: '2025-01-01', to: '2025-01-05' }
  expect(week({}, first)).toMatchObject({ state: 'not_reported', due: 0 })
  expect(week({ coverageFrom: '2024-12-30' }, first)).toMatchObject({ state: 'missed', due: 1 })
})
