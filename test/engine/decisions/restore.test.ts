/** The file of findings and decisions is gone, and its backup with it: what the audit log knows is made again, the rest named. */
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Engine } from '../../../electron/engine/engine'
import { translator } from '../../../shared/messages/catalogue'
import { caseRow, makeExport, nextExport, UNIT } from '../../helpers/signedExports'
import { exportFolder, open, openTrusted, valueOf } from '../../helpers/workspaces'

const first = makeExport({ tables: { cases: [caseRow(1), caseRow(2)] } })
const second = nextExport(first, 2, {
  tables: { cases: [caseRow(1, { category: 'discrimination' }), caseRow(2, { category: 'alleged_corruption' })] },
})
/** read at the same moment as the second: held back */
const third = nextExport(second, 3, { period: { from: '2026-04-11', to: '2026-04-11' } })
const FILES = ['workspace.sqlite', 'workspace.backup.sqlite']
const reason = 'surat klarifikasi 12'

const picture = async (engine: Engine) => ({
  categories: valueOf(await engine.query('overview.byCategory', {})),
  changes: valueOf(await engine.query('integrity.changes', {})),
  desk: valueOf(await engine.query('integrity.quarantine', {})),
  questions: valueOf(await engine.query('overview.questions', {})),
})
/** One change accepted, one accepted and taken back, an export rejected, a question explained, two findings, one removed. */
async function decided() {
  const engine = await openTrusted()
  valueOf(await engine.importPaths([exportFolder([first, second, third].map((packed, n) => ({ packed, name: String(n) })))])) // prettier-ignore
  const { lines } = valueOf(await engine.query('integrity.changes', {}))
  const [one, two] = lines.map(({ id }) => id)
  valueOf(await engine.decisions.acceptChange({ id: one!, reason }))
  valueOf(await engine.decisions.acceptChange({ id: two!, reason }))
  valueOf(await engine.decisions.undoChange({ id: two!, reason: 'keliru' }))
  const [waiting] = valueOf(await engine.query('integrity.quarantine', {}))
  valueOf(await engine.decisions.decideExport({ id: waiting!.id, accept: false, reason }))
  const { items } = valueOf(await engine.query('overview.questions', {}))
  const [question] = items
  valueOf(await engine.disposeQuestion({ id: question!.id, disposition: 'explained', reason }))
  valueOf(await engine.findings.create({ text: { title: 'Perubahan tanpa koreksi' }, figures: [] }))
  const gone = valueOf(await engine.findings.create({ text: { title: 'Salah ketik' }, figures: [] }))
  valueOf(await engine.findings.remove({ id: gone.id }))
  const before = await picture(engine)
  await engine.close()
  return { dir: engine.dir, before, at: (name: string) => join(engine.dir, name) }
}
const notices = async (engine: Engine) => valueOf(await engine.query('workspace.notices', {}))
function flip(path: string): void {
  const bytes = readFileSync(path)
  bytes[bytes.length >> 1]! ^= 0x10
  writeFileSync(path, bytes)
}

test.for<[string, (path: string) => void]>([
  ['gone', (path) => rmSync(path)],
  ['damaged', flip],
])('file and backup %s', async ([, spoil]) => {
  const { dir, before, at } = await decided()
  for (const name of FILES) spoil(at(name))
  const engine = await open({ dir })
  expect(await picture(engine)).toEqual(before)
  expect(await notices(engine)).toEqual([
    { code: 'DECISIONS-RESTORED', subject: '5', repaired: true },
    { code: 'FINDINGS-LOST', subject: 'T-0001 Perubahan tanpa koreksi', repaired: false },
    { code: 'WORKSPACE-LOST', subject: 'workspace.sqlite', repaired: false },
  ])
  for (const language of ['id', 'en'] as const)
    for (const { code, subject } of await notices(engine))
      expect(translator(language).code('check', code, { subject })).toContain(subject)
  // a number that the log has given to another finding is not given again
  expect(valueOf(await engine.findings.create({ text: { title: 'Baru' }, figures: [] })).id).toBe('T-0003')
  await engine.close()
  const again = await open({ dir })
  expect(await picture(again)).toEqual(before)
  expect(await notices(again)).toEqual([])
  expect(valueOf(await again.query('audit.page', { offset: 0, limit: 1 })).valid).toBe(true)
  await again.close()
})

test('the audit log gone too: told, and what was decided counts no longer', async () => {
  const { dir, at } = await decided()
  for (const name of [...FILES, 'audit.jsonl']) rmSync(at(name))
  const engine = await open({ dir })
  expect((await notices(engine)).map(({ code }) => code)).toEqual(['WORKSPACE-LOST'])
  expect(valueOf(await engine.query('integrity.changes', {}))).toMatchObject({ open: 2 })
  const { findings } = valueOf(await engine.check())
  expect(findings.map(({ code }) => code)).toEqual(['AUDIT-BROKEN', 'WORKSPACE-LOST'])
  expect(engine.heads().exports).toMatchObject([{ unit: UNIT, sequence: 2 }])
  await engine.close()
})

/** Writes the log anew with lines changed, each with its own right hash: only the chain can tell. */
function rewrite(path: string, change: (lines: Record<string, unknown>[]) => Record<string, unknown>[]): void {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>) // prettier-ignore
  const text = change(lines).map(({ hash: _, ...body }) => JSON.stringify({ ...body, hash: createHash('sha256').update(JSON.stringify(body)).digest('hex') })) // prettier-ignore
  writeFileSync(path, `${text.join('\n')}\n`)
}

test('a log from which a line was taken, or with one twice, is told to be broken, and opens', async () => {
  const { dir, at } = await decided()
  for (const name of FILES) rmSync(at(name))
  rewrite(at('audit.jsonl'), (lines) => [
    ...lines.filter(({ action }) => action !== 'change.undo'),
    ...lines.filter(({ action }) => action === 'change.accept'),
    { ...lines[0], action: 'change.accept', details: { decision: 0.5, change: 'x', reason: '' } },
    { ...lines[0], action: 'question.dispose', subject: 'planted', details: { disposition: 'nothing', reason: '' } },
  ])
  const engine = await open({ dir })
  const told = await notices(engine)
  expect(told.map(({ code }) => code)).toContain('AUDIT-BROKEN')
  expect(told).toContainEqual({ code: 'DECISIONS-RESTORED', subject: '4', repaired: true })
  await engine.close()
})

test('a new workspace has lost nothing', async () => {
  const engine = await openTrusted()
  expect(await notices(engine)).toEqual([])
  await engine.close()
})
