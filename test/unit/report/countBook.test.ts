import { expect, test } from 'vitest'
import { CountBook } from '../../../electron/engine/report/countBook'

/** A Polda of three Polres in a book of its own, under a report that shows the Polda's total. */
function under(total: number, parts: readonly number[], siblings: readonly number[]) {
  const book = new CountBook()
  const whole = book.enter('all', total + siblings.reduce((a, b) => a + b, 0), 'total')
  const polda = book.enter('polda', total)
  book.sum(whole, [polda, ...siblings.map((value, at) => book.enter(`sibling ${at}`, value))])
  const below = book.below()
  below.enter(polda, total, 'total')
  below.sum(
    polda,
    parts.map((value, at) => below.enter(`polres ${at}`, value)),
  )
  return book.hidden(10)
}

test('a small part is hidden with another, the total that the report shows stays', () => {
  const hidden = under(64, [30, 4, 30], [50, 60])
  expect(hidden.get('polres 1')).toBe('primary')
  expect([...hidden.values()]).toContain('secondary')
  expect(hidden.has('polda')).toBe(false)
})

test('two small parts that their total gives away are hidden with all the others', () => {
  const hidden = under(32, [1, 1, 30], [50, 60])
  expect(hidden.size).toBeGreaterThan(2)
  expect(hidden.has('polres 2')).toBe(true)
})

test('of a total that is hidden no part is shown', () => {
  const hidden = under(8, [8, 0, 0], [50, 60])
  expect([...hidden.keys()]).toEqual(expect.arrayContaining(['polda', 'polres 0', 'polres 1', 'polres 2']))
})
