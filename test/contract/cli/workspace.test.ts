/** The command line to the letter. Commands on a workspace. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readKey } from '../../../electron/engine/export/keys'
import { parseJws, publicKeyOf, verifySignature } from '../../../electron/engine/intake/jws'
import { RECEIPT_TYP } from '../../../shared/export/tables'
import { goodExport, json, type Judged, pantau, registryFile } from '../../helpers/cli'
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
    expect(await json('query', 'channel.community', '--params', `{"unit":"${UNIT}","kind":"minggu_kasih"}`, ...workspace)).toMatchObject({ code: 0, json: { kind: 'minggu_kasih', calendar: null } }) // prettier-ignore
    expect(await json('query', 'overview.totals', '--params', '{"nonsense":1}', ...workspace)).toMatchObject({
      code: 2,
      json: { error: { code: 'PARAMS' } },
    })
    const known = (day: string, name = 'overview.totals') => json('query', name, '--known-on', day, ...workspace)
    expect(await known('2020-01-01')).toMatchObject({ code: 0, json: { received: 0 } })
    expect(await known('2099-01-01')).toMatchObject({ code: 0, json: { received: 2 } })
    expect((await known('2020-02-30')).code).toBe(2)
    expect((await known('2020-01-01', 'units.tree')).code).toBe(2)
    const turned = '{"from":"2026-03-31","to":"2026-03-01"}'
    expect(await json('query', 'overview.totals', '--params', turned, ...workspace)).toMatchObject({
      code: 2,
      json: { error: { code: 'PERIOD-TURNED' } },
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

  test('heads of two consoles, and a receipt signed by this one', async () => {
    const workspace = ['--workspace', scratch('workspace')]
    await json('registry', 'trust', registryFile, '--root', ROOT.kid, ...workspace)
    await json('import', goodExport, ...workspace)
    const own = await json<{ fingerprint: string; exports: { unit: string; descriptor_sha256: string }[] }>(
      'heads',
      ...workspace,
    )
    const same = scratch('heads.json')
    const saved = await json<{ kid: string }>('heads', '--out', same, ...workspace)
    expect(saved).toMatchObject({ code: 0, json: { fingerprint: own.json.fingerprint, exports: own.json.exports } })
    expect(await json('heads', '--compare', same, ...workspace)).toMatchObject({
      code: 0,
      json: { same: true, signer: saved.json.kid, lines: [], counts: { same: 1 } },
    })
    const theirs = 'f'.repeat(64)
    const other = { exports: own.json.exports.map((head) => ({ ...head, descriptor_sha256: theirs })) }
    const ours = own.json.exports[0]!.descriptor_sha256
    const plain = onDisk(Buffer.from(JSON.stringify(other)), 'heads.json')
    expect(await json('heads', '--compare', plain, ...workspace)).toMatchObject({
      code: 1,
      json: {
        same: false,
        signer: null,
        lines: [{ unit: UNIT, state: 'conflict', conflicts: [{ sequence: 1, ours, theirs }] }],
      },
    })
    expect((await pantau('heads', '--compare', plain, ...workspace)).out).toContain(
      `${UNIT} CONFLICT at sequence 1: here ${ours}, there ${theirs}`,
    )
    expect(await json('heads', '--compare', onDisk(Buffer.from('{}'), 'heads.json'), ...workspace)).toMatchObject({
      code: 2,
      json: { error: { code: 'HEADS-INVALID' } },
    })

    const out = scratch('receipt.json')
    const receipt = ['receipt', '--unit', UNIT, '--sequence', '1', '--out', out, ...workspace]
    const made = await json<{ kid: string }>(...receipt)
    expect(made).toMatchObject({
      code: 0,
      json: { unit: UNIT, sequence: 1, descriptor_sha256: ours, outcome: 'accepted', registry_version: 1 },
    })
    expect((await pantau(...receipt)).out).toMatch(/Fingerprint of the receipt: ([0-9a-f]{4} ){7}[0-9a-f]{4}\n/)
    const { payload, signatures } = JSON.parse(readFileSync(out, 'utf8')) as { payload: string; signatures: object[] }
    const parsed = parseJws(Buffer.from(JSON.stringify({ signatures })), RECEIPT_TYP)
    const key = readKey(join(workspace[1]!, 'console.jwk'))!
    expect(
      parsed.ok &&
        verifySignature(publicKeyOf(key.publicJwk), parsed.signatures[0]!, Buffer.from(payload, 'base64url')),
    ).toBe(true)
    expect(made.json.kid).toBe(key.kid)
    expect(await json('receipt', '--unit', UNIT, '--sequence', '9', '--out', out, ...workspace)).toMatchObject({
      code: 2,
      json: { error: { code: 'NOT-FOUND' } },
    })
  })
})
