/** Findings, pinned figures and decisions: written, kept over a restart, compared and never recomputed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sealed } from '../../electron/engine/archive/sealed'
import { layoutOf } from '../../electron/engine/archive/layout'
import { createDatabase } from '../../electron/engine/store/sqlite'
import { WorkspaceDatabase, migrate } from '../../electron/engine/workspace/database'
import { addFigure, createFinding, getFinding } from '../../electron/engine/workspace/findings'
import { MIGRATIONS } from '../../electron/engine/workspace/migrations'
import type { FigureToPin, FrozenFigure } from '../../shared/contract/findings'
import { UNIT, caseRow, makeExport, nextExport, sessionRow } from '../helpers/signedExports'
import { exportFolder, freshFolder, open, openTrusted, valueOf } from '../helpers/workspaces'

const first = makeExport()
const figure: FigureToPin = {
  query: 'overview.totals', params: { unit: UNIT }, path: 'received', label: 'metric.received', value: 7, format: 'count',
  sentence: 'Dua pengaduan.', filter: { unit: UNIT }, unit: UNIT,
} // prettier-ignore

async function imported() {
  const engine = await openTrusted()
  valueOf(await engine.importPaths([exportFolder([{ packed: first, name: 'a' }])]))
  return engine
}

test('a figure is frozen as the engine sees it, and says when it differs', async () => {
  const engine = await imported()
  const created = valueOf(await engine.findings.create({ text: { title: 'Terlambat' }, figures: [figure] }))
  expect(created).toMatchObject({ id: 'T-0001', title: 'Terlambat', condition: '', state: 'draft', unit: UNIT })
  expect(created.figures).toMatchObject([
    { value: 2, registry_version: 1, coverage: { units_expected: 1, units_reported: 1 }, exports: [{ unit: UNIT, sequence: 1, descriptor_sha256: first.descriptorSha256 }] },
  ]) // prettier-ignore
  expect(created.figures[0]?.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(valueOf(await engine.findings.check())).toEqual([
    { finding: 'T-0001', index: 0, now: 2, differs: false, exports_changed: 0 },
  ])
  const late = {
    received_at: '2026-04-02T09:00:00+07:00',
    recorded_at: '2026-04-02T10:00:00+07:00',
    updated_at: '2026-04-02T10:00:00+07:00',
  }
  const cases = [caseRow(1), caseRow(2, { channel: 'jumat_curhat', session_id: 'SESSION-0001' }), caseRow(3, late)]
  const second = nextExport(first, 2, { tables: { cases, community_sessions: [sessionRow(1)] } })
  valueOf(await engine.importPaths([exportFolder([{ packed: second, name: 'b' }])]))
  expect(valueOf(await engine.findings.check())).toEqual([
    { finding: 'T-0001', index: 0, now: 3, differs: true, exports_changed: 1 },
  ])
  expect(valueOf(await engine.findings.list())[0]?.figures[0]?.value).toBe(2)
  await engine.close()
})

test('texts are changed one by one, figures added, findings removed; all of it stands after a restart', async () => {
  const engine = await imported()
  const { id } = valueOf(await engine.findings.create({ text: { title: 'A', condition: 'k' }, figures: [] }))
  valueOf(await engine.findings.create({ text: { title: 'B' }, figures: [] }))
  expect(valueOf(await engine.findings.update({ id, text: { due_on: '2026-05-01', state: 'sent' } }))).toMatchObject({
    title: 'A',
    condition: 'k',
    due_on: '2026-05-01',
    state: 'sent',
  })
  valueOf(await engine.findings.pin({ id, figure }))
  const nowhere = await engine.findings.pin({ id, figure: { ...figure, path: 'units[X].n' } })
  expect(nowhere.ok ? '' : nowhere.error.code).toBe('FIGURE-UNKNOWN')
  valueOf(await engine.disposeQuestion({ id: 'zero_report:X:a..b', disposition: 'explained', reason: 'libur' }))
  valueOf(await engine.findings.remove({ id: 'T-0002' }))
  expect((await engine.findings.remove({ id: 'T-0002' })).ok).toBe(false)
  const before = valueOf(await engine.findings.list())
  await engine.close()
  const again = await open({ dir: engine.dir })
  expect(valueOf(await again.findings.list())).toEqual(before)
  expect(valueOf(await again.query('workspace.state', {})).findings).toBe(1)
  const audit = valueOf(await again.query('audit.page', { offset: 0, limit: 4 }))
  expect(audit.entries.map(({ action }) => action)).toEqual([
    'finding.remove',
    'question.dispose',
    'finding.pin',
    'finding.update',
  ])
  await again.close()
})

test('a damaged workspace is replaced by its backup, and that is said', async () => {
  const engine = await imported()
  valueOf(await engine.findings.create({ text: { title: 'A' }, figures: [] }))
  await engine.close()
  const again = await open({ dir: engine.dir })
  await again.close()
  writeFileSync(
    join(engine.dir, 'workspace.sqlite'),
    readFileSync(join(engine.dir, 'workspace.sqlite')).subarray(0, 700),
  )
  const restored = await open({ dir: engine.dir })
  expect(valueOf(await restored.findings.list())).toHaveLength(1)
  expect(valueOf(await restored.check()).findings).toEqual([
    { code: 'WORKSPACE-RESTORED', subject: 'workspace.sqlite', repaired: true },
  ])
  await restored.close()
})

test('a workspace of version 1 is brought up with what was written in it; a later one is refused', async () => {
  const old = await createDatabase({ journal: true })
  migrate(old, 1)
  const id = createFinding(old, { title: 'Lama' }, [], '2026-01-01T00:00:00.000Z')
  addFigure(old, id, { ...figure, value: 5 } as unknown as FrozenFigure, '2026-01-01T00:00:00.000Z')
  const layout = layoutOf(freshFolder())
  writeFileSync(layout.workspace, Buffer.concat(sealed(old.bytes())))
  const opened = valueOf(await WorkspaceDatabase.open(layout, true))
  expect(opened.read((database) => getFinding(database, id))).toMatchObject({
    title: 'Lama',
    unit: UNIT,
    figures: [{ value: 5 }],
  })
  await opened.change((database) => database.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`))
  opened.close()
  const later = await WorkspaceDatabase.open(layout, true)
  expect(later.ok ? '' : later.error).toMatchObject({ code: 'WORKSPACE-NEWER', params: { known: MIGRATIONS.length } })
})
