/** Registries: every reason to refuse one, first trust, next versions, and what the model answers. */
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../electron/engine/export/pack'
import { RegistryModel } from '../../../electron/engine/registry/model'
import { checkClock, modelOf, openRegistry } from '../../../electron/engine/registry/open'
import { rootThumbprints, trustFirst, trustNext } from '../../../electron/engine/registry/trust'
import type { Registry } from '../../../shared/export/registry'
import { epochSeconds } from '../../../shared/export/time'
import { unzip, zipOf } from '../../helpers/hostileExports'
import {
  keyEntry,
  makeExport,
  modelFrom,
  onDisk,
  OTHER_KEY,
  POLDA_KEY,
  registryBytes,
  registryOf,
  registryZip,
  ROOT,
  seedKey,
  UNIT,
  UNIT_KEY,
  unitEntry,
} from '../../helpers/signedExports'

const open = async (zip: Buffer) => {
  const opened = await openRegistry(onDisk(zip, 'uji.dumas-registry.zip'))
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}
const codesOf = async (more: Partial<Registry>, keys = [ROOT]) =>
  (await open(registryZip(registryOf(more), keys))).findings.map((item) => item.code)
const small = (hex: string) =>
  ({ kty: 'OKP', crv: 'Ed25519', x: Buffer.from(hex.padEnd(64, '0'), 'hex').toString('base64url') }) as const
const units = (...more: Registry['units']) => [...registryOf().units, ...more]

describe('a registry by itself', () => {
  test('a good one', async () => {
    expect(await codesOf({})).toEqual([])
  })

  const BAD: [why: string, codes: string[], more: Partial<Registry>][] = [
    ['kid is not the thumbprint', ['REG-THUMBPRINT'], { keys: [{ ...keyEntry(UNIT_KEY, UNIT), kid: OTHER_KEY.kid }] }],
    [
      'one key for two units',
      ['REG-KEY-REUSE'],
      { keys: [keyEntry(UNIT_KEY, UNIT), keyEntry(UNIT_KEY, 'POLRES-33.75')] },
    ],
    [
      'a small-order key',
      ['REG-SMALL-ORDER-KEY'],
      {
        keys: [
          keyEntry({ ...UNIT_KEY, kid: 'aC8E3yDTdbLKPMS0Rl5TYx5T9TAZMM6UfvgEdXFPFSo', publicJwk: small('01') }, UNIT),
        ],
      },
    ],
    ['a key that is no point', ['REG-FORMAT'], { root: { threshold: 1, keys: [ROOT.publicJwk, small('02')] } }],
    [
      'a day that does not exist',
      ['REG-FORMAT'],
      { holidays: [{ date: '2026-02-30', name: 'x', kind: 'cuti_bersama', basis: '' }] },
    ],
    ['expires before it was issued', ['REG-FORMAT'], { expires: '2025-01-01T00:00:00+07:00' }],
    ['version 1 with a predecessor', ['REG-FORMAT'], { previous_sha256: '0'.repeat(64) }],
    [
      'overlapping entries of a code',
      ['REG-FORMAT'],
      { units: units(unitEntry(UNIT, 'POLDA-JATENG', 'polres', { valid_from: '2025-01-01' })) },
    ],
    ['a parent that is not there', ['REG-FORMAT'], { units: units(unitEntry('POLRES-1', 'POLDA-X', 'polres')) }],
    ['a parent of the same level', ['REG-FORMAT'], { units: units(unitEntry('POLRES-1', UNIT, 'polres')) }],
    ['a Polda under a unit', ['REG-FORMAT'], { units: units(unitEntry('POLDA-X', 'POLDA-JATENG', 'polda')) }],
    [
      'a threshold that is not met',
      ['REG-THRESHOLD'],
      { root: { threshold: 2, keys: [ROOT.publicJwk, seedKey(7).publicJwk] } },
    ],
    ['one signer counted twice', ['REG-THRESHOLD'], { root: { threshold: 2, keys: [ROOT.publicJwk, ROOT.publicJwk] } }],
  ]
  test.for(BAD)('%s', async ([, codes, more]) => {
    if (codes[0] === 'REG-SMALL-ORDER-KEY') {
      const { thumbprint } = await import('../../../electron/engine/export/keys')
      more.keys![0]!.kid = thumbprint(more.keys![0]!.jwk)
    }
    expect(await codesOf(more)).toEqual(codes)
  })

  test('signed by a key that is not its root', async () => {
    expect(await codesOf({}, [seedKey(9)])).toEqual(['REG-THRESHOLD'])
  })
  test('changed after signing', async () => {
    const files = unzip(registryZip(registryOf()))
    const changed = { ...files, 'registry.json': registryBytes(registryOf({ purpose: 'production' })) }
    expect((await open(zipOf(changed))).findings.map((item) => item.code)).toEqual(['SIG-INVALID', 'REG-THRESHOLD'])
  })
  test('what is no registry', async () => {
    const codes = async (zip: Buffer) => (await open(zip)).findings.map((item) => item.code)
    expect(await codes(Buffer.from('x'))).toEqual(['ZIP-UNREADABLE'])
    expect(await codes(zipOf({ 'registry.json': registryBytes(registryOf()) }))).toEqual(['MISSING-SIGNATURE'])
    expect(await codes(registryZip({ ...registryOf(), format: 'dumas-registry/2.0' }))).toEqual(['REG-FORMAT'])
    expect(await codes(zipOf({ ...unzip(registryZip(registryOf())), 'a.txt': Buffer.from('') }))).toEqual([
      'ENTRY-UNLISTED',
    ])
    const given = await open(makeExport().zip)
    expect(given.findings).toMatchObject([{ code: 'ENTRY-UNLISTED', details: { is: 'export' } }])
    expect(await modelOf(onDisk(Buffer.from('x')), [])).toMatchObject({
      ok: false,
      error: { code: 'REGISTRY-INVALID' },
    })
  })
})

const loaded = async (registry: Registry, keys = [ROOT]) => {
  const { loaded: value, findings } = await open(registryZip(registry, keys))
  if (!value) throw new Error(findings[0]!.code)
  return { value, findings: findings.filter((item) => item.code !== 'REG-THRESHOLD') }
}

describe('trust', () => {
  const two = { root: { threshold: 2, keys: [ROOT.publicJwk, seedKey(7).publicJwk] } }

  test('the first by every root thumbprint and no other', async () => {
    const { value, findings } = await loaded(registryOf(two), [ROOT, seedKey(7)])
    const roots = rootThumbprints(value.registry)
    const outcome = (named: string[]) => trustFirst(value, findings, named).findings.map((item) => item.code)
    expect(trustFirst(value, findings, roots).outcome).toBe('accepted')
    expect(outcome(roots.slice(1))).toEqual(['REG-THUMBPRINT'])
    expect(outcome([...roots, UNIT_KEY.kid])).toEqual(['REG-THUMBPRINT'])
    expect(outcome([])).toEqual(['REG-THUMBPRINT'])
  })
  test('not enough signers', async () => {
    const { value, findings } = await loaded(registryOf(two))
    expect(trustFirst(value, findings, rootThumbprints(value.registry)).findings.map((item) => item.code)).toEqual([
      'REG-THRESHOLD',
    ])
  })

  const held = { registry: registryOf({ version: 4 }), sha256: 'a'.repeat(64) }
  const next = (more: Partial<Registry>) => registryOf({ version: 5, previous_sha256: held.sha256, ...more })
  const judged = async (registry: Registry, keys = [ROOT], base = held) => {
    const { value, findings } = await loaded(registry, keys)
    const { outcome, findings: found } = trustNext(base, value, findings)
    return [outcome, ...found.map((item) => item.code)]
  }
  test('the next version', async () => {
    expect(await judged(next({}))).toEqual(['accepted'])
    expect(await judged(next({ version: 9, previous_sha256: 'b'.repeat(64) }))).toEqual(['accepted'])
  })
  test('the same bytes again, the same version with others, a lower one', async () => {
    const same = next({})
    const again = { registry: same, sha256: sha256Hex(registryBytes(same)) }
    expect(await judged(same, [ROOT], again)).toEqual(['duplicate'])
    expect(await judged(next({ expires: '2027-01-31T00:00:00+07:00' }), [ROOT], again)).toEqual([
      'rejected',
      'REG-FORK',
    ])
    expect(await judged(next({ version: 3 }))).toEqual(['rejected', 'REG-ROLLBACK'])
  })
  test('a next one that names another predecessor', async () => {
    expect(await judged(next({ previous_sha256: 'b'.repeat(64) }))).toEqual(['rejected', 'REG-FORK'])
  })
  test('a new root needs the old one and itself', async () => {
    const rotated = next({ root: { threshold: 1, keys: [seedKey(8).publicJwk] } })
    expect(await judged(rotated, [seedKey(8)])).toEqual(['rejected', 'REG-ROOT-ROTATION'])
    expect(await judged(rotated, [ROOT])).toEqual(['rejected', 'REG-THRESHOLD'])
    expect(await judged(rotated, [ROOT, seedKey(8)])).toEqual(['accepted'])
  })
  test('purposes never mix', async () => {
    expect(await judged(next({ purpose: 'production' }))).toEqual(['rejected', 'REG-FORMAT'])
  })
})

describe('model', () => {
  test('tree order: Polda by code, its Polres, their Polsek', () => {
    const model = modelFrom(
      registryOf({
        units: units(unitEntry('POLDA-ACEH', 'MABES', 'polda'), unitEntry('POLSEK-33.74.00', UNIT, 'polsek')),
      }),
    )
    expect(model.units.map((unit) => unit.code)).toEqual([
      'POLDA-ACEH',
      'POLDA-JATENG',
      UNIT,
      'POLSEK-33.74.00',
      'POLSEK-33.74.01',
      'POLRES-33.75',
    ])
    expect(model.units.map((unit) => [unit.index, unit.end])).toEqual([
      [0, 1],
      [1, 6],
      [2, 5],
      [3, 4],
      [4, 5],
      [5, 6],
    ])
    expect(model.subtree(UNIT).map((unit) => unit.code)).toEqual([UNIT, 'POLSEK-33.74.00', 'POLSEK-33.74.01'])
    expect(model.path('POLSEK-33.74.01').map((unit) => unit.code)).toEqual(['POLSEK-33.74.01', UNIT, 'POLDA-JATENG'])
    expect(model.subtree('POLRES-99')).toEqual([])
  })
  test('a unit that moved stands under each of its superiors in its time', () => {
    const moved = [
      unitEntry('POLDA-JATENG', 'MABES', 'polda'),
      unitEntry('POLDA-DIY', 'MABES', 'polda'),
      unitEntry(UNIT, 'POLDA-DIY', 'polres', { valid_from: '2025-07-01', zone: '+08:00' }),
      unitEntry(UNIT, 'POLDA-JATENG', 'polres', { valid_to: '2025-06-30' }),
    ]
    const model = modelFrom(registryOf({ units: moved }))
    expect(model.unit(UNIT)!.parent!.code).toBe('POLDA-DIY')
    expect([
      model.isUnderOn(UNIT, 'POLDA-JATENG', '2025-06-30'),
      model.isUnderOn(UNIT, 'POLDA-JATENG', '2025-07-01'),
    ]).toEqual([true, false])
    expect([
      model.wasUnder(UNIT, 'POLDA-JATENG'),
      model.wasUnder(UNIT, 'POLDA-DIY'),
      model.wasUnder('POLDA-DIY', UNIT),
    ]).toEqual([true, true, false])
    expect([
      model.zoneOn(UNIT, '2025-06-30'),
      model.zoneOn(UNIT, '2026-01-01'),
      model.zoneOn(UNIT, '2001-01-01'),
    ]).toEqual(['+07:00', '+08:00', '+07:00'])
  })
  test('expected to report: a key of its own, valid at some moment of the month in the unit’s zone', () => {
    const own = { not_before: '2026-01-31T23:59:59+07:00', not_after: '2026-03-01T00:00:00+07:00' }
    const model = modelFrom(
      registryOf({
        keys: [
          keyEntry(UNIT_KEY, UNIT, own),
          keyEntry(POLDA_KEY, 'POLDA-JATENG', { scope: 'subtree', not_before: '2026-03-31T23:59:59+07:00' }),
        ],
      }),
    )
    const expected = (month: string) => model.expected(month).map((unit) => unit.code)
    expect(['2025-12', '2026-01', '2026-02', '2026-03', '2026-04'].map(expected)).toEqual([
      [],
      [UNIT],
      [UNIT],
      ['POLDA-JATENG'],
      ['POLDA-JATENG'],
    ])
  })
  test('a revoked key expects until its revocation, a closed unit until its end', () => {
    const revoked = { at: '2026-02-10T00:00:00+07:00', reason: 'ceased' as const }
    const model = modelFrom(registryOf({ keys: [keyEntry(UNIT_KEY, UNIT, { revoked })] }))
    expect(['2026-02', '2026-03'].map((month) => model.expected(month).length)).toEqual([1, 0])
    const closed = registryOf().units.map((unit) => (unit.code === UNIT ? { ...unit, valid_to: '2026-02-28' } : unit))
    expect(
      ['2026-02', '2026-03'].map(
        (month) => modelFrom(registryOf({ units: closed, keys: [keyEntry(UNIT_KEY, UNIT)] })).expected(month).length,
      ),
    ).toEqual([1, 0])
  })
  test('CLOCK before the registry was issued, or before the last known entry', () => {
    const model = modelFrom(registryOf())
    const issued = epochSeconds('2026-01-01T00:00:00+07:00')
    expect([
      checkClock(model, issued - 1)?.code,
      checkClock(model, issued),
      checkClock(model, issued, issued + 1)?.code,
    ]).toEqual(['CLOCK', null, 'CLOCK'])
  })
  test('a nation of 5,540 units is opened in well under a second', async () => {
    const polda = Array.from({ length: 36 }, (_, i) => unitEntry(`POLDA-${i + 10}`, 'MABES', 'polda'))
    const polres = Array.from({ length: 504 }, (_, i) => unitEntry(`POLRES-${i + 100}`, polda[i % 36]!.code, 'polres'))
    const polsek = Array.from({ length: 5000 }, (_, i) =>
      unitEntry(`POLSEK-${i + 1000}`, polres[i % 504]!.code, 'polsek'),
    )
    const keys = [...polda, ...polres].map((unit, i) => {
      const seed = Buffer.alloc(32)
      seed.writeUInt32LE(i + 1)
      return { unit: unit.code, seed }
    })
    const { keyFromSeed } = await import('../../../electron/engine/export/keys')
    const registry = registryOf({
      units: [...polda, ...polres, ...polsek],
      keys: keys.map(({ unit, seed }) => keyEntry(keyFromSeed(seed), unit)),
    })
    const path = onDisk(registryZip(registry))
    const start = performance.now()
    const model = await modelOf(path, [ROOT.kid])
    const ms = performance.now() - start
    console.log(
      `registry of ${registry.units.length} units and ${registry.keys.length} keys opened in ${Math.round(ms)} ms`,
    )
    expect(model.ok && [model.value.units.length, model.value.expected('2026-03').length]).toEqual([5540, 540])
    expect(ms).toBeLessThan(2000)
    expect(model.ok && model.value).toBeInstanceOf(RegistryModel)
  })
})
