import { expect, test } from 'vitest'
import { ROOM_IDS } from '../../../../renderer/state/roomIds'
import { formatRoute, isDay, parseRoute, patchFilter } from '../../../../renderer/state/route'
import { CHANNELS } from '../../../../shared/export/enums'

test('a location is read and written back the same', () => {
  const hash =
    '#/kasus?from=2026-07-01&to=2026-09-30&unit=POLDA-JATENG&channels=walk_in,letter,email&subjects=complaint&statuses=received&q=ATTJ&sort=age'
  const route = parseRoute(hash)
  expect(route).toEqual({
    room: 'kasus',
    filter: {
      from: '2026-07-01',
      to: '2026-09-30',
      unit: 'POLDA-JATENG',
      channels: ['walk_in', 'letter', 'email'],
      subjects: ['complaint'],
      statuses: ['received'],
    },
    params: { q: 'ATTJ', sort: 'age' },
  })
  expect(formatRoute(route)).toBe(hash)
})

test('codes are written in the order of the format, whatever the order asked', () => {
  const asked = parseRoute('#/ikhtisar?channels=email,walk_in&from=2026-01-01&to=2026-03-31')
  expect(formatRoute(asked)).toBe('#/ikhtisar?from=2026-01-01&to=2026-03-31&channels=walk_in,email')
})

test.each([
  ['an unknown room', '#/rahasia?unit=POLDA-ACEH', { room: 'ikhtisar', filter: { unit: 'POLDA-ACEH' }, params: {} }],
  ['an empty hash', '', { room: 'ikhtisar', filter: {}, params: {} }],
  [
    'a day that does not exist',
    '#/ikhtisar?from=2026-02-30&to=2026-03-31',
    { room: 'ikhtisar', filter: {}, params: {} },
  ],
  ['days in the wrong order', '#/ikhtisar?from=2026-03-31&to=2026-01-01', { room: 'ikhtisar', filter: {}, params: {} }],
  ['half a period', '#/ikhtisar?from=2026-03-31', { room: 'ikhtisar', filter: {}, params: {} }],
  ['a unit that is none', '#/ikhtisar?unit=<img src=x>', { room: 'ikhtisar', filter: {}, params: {} }],
  ['an unknown channel', '#/ikhtisar?channels=fax', { room: 'ikhtisar', filter: {}, params: {} }],
  [
    'one known channel of two',
    '#/ikhtisar?channels=fax,email',
    { room: 'ikhtisar', filter: { channels: ['email'] }, params: {} },
  ],
  ['a parameter of no room', '#/kasus?evil=1&q=a', { room: 'kasus', filter: {}, params: { q: 'a' } }],
  ['a parameter of another room', '#/ikhtisar?q=a', { room: 'ikhtisar', filter: {}, params: {} }],
  ['a control character', '#/kasus?q=a%00b', { room: 'kasus', filter: {}, params: {} }],
  ['a text too long', `#/kasus?q=${'a'.repeat(201)}`, { room: 'kasus', filter: {}, params: {} }],
  ['a name of the prototype', '#/kasus?__proto__=1&constructor=2', { room: 'kasus', filter: {}, params: {} }],
])('%s is dropped', (_, hash, expected) => {
  expect(parseRoute(hash)).toEqual(expected)
})

test('addressees and programmes are read back the same; what no code can be is dropped', () => {
  const hash = '#/kasus?channels=whatsapp&addressees=kapolres,none&programmes=matur-pak-kapolres,.'
  const { filter } = parseRoute(hash)
  expect(filter).toEqual({
    channels: ['whatsapp'],
    addressees: ['kapolres', 'none'],
    programmes: ['matur-pak-kapolres', '.'],
  })
  expect(formatRoute(parseRoute(hash))).toBe(hash)
  expect(parseRoute(`#/kasus?addressees=camat&programmes=<img>,Ä,,${'a'.repeat(99)}`).filter).toEqual({})
})

test('all of a list is the same as none of it', () => {
  expect(parseRoute(`#/ikhtisar?channels=${CHANNELS.join(',')}`).filter).toEqual({})
})

test('text survives the way through the location', () => {
  for (const q of ['a & b=c', 'Pólisi #1?', '100% "ya"']) {
    expect(parseRoute(formatRoute({ room: 'kasus', filter: {}, params: { q } })).params).toEqual({ q })
  }
})

test('every room has its own location', () => {
  for (const room of ROOM_IDS) expect(parseRoute(formatRoute({ room, filter: {}, params: {} })).room).toBe(room)
})

test('a patch changes and removes parts', () => {
  const filter = { from: '2026-01-01', to: '2026-03-31', unit: 'POLDA-ACEH' }
  expect(patchFilter(filter, { unit: undefined, subjects: ['complaint'] })).toEqual({
    from: '2026-01-01',
    to: '2026-03-31',
    subjects: ['complaint'],
  })
})

test('days of the calendar', () => {
  expect(isDay('2024-02-29')).toBe(true)
  expect(isDay('2026-02-29')).toBe(false)
  expect(isDay('2026-13-01')).toBe(false)
  expect(isDay('2026-1-1')).toBe(false)
})
