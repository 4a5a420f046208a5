import { expect, test } from 'vitest'
import { placeOfList, withView } from '../../../../renderer/rooms/kasus/savedViews'
import { parseRoute } from '../../../../renderer/state/route'
import { settingsSchema } from '../../../../shared/contract/contract'

const filter = { from: '2026-01-01', to: '2026-03-31', unit: 'POLDA-JATENG' }

test('a view is the location of the list: filter, search and order, without the case that is open', () => {
  const place = placeOfList({ filter, params: { q: 'K9', sort: 'age', desc: '1', case: 'A', of: 'B' } })
  expect(place).toBe('#/kasus?from=2026-01-01&to=2026-03-31&unit=POLDA-JATENG&q=K9&sort=age&desc=1')
  expect(parseRoute(place)).toEqual({ room: 'kasus', filter, params: { q: 'K9', sort: 'age', desc: '1' } })
})

test('one more view: in the order of the names, and the same name once', () => {
  const [a, b] = [
    { name: 'Lama', place: '#/kasus?q=1' },
    { name: 'Baru', place: '#/kasus?q=2' },
  ]
  expect(withView([a], b)).toEqual([b, a])
  const again = { ...a, place: '#/kasus?q=3' }
  expect(withView([b, a], again)).toEqual([b, again])
})

test('only a place in the cases is kept', () => {
  const { caseViews } = settingsSchema.shape
  const kept = (place: string, name = 'x') => caseViews.safeParse([{ name, place }]).success
  expect([kept('#/kasus'), kept('#/kasus?q=1')]).toEqual([true, true])
  expect([kept('#/data'), kept('https://x.id'), kept('javascript:x'), kept('#/kasusx'), kept('#/kasus', '  ')]).toEqual([false, false, false, false, false]) // prettier-ignore
})
