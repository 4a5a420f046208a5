import { describe, expect, test } from 'vitest'
import { arrange, paginate, type Item, type Piece } from '../../../../renderer/print/paginate'

const solid = (key: string, height: number, more: Partial<Item> = {}): Item => ({ key, height, ...more })
const table = (key: string, rows: number, more: Partial<Item> = {}): Item => ({
  key,
  height: 40 + rows * 20,
  table: { head: 40, rows: Array.from({ length: rows }, () => 20) },
  ...more,
})
const keys = (pages: Piece[][]) =>
  pages.map((page) => page.map(({ key, rows }) => (rows ? `${key} ${rows[0]}-${rows[1]}` : key)))

describe('blocks into pages', () => {
  test('fill a page and go on', () => {
    expect(keys(paginate([solid('a', 300), solid('b', 300), solid('c', 500)], 1000))).toEqual([['a', 'b'], ['c']])
  })
  test('one that begins a page does, but never leaves an empty one', () => {
    expect(keys(paginate([solid('a', 10, { newPage: true }), solid('b', 10, { newPage: true })], 1000))).toEqual([
      ['a'],
      ['b'],
    ])
  })
  test('a title stays with the first rows of its table', () => {
    expect(keys(paginate([solid('a', 900), solid('title', 30, { withNext: true }), table('t', 20)], 1000))).toEqual([
      ['a'],
      ['title', 't 0-20'],
    ])
  })
  test('a table is cut between rows, head repeated, all rows once', () => {
    const pages = paginate([solid('a', 860), table('t', 100)], 1000)
    expect(keys(pages)).toEqual([['a', 't 0-5'], ['t 5-53'], ['t 53-100']])
  })
  test('a chain is kept together, unless no page can hold it', () => {
    const chain = (count: number) => [
      solid('first', 500),
      ...Array.from({ length: count }, (_, index) => solid(`${index}`, 200, { withNext: index < count - 1 })),
    ]
    expect(keys(paginate(chain(4), 1000))).toEqual([['first'], ['0', '1', '2', '3']])
    expect(keys(paginate(chain(6), 1000))).toEqual([
      ['first', '0'],
      ['1', '2', '3', '4', '5'],
    ])
  })
  test('a short table is not cut', () => {
    expect(keys(paginate([solid('a', 850), table('t', 8)], 1000))).toEqual([['a'], ['t 0-8']])
    expect(keys(paginate([solid('a', 850), table('t', 9)], 1000))).toEqual([['a', 't 0-5'], ['t 5-9']])
  })
  test('no orphan row: the total is never alone', () => {
    const pages = paginate([solid('a', 0), table('t', 49)], 1000)
    expect(keys(pages)).toEqual([['a', 't 0-46'], ['t 46-49']])
  })
  test('a table without rows still shows its head', () => {
    expect(keys(paginate([table('t', 0)], 1000))).toEqual([['t 0-0']])
  })
  test('a row higher than a page does not hang', () => {
    const high: Item = { key: 't', height: 3000, table: { head: 40, rows: [1500, 1500] } }
    expect(keys(paginate([high], 1000))).toEqual([['t 0-1'], ['t 1-2']])
  })
})

describe('figures that change places', () => {
  const group = (key: string, height: number) => [solid(key, height)]
  test('keep their order where it fills pages', () => {
    expect(arrange([solid('front', 300)], [group('a', 600), group('b', 500), group('c', 400)], 1000)).toEqual([0, 1, 2])
  })
  test('one that fits goes before one that would leave much of the page empty', () => {
    expect(arrange([solid('front', 500)], [group('a', 700), group('b', 600), group('c', 400)], 1000)).toEqual([2, 0, 1])
  })
  test('a little room is left empty', () => {
    expect(arrange([solid('front', 900)], [group('a', 700), group('b', 90)], 1000)).toEqual([0, 1])
  })
})
