import { describe, expect, test } from 'vitest'
import { queries } from '../../../../shared/contract/queries'
import type { Filter } from '../../../../shared/domain/filter'
import { formatRoute, parseRoute } from '../../../../renderer/state/route'
import { facetChange, facetsOf } from '../../../../renderer/rooms/kasus/facets'
import { casesQuery, readView, sortParams, tabOf, tabParams } from '../../../../renderer/rooms/kasus/view'
import { textIn } from '../../../../renderer/text/useText'
import { facets } from '../../../helpers/fixtures/cases'

const filter: Filter = { from: '2026-01-01', to: '2026-03-31', channels: ['walk_in', 'letter'] }
const plain = readView({})

test('without parameters: newest first, nothing narrowed', () => {
  expect(plain).toEqual({
    search: '',
    sort: 'received_at',
    descending: true,
    deadline: null,
    flagged: null,
    over90: false,
  })
})

test('unknown values count as not given', () => {
  expect(readView({ sort: 'rank', deadline: 'maybe', flagged: 'x', over90: 'yes' })).toEqual({ ...plain })
})

test.each([
  ['late', { deadline: 'late' }],
  ['over90', { open_over_90: true }],
  ['flagged', { flagged: true }],
] as const)('the tab %s asks the query for what it says', (tab, part) => {
  const view = readView(tabParams(tab))
  expect(tabOf(view)).toBe(tab)
  expect(casesQuery(filter, view)).toEqual({ ...filter, sort: 'received_at', descending: true, ...part })
})

test('two choices at once are no tab, and every query passes its schema', () => {
  const both = readView({ deadline: 'late', flagged: '1', q: 'K9F2', sort: 'unit', desc: '0' })
  expect(tabOf(both)).toBeNull()
  expect(tabOf(readView({ deadline: 'pending' }))).toBeNull()
  expect(queries['cases.page'].params.safeParse(casesQuery(filter, both)).success).toBe(true)
})

test('a header sorts, a second click turns it round', () => {
  expect(sortParams(plain, 'received_at')).toEqual({ sort: 'received_at', desc: '0' })
  expect(sortParams(plain, 'unit')).toEqual({ sort: 'unit', desc: '0' })
  expect(sortParams(readView({ sort: 'unit', desc: '0' }), 'unit')).toEqual({ sort: 'unit', desc: '1' })
  expect(sortParams(plain, 'closed_at')).toEqual({ sort: 'closed_at', desc: '1' })
})

test('the view survives the location', () => {
  const params = { q: 'K9', sort: 'unit', desc: '1', deadline: 'late', flagged: '0', over90: '1' }
  const hash = formatRoute({ room: 'kasus', filter, params })
  expect(readView(parseRoute(hash).params)).toEqual(readView(params))
})

describe('facets', () => {
  const words = textIn('id')
  const all = facetsOf(facets, filter, plain, words)
  const named = (name: string) => all.find((facet) => facet.name === name)

  test('say what the query counted, bars against the largest part', () => {
    expect(named('status')?.items.map(({ label, count }) => [label, count])).toEqual([
      ['Dalam proses', 390],
      ['Selesai', 388],
      ['Diterima', 172],
      ['Diteruskan', 50],
    ])
    expect(named('status')?.items[0]?.part).toBe(1)
    expect(named('deadline')?.items.map(({ label }) => label)).toEqual([
      'Tepat waktu',
      'Lewat tenggat',
      'Belum jatuh tempo',
    ])
    expect(named('flags')?.items.map(({ label, count }) => [label, count])).toEqual([
      ['Perlu klarifikasi', 8],
      ['Tanpa penanda', 992],
    ])
  })

  test('what is asked for is marked, and stays with 0 when nothing matches', () => {
    expect(
      named('channel')
        ?.items.filter(({ selected }) => selected)
        .map(({ code }) => code),
    ).toEqual(['walk_in', 'letter'])
    const withdrawn = facetsOf(facets, { ...filter, statuses: ['withdrawn'] }, plain, words)
    expect(withdrawn[0]?.items.at(-1)).toMatchObject({ code: 'withdrawn', count: 0, part: 0, selected: true })
  })

  test('an unknown category is counted and cannot be asked for', () => {
    expect(named('category')?.items.find(({ code }) => code === 'unknown')).toMatchObject({
      label: 'Tidak diketahui',
      selectable: false,
    })
  })

  test('a click adds, a second click takes back, the last one frees the filter', () => {
    expect(facetChange('status', 'closed', filter, plain)).toEqual({ filter: { statuses: ['closed'] } })
    expect(facetChange('channel', 'letter', filter, plain)).toEqual({ filter: { channels: ['walk_in'] } })
    expect(facetChange('channel', 'email', filter, plain)).toEqual({
      filter: { channels: ['walk_in', 'letter', 'email'] },
    })
    expect(facetChange('status', 'closed', { ...filter, statuses: ['closed'] }, plain)).toEqual({
      filter: { statuses: undefined },
    })
    expect(facetChange('deadline', 'late', filter, plain)).toEqual({ params: { deadline: 'late' } })
    expect(facetChange('deadline', 'late', filter, readView({ deadline: 'late' }))).toEqual({
      params: { deadline: undefined },
    })
    expect(facetChange('flags', 'unflagged', filter, plain)).toEqual({ params: { flagged: '0' } })
    expect(facetChange('channel', null, filter, plain)).toEqual({ filter: { channels: undefined } })
  })
})
