/** Key figures beside the year before: a value, nought, too few, or not reported, each in its own words. */
import { expect, test } from 'vitest'
import { besideLastYear, lastYearLine } from '../../../../renderer/rooms/kanal/lastYear'
import { countKey } from '../../../../renderer/rooms/kanal/keys'
import { textIn } from '../../../../renderer/text/useText'

const words = textIn('id')
const none = { value: null, missing: 'insufficient', low: null, high: null, numerator: 0, denominator: 0 } as const
const of = (value: number, denominator: number | null = null) => ({ ...none, value, missing: null, denominator })
const period = { from: '2025-01-01', to: '2025-03-31' }
const year = { ...period, figures: { cases: of(0), within_72h: of(0.875, 400), first_response: of(2.5), per_session: of(3.25), before_viral: none } } // prettier-ignore

test.each([
  ['messages', 'TW I 2025: 0'],
  ['posts', 'TW I 2025: 0'],
  ['within72', 'TW I 2025: 87,5%'],
  ['firstResponse', 'TW I 2025: 2,5 hari'],
  ['beforeViral', 'TW I 2025: data tidak cukup'],
  ['resolved30', 'TW I 2025: tidak tercakup'],
  ['resolved', ''],
] as const)('%s', (name, told) => expect(lastYearLine(name, year, words)).toBe(told))

test('a year that is not covered says so, and never looks like nought', () => {
  const line = lastYearLine('messages', { ...period, figures: null }, words)
  expect(line).toContain('tidak tercakup')
  expect(line).not.toMatch(/: 0/)
  const [view] = besideLastYear([countKey('messages', 12, 'cases', '', words, ['satu'])], year, words)
  expect(view!.lines).toEqual(['satu', lastYearLine('messages', year, words)])
})
