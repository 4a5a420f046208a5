/** What the format allows beyond the plain case: higher minor versions, several signers, rows outside the window. */
import { describe, expect, test } from 'vitest'
import type { RowSink } from '../../../electron/engine/intake/tableJudge'
import { verifyFile } from '../../../electron/engine/intake/verifyFiles'
import { TABLES } from '../../../shared/export/tables'
import type { Registry } from '../../../shared/export/registry'
import { edit, tampered, type Loose } from '../../helpers/hostileExports'
import {
  caseRow,
  eventRow,
  keyEntry,
  makeExport,
  modelFrom,
  NOW,
  onDisk,
  OTHER_KEY,
  POLDA_KEY,
  registryOf,
  seedKey,
  unitEntry,
  UNIT,
  UNIT_KEY,
} from '../../helpers/signedExports'

async function judged(zip: Buffer, registry: Partial<Registry> = {}) {
  const rows: string[][] = []
  const sink: RowSink = (resource, fields) => void (resource === 'cases' && rows.push([...fields]))
  const context = { registry: modelFrom(registryOf(registry)), now: NOW }
  const result = await verifyFile(onDisk(zip), context, { chain: [], sink })
  if (!result.ok) throw new Error(result.error.code)
  const { outcome, findings, kid } = result.value
  return { outcome, codes: findings.map((item) => item.code), kid, rows }
}

describe('a higher minor version', () => {
  const minor = (d: Loose) => Object.assign(d['dumas']!, { format: 'dumas-export/1.7' })
  const rows = { tables: { cases: [caseRow(1, { channel: 'radio' })] } }

  test('may have columns at the end and codes that are not known', async () => {
    const zip = tampered(
      {
        descriptor: minor,
        files: (files) => {
          const [header, row] = files['cases.csv']!.toString().split('\n')
          files['cases.csv'] = Buffer.from(`${header},colour\n${row},red\n`)
        },
      },
      rows,
    )
    const seen = await judged(zip)
    expect(seen).toMatchObject({ outcome: 'accepted_with_flags', codes: ['VERSION-MINOR'] })
    expect(seen.rows).toEqual([caseRow(1, { channel: 'radio' })])
    expect(seen.rows[0]).toHaveLength(TABLES.cases.columns.length)
  })
  test('has no other freedom', async () => {
    const wrong = tampered({ descriptor: minor, files: edit('cases.csv', 'radio', 'Radio!') }, rows)
    expect(await judged(wrong)).toMatchObject({ outcome: 'rejected', codes: ['VERSION-MINOR', 'SCHEMA-VALUE'] })
    const renamed = tampered({ descriptor: minor, files: edit('cases.csv', 'channel', 'kanal') }, rows)
    expect(await judged(renamed)).toMatchObject({ outcome: 'rejected', codes: ['VERSION-MINOR', 'SCHEMA-HEADER'] })
    expect(await judged(makeExport(rows).zip)).toMatchObject({ outcome: 'rejected', codes: ['SCHEMA-VALUE'] })
  })
})

describe('several signers', () => {
  test.for([
    ['one that the registry does not hold', [seedKey(99), UNIT_KEY]],
    ['one of another unit', [OTHER_KEY, UNIT_KEY]],
    ['the Polda too', [POLDA_KEY, UNIT_KEY]],
  ] as const)('%s beside the unit’s own', async ([, key]) => {
    expect(await judged(makeExport({ key }).zip)).toMatchObject({ outcome: 'accepted', codes: [], kid: UNIT_KEY.kid })
  })
  test('none of them authorised', async () => {
    const seen = await judged(makeExport({ key: [seedKey(99), OTHER_KEY] }).zip)
    expect(seen).toMatchObject({ outcome: 'rejected', codes: ['UNIT-SCOPE'], kid: null })
  })
  test('the own key expired, the Polda’s in force', async () => {
    const keys = [
      keyEntry(UNIT_KEY, UNIT, { not_after: '2026-01-31T00:00:00+07:00' }),
      keyEntry(POLDA_KEY, 'POLDA-JATENG', { scope: 'subtree' }),
    ]
    const seen = await judged(makeExport({ key: [UNIT_KEY, POLDA_KEY] }).zip, { keys })
    expect(seen).toMatchObject({ outcome: 'accepted_with_flags', codes: ['KEY-SUBTREE'], kid: POLDA_KEY.kid })
  })
  test('alg may be written Ed25519', async () => {
    const { jwsWith } = await import('../../helpers/hostileExports')
    const header = { alg: 'Ed25519', kid: UNIT_KEY.kid, typ: 'dumas-export+jws', iat: 1_774_000_000 }
    expect(await judged(tampered({ jws: (d) => jwsWith(d, header) }))).toMatchObject({ outcome: 'accepted', codes: [] })
  })
})

describe('rows', () => {
  test('of a Polsek under the unit, and of one that once stood under it', async () => {
    const units = [
      ...registryOf().units,
      unitEntry('POLSEK-9', UNIT, 'polsek', { valid_to: '2025-12-31' }),
      unitEntry('POLSEK-9', 'POLRES-33.75', 'polsek', { valid_from: '2026-01-01' }),
    ]
    const cases = [caseRow(1, { unit_code: 'POLSEK-33.74.01' }), caseRow(2, { unit_code: 'POLSEK-9' })]
    expect(await judged(makeExport({ tables: { cases } }).zip, { units })).toMatchObject({
      outcome: 'accepted',
      codes: [],
    })
  })
  test('a session that left the window need not be held', async () => {
    const times = { received_at: '2023-12-31T23:59:59+07:00', recorded_at: '2024-01-01T00:00:00+07:00' }
    const old = caseRow(1, { channel: 'jumat_curhat', session_id: 'SESSION-0000', ...times })
    expect(await judged(makeExport({ tables: { cases: [old] } }).zip)).toMatchObject({ outcome: 'accepted' })
    const young = caseRow(1, {
      channel: 'jumat_curhat',
      session_id: 'SESSION-0000',
      received_at: '2024-01-01T00:00:00+07:00',
    })
    expect(await judged(makeExport({ tables: { cases: [young] } }).zip)).toMatchObject({ codes: ['SCHEMA-FK'] })
  })
  test('times in the zone of the unit that handles the case', async () => {
    const units = registryOf().units.map((unit) =>
      unit.level === 'polsek' ? { ...unit, zone: '+08:00' as const } : unit,
    )
    const east = caseRow(1, { unit_code: 'POLSEK-33.74.01', received_at: '2026-03-02T10:00:00+08:00' })
    expect(await judged(makeExport({ tables: { cases: [east] } }).zip, { units })).toMatchObject({ codes: [] })
  })
  test('errors are collected, up to a hundred, by file and row', async () => {
    const cases = Array.from({ length: 150 }, (_, i) => caseRow(i, { channel: 'x', status: 'y' }))
    const { codes, rows } = await judged(
      makeExport({ tables: { cases, events: [eventRow(1, { case_id: 'CASE-999999' })] } }).zip,
    )
    expect([codes.length, new Set(codes), rows.length]).toEqual([100, new Set(['SCHEMA-VALUE']), 0])
  })
  test('a flag is said once for a column, with the number of rows and the first', async () => {
    const cases = [1, 2, 3, 4].map((n) => caseRow(n, n > 1 ? { updated_at: '2026-03-02T09:59:59+07:00' } : {}))
    const result = await verifyFile(onDisk(makeExport({ tables: { cases } }).zip), {
      registry: modelFrom(registryOf()),
      now: NOW,
    })
    expect(result.ok && result.value.findings).toEqual([
      {
        code: 'SEMANTIC',
        severity: 'flag',
        place: { file: 'cases.csv', row: 3, column: 'updated_at' },
        details: { count: 3 },
      },
    ])
  })
})
