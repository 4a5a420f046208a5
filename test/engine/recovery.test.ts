/** What a crash, a disk or a hand can do to a workspace, and what the next start and `check` make of it. */
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RebuildProgress } from '../../shared/contract/results/check'
import type { Engine } from '../../electron/engine/engine'
import { OTHER_KEY, UNIT, caseRow, makeExport, nextExport } from '../helpers/signedExports'
import { exportFolder, open, openTrusted, valueOf } from '../helpers/workspaces'

const first = makeExport()
const second = nextExport(first, 2)
const other = makeExport({
  unit: 'POLRES-33.75',
  key: OTHER_KEY,
  tables: { cases: [caseRow(1, { unit_code: 'POLRES-33.75' })] },
})

const picture = async (engine: Engine) => ({
  totals: valueOf(await engine.query('overview.totals', {})),
  exports: valueOf(await engine.query('exports.list', {})),
  heads: engine.heads(),
})
async function imported() {
  const engine = await openTrusted()
  const folder = exportFolder([{ packed: first, name: 'a' }, { packed: second, name: 'b' }, { packed: other, name: 'c' }]) // prettier-ignore
  valueOf(await engine.importPaths([folder]))
  const before = await picture(engine)
  await engine.close()
  return { dir: engine.dir, before, at: (...names: string[]) => join(engine.dir, ...names) }
}
const codes = async (engine: Engine, repair = false) =>
  valueOf(await engine.check({ repair })).findings.map(({ code, subject, repaired }) => [code, subject, repaired])

test('leftovers of a crash: temporary files, private copies, unacknowledged evidence, a torn audit line', async () => {
  const { dir, before, at } = await imported()
  for (const path of [at('library', 'x.sqlite.1.tmp'), at('columns', 'y.seg.2.tmp'), at('incoming', 'z.part')])
    writeFileSync(path, 'half')
  const orphan = at('evidence', `${'0'.repeat(64)}.dumas.zip`)
  writeFileSync(orphan, 'half')
  const audit = readFileSync(at('audit.jsonl'), 'utf8')
  appendFileSync(at('audit.jsonl'), '{"number":99,"at":"2026')
  const engine = await open({ dir })
  expect([readdirSync(at('library')).length, readdirSync(at('incoming')).length, existsSync(orphan)]).toEqual([
    2,
    0,
    false,
  ])
  expect(readFileSync(at('audit.jsonl'), 'utf8')).toBe(audit)
  expect(await picture(engine)).toEqual(before)
  expect(await codes(engine)).toEqual([])
  await engine.close()
})

test('a store that was saved without its acknowledgement is entered at the next start', async () => {
  const { dir, before, at } = await imported()
  const lines = readFileSync(at('audit.jsonl'), 'utf8').split('\n').slice(0, -1)
  writeFileSync(at('audit.jsonl'), lines.slice(0, -1).map((line) => `${line}\n`).join('')) // prettier-ignore
  rmSync(at('columns', 'nation.cache'))
  const engine = await open({ dir })
  expect(await picture(engine)).toEqual(before)
  const page = valueOf(await engine.query('audit.page', { offset: 0, limit: 50 }))
  expect([page.valid, page.total]).toEqual([true, lines.length])
  await engine.close()
})

test('a damaged or missing store is made again from its evidence, columns from the store', async () => {
  const { dir, before, at } = await imported()
  writeFileSync(at('library', `${UNIT}.sqlite`), 'no database')
  rmSync(at('library', 'POLRES-33.75.sqlite'))
  writeFileSync(at('columns', `${UNIT}.seg`), 'no columns')
  const log: string[] = []
  const engine = await open({ dir, log: (line) => log.push(line) })
  expect(log).toHaveLength(2)
  expect(await picture(engine)).toEqual(before)
  expect(await codes(engine)).toEqual([['STORE-REBUILT', UNIT, true], ['STORE-REBUILT', 'POLRES-33.75', true]]) // prettier-ignore
  await engine.close()
})

test('check finds and mends a store that was put back, and columns of another store', async () => {
  const { dir, before, at } = await imported()
  const engine = await openTrusted()
  valueOf(await engine.importPaths([exportFolder([{ packed: first, name: 'a' }])]))
  await engine.close()
  copyFileSync(join(engine.dir, 'library', `${UNIT}.sqlite`), at('library', `${UNIT}.sqlite`))
  const again = await open({ dir })
  expect(await codes(again)).toEqual([['STORE-BEHIND', UNIT, false]])
  copyFileSync(at('columns', 'POLRES-33.75.seg'), at('columns', `${UNIT}.seg`))
  expect(await codes(again, true)).toEqual([['STORE-BEHIND', UNIT, true], ['COLUMNS-STALE', UNIT, true]]) // prettier-ignore
  expect((await picture(again)).totals).toEqual(before.totals)
  expect((await picture(again)).heads).toEqual(before.heads)
  expect(await codes(again)).toEqual([])
  await again.close()
})

test('check finds evidence that was altered or is missing, and an audit line that was rewritten', async () => {
  const { dir, at } = await imported()
  const [one, two] = [`${first.archiveSha256}.dumas.zip`, `${other.archiveSha256}.dumas.zip`]
  chmodSync(at('evidence', one), 0o600)
  appendFileSync(at('evidence', one), 'x')
  rmSync(at('evidence', two))
  const lines = readFileSync(at('audit.jsonl'), 'utf8')
  writeFileSync(at('audit.jsonl'), lines.replace('import.accepted', 'import.rejected'))
  const engine = await open({ dir })
  expect(await codes(engine, true)).toEqual([
    ['AUDIT-BROKEN', 'audit.jsonl', false],
    ['EVIDENCE-ALTERED', first.archiveSha256, false],
    ['EVIDENCE-MISSING', other.archiveSha256, false],
  ])
  expect(valueOf(await engine.query('audit.page', { offset: 0, limit: 1 })).valid).toBe(false)
  await engine.close()
})

test('a rebuild that is stopped leaves every figure as it was, says what waits, and goes on at the next start', async () => {
  const { dir, before, at } = await imported()
  const stores = [UNIT, 'POLRES-33.75'].map((unit) => at('library', `${unit}.sqlite`))
  for (const store of stores) writeFileSync(store, 'no database')
  const cancel = new AbortController()
  const told: RebuildProgress[] = []
  const watch = { signal: cancel.signal, onProgress: (one: RebuildProgress) => (told.push(one), one.done === 1 && cancel.abort()) } // prettier-ignore
  const stopped = await open({ dir, rebuild: watch })
  expect(told.map(({ done, total, unit }) => [done, total, unit])).toEqual([[0, 2, UNIT], [1, 2, 'POLRES-33.75']]) // prettier-ignore
  expect(valueOf(await stopped.query('workspace.notices', {}))).toEqual([
    { code: 'STORE-REBUILT', subject: UNIT, repaired: true },
    { code: 'STORE-WAITING', subject: 'POLRES-33.75', repaired: false },
  ])
  expect((await picture(stopped)).totals).toEqual(before.totals)
  expect((await picture(stopped)).heads).toEqual(before.heads)
  await stopped.close()
  expect(readFileSync(at('library', 'POLRES-33.75.sqlite'), 'utf8')).toBe('no database')
  const again = await open({ dir })
  expect(valueOf(await again.query('workspace.notices', {})).map(({ code, subject }) => [code, subject])).toEqual([['STORE-REBUILT', 'POLRES-33.75']]) // prettier-ignore
  expect(await picture(again)).toEqual(before)
  await again.close()
})

test('what is kept for speed is looked at too, and thrown away when it is damaged', async () => {
  const { dir, at } = await imported()
  const damaged = [at('columns', 'answers.cache'), at('columns', 'nation.cache'), at('known', `${UNIT}-0.known`)]
  mkdirSync(at('known'), { recursive: true })
  const engine = await open({ dir })
  for (const path of damaged) writeFileSync(path, 'half')
  const names = [join('known', `${UNIT}-0.known`), join('columns', 'answers.cache'), join('columns', 'nation.cache')]
  expect(await codes(engine)).toEqual(names.map((name) => ['CACHE-DAMAGED', name, false]))
  expect(await codes(engine, true)).toEqual(names.map((name) => ['CACHE-DAMAGED', name, true]))
  expect(existsSync(at('known', `${UNIT}-0.known`))).toBe(false)
  expect(await codes(engine)).toEqual([])
  await engine.close()
})

test('a look that is stopped says so, and what it found until then', async () => {
  const { dir, at } = await imported()
  const engine = await open({ dir })
  writeFileSync(at('library', `${UNIT}.sqlite`), 'no database')
  const cancel = new AbortController()
  const stopped = engine.check({ rebuild: { signal: cancel.signal }, onProgress: () => cancel.abort() })
  expect(valueOf(await stopped)).toEqual({
    checked: 2,
    findings: [{ code: 'STORE-DAMAGED', subject: UNIT, repaired: false }],
    stopped: true,
  })
  expect(valueOf(await engine.check())).toMatchObject({ stopped: false })
  await engine.close()
})

test('check --repair that is stopped says what it did not repair, and repairs it the next time', async () => {
  const { dir, before, at } = await imported()
  const engine = await open({ dir })
  for (const unit of [UNIT, 'POLRES-33.75']) writeFileSync(at('library', `${unit}.sqlite`), 'no database')
  const cancel = new AbortController()
  const rebuild = { signal: cancel.signal, onProgress: ({ done }: RebuildProgress) => done === 1 && cancel.abort() }
  const { findings } = valueOf(await engine.check({ repair: true, rebuild }))
  expect(findings.map(({ subject, repaired }) => [subject, repaired])).toEqual([[UNIT, true], ['POLRES-33.75', false]]) // prettier-ignore
  expect((await picture(engine)).totals).toEqual(before.totals)
  expect(await codes(engine, true)).toEqual([['STORE-DAMAGED', 'POLRES-33.75', true]])
  expect(await picture(engine)).toEqual(before)
  await engine.close()
})
