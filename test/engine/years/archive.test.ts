/** Archived years in a whole workspace: refused, kept over a restart, added to by later exports, brought back without a trace. */
import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { layoutOf } from '../../../electron/engine/archive/layout'
import type { Engine } from '../../../electron/engine/engine'
import type { FigureToPin } from '../../../shared/contract/findings'
import type { QueryName } from '../../../shared/contract/queries'
import { UNIT, callRow, caseRow, correctionRow, eventRow, exportInput, makeExport, nextExport, sessionRow } from '../../helpers/signedExports' // prettier-ignore
import { CLOCK, exportFolder, freshFolder, open, openTrusted, valueOf } from '../../helpers/workspaces'

const time = (day: string) => `${day}T09:00:00+07:00`
const old = (n: number, received: string, closed: string, more: Record<string, string> = {}) =>
  caseRow(n, {
    received_at: time(received), recorded_at: time(received), closed_at: closed && time(closed), updated_at: time(closed || received),
    status: closed ? 'closed' : 'received', outcome: closed ? 'substantiated' : '', ...more,
  }) // prettier-ignore
/** finished in 2025; open since 2025; closed in 2026; received in 2026 */
const CASES = [
  old(3, '2025-02-03', '2025-05-05'), old(4, '2025-06-03', ''), old(5, '2025-11-03', '2026-02-02'),
  old(6, '2025-12-31', '2025-12-31'), old(7, '2026-01-01', '2026-01-20'), old(8, '2024-02-01', '2024-06-01'),
] // prettier-ignore
const tables = {
  cases: [caseRow(1), caseRow(2, { channel: 'jumat_curhat', session_id: 'SESSION-0001' }), ...CASES],
  events: [eventRow(1)],
  community_sessions: [sessionRow(1), sessionRow(2, { held_on: '2024-03-01', recorded_at: time('2024-03-01') })],
  daily_calls: [callRow(), callRow({ date: '2025-03-02' })],
  corrections: [correctionRow(1)],
}
const first = makeExport({ ...exportInput(), tables })
/** a case that was finished in 2025 is open again since April 2026 */
const second = nextExport(first, 2, {
  tables: {
    ...tables,
    cases: tables.cases.map((row) => (row[0] === 'CASE-000003' ? old(3, '2025-02-03', '', { reopened_count: '1', status: 'in_progress', updated_at: time('2026-04-04') }) : row)),
    events: [eventRow(1), eventRow(2, { case_id: 'CASE-000003', event_type: 'closed', occurred_at: time('2025-05-05'), recorded_at: time('2025-05-05') }), eventRow(3, { case_id: 'CASE-000003', event_type: 'reopened', occurred_at: time('2026-04-04'), recorded_at: time('2026-04-04') })],
  },
}) // prettier-ignore

const BEFORE = '2026-01-01'
const QUERIES: [QueryName, object][] = [
  ...(['overview.totals', 'overview.flow', 'overview.coverage', 'overview.byMonth', 'region.backlog', 'cases.page', 'overview.questions', 'channel.calls', 'channel.community', 'overview.keyFigures'] as const).map((name): [QueryName, object] => [name, {}]),
  ['overview.trend', { metric: 'received' }],
  ['durations.curve', { stage: 'close' }],
] // prettier-ignore
async function answers(engine: Engine, filter: object): Promise<string> {
  const all: unknown[] = []
  for (const [name, more] of QUERIES) all.push([name, valueOf(await engine.query(name, { ...filter, ...more }))])
  return JSON.stringify(all)
}
const received = async (engine: Engine, filter: object = {}) =>
  valueOf(await engine.query('overview.totals', filter)).received
const held = async (engine: Engine) => valueOf(await engine.query('workspace.state', {}))
const bring = async (engine: Engine, packed: typeof first) =>
  valueOf(await engine.importPaths([exportFolder([{ packed, name: 'a' }])]))
const archive = async (engine: Engine, before: string | null = BEFORE) =>
  valueOf(await engine.years.archive({ before, reason: 'ringankan' }))

async function workspace(): Promise<{ engine: Engine; dir: string }> {
  const dir = freshFolder('workspace')
  const engine = await openTrusted(undefined, { dir })
  await bring(engine, first)
  return { engine, dir }
}

test('figures about archived years are refused, those after the cut stay, and brought back everything is as it was', async () => {
  const { engine, dir } = await workspace()
  const [all, recent] = [await answers(engine, {}), await engine.query('overview.flow', { from: BEFORE })]
  const detail = await engine.query('case.detail', { unit: UNIT, case_id: 'CASE-000003' })
  expect(detail).toMatchObject({ ok: true, value: { provenance: { row: 4 } } })
  expect(valueOf(await engine.years.preview({ before: BEFORE }))).toMatchObject({ cases: 8, leaving: 3, bytes: expect.any(Number) as number }) // prettier-ignore
  const revision = (await held(engine)).revision
  await archive(engine)
  expect(await held(engine)).toMatchObject({ archived_before: BEFORE, cases: 8, exports: 1 })
  expect((await held(engine)).revision).not.toBe(revision)
  expect(await engine.query('overview.flow', { from: BEFORE })).toEqual(recent)
  expect(recent).toMatchObject({ value: { opening: 2 } })
  expect(await received(engine)).toBe(3)
  expect(valueOf(await engine.query('cases.facets', {}))).toMatchObject({ total: 3, all: 8 })
  expect(await answers(engine, {})).toBe(await answers(engine, { from: BEFORE }))
  const refused = { ok: false, error: { code: 'YEARS-ARCHIVED', params: { year: '2026' } } }
  for (const filter of [{ from: '2025-12-31' }, { to: '2025-12-31' }, { from: '2024-01-01', to: '2026-03-31' }, { known_on: '2025-06-01' }])
    expect(await engine.query('overview.totals', filter), JSON.stringify(filter)).toMatchObject(refused)
  expect(await engine.prepareKnown('2025-06-01')).toMatchObject(refused)
  expect(await engine.query('case.detail', { unit: UNIT, case_id: 'CASE-000003' })).toEqual(detail)
  const report = await engine.reportModel({ kind: 'anev', filter: { from: BEFORE, to: '2026-03-31' }, language: 'id' })
  expect(valueOf(report).period.label).toBe('Triwulan I 2026, tahun sebelum 2026 diarsipkan')
  await archive(engine, null)
  expect(await answers(engine, {})).toBe(all)
  const { entries } = valueOf(await engine.query('audit.page', { offset: 0, limit: 50 }))
  expect(entries.filter(({ action }) => action.startsWith('years.'))).toMatchObject([
    { action: 'years.return', details: { before: null, reason: 'ringankan' } },
    { action: 'years.archive', subject: BEFORE, details: { before: BEFORE, reason: 'ringankan' } },
  ])
  expect(valueOf(await engine.check())).toMatchObject({ findings: [] })
  await engine.close()
  const again = await open({ dir })
  expect(await answers(again, {})).toBe(all)
  await again.close()
}) // prettier-ignore

test('a restart keeps it, for readers too, and a lost workspace file gets it back from the audit log', async () => {
  const { engine, dir } = await workspace()
  await archive(engine)
  const before = await answers(engine, {})
  await engine.close()
  for (const mode of ['write', 'read'] as const) {
    const again = await open({ dir, mode })
    expect(await answers(again, {})).toBe(before)
    await again.close()
  }
  const reader = await open({ dir, mode: 'read' })
  expect(await reader.years.archive({ before: null, reason: 'a' })).toMatchObject({ ok: false, error: { code: 'WORKSPACE-READONLY' } }) // prettier-ignore
  await reader.close()
  const layout = layoutOf(dir)
  for (const path of [layout.workspace, layout.backup]) rmSync(path)
  const restored = await open({ dir })
  expect(await held(restored)).toMatchObject({ archived_before: BEFORE, cases: 8 })
  await restored.close()
})

test('what comes later joins the active columns: a finished case that moves again is back', async () => {
  const { engine } = await workspace()
  await archive(engine)
  await bring(engine, second)
  expect(await held(engine)).toMatchObject({ archived_before: BEFORE, cases: 8, exports: 2 })
  const flow = await engine.query('overview.flow', { from: '2026-04-01' })
  await archive(engine, null)
  expect(await engine.query('overview.flow', { from: '2026-04-01' })).toEqual(flow)
  expect(flow).toMatchObject({ value: { reopened: 1 } })
  await engine.close()
})

test('an earlier day of knowledge leaves the same years out', async () => {
  let now = CLOCK()
  const engine = await openTrusted(undefined, { now: () => now })
  await bring(engine, first)
  now = new Date(now.getTime() + 2 * 86_400_000)
  await bring(engine, second)
  const day = CLOCK().toISOString().slice(0, 10)
  const filter = { from: BEFORE, known_on: day }
  const before = await engine.query('overview.flow', filter)
  await archive(engine)
  expect(await engine.query('overview.flow', filter)).toEqual(before)
  expect(await received(engine, { known_on: day })).toBe(3)
  await engine.close()
})

test('a figure pinned about archived years is not said to differ', async () => {
  const { engine } = await workspace()
  const filter = { from: '2025-01-01', to: '2025-12-31' }
  const figure: FigureToPin = {
    query: 'overview.totals', params: filter, path: 'received', label: 'metric.received', value: 4, format: 'count',
    sentence: 'Empat pengaduan.', filter, unit: UNIT,
  } // prettier-ignore
  const { id } = valueOf(await engine.findings.create({ text: { title: 'a' }, figures: [figure] }))
  expect(valueOf(await engine.findings.check())).toMatchObject([{ finding: id, now: 4, differs: false }])
  await archive(engine)
  expect(valueOf(await engine.findings.check())).toMatchObject([{ finding: id, now: null, differs: false }])
  await archive(engine, null)
  expect(valueOf(await engine.findings.check())).toMatchObject([{ finding: id, now: 4, differs: false }])
  await engine.close()
})

test('a year whose first quarter is not held is refused', async () => {
  const { engine } = await workspace()
  expect(await engine.years.archive({ before: '2027-01-01', reason: 'a' })).toMatchObject({ ok: false, error: { code: 'ARCHIVE-YEAR', params: { year: '2027', day: '2026-03-31' } } }) // prettier-ignore
  expect(await engine.years.preview({ before: '2027-01-01' })).toMatchObject({ ok: false, error: { code: 'ARCHIVE-YEAR' } }) // prettier-ignore
  expect(await held(engine)).toMatchObject({ archived_before: null, cases: 8 })
  await engine.close()
})
