/** The command line to the letter. Archived years. */
import { expect, test } from 'vitest'
import { json, pantau, registryFile } from '../../helpers/cli'
import { ROOT, caseRow, exportInput, makeExport, onDisk, scratch } from '../../helpers/signedExports'

const time = '2025-03-02T09:00:00+07:00'
const old = caseRow(3, { received_at: time, recorded_at: time, closed_at: time, updated_at: time, status: 'closed', outcome: 'substantiated' }) // prettier-ignore
const tables = exportInput().tables
const { zip } = makeExport({
  tables: { ...tables, cases: [caseRow(1), caseRow(2, { channel: 'jumat_curhat', session_id: 'SESSION-0001' }), old] },
})

test('years are archived with a reason, refused in figures, and brought back', async () => {
  const workspace = ['--workspace', scratch('workspace')]
  await json('registry', 'trust', registryFile, '--root', ROOT.kid, ...workspace)
  await json('import', onDisk(zip), ...workspace)
  for (const wrong of [
    [],
    ['--before', '2026'],
    ['--before', '26', '--reason', 'a'],
    ['--before', '2026', '--none', '--reason', 'a'],
  ])
    expect((await pantau('archive', ...wrong, ...workspace)).code).toBe(2)
  const archived = await json<{ bytes: number }>('archive', '--before', '2026', '--reason', 'ringan', ...workspace)
  expect(archived).toMatchObject({ code: 0, json: { archived_before: '2026-01-01', cases: 3, leaving: 1 } })
  expect(archived.json.bytes).toBeGreaterThan(0)
  const asked = ['query', 'overview.totals', '--params', '{"from":"2025-01-01"}', ...workspace]
  const refused = await pantau(...asked)
  expect(refused.code).toBe(2)
  expect(refused.err).toContain('The years before 2026 are archived')
  expect(await json(...asked)).toMatchObject({ code: 2, json: { error: { code: 'YEARS-ARCHIVED' } } })
  expect(await json('archive', '--before', '2030', '--reason', 'a', ...workspace)).toMatchObject({ code: 2, json: { error: { code: 'ARCHIVE-YEAR' } } }) // prettier-ignore
  expect(await json('archive', '--none', '--reason', 'perlu', ...workspace)).toMatchObject({ code: 0, json: { archived_before: null } }) // prettier-ignore
  expect(await json(...asked)).toMatchObject({ code: 0, json: { received: 3 } })
  expect((await pantau('archive', '--before', '2026', '--reason', 'a', ...workspace)).out).toContain('1 of 3 cases')
})
