/** The engine as its callers know it: registry, imports, queries, findings, settings; on real files and real sql.js. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sha256 } from '../../electron/engine/archive/files'
import type { Engine } from '../../electron/engine/engine'
import { openEngine } from '../../electron/engine/openEngine'
import {
  OTHER_KEY,
  ROOT,
  UNIT,
  caseRow,
  eventRow,
  makeExport,
  nextExport,
  registryBytes,
  registryOf,
  registryZip,
  seedKey,
  sessionRow,
} from '../helpers/signedExports'
import { CLOCK, exportFolder, freshFolder, open, openTrusted, valueOf } from '../helpers/workspaces'

const first = makeExport()
const other = makeExport({
  unit: 'POLRES-33.75',
  key: OTHER_KEY,
  tables: { cases: [caseRow(1, { unit_code: 'POLRES-33.75' })] },
})
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code)
const state = async (engine: Engine) => valueOf(await engine.query('workspace.state', {}))

function registryFile(zip: Uint8Array): string {
  const path = join(freshFolder('registry'), 'a.dumas-registry.zip')
  writeFileSync(path, zip)
  return path
}

test('an empty workspace answers what it can and says what it lacks', async () => {
  const engine = await open({ dir: freshFolder() })
  expect(await state(engine)).toMatchObject({ purpose: null, registry: null, cases: 0, exports: 0, heads: null })
  expect(valueOf(await engine.query('units.tree', {}))).toEqual([])
  expect(valueOf(await engine.query('registry.current', {}))).toBeNull()
  expect(codeOf(await engine.query('overview.totals', {}))).toBe('REGISTRY-MISSING')
  expect(codeOf(await engine.importPaths([exportFolder([{ packed: first, name: 'a' }])]))).toBe('REGISTRY-MISSING')
  expect(codeOf(await engine.query('cases.page', { limit: 0 }))).toBe('PARAMS')
  await engine.close()
})

test('a registry is trusted by the thumbprints of its root, and stands at the next start', async () => {
  const dir = freshFolder()
  const engine = await open({ dir })
  const path = registryFile(registryZip(registryOf()))
  const preview = valueOf(await engine.previewRegistry(path))
  expect(preview).toMatchObject({
    first: true,
    findings: [],
    view: { version: 1, purpose: 'training', root: [ROOT.kid] },
  })
  const wrong = valueOf(await engine.trustRegistry({ path, thumbprints: [seedKey(9).kid] }))
  expect([wrong.outcome, wrong.findings[0]?.code]).toEqual(['rejected', 'REG-THUMBPRINT'])
  expect(valueOf(await engine.trustRegistry({ path, thumbprints: [ROOT.kid] }))).toEqual({
    outcome: 'accepted',
    version: 1,
    findings: [],
  })
  expect(valueOf(await engine.trustRegistry({ path, thumbprints: [] })).outcome).toBe('duplicate')
  await engine.close()
  const again = await open({ dir })
  expect(await state(again)).toMatchObject({ purpose: 'training', registry: { version: 1 } })
  expect(valueOf(await again.query('units.tree', {})).map(({ code, reporting }) => [code, reporting])).toEqual([
    ['POLDA-JATENG', true], [UNIT, true], ['POLSEK-33.74.01', false], ['POLRES-33.75', true],
  ]) // prettier-ignore
  await again.close()
})

test('a later registry needs the pinned root; another purpose is never mixed in', async () => {
  const engine = await openTrusted()
  const next = registryOf({ version: 2, previous_sha256: sha256(registryBytes(registryOf())) })
  const foreign = { ...next, root: { threshold: 1, keys: [seedKey(9).publicJwk] } }
  const trust = async (zip: Uint8Array) => engine.trustRegistry({ path: registryFile(zip), thumbprints: [] })
  expect(valueOf(await trust(registryZip(foreign, [seedKey(9)]))).findings[0]?.code).toBe('REG-ROOT-ROTATION')
  expect(codeOf(await trust(registryZip({ ...next, purpose: 'production' })))).toBe('PURPOSE-MIXED')
  expect(valueOf(await trust(registryZip(next)))).toMatchObject({ outcome: 'accepted', version: 2 })
  expect(valueOf(await trust(registryZip(registryOf()))).findings[0]?.code).toBe('REG-ROLLBACK')
  expect(codeOf(await engine.openDemo({ demo: { cases: 1000 } }))).toBe('PURPOSE-MIXED')
  const lines = valueOf(await engine.query('audit.page', { offset: 0, limit: 10 }))
  expect(lines.entries.map(({ action }) => action)).toEqual([
    'registry.rejected',
    'registry.accepted',
    'registry.rejected',
    'registry.accepted',
  ])
  await engine.close()
})

test('a runtime that is too old refuses production data', async () => {
  const registry = registryOf({ purpose: 'production' })
  const engine = await open({ dir: freshFolder(), production: false })
  const path = registryFile(registryZip(registry))
  expect(codeOf(await engine.trustRegistry({ path, thumbprints: [ROOT.kid] }))).toBe('RUNTIME-TOO-OLD')
  await engine.close()
  const able = await openTrusted(registry)
  await able.close()
  expect(codeOf(await openEngine({ dir: able.dir, production: false, now: CLOCK }))).toBe('RUNTIME-TOO-OLD')
})

test('a damaged registry is said, and only its like takes its place', async () => {
  const engine = await openTrusted()
  await engine.close()
  const file = join(engine.dir, 'registry', '1.dumas-registry.zip')
  const bytes = readFileSync(file)
  writeFileSync(join(engine.dir, 'registry', 'copy'), bytes)
  const { chmodSync } = await import('node:fs')
  chmodSync(file, 0o600)
  writeFileSync(file, bytes.subarray(0, -10))
  const damaged = await open({ dir: engine.dir })
  expect(codeOf(await damaged.query('overview.totals', {}))).toBe('REGISTRY-DAMAGED')
  const forged = registryFile(registryZip(registryOf({ expires: '2027-06-30T00:00:00+07:00' })))
  expect(valueOf(await damaged.trustRegistry({ path: forged, thumbprints: [ROOT.kid] })).findings[0]?.code).toBe(
    'REG-FORK',
  )
  expect(valueOf(await damaged.trustRegistry({ path: registryFile(bytes), thumbprints: [] })).outcome).toBe('accepted')
  expect(codeOf(await damaged.query('overview.totals', {}))).toBe('ok')
  await damaged.close()
})

test('files and folders, in any order: units in turn, one bad file stops nothing, progress is told', async () => {
  const engine = await openTrusted()
  const second = nextExport(first, 2)
  const tampered = Buffer.from(other.zip)
  tampered.writeUInt8(tampered.readUInt8(200) ^ 1, 200)
  const folder = exportFolder([{ packed: second, name: 'a' }, { packed: first, name: 'z' }]) // prettier-ignore
  writeFileSync(join(folder, 'm.dumas.zip'), tampered)
  writeFileSync(join(folder, 'notes.txt'), 'x')
  const revisions: string[] = []
  engine.onRevision((revision) => revisions.push(revision))
  const phases = new Set<string>()
  const files: string[] = []
  const summary = valueOf(
    await engine.importPaths([folder, join(folder, 'gone.zip')], {
      onProgress: ({ phase }) => phases.add(phase),
      onFile: ({ unit, sequence }) => files.push(`${unit} ${sequence}`),
    }),
  )
  expect(summary).toMatchObject({
    accepted: 2,
    accepted_with_flags: 0,
    rejected: 2,
    quarantined: 0,
    duplicate: 0,
    cancelled: false,
  })
  expect(summary.files.map(({ file, outcome }) => [file, outcome])).toEqual([
    ['a.dumas.zip', 'accepted'], ['m.dumas.zip', 'rejected'], ['z.dumas.zip', 'accepted'], ['gone.zip', 'rejected'],
  ]) // prettier-ignore
  expect([...phases]).toEqual(['reading', 'verifying', 'indexing', 'done'])
  expect(files.slice(-2)).toEqual([`${UNIT} 1`, `${UNIT} 2`])
  expect(revisions).toHaveLength(1)
  expect(await state(engine)).toMatchObject({
    cases: 2,
    exports: 2,
    units_reporting: 1,
    first_month: '2026-03',
    archived_before: null,
    last_day: '2026-04-10',
    revision: revisions[0],
  })
  expect(valueOf(await engine.query('overview.totals', {}))).toMatchObject({
    received: 2,
    open: 2,
    closed: 0,
    units_reported: 1,
  })
  expect(valueOf(await engine.query('exports.list', {})).map(({ sequence }) => sequence)).toEqual([1, 2])
  expect(valueOf(await engine.papers.receipt({ unit: UNIT, sequence: 1 })).payload).toMatchObject({
    descriptor_sha256: first.descriptorSha256,
    outcome: 'accepted',
  })
  expect(engine.heads().exports).toEqual([{ unit: UNIT, sequence: 2, descriptor_sha256: second.descriptorSha256 }])
  await engine.close()
})

test('the same after a restart, from the saved picture and from the stores', async () => {
  const engine = await openTrusted()
  valueOf(await engine.importPaths([exportFolder([{ packed: first, name: 'a' }, { packed: other, name: 'b' }])])) // prettier-ignore
  const ask = async (one: Engine) => [
    valueOf(await one.query('overview.totals', {})),
    valueOf(await one.query('cases.page', {})),
    one.heads(),
  ]
  const before = await ask(engine)
  await engine.close()
  const log: string[] = []
  const again = await open({ dir: engine.dir, log: (line) => log.push(line) })
  expect(await ask(again)).toEqual(before)
  await again.close()
  const { rmSync } = await import('node:fs')
  rmSync(join(engine.dir, 'columns', 'nation.cache'))
  const rebuilt = await open({ dir: engine.dir })
  expect(await ask(rebuilt)).toEqual(before)
  await rebuilt.close()
  expect(log).toEqual([])
})

test('one case: timeline, versions, provenance down to the row', async () => {
  const engine = await openTrusted()
  const second = nextExport(first, 2, { tables: { cases: [caseRow(1, { status: 'in_progress', category: 'discrimination' }), caseRow(2, { channel: 'jumat_curhat', session_id: 'SESSION-0001' })], events: [eventRow(1), eventRow(2, { event_type: 'acknowledged' })], community_sessions: [sessionRow(1)] } }) // prettier-ignore
  valueOf(await engine.importPaths([exportFolder([{ packed: first, name: 'a' }, { packed: second, name: 'b' }])])) // prettier-ignore
  const detail = valueOf(await engine.query('case.detail', { unit: UNIT, case_id: 'CASE-000001' }))
  expect(detail?.case).toMatchObject({ status: 'in_progress', category: 'poor_service', programme: null })
  expect(detail?.events.map(({ event_type, sequence, row }) => [event_type, sequence, row])).toEqual([['received', 1, 2], ['acknowledged', 1, 3]]) // prettier-ignore
  expect(detail?.versions.map(({ sequence, values }) => [sequence, values['category']])).toEqual([[1, 'poor_service'], [2, 'discrimination']]) // prettier-ignore
  expect(detail?.provenance).toMatchObject({
    sequence: 2,
    row: 2,
    descriptor_sha256: second.descriptorSha256,
    archive_sha256: second.archiveSha256,
    signer_unit: UNIT,
  })
  expect(valueOf(await engine.query('cases.page', { flagged: true })).rows).toMatchObject([
    { case_id: 'CASE-000001', flags: ['SILENT-EDIT'] },
  ])
  expect(valueOf(await engine.query('case.detail', { unit: UNIT, case_id: 'CASE-999999' }))).toBeNull()
  await engine.close()
})

test('flags at rows reach the case that carries them', async () => {
  const engine = await openTrusted()
  const odd = makeExport({
    tables: { cases: [caseRow(1), caseRow(2, { first_response_at: '2026-03-01T09:00:00+07:00' })] },
  })
  valueOf(await engine.importPaths([exportFolder([{ packed: odd, name: 'a' }])]))
  expect(valueOf(await engine.query('cases.page', { flagged: true })).rows).toMatchObject([
    { case_id: 'CASE-000002', flags: ['SEMANTIC'] },
  ])
  const detail = valueOf(await engine.query('case.detail', { unit: UNIT, case_id: 'CASE-000002' }))
  expect(detail?.findings).toMatchObject([{ code: 'SEMANTIC', severity: 'flag', details: { row: 3 } }])
  await engine.close()
})

test('an import that is cancelled leaves what was acknowledged and nothing else', async () => {
  const engine = await openTrusted()
  const chain = [first]
  while (chain.length < 12) chain.push(nextExport(chain.at(-1) ?? first, chain.length + 1))
  const folder = exportFolder(chain.map((packed, at) => ({ packed, name: `${at}` })))
  const controller = new AbortController()
  const summary = valueOf(
    await engine.importPaths([folder], { signal: controller.signal, onFile: () => controller.abort() }),
  )
  const loaded = summary.files.filter(({ outcome }) => outcome !== 'rejected').length
  expect(summary.cancelled).toBe(true)
  expect([loaded > 0, loaded < 12]).toEqual([true, true])
  expect(await state(engine)).toMatchObject({ exports: loaded })
  expect(valueOf(await engine.check()).findings).toEqual([])
  expect(valueOf(await engine.importPaths([folder]))).toMatchObject({ duplicate: loaded, cancelled: false })
  expect(await state(engine)).toMatchObject({ exports: 12 })
  await engine.close()
})

test('a clock that went back stops the whole import', async () => {
  const engine = await openTrusted()
  await engine.close()
  const early = await open({ dir: engine.dir, now: () => new Date('2026-02-01T00:00:00Z') })
  expect(codeOf(await early.importPaths([exportFolder([{ packed: first, name: 'a' }])]))).toBe('CLOCK')
  await early.close()
})

test('one writer; readers read and change nothing', async () => {
  const engine = await openTrusted()
  valueOf(await engine.importPaths([exportFolder([{ packed: first, name: 'a' }])]))
  expect(codeOf(await openEngine({ dir: engine.dir, lockWait: 0 }))).toBe('WORKSPACE-LOCKED')
  const reader = await open({ dir: engine.dir, mode: 'read' })
  expect(valueOf(await reader.query('overview.totals', {})).received).toBe(2)
  expect(codeOf(await reader.importPaths([]))).toBe('WORKSPACE-READONLY')
  expect(codeOf(await reader.findings.create({ text: { title: 'x' }, figures: [] }))).toBe('WORKSPACE-READONLY')
  await reader.close()
  await engine.close()
  writeFileSync(join(engine.dir, 'lock'), JSON.stringify({ pid: 2 ** 22 - 1, started: null, token: 'x' }))
  const taken = await open({ dir: engine.dir, lockWait: 0 })
  await taken.close()
})

test('a workspace that cannot be a folder is an error as data', async () => {
  const path = registryFile(Buffer.from('x'))
  expect(codeOf(await openEngine({ dir: join(path, 'inside') }))).toBe('WORKSPACE-UNUSABLE')
})
