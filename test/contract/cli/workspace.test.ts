/** The command line to the letter. Commands on a workspace. */
import { describe, expect, test } from 'vitest'
import { goodExport, json, type Judged, registryFile } from '../../helpers/cli'
import { tampered } from '../../helpers/hostileExports'
import { onDisk, ROOT, scratch, seedKey, UNIT } from '../../helpers/signedExports'

describe('import, query, check', () => {
  test('need a trusted registry', async () => {
    const workspace = ['--workspace', scratch('workspace')]
    expect(await json('import', goodExport, ...workspace)).toMatchObject({
      code: 2,
      json: { error: { code: 'REGISTRY-MISSING' } },
    })
    expect(await json('query', 'overview.totals', ...workspace)).toMatchObject({
      code: 2,
      json: { error: { code: 'REGISTRY-MISSING' } },
    })
  })
  test('import says what became of each file; query and check answer', async () => {
    const workspace = ['--workspace', scratch('workspace')]
    expect((await json('registry', 'trust', registryFile, '--root', ROOT.kid, ...workspace)).code).toBe(0)
    const bad = onDisk(tampered({ keys: [seedKey(99)] }))
    const imported = await json<{ files: Judged[] }>('import', bad, goodExport, ...workspace)
    expect(imported).toMatchObject({
      code: 1,
      json: { accepted: 1, accepted_with_flags: 0, quarantined: 0, rejected: 1, duplicate: 0 },
    })
    expect(Object.keys(imported.json).toSorted()).toEqual([
      'accepted',
      'accepted_with_flags',
      'duplicate',
      'files',
      'quarantined',
      'rejected',
    ])
    expect(imported.json.files.map(({ outcome, unit }) => `${unit} ${outcome}`).toSorted()).toEqual([
      `${UNIT} accepted`,
      'null rejected',
    ])
    expect(await json('import', goodExport, ...workspace)).toMatchObject({ code: 0, json: { duplicate: 1 } })
    expect(await json('query', 'overview.totals', ...workspace)).toMatchObject({ code: 0, json: { received: 2 } })
    expect(await json('query', 'overview.totals', '--params', '{"nonsense":1}', ...workspace)).toMatchObject({
      code: 2,
      json: { error: { code: 'PARAMS' } },
    })
    expect((await json<string[]>('query', '--list')).json).toContain('overview.totals')
    expect(await json('check', ...workspace)).toMatchObject({ code: 0, json: { findings: [] } })
    expect(await json('heads', ...workspace)).toMatchObject({
      code: 0,
      json: { exports: [{ unit: UNIT, sequence: 1 }] },
    })
    expect(
      await json('report', '--unit', UNIT, '--period', '2026-03', '--out', scratch('a.pdf'), ...workspace),
    ).toMatchObject({ code: 2, json: { error: { code: 'NEEDS-ELECTRON' } } })
  })
})
