import { expect, test } from 'vitest'
import { createDatabase } from '../../../electron/engine/store/sqlite'
import type { Heap } from '../../../electron/engine/store/heap'

const TEXTS = [
  '', 'a', 'KA5D-23AD', 'ü', 'é😀', '\uFEFFbom', 'two\nlines', '\u0000nul', 'x'.repeat(47), 'x'.repeat(49), 'ü'.repeat(48),
  '😀'.repeat(40_000), '京'.repeat(100),
] // prettier-ignore

test('the pinned sql.js is the one whose memory is known', async () => {
  const database = await createDatabase()
  const heap = Reflect.get(database, 'heap') as Heap | null
  expect(heap).not.toBeNull()
  database.exec('CREATE TABLE t (a TEXT)')
  const text = `INSERT INTO t VALUES (?) -- 'ü'`
  const raw = Reflect.get(database.prepare(text), 'raw') as object
  expect(heap?.pointerOf(raw, text)).toBeGreaterThan(1)
  expect(heap?.pointerOf(raw, 'SELECT 1')).toBeNull()
  expect(heap?.pointerOf({ none: 1 }, text)).toBeNull()
  database.close()
})

test('every text and number comes back as it was bound, beside those that sql.js binds', async () => {
  const database = await createDatabase()
  database.exec('CREATE TABLE t (a TEXT, b ANY, c TEXT) STRICT')
  const direct = database.prepare('INSERT INTO t VALUES (?, ?, ?)')
  const named = database.prepare('INSERT INTO t VALUES (:a, :b, :c)')
  const rows = TEXTS.flatMap((text) => [
    [text, 2 ** 31, null],
    [null, -(2 ** 31), text],
    [text, 0.5, text],
    [text, null, text],
  ])
  for (const [a = null, b = null, c = null] of rows) {
    direct.run([a, b, c])
    named.run({ a, b, c })
  }
  expect(database.prepare('SELECT * FROM t').all()).toEqual(rows.flatMap((row) => [row, row]))
  expect(database.prepare('SELECT count(DISTINCT hex(a)) FROM t').first()).toEqual([TEXTS.length])
  database.close()
})

test('what a table refuses is said by sql.js, and the statement works on', async () => {
  const database = await createDatabase()
  database.exec('CREATE TABLE t (a TEXT PRIMARY KEY, b INTEGER) STRICT, WITHOUT ROWID')
  const insert = database.prepare('INSERT INTO t VALUES (?, ?)')
  insert.run(['one', 1])
  expect(() => insert.run(['one', 2])).toThrow(/UNIQUE/)
  expect(() => insert.run(['two', 'no number'])).toThrow(/cannot store TEXT/)
  expect(() => insert.run(['two'])).toThrow(/needs 2 values/)
  insert.run(['two', 2])
  expect(database.prepare('SELECT * FROM t ORDER BY a').all()).toEqual([['one', 1], ['two', 2]]) // prettier-ignore
  database.close()
})
