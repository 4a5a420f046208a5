import { expect, test } from 'vitest'
import { dayOfText, localDay } from '../../../../renderer/ui/localDay'

test('a day is written day, month, year, and read back from how people type it', () => {
  expect(localDay('2026-02-03')).toBe('03/02/2026')
  for (const text of ['3/2/2026', '03-02-2026', ' 3.2.2026 ', '03 02 2026', '2026-02-03'])
    expect(dayOfText(text), text).toBe('2026-02-03')
})

test('what is no day of the calendar is none', () => {
  for (const text of ['', '3/2/26', '30/02/2026', '2/13/2026', '2026-2-3', 'kemarin', '3/2/2026 x'])
    expect(dayOfText(text), text).toBe('')
  expect([localDay(''), localDay('2026')]).toEqual(['', ''])
})
