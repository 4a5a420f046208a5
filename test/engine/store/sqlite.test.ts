import { expect, test } from 'vitest'
import { createDatabase, readDatabase } from '../../../electron/engine/store/sqlite'

test('binding is exact: a missing, unknown or surplus parameter is a bug', async () => {
  const database = await createDatabase()
  database.exec('CREATE TABLE t (a INTEGER, b TEXT) STRICT')
  const named = database.prepare('INSERT INTO t (a, b) VALUES (:a, :b)')
  expect(() => named.run({ a: 1 })).toThrow(/\[a, b\]/)
  expect(() => named.run({ a: 1, b: 'x', c: null })).toThrow('statement needs')
  expect(() => named.run([1, 'x'])).toThrow('statement needs')
  const marks = database.prepare(`INSERT INTO t (a, b) VALUES (?, '?' || ? || ':c')`)
  expect(() => marks.run([1])).toThrow('statement needs')
  expect(() => marks.run([1, 'x', 'y'])).toThrow('statement needs')
  named.run({ a: 2 ** 40, b: null })
  marks.run([2, 'x'])
  expect(database.prepare('SELECT a, b FROM t').all()).toEqual([[2 ** 40, null], [2, '?x:c']]) // prettier-ignore
  database.close()
})

test('a copy is exported whole, never inside a transaction', async () => {
  const database = await createDatabase({ journal: true })
  database.exec('CREATE TABLE t (a INTEGER) STRICT')
  expect(() => database.transaction(() => database.bytes())).toThrow(/transaction/)
  expect(() =>
    database.transaction(() => {
      database.exec('INSERT INTO t VALUES (1)')
      throw new Error('stop')
    }),
  ).toThrow('stop')
  database.transaction(() => database.exec('INSERT INTO t VALUES (2)'))
  const copy = await readDatabase(database.bytes())
  expect(copy?.prepare('SELECT a FROM t').all()).toEqual([[2]])
  expect(await readDatabase(Buffer.from('no database, but long enough to look like one'.repeat(40)))).toBeNull()
  copy?.close()
  database.close()
})

test('texts come back letter by letter, also with a byte order mark before them', async () => {
  const texts = ['\uFEFF', '\uFEFFabc', `\uFEFF${'x'.repeat(100)}`, 'a\uFEFF', '😀\uFFFE', '']
  const database = await createDatabase()
  database.exec('CREATE TABLE t (a TEXT) STRICT')
  for (const text of texts) database.prepare('INSERT INTO t VALUES (?)').run([text])
  expect(database.prepare('SELECT a FROM t').all()).toEqual(texts.map((text) => [text]))
  const copy = await readDatabase(database.bytes())
  expect(copy?.prepare('SELECT a FROM t').all()).toEqual(texts.map((text) => [text]))
  expect(new TextDecoder().decode(Buffer.from('\uFEFFa'))).toBe('a')
  copy?.close()
  database.close()
})
