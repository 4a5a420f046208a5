import { describe, expect, test } from 'vitest'
import { WorkCalendar } from '../../../shared/domain/calendar'
import { appliesTo, dueAfter, inForce, lastMoment, verdict } from '../../../shared/domain/rule'
import { dayOf, dayText, momentOf, momentText } from '../../../shared/domain/time'
import type { Holiday, Rule } from '../../../shared/export/registry'

const WIB = 7 * 3600
const holidays = [
  ['2026-03-19', 'national_holiday'],
  ['2026-03-20', 'national_holiday'],
  ['2026-03-23', 'cuti_bersama'],
].map(([date, kind]): Holiday => ({ date: date!, name: 'x', kind: kind as Holiday['kind'], basis: 'SKB' }))
const rule = (limit: Rule['limit'], applies: Rule['applies'] = {}): Rule => ({
  code: 'sp3d-20', title: { id: 'a', en: 'a' }, basis: 'Perpol 2/2024', kind: 'regulation', from: 'received_at', to: 'progress_at', limit, applies,
  effective_from: '2024-03-01', effective_to: '2026-12-31',
}) // prettier-ignore
const due = (limit: Rule['limit'], from: string, cutiBersama = true) => {
  const after = dueAfter(rule(limit), momentOf(from), WIB, new WorkCalendar(holidays, cutiBersama))
  return after === null ? null : momentText(lastMoment(after), WIB)
}

describe('working days', () => {
  const calendar = new WorkCalendar(holidays, true)
  test('holidays and collective leave are free; the day of receipt is not counted', () => {
    expect(dayText(calendar.addWorkingDays(dayOf('2026-03-17'), 1)!)).toBe('2026-03-18')
    expect(dayText(calendar.addWorkingDays(dayOf('2026-03-18'), 1)!)).toBe('2026-03-24')
  })
  test('collective leave is a switch', () => {
    expect(dayText(new WorkCalendar(holidays, false).addWorkingDays(dayOf('2026-03-18'), 1)!)).toBe('2026-03-23')
  })
  test('a year without a calendar blocks, also on the way', () => {
    expect(calendar.addWorkingDays(dayOf('2026-12-31'), 1)).toBeNull()
    expect(calendar.addWorkingDays(dayOf('2026-12-15'), 20)).toBeNull()
    expect(calendar.addWorkingDays(dayOf('2025-12-31'), 1)).not.toBeNull()
  })
})

describe('due moments', () => {
  test.each([
    [{ value: 20, unit: 'working_days' }, '2026-03-02T10:00:00+07:00', '2026-04-02T23:59:59+07:00'],
    [{ value: 3, unit: 'days' }, '2026-03-02T23:59:59+07:00', '2026-03-05T23:59:59+07:00'],
    [{ value: 72, unit: 'hours' }, '2026-03-02T10:00:01+07:00', '2026-03-05T10:00:01+07:00'],
  ] as const)('%j from %s', (limit, from, expected) => expect(due(limit, from)).toBe(expected))
  test('the day is that of the zone, not of the written offset', () => {
    expect(due({ value: 1, unit: 'days' }, '2026-03-03T01:30:00+09:00')).toBe('2026-03-03T23:59:59+07:00')
  })
})

describe('verdicts', () => {
  const at = (text: string) => momentOf(`${text}+07:00`)
  const from = at('2026-03-02T10:00:00')
  const after = at('2026-04-03T00:00:00')
  test('matured only when the deadline has passed', () => {
    expect(verdict(from, at('2026-03-10T00:00:00'), after, at('2026-04-02T23:59:59'))).toBe('pending')
    expect(verdict(from, at('2026-03-10T00:00:00'), after, after)).toBe('on_time')
    expect(verdict(from, at('2026-04-02T23:59:59'), after, after)).toBe('on_time')
    expect(verdict(from, at('2026-04-03T00:00:00'), after, at('2026-05-01T00:00:00'))).toBe('late')
    expect(verdict(from, null, after, after)).toBe('late')
    expect(verdict(from, null, after, at('2026-04-02T00:00:00'))).toBe('pending')
  })
  test('no start, an answer before the start, no calendar', () => {
    expect(verdict(null, null, null, after)).toBe('none')
    expect(verdict(from, at('2026-03-01T00:00:00'), after, after)).toBe('none')
    expect(verdict(from, null, null, after)).toBe('blocked')
  })
  test('in force, and spoken of', () => {
    const sp3d = rule({ value: 20, unit: 'working_days' }, { subject: ['complaint'] })
    expect([inForce(sp3d, '2024-02-29'), inForce(sp3d, '2024-03-01'), inForce(sp3d, '2026-12-31')]).toEqual([false, true, true]) // prettier-ignore
    expect(inForce(sp3d, '2027-01-01')).toBe(false)
    expect(appliesTo(sp3d, () => 'complaint')).toBe(true)
    expect(appliesTo(sp3d, () => null)).toBe(false)
  })
})
