/** The command line to the letter: names, options, JSON, exit codes. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../../../electron/cli/run'
import { encodeTable } from '../../../electron/engine/export/csvWriter'
import { readKey } from '../../../electron/engine/export/keys'
import type { Finding } from '../../../shared/export/codes'
import { RESOURCES } from '../../../shared/export/enums'
import { tampered } from '../../helpers/hostileExports'
import {
  exportInput,
  keyEntry,
  makeExport,
  onDisk,
  registryOf,
  registryZip,
  ROOT,
  scratch,
  seedKey,
  UNIT,
  UNIT_KEY,
} from '../../helpers/signedExports'

interface Said {
  code: number
  out: string
  err: string
}
async function pantau(...argv: string[]): Promise<Said> {
  const said: Said = { code: -1, out: '', err: '' }
  said.code = await run(argv, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    interactive: false,
    language: 'en',
  })
  return said
}
/** Runs with --json: stdout must be one document and nothing else. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows the document
async function json<T>(...argv: string[]): Promise<{ code: number; json: T; err: string }> {
  const { code, out, err } = await pantau(...argv, '--json')
  expect(out.endsWith('\n')).toBe(true)
  return { code, json: JSON.parse(out) as T, err }
}
interface Judged {
  file: string
  unit: string | null
  sequence: number | null
  outcome: string
  findings: Finding[]
}
/** valid for the clock of any machine that runs this */
const registry = registryOf({
  issued: '2024-01-01T00:00:00+07:00',
  expires: '2090-01-01T00:00:00+07:00',
  keys: [keyEntry(UNIT_KEY, UNIT, { not_after: '2090-01-01T00:00:00+07:00' })],
})
const registryFile = onDisk(registryZip(registry), 'r.dumas-registry.zip')
const good = onDisk(makeExport().zip)
const folderOfCsv = () => {
  const folder = scratch('csv')
  mkdirSync(folder)
  for (const name of RESOURCES)
    writeFileSync(join(folder, `${name}.csv`), encodeTable(name, exportInput().tables[name] as string[][]).bytes)
  return folder
}
const keyFile = async () => {
  const file = scratch('unit.jwk')
  const { json: made } = await json<{ kid: string }>('keygen', '--out', file)
  return { file, kid: made.kid }
}

describe('usage', () => {
  test.for([
    [],
    ['nonsense'],
    ['keygen'],
    ['keygen', '--out'],
    ['verify', good],
    ['verify', '--registry', registryFile],
    ['pack', '--unit', UNIT],
    ['query'],
    ['query', 'nonsense'],
    ['registry'],
    ['import'],
    ['demo'],
    ['verify', good, '--registry', registryFile, '--nonsense'],
  ])('%j ends with 2', async (argv) => {
    const { code, out, err } = await pantau(...argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).not.toBe('')
  })
  test('with --json the error is the document', async () => {
    const { code, json: said } = await json<{ error: { code: string; message: string } }>('nonsense')
    expect({ code, error: said.error.code }).toEqual({ code: 2, error: 'USAGE' })
  })
  test('help', async () => {
    const { code, out } = await pantau('help')
    expect(code).toBe(0)
    for (const name of [
      'keygen',
      'registry make',
      'registry show',
      'registry trust',
      'pack',
      'verify',
      'import',
      'query',
      'report',
      'demo',
      'check',
    ])
      expect(out).toContain(`pantau ${name}`)
  })
})

describe('keygen', () => {
  test('writes a private JWK with mode 600, once', async () => {
    const file = scratch('key.jwk')
    const { code, json: made } = await json<{ kid: string; public: object }>('keygen', '--out', file)
    expect(code).toBe(0)
    expect(made).toEqual({
      kid: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) as string,
      public: { kty: 'OKP', crv: 'Ed25519', x: expect.any(String) as string },
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readKey(file)).toMatchObject({ kid: made.kid, publicJwk: made.public })
    expect(JSON.stringify(made)).not.toContain('"d"')
    const before = readFileSync(file)
    expect(await json('keygen', '--out', file)).toMatchObject({ code: 2, json: { error: { code: 'OUT-EXISTS' } } })
    expect(readFileSync(file)).toEqual(before)
  })
})

describe('registry', () => {
  const source = () => onDisk(Buffer.from(JSON.stringify(registry)), 'registry.json')
  test('make, show, trust', async () => {
    const root = await keyFile()
    const own = { ...registry, root: { threshold: 1, keys: [readKey(root.file)!.publicJwk] } }
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
    const out = onDisk(registryZip(registry, [seedKey(77)]), 'x.dumas-registry.zip')
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
      registryZip({ ...registry, root: { threshold: 2, keys: roots.map((key) => key.publicJwk) } }, roots),
      'x.dumas-registry.zip',
    )
    for (const named of [
      ['--root', hyphen.kid, ROOT.kid],
      ['--root', ROOT.kid, hyphen.kid],
      [`--root=${hyphen.kid}`, '--root', ROOT.kid],
    ]) {
      expect(await json('verify', good, '--registry', file, ...named)).toMatchObject({ code: 0 })
    }
    expect(await json('verify', good, '--registry', file, '--root', ROOT.kid)).toMatchObject({
      code: 2,
      json: { error: { code: 'REGISTRY-INVALID' } },
    })
  })
})

describe('pack', () => {
  const times = [
    '--period',
    '2026-03-01..2026-03-31',
    '--coverage',
    '2024-01-01',
    '--as-of',
    '2026-04-01T00:00:00+07:00',
    '--created',
    '2026-04-02T08:00:00+07:00',
  ]
  test('a folder of five CSVs, and the next of the chain', async () => {
    const { file: key, kid } = await keyFile()
    const own = onDisk(
      registryZip({
        ...registry,
        keys: [
          keyEntry({ ...UNIT_KEY, kid, publicJwk: readKey(key)!.publicJwk }, UNIT, {
            not_after: '2090-01-01T00:00:00+07:00',
          }),
        ],
      }),
      'r.dumas-registry.zip',
    )
    const [first, second] = [scratch('1.dumas.zip'), scratch('2.dumas.zip')]
    const common = ['pack', '--from', folderOfCsv(), '--unit', UNIT, '--key', key]
    const made = await json<{ descriptor_sha256: string }>(...common, ...times, '--out', first)
    expect(made).toMatchObject({
      code: 0,
      json: {
        unit: UNIT,
        sequence: 1,
        rows: { cases: 2, events: 2, community_sessions: 1, daily_calls: 1, corrections: 1 },
      },
    })
    expect(made.json.descriptor_sha256).toMatch(/^[0-9a-f]{64}$/)
    const next = [
      '--period',
      '2026-04-01..2026-04-30',
      '--coverage',
      '2024-01-01',
      '--as-of',
      '2026-05-01T00:00:00+07:00',
      '--created',
      '2026-05-02T08:00:00+07:00',
    ]
    expect(await json(...common, '--previous', first, ...next, '--out', second)).toMatchObject({
      code: 0,
      json: { sequence: 2 },
    })
    const judged = await json<Judged[]>('verify', second, first, '--registry', own)
    expect(judged).toMatchObject({
      code: 0,
      json: [
        { file: second, sequence: 2, outcome: 'accepted' },
        { file: first, sequence: 1, outcome: 'accepted' },
      ],
    })
    expect(judged.err).toContain('--root')
    expect(
      await json(...common, '--previous', good.replace('ekspor', 'nothing'), ...next, '--out', second),
    ).toMatchObject({ code: 2, json: { error: { code: 'FILE-UNREADABLE' } } })
    expect(
      await json(
        'pack',
        '--from',
        folderOfCsv(),
        '--unit',
        'POLRES-33.75',
        '--key',
        key,
        '--previous',
        first,
        ...next,
        '--out',
        second,
      ),
    ).toMatchObject({ code: 2, json: { error: { code: 'PREVIOUS-INVALID' } } })
  })
  test.for([
    ['--period', '2026-03-31..2026-03-01'],
    ['--period', '2026-03'],
    ['--coverage', '2024-02-30'],
    ['--as-of', '2026-04-01T00:00:00Z'],
  ])('refuses %s %s', async ([name, value]) => {
    const { file: key } = await keyFile()
    const argv = ['pack', '--from', folderOfCsv(), '--unit', UNIT, '--key', key, ...times, '--out', scratch('x.zip')]
    argv[argv.indexOf(name!) + 1] = value!
    expect((await pantau(...argv)).code).toBe(2)
  })
  test('a private PEM of openssl is a key too, a public one is not', async () => {
    const [pem, pub] = [scratch('a.pem'), scratch('b.pem')]
    writeFileSync(pem, UNIT_KEY.privateKey.export({ type: 'pkcs8', format: 'pem' }))
    writeFileSync(pub, '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n')
    const out = scratch('x.zip')
    expect(
      (await pantau('pack', '--from', folderOfCsv(), '--unit', UNIT, '--key', pem, ...times, '--out', out)).code,
    ).toBe(0)
    expect((await json('verify', out, '--registry', registryFile)).code).toBe(0)
    expect(
      await json('pack', '--from', folderOfCsv(), '--unit', UNIT, '--key', pub, ...times, '--out', out),
    ).toMatchObject({ code: 2, json: { error: { code: 'KEY-INVALID' } } })
  })
})

describe('verify', () => {
  test('the document and the exit code', async () => {
    const bad = onDisk(tampered({ keys: [seedKey(99)] }))
    const { code, json: judged } = await json<Judged[]>(
      'verify',
      good,
      bad,
      '--registry',
      registryFile,
      '--root',
      ROOT.kid,
    )
    expect(code).toBe(1)
    expect(judged).toEqual([
      { file: good, unit: UNIT, sequence: 1, outcome: 'accepted', findings: [] },
      {
        file: bad,
        unit: null,
        sequence: null,
        outcome: 'rejected',
        findings: [
          {
            code: 'KEY-UNKNOWN',
            severity: 'reject',
            place: { file: 'datapackage.json.jws' },
            details: { kid: seedKey(99).kid },
          },
        ],
      },
    ])
  })
  test('flags and duplicates end with 0', async () => {
    const flagged = onDisk(makeExport({ asOf: '2026-03-31T00:00:00+07:00' }).zip)
    expect(await json('verify', flagged, flagged, '--registry', registryFile)).toMatchObject({
      code: 0,
      json: [{ outcome: 'accepted_with_flags' }, { outcome: 'duplicate' }],
    })
  })
  test('a quarantined one ends with 1', async () => {
    const future = onDisk(makeExport({ created: '2089-01-01T00:00:00+07:00' }).zip)
    expect(await json('verify', future, '--registry', registryFile)).toMatchObject({
      code: 1,
      json: [{ outcome: 'quarantined', findings: [{ code: 'TIME-FUTURE' }] }],
    })
  })
  test('for people: file, outcome and code in words', async () => {
    const { out } = await pantau('verify', onDisk(tampered({ jws: () => 'x' })), '--registry', registryFile)
    expect(out).toContain('rejected')
    expect(out).toContain('JWS-SHAPE')
  })
  test('a file that is not there, a registry that is none', async () => {
    expect(await json('verify', scratch('none'), '--registry', registryFile)).toMatchObject({
      code: 2,
      json: { error: { code: 'FILE-UNREADABLE' } },
    })
    expect(await json('verify', good, '--registry', good)).toMatchObject({
      code: 2,
      json: { error: { code: 'REGISTRY-INVALID' } },
    })
  })
})

describe('import, query, check', () => {
  test('need a trusted registry', async () => {
    const workspace = ['--workspace', scratch('workspace')]
    expect(await json('import', good, ...workspace)).toMatchObject({
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
    const imported = await json<{ files: Judged[] }>('import', bad, good, ...workspace)
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
    expect(await json('import', good, ...workspace)).toMatchObject({ code: 0, json: { duplicate: 1 } })
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
