import { describe, expect, test } from 'vitest'
import { FAR_FUTURE, FAR_PAST, FRIDAY, cut, dayAt, dayOf, dayStart, dayText, momentOf, momentText, monthOf, monthStart, monthText, weekday, yearBefore } from '../../../shared/domain/time' // prettier-ignore

const WIB = 7 * 3600
const WIT = 9 * 3600

describe('moments', () => {
  test.each(['2000-01-01T00:00:00+07:00', '2025-12-31T23:59:59+09:00', '1999-02-28T12:34:56+08:00'])('%s comes back', (text) => {
    expect(momentText(momentOf(text), Number(text.slice(20, 22)) * 3600)).toBe(text)
    expect(momentOf(text) * 1000).toBe(Date.parse(text) - Date.UTC(2000, 0, 1))
  }) // prettier-ignore
  test('what is none is NaN', () => expect(momentOf('2025-02-30T00:00:00+07:00')).toBeNaN())
  test('beyond a column they are cut, in order', () => {
    expect(cut(momentOf('3019-01-01T00:00:00+07:00'))).toBe(FAR_FUTURE)
    expect(cut(momentOf('1900-01-01T00:00:00+07:00'))).toBe(FAR_PAST)
  })
})

describe('days and months', () => {
  test('a day begins at midnight of its zone', () => {
    const moment = momentOf('2025-03-31T16:59:59+07:00')
    expect(dayText(dayAt(moment, WIB))).toBe('2025-03-31')
    expect(dayText(dayAt(momentOf('2025-03-31T23:30:00+07:00'), WIT))).toBe('2025-04-01')
    expect(dayStart(dayOf('2025-04-01'), WIT)).toBe(momentOf('2025-03-31T22:00:00+07:00'))
  })
  test('before 2000 too', () => {
    expect(dayText(-1)).toBe('1999-12-31')
    expect(monthText(monthOf(dayOf('1969-07-20')))).toBe('1969-07')
  })
  test('months', () => {
    expect(monthText(monthOf(dayOf('2025-03-17')))).toBe('2025-03')
    expect(dayText(monthStart(monthOf(dayOf('2024-02-10'))))).toBe('2024-02-01')
    expect(monthOf(dayOf('2024-02-29'))).toBe(monthOf(dayOf('2024-02-10')))
  })
  test('weekdays', () => {
    expect(weekday(dayOf('2026-11-20'))).toBe(FRIDAY)
    expect(weekday(dayOf('1999-12-31'))).toBe(FRIDAY)
    expect(weekday(dayOf('2026-11-22'))).toBe(0)
  })
  test('a year before', () => {
    expect(yearBefore('2024-02-29')).toBe('2023-02-28')
    expect(yearBefore('2026-03-31')).toBe('2025-03-31')
  })
})

test('the text of a day is the calendar’s, over 800 years', () => {
  for (let day = -150_000; day < 150_000; day += 17) {
    const date = new Date(Date.UTC(2000, 0, 1) + day * 86_400_000)
    expect(dayText(day)).toBe(date.toISOString().slice(0, 10))
  }
})
