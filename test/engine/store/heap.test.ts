import { expect, test } from 'vitest'
import { Heap, startWithHeap } from '../../../electron/engine/store/heap'
import { createDatabase } from '../../../electron/engine/store/sqlite'

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

test('of another sql.js, or one without its memory, nothing is used, and WebAssembly is given back', async () => {
  const api = (globalThis as unknown as { WebAssembly: { instantiate: unknown } }).WebAssembly
  const { instantiate } = api
  expect((await startWithHeap(async () => ({ _malloc: () => 0 }))).heap).toBeNull()
  await expect(startWithHeap(() => Promise.reject(new Error('no WebAssembly')))).rejects.toThrow('no WebAssembly')
  expect(api.instantiate).toBe(instantiate)
  const heap = Reflect.get(await createDatabase(), 'heap') as Heap
  const module = Object.fromEntries(Object.entries(heap.native).map(([name, call]) => [`_${name}`, call]))
  expect(Heap.of(module, undefined)).toBeNull()
  expect(Heap.of({ ...module, _sqlite3_step: undefined }, Reflect.get(heap, 'memory') as never)).toBeNull()
})

test.each([false, true])(
  'lengths around every bound, two statements in turn, a heap that grows; plain: %s',
  async (plain) => {
    const database = await createDatabase({ plain })
    expect(Reflect.get(database, 'heap') === null).toBe(plain)
    database.exec(
      'CREATE TABLE one (n INTEGER, a TEXT, b TEXT) STRICT; CREATE TABLE two (b TEXT, a TEXT, n INTEGER) STRICT',
    )
    const one = database.prepare('INSERT INTO one VALUES (?, ?, ?)')
    const two = database.prepare('INSERT INTO two VALUES (?, ?, ?)')
    const lengths = [0, 1, 48, 49, 21_845, 21_846, 65_535, 65_536, 65_537, 300_000, 3, 2_000_000, 0]
    const rows = lengths.map((length, n) => [n, 'a'.repeat(length), '京'.repeat(Math.min(length, 70_000))] as const)
    for (const [n, a, b] of rows) {
      one.run([n, a, b])
      two.run([b, a, n])
    }
    expect(database.prepare('SELECT n, a, b FROM one ORDER BY n').all()).toEqual(rows)
    expect(database.prepare('SELECT n, a, b FROM two ORDER BY n').all()).toEqual(rows)
    database.close()
  },
)
