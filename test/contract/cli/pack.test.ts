/** The command line to the letter. `pack`: folders, chains, keys, refused options. */
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readKey } from '../../../electron/engine/export/keys'
import {
  folderOfCsv,
  goodExport,
  json,
  type Judged,
  keyFile,
  lastingRegistry,
  pantau,
  registryFile,
} from '../../helpers/cli'
import { keyEntry, onDisk, registryZip, scratch, UNIT, UNIT_KEY } from '../../helpers/signedExports'

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
        ...lastingRegistry,
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
      await json(...common, '--previous', goodExport.replace('ekspor', 'nothing'), ...next, '--out', second),
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
