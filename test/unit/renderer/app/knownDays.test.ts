import { expect, test } from 'vitest'
import { lastKnownDay, monthEnds } from '../../../../renderer/app/known/knownDays'
import { resolveFilter } from '../../../../renderer/state/defaults'
import { formatRoute, parseRoute } from '../../../../renderer/state/route'
import { translator } from '../../../../shared/messages/catalogue'
import { filterSentence } from '../../../../shared/messages/filterWords'
import { formats } from '../../../../shared/messages/format'

test('the last day that is over is counted in western Indonesia', () => {
  expect(lastKnownDay(Date.parse('2026-11-22T16:59:59Z'))).toBe('2026-11-21')
  expect(lastKnownDay(Date.parse('2026-11-22T17:00:00Z'))).toBe('2026-11-22')
})

test('ends of the months that are over, newest first, across a year', () => {
  expect(monthEnds(Date.parse('2026-02-28T16:00:00Z'), 3)).toEqual(['2026-01-31', '2025-12-31', '2025-11-30'])
  expect(monthEnds(Date.parse('2026-02-28T17:00:00Z'), 1)).toEqual(['2026-02-28'])
})

test('the day is part of the location and of the words; alone it leaves the other parts to the default', () => {
  const hash = '#/ikhtisar?from=2026-01-01&to=2026-03-31&known_on=2026-04-30'
  const { filter } = parseRoute(hash)
  expect(filter).toEqual({ from: '2026-01-01', to: '2026-03-31', known_on: '2026-04-30' })
  expect(formatRoute({ room: 'ikhtisar', filter, params: {} })).toBe(hash)
  expect(parseRoute('#/ikhtisar?known_on=2026-02-30').filter).toEqual({})
  expect(resolveFilter({ known_on: '2026-04-30' }, '2026-03-31')).toMatchObject({
    channels: ['walk_in', 'letter', 'email'],
    known_on: '2026-04-30',
  })
  const words = (language: 'id' | 'en') => filterSentence(filter, '', translator(language), formats(language))
  expect(words('id')).toContain('seperti diketahui pada 30 April 2026')
  expect(words('en')).toContain('as known on 30 April 2026')
})
