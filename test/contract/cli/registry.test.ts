/** The command line to the letter. `registry make`, `show` and `trust`. */
import { describe, expect, test } from 'vitest'
import { readKey } from '../../../electron/engine/export/keys'
import { goodExport, json, keyFile, lastingRegistry } from '../../helpers/cli'
import { onDisk, registryZip, ROOT, scratch, seedKey, UNIT_KEY } from '../../helpers/signedExports'

describe('registry', () => {
  const source = () => onDisk(Buffer.from(JSON.stringify(lastingRegistry)), 'registry.json')
  test('make, show, trust', async () => {
    const root = await keyFile()
    const own = { ...lastingRegistry, root: { threshold: 1, keys: [readKey(root.file)!.publicJwk] } }
    const [from, out] = [onDisk(Buffer.from(JSON.stringify(own)), 'registry.json'), scratch('x.dumas-registry.zip')]
    expect(await json('registry', 'make', '--from', from, '--key', root.file, '--out', out)).toMatchObject({
      code: 0,
      json: { version: 1, kids: [root.kid] },
    })
    expect(await json('registry', 'show', out)).toMatchObject({
      code: 0,
      json: {
        version: 1,
        purpose: 'training',
        units: 4,
        keys: 1,
        signatures: [{ kid: root.kid, valid: true }],
        findings: [],
      },
    })
    const workspace = ['--workspace', scratch('workspace')]
    expect(await json('registry', 'trust', out, '--root', UNIT_KEY.kid, ...workspace)).toMatchObject({
      code: 1,
      json: { outcome: 'rejected', version: 1, findings: [{ code: 'REG-THUMBPRINT' }] },
    })
    expect(await json('registry', 'trust', out, `--root=${root.kid}`, ...workspace)).toMatchObject({
      code: 0,
      json: { outcome: 'accepted', version: 1, findings: [] },
    })
    expect(await json('registry', 'trust', out, '--root', root.kid, ...workspace)).toMatchObject({
      code: 0,
      json: { outcome: 'duplicate' },
    })
  })
  test('show says who did not sign', async () => {
    const out = onDisk(registryZip(lastingRegistry, [seedKey(77)]), 'x.dumas-registry.zip')
    expect(await json('registry', 'show', out)).toMatchObject({
      code: 1,
      json: { signatures: [{ kid: seedKey(77).kid, valid: false }], findings: [{ code: 'REG-THRESHOLD' }] },
    })
    expect(await json('registry', 'show', source())).toMatchObject({
      code: 1,
      json: { version: null, findings: [{ code: 'ZIP-UNREADABLE' }] },
    })
    expect(await json('registry', 'show', scratch('none'))).toMatchObject({
      code: 2,
      json: { error: { code: 'FILE-UNREADABLE' } },
    })
  })
  test('several thumbprints after one --root, also ones that begin with a hyphen', async () => {
    // found by trying seeds: a thumbprint that begins with a hyphen
    const hyphen = Array.from({ length: 256 }, (_, i) => seedKey(i)).find((key) => key.kid.startsWith('-'))!
    const roots = [ROOT, hyphen]
    const file = onDisk(
      registryZip({ ...lastingRegistry, root: { threshold: 2, keys: roots.map((key) => key.publicJwk) } }, roots),
      'x.dumas-registry.zip',
    )
    for (const named of [
      ['--root', hyphen.kid, ROOT.kid],
      ['--root', ROOT.kid, hyphen.kid],
      [`--root=${hyphen.kid}`, '--root', ROOT.kid],
    ]) {
      expect(await json('verify', goodExport, '--registry', file, ...named)).toMatchObject({ code: 0 })
    }
    expect(await json('verify', goodExport, '--registry', file, '--root', ROOT.kid)).toMatchObject({
      code: 2,
      json: { error: { code: 'REGISTRY-INVALID' } },
    })
  })
})
