/** The command line to the letter. Decisions about quarantined exports and undeclared changes. */
import { expect, test } from 'vitest'
import { json, lastingRegistry, pantau, registryFile } from '../../helpers/cli'
import { ROOT, UNIT, caseRow, exportInput, makeExport, nextExport, onDisk, scratch } from '../../helpers/signedExports'

const first = makeExport()
const tables = exportInput().tables
const edited = nextExport(first, 2, { tables: { ...tables, cases: [caseRow(1, { category: 'discrimination' }), caseRow(2, { channel: 'jumat_curhat', session_id: 'SESSION-0001' })] } }) // prettier-ignore
const fork = nextExport(first, 2, { tables })

async function workspaceWith(...zips: Uint8Array[]): Promise<string[]> {
  const workspace = ['--workspace', scratch('workspace')]
  expect(lastingRegistry.root.keys).toHaveLength(1)
  await json('registry', 'trust', registryFile, '--root', ROOT.kid, ...workspace)
  for (const zip of zips) await json('import', onDisk(zip), ...workspace)
  return workspace
}
interface Change {
  id: string
  state: string
}
const categories = async (workspace: string[]) =>
  (await json<{ code: string; count: number }[]>('query', 'overview.byCategory', ...workspace)).json

test('changes are listed and accepted with a reason', async () => {
  const workspace = await workspaceWith(first.zip, edited.zip)
  const listed = await json<Change[]>('changes', 'list', '--unit', UNIT, ...workspace)
  const line = {
    id: expect.stringMatching(/^POLRES-33\.74:[0-9a-f]{32}$/) as string, unit: UNIT, resource: 'cases', row_id: 'CASE-000001', field: 'category',
    reported_first: 'poor_service', reported_now: 'discrimination', code: 'SILENT-EDIT', exports: [1, 2], state: 'open',
  } // prettier-ignore
  expect(listed).toMatchObject({ code: 0, json: [line] })
  expect(Object.keys(listed.json[0] ?? {}).toSorted()).toEqual(Object.keys(line).toSorted())
  const id = listed.json[0]?.id ?? ''
  expect((await pantau('changes', 'accept', id, ...workspace)).code).toBe(2)
  expect((await pantau('changes', 'accept', id, '--reason', '  ', ...workspace)).code).toBe(2)
  expect(await json('changes', 'accept', id, '--reason', 'surat 12', ...workspace)).toMatchObject({
    code: 0,
    json: [{ id, state: 'accepted' }],
  })
  expect(await categories(workspace)).toContainEqual({ code: 'discrimination', count: 1 })
  expect(await json('changes', 'accept', id, '--reason', 'lagi', ...workspace)).toMatchObject({
    code: 2,
    json: { error: { code: 'DECIDED' } },
  })
  expect(await json('changes', 'undo', id, '--reason', 'keliru', ...workspace)).toMatchObject({
    json: [{ id, state: 'open' }],
  })
  const none = `${UNIT}:0`
  const some = await json('changes', 'accept', none, id, '--reason', 'keduanya', ...workspace)
  expect(some).toMatchObject({ code: 1, json: [{ id, state: 'accepted' }] })
  expect(some.err).toContain(`${none}: NOT-FOUND`)
  await json('changes', 'undo', id, '--reason', 'keliru', ...workspace)
  expect(await json('changes', 'list', '--unit', 'POLRES-33.75', ...workspace)).toMatchObject({ code: 0, json: [] })
  const { out } = await pantau('changes', 'list', ...workspace)
  expect(out).toContain('SILENT-EDIT')
})

test('quarantine is listed, and decided with a reason', async () => {
  const workspace = await workspaceWith(first.zip, edited.zip, fork.zip)
  const listed = await json<{ id: string }[]>('quarantine', 'list', ...workspace)
  expect(listed).toMatchObject({ code: 0, json: [{ unit: UNIT, sequence: 2, findings: [{ code: 'CHAIN-FORK' }] }] })
  expect(Object.keys(listed.json[0] ?? {}).toSorted()).toEqual(['findings', 'id', 'sequence', 'unit'])
  const id = listed.json[0]?.id ?? ''
  expect((await pantau('quarantine', 'accept', id, ...workspace)).code).toBe(2)
  expect(await json('quarantine', 'accept', `${UNIT}:0`, '--reason', 'x', ...workspace)).toMatchObject({
    code: 2,
    json: { error: { code: 'NOT-FOUND' } },
  })
  expect(await json('quarantine', 'reject', id, '--reason', 'cabang', ...workspace)).toMatchObject({
    code: 0,
    json: [{ id }],
  })
  expect(await json('quarantine', 'list', ...workspace)).toMatchObject({ code: 0, json: [] })
  expect(await json('quarantine', 'undo', id, '--reason', 'keliru', ...workspace)).toMatchObject({ json: [{ id }] })
  expect(await json('quarantine', 'accept', id, '--reason', 'benar', ...workspace)).toMatchObject({ code: 0 })
  expect(await json('heads', ...workspace)).toMatchObject({
    json: { exports: [{ unit: UNIT, sequence: 2, descriptor_sha256: fork.descriptorSha256 }] },
  })
  expect(await json('check', ...workspace)).toMatchObject({ code: 0, json: { findings: [] } })
})
