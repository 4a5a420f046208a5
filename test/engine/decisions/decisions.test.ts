/** Decisions about quarantined exports and undeclared changes: carried out in every figure, taken back, kept over any end. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Engine } from '../../../electron/engine/engine'
import { readSealed, sealed } from '../../../electron/engine/archive/sealed'
import { readDatabase } from '../../../electron/engine/store/sqlite'
import type { Packed } from '../../../electron/engine/export/pack'
import { UNIT, callRow, caseRow, correctionRow, eventRow, makeExport, nextExport, sessionRow } from '../../helpers/signedExports' // prettier-ignore
import { exportFolder, open, openTrusted, valueOf } from '../../helpers/workspaces'

const rest = {
  events: [eventRow(1), eventRow(2, { event_type: 'acknowledged' })],
  community_sessions: [sessionRow(1)],
  daily_calls: [callRow()],
  corrections: [correctionRow(1)],
}
const session = caseRow(2, { channel: 'jumat_curhat', session_id: 'SESSION-0001' })
const after = (before: Packed, sequence: number, cases: string[][], day: string) =>
  nextExport(before, sequence, {
    period: { from: `2026-04-${day}`, to: `2026-04-${day}` },
    asOf: `2026-04-${day}T23:59:00+07:00`, created: `2026-04-15T0${sequence}:00:00+07:00`, tables: { ...rest, cases },
  }) // prettier-ignore

const first = makeExport()
const edited = nextExport(first, 2, {
  tables: { ...rest, cases: [caseRow(1, { category: 'discrimination' }), session] },
})
const deleted = nextExport(first, 2, { tables: { ...rest, events: [], cases: [session] } })
/** read before the export before it */
const backwards = nextExport(first, 2, { asOf: '2026-04-01T00:00:00+07:00', tables: { ...rest, cases: [caseRow(1), session, caseRow(3)] } }) // prettier-ignore

async function held(...packed: Packed[]): Promise<Engine> {
  const engine = await openTrusted()
  for (const one of packed) valueOf(await engine.importPaths([exportFolder([{ packed: one, name: 'a' }])]))
  return engine
}
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code)
const changes = async (engine: Engine) => valueOf(await engine.query('integrity.changes', {}))
const desk = async (engine: Engine) => valueOf(await engine.query('integrity.quarantine', {}))
const received = async (engine: Engine, more = {}) => valueOf(await engine.query('overview.totals', more)).received
const byCategory = async (engine: Engine) =>
  Object.fromEntries(valueOf(await engine.query('overview.byCategory', {})).map(({ code, count }) => [code, count]))
const actions = async (engine: Engine) =>
  valueOf(await engine.query('audit.page', { offset: 0, limit: 50 })).entries.map(({ action }) => action)
/** Nothing is wrong; that a store was made again at the start is told all the same. */
const sound = async (engine: Engine) =>
  expect(valueOf(await engine.check()).findings.filter(({ repaired }) => !repaired)).toEqual([])
const picture = async (engine: Engine) => ({
  totals: valueOf(await engine.query('overview.totals', {})),
  categories: await byCategory(engine),
  changes: await changes(engine),
  desk: await desk(engine),
  gaps: valueOf(await engine.query('integrity.gaps', {})),
  exports: valueOf(await engine.query('exports.list', {})),
  heads: engine.heads(),
})

test('a silent edit: the first value counts, after acceptance the newer one, after taking it back the first again', async () => {
  const engine = await held(first, edited)
  const [line] = (await changes(engine)).lines
  expect(line).toMatchObject({
    unit: UNIT, resource: 'cases', row_id: 'CASE-000001', field: 'category', reported_first: 'poor_service', reported_now: 'discrimination',
    counts: 'poor_service', code: 'SILENT-EDIT', exports: [1, 2], state: 'open', decision: null,
  }) // prettier-ignore
  expect(await byCategory(engine)).toMatchObject({ poor_service: 2 })
  const id = line?.id ?? ''
  const before = await picture(engine)
  expect(codeOf(await engine.decisions.undoChange({ id, reason: 'belum' }))).toBe('DECIDED')
  expect(codeOf(await engine.decisions.acceptChange({ id: `${UNIT}:0`, reason: 'x' }))).toBe('NOT-FOUND')

  valueOf(await engine.decisions.acceptChange({ id, reason: 'surat klarifikasi 12' }))
  expect(await byCategory(engine)).toMatchObject({ poor_service: 1, discrimination: 1 })
  expect(await changes(engine)).toMatchObject({
    total: 1,
    open: 0,
    lines: [{ id, state: 'accepted', counts: 'discrimination', decision: { reason: 'surat klarifikasi 12' } }],
  })
  const detail = valueOf(await engine.query('case.detail', { unit: UNIT, case_id: 'CASE-000001' }))
  expect(detail?.case['category']).toBe('discrimination')
  expect(detail?.versions.map(({ sequence, values }) => [sequence, values['category']])).toEqual([
    [1, 'poor_service'],
    [2, 'discrimination'],
  ])
  expect(codeOf(await engine.decisions.acceptChange({ id, reason: 'lagi' }))).toBe('DECIDED')
  await sound(engine)

  valueOf(await engine.decisions.undoChange({ id, reason: 'surat dicabut' }))
  expect(await picture(engine)).toEqual(before)
  expect((await actions(engine)).slice(0, 2)).toEqual(['change.undo', 'change.accept'])
  await sound(engine)
  await engine.close()
})

test('a silent delete: the case stays in the figures until it is accepted', async () => {
  const engine = await held(first, deleted)
  const [line] = (await changes(engine)).lines
  expect(line).toMatchObject({ code: 'SILENT-DELETE', field: '*', reported_now: 'removed', row: null, state: 'open' })
  expect(await received(engine)).toBe(2)
  valueOf(await engine.decisions.acceptChange({ id: line?.id ?? '', reason: 'duplikat' }))
  expect(await received(engine)).toBe(1)
  valueOf(await engine.decisions.undoChange({ id: line?.id ?? '', reason: 'keliru' }))
  expect(await received(engine)).toBe(2)
  await engine.close()
})

test('an edit that a later export takes back is closed; what comes after an accepted one is compared with it', async () => {
  const back = after(edited, 3, [caseRow(1), session], '12')
  const engine = await held(first, edited, back)
  expect((await changes(engine)).lines.map(({ exports, state }) => [exports[1], state])).toEqual([
    [3, 'open'],
    [2, 'closed'],
  ])
  const closed = (await changes(engine)).lines.find(({ state }) => state === 'closed')
  expect(codeOf(await engine.decisions.acceptChange({ id: closed?.id ?? '', reason: 'x' }))).toBe('DECIDED')
  await engine.close()

  const kept = await held(first, edited)
  valueOf(await kept.decisions.acceptChange({ id: (await changes(kept)).lines[0]?.id ?? '', reason: 'x' }))
  valueOf(await kept.importPaths([exportFolder([{ packed: back, name: 'c' }])]))
  expect(await byCategory(kept)).toMatchObject({ discrimination: 1 })
  expect((await changes(kept)).lines.map(({ exports, state, counts }) => [exports[1], state, counts])).toEqual([
    [3, 'open', 'discrimination'],
    [2, 'accepted', 'discrimination'],
  ])
  await kept.close()
})

test('a quarantined export is applied as if it arrived now, or kept as evidence only; both can be taken back', async () => {
  const third = after(backwards, 3, [caseRow(1), session, caseRow(3)], '13')
  const engine = await held(first, backwards, third)
  const [line] = await desk(engine)
  expect(line).toMatchObject({ unit: UNIT, sequence: 2, state: 'open', decision: null, successors: [3] })
  expect(line?.findings.map(({ code }) => code)).toContain('TIME-BACKWARDS')
  expect(valueOf(await engine.query('integrity.gaps', {})).gaps).toMatchObject([{ from: 2, to: 2, quarantined: [2] }])
  expect(valueOf(await engine.query('workspace.state', {})).quarantined).toBe(1)
  const before = await picture(engine)
  const id = line?.id ?? ''

  valueOf(await engine.decisions.decideExport({ id, accept: true, reason: 'jam server keliru' }))
  const ledger = valueOf(await engine.query('exports.list', {}))
  expect(ledger.map(({ state, outcome }) => [state, outcome])).toEqual([
    ['accepted', 'accepted'], ['accepted', 'accepted_with_flags'], ['accepted', 'accepted_with_flags'],
  ]) // prettier-ignore
  expect(ledger[2]?.findings.map(({ code }) => code)).not.toContain('CHAIN-GAP')
  expect(ledger[1]?.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['TIME-BACKWARDS', 'CHAIN-LATE']))
  expect(valueOf(await engine.query('integrity.gaps', {})).gaps).toEqual([])
  expect(await desk(engine)).toMatchObject([{ id, state: 'accepted', decision: { reason: 'jam server keliru' } }])
  expect(codeOf(await engine.decisions.decideExport({ id, accept: false, reason: 'x' }))).toBe('DECIDED')
  await sound(engine)
  valueOf(await engine.decisions.undoExport({ id, reason: 'keliru' }))
  expect(await picture(engine)).toEqual(before)

  valueOf(await engine.decisions.decideExport({ id, accept: false, reason: 'ekspor pengganti diminta' }))
  expect(await desk(engine)).toMatchObject([{ id, state: 'rejected' }])
  expect(valueOf(await engine.query('workspace.state', {})).quarantined).toBe(0)
  expect(valueOf(await engine.query('integrity.gaps', {})).gaps).toMatchObject([{ quarantined: [], rejected: [2] }])
  expect(existsSync(join(engine.dir, 'evidence', `${backwards.archiveSha256}.dumas.zip`))).toBe(true)
  expect(valueOf(await engine.importPaths([exportFolder([{ packed: backwards, name: 'a' }])])).duplicate).toBe(1)
  await sound(engine)
  valueOf(await engine.decisions.undoExport({ id, reason: 'keliru' }))
  expect(await picture(engine)).toEqual(before)
  expect((await actions(engine)).filter((action) => action.startsWith('quarantine'))).toEqual([
    'quarantine.undo',
    'quarantine.reject',
    'quarantine.undo',
    'quarantine.accept',
  ])
  await engine.close()
})

test('a fork: the version accepted last counts, the other waits in quarantine', async () => {
  const engine = await held(first, edited, deleted)
  expect(valueOf(await engine.query('integrity.gaps', {})).forks).toMatchObject([
    { sequence: 2, versions: [{ state: 'accepted' }, { state: 'quarantined' }] },
  ])
  const fork = (await desk(engine))[0]?.id ?? ''
  valueOf(await engine.decisions.decideExport({ id: fork, accept: true, reason: 'yang benar' }))
  expect((await changes(engine)).lines.map(({ code }) => code)).toEqual(['SILENT-DELETE'])
  const lines = await desk(engine)
  expect(lines.map(({ descriptor_sha256, state }) => [descriptor_sha256, state])).toEqual([
    [edited.descriptorSha256, 'open'],
    [deleted.descriptorSha256, 'accepted'],
  ])
  expect(engine.heads().exports[0]?.descriptor_sha256).toBe(deleted.descriptorSha256)
  valueOf(await engine.decisions.undoExport({ id: fork, reason: 'keliru' }))
  expect((await changes(engine)).lines.map(({ code }) => code)).toEqual(['SILENT-EDIT'])
  await engine.close()
})

async function decided() {
  const third = after(edited, 3, [caseRow(1, { category: 'discrimination' }), session], '13')
  const engine = await held(first, edited, deleted, third)
  const [line] = (await changes(engine)).lines
  valueOf(await engine.decisions.acceptChange({ id: line?.id ?? '', reason: 'benar' }))
  valueOf(
    await engine.decisions.decideExport({ id: (await desk(engine))[0]?.id ?? '', accept: false, reason: 'palsu' }),
  )
  const wanted = await picture(engine)
  expect(wanted.categories).toMatchObject({ discrimination: 1 })
  return { engine, wanted, at: (...names: string[]) => join(engine.dir, ...names) }
}

test('decisions hold after a new start, and when store, columns or the whole picture are made again', async () => {
  const { engine, wanted, at } = await decided()
  await engine.close()
  const plain = await open({ dir: engine.dir })
  expect(await picture(plain)).toEqual(wanted)
  await plain.close()
  writeFileSync(at('library', `${UNIT}.sqlite`), 'no database')
  rmSync(at('columns', `${UNIT}.seg`))
  const rebuilt = await open({ dir: engine.dir })
  expect(await picture(rebuilt)).toEqual(wanted)
  await sound(rebuilt)
  await rebuilt.close()
  rmSync(at('library', `${UNIT}.sqlite`))
  rmSync(at('columns', 'nation.cache'))
  const lost = await open({ dir: engine.dir })
  valueOf(await lost.check({ repair: true }))
  const again = await picture(lost)
  expect([again.totals, again.categories, again.heads]).toEqual([wanted.totals, wanted.categories, wanted.heads])
  expect(again.desk.map(({ id, state }) => [id, state])).toEqual(wanted.desk.map(({ id, state }) => [id, state]))
  await lost.close()
})

test('a decision that was written down before a crash is carried out and logged at the next start', async () => {
  const { engine, wanted, at } = await decided()
  await engine.close()
  const paths = [
    at('library', `${UNIT}.sqlite`),
    at('columns', `${UNIT}.seg`),
    at('columns', 'nation.cache'),
    at('audit.jsonl'),
  ]
  const before = paths.map((path) => readFileSync(path))
  const again = await open({ dir: engine.dir })
  const id = wanted.changes.lines[0]?.id ?? ''
  valueOf(await again.decisions.undoChange({ id, reason: 'uji' }))
  const undone = await picture(again)
  const lines = await actions(again)
  expect(undone.categories).toMatchObject({ poor_service: 2 })
  await again.close()
  // As if the process had ended when only the workspace was saved. The mark that the log has the line is taken away too.
  for (const [index, path] of paths.entries()) writeFileSync(path, before[index] ?? '')
  const workspace = await readDatabase(readSealed(at('workspace.sqlite')) ?? Buffer.alloc(0))
  workspace?.exec('UPDATE decisions SET logged = 0')
  writeFileSync(at('workspace.sqlite'), Buffer.concat(sealed(workspace?.bytes() ?? Buffer.alloc(0))))
  workspace?.close()
  const after = await open({ dir: engine.dir })
  expect(await picture(after)).toEqual(undone)
  expect(await actions(after)).toEqual(lines)
  await sound(after)
  await after.close()
})

test('many decisions with one reason: each answers for itself, has its line in the audit log and is taken back by itself', async () => {
  const cases = (category: string, status: string) => [caseRow(1, { category, priority: status }), session]
  const two = nextExport(first, 2, { tables: { ...rest, events: [], cases: cases('discrimination', 'urgent') } })
  const engine = await held(first, two)
  const { lines } = await changes(engine)
  expect(lines.length).toBeGreaterThan(2)
  const before = await picture(engine)
  const ids = lines.map(({ id }) => id)
  const none = `${UNIT}:${'0'.repeat(32)}`
  const taken = valueOf(
    await engine.decisions.take({ act: 'change.accept', ids: [none, ...ids, none], reason: 'surat 9' }),
  )
  expect(taken.map(({ id, error }) => [id, error?.code ?? null])).toEqual([
    [none, 'NOT-FOUND'],
    ...ids.map((id) => [id, null]),
  ])
  expect((await changes(engine)).open).toBe(0)
  expect((await actions(engine)).slice(0, ids.length)).toEqual(ids.map(() => 'change.accept'))
  const again = valueOf(await engine.decisions.take({ act: 'change.accept', ids, reason: 'lagi' }))
  expect(new Set(again.map(({ error }) => error?.code))).toEqual(new Set(['DECIDED']))
  valueOf(await engine.decisions.undoChange({ id: ids[0] ?? '', reason: 'satu' }))
  expect((await changes(engine)).lines.filter(({ state }) => state === 'open').map(({ id }) => id)).toEqual([ids[0]])
  valueOf(await engine.decisions.take({ act: 'change.undo', ids: ids.slice(1), reason: 'semua' }))
  expect(await picture(engine)).toEqual(before)
  await sound(engine)
  await engine.close()
})

test('changes of one value in two exports, accepted together: as when accepted in turn', async () => {
  const third = after(edited, 3, [caseRow(1, { category: 'alleged_corruption' }), session], '12')
  const together = await held(first, edited, third)
  const apart = await held(first, edited, third)
  const ids = (await changes(together)).lines.map(({ id }) => id).toReversed()
  expect(ids).toHaveLength(2)
  const taken = valueOf(await together.decisions.take({ act: 'change.accept', ids, reason: 'x' }))
  const inTurn: (string | undefined)[] = []
  for (const id of ids) inTurn.push(codeOf(await apart.decisions.acceptChange({ id, reason: 'x' })))
  expect(taken.map(({ error }) => error?.code ?? 'ok')).toEqual(inTurn)
  expect(await byCategory(together)).toEqual(await byCategory(apart))
  const states = async (engine: Engine) => (await changes(engine)).lines.map(({ id, state }) => [id, state])
  expect(await states(together)).toEqual(await states(apart))
  await sound(together)
  await together.close()
  await apart.close()
})
