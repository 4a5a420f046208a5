/** The writer: the same input gives the same bytes, and what it writes is what is read. */
import { describe, expect, test } from 'vitest'
import { countRows, encodeTable } from '../../../electron/engine/export/csvWriter'
import { generateKey, keyFromSeed, readKey, writeKey } from '../../../electron/engine/export/keys'
import type { RowSink } from '../../../electron/engine/intake/tableJudge'
import { verifyFile } from '../../../electron/engine/intake/verifyFiles'
import { FORMAT, TABLES } from '../../../shared/export/tables'
import { descriptorSchema } from '../../../shared/export/descriptor'
import {
  caseRow,
  correctionRow,
  exportInput,
  makeExport,
  modelFrom,
  NOW,
  onDisk,
  registryOf,
  scratch,
  UNIT_KEY,
} from '../../helpers/signedExports'

describe('export', () => {
  test('equal input, equal bytes', () => {
    expect(makeExport().zip.equals(makeExport().zip)).toBe(true)
    expect(makeExport({ asOf: '2026-04-01T00:00:01+07:00' }).descriptorSha256).not.toBe(makeExport().descriptorSha256)
  })
  test('its descriptor is the format’s', () => {
    const { descriptor, rows } = makeExport()
    const parsed = descriptorSchema.parse(JSON.parse(descriptor.toString()))
    expect(parsed.dumas).toMatchObject({ format: FORMAT, sequence: 1, previous: null, rows })
    expect(parsed.resources.map(({ path }) => path)).toEqual([
      'cases.csv',
      'events.csv',
      'community_sessions.csv',
      'daily_calls.csv',
      'corrections.csv',
    ])
  })
  test.for(['\n', '\r\n'] as const)('values come back as they went in, with line end %j', async (lineEnd) => {
    const reason = 'kata "satu", lalu dua; naïf 😀'
    const input = exportInput({
      lineEnd,
      tables: { cases: [caseRow(1)], corrections: [correctionRow(1, { reason, old_value: ',' }), correctionRow(2)] },
    })
    const seen: string[][] = []
    const sink: RowSink = (resource, fields) => void (resource === 'corrections' && seen.push([...fields]))
    const verdict = await verifyFile(
      onDisk(makeExport(input).zip),
      { registry: modelFrom(registryOf()), now: NOW },
      { chain: [], sink },
    )
    expect(verdict).toMatchObject({ ok: true, value: { outcome: 'accepted', findings: [] } })
    expect(seen).toEqual(input.tables.corrections)
  })
  test('no rows at all is a header', () => {
    expect(encodeTable('events', []).bytes.toString()).toBe(
      `${TABLES.events.columns.map(({ name }) => name).join(',')}\n`,
    )
  })
  test('rows of finished bytes', () => {
    expect([
      countRows(Buffer.from('a\n1\n2\n')),
      countRows(Buffer.from('a\n1\n2')),
      countRows(Buffer.from('a\n"1\n2"\n')),
      countRows(Buffer.alloc(0)),
    ]).toEqual([2, 2, 1, 0])
  })
})

describe('keys', () => {
  test('a seed gives its key (RFC 8037, appendix A.1)', () => {
    const key = keyFromSeed(Buffer.from('nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A', 'base64url'))
    expect(key.publicJwk.x).toBe('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')
    expect(key.kid).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
    expect(() => keyFromSeed(Buffer.alloc(31))).toThrow(RangeError)
  })
  test('are written and read again; a public part that does not fit is refused', async () => {
    const { readFile, writeFile } = await import('node:fs/promises')
    const [file, key] = [scratch('a.jwk'), generateKey()]
    writeKey(file, key)
    expect(readKey(file)).toMatchObject({ kid: key.kid, publicJwk: key.publicJwk })
    const jwk = JSON.parse(await readFile(file, 'utf8')) as { x: string }
    await writeFile(file, JSON.stringify({ ...jwk, x: UNIT_KEY.publicJwk.x }))
    expect(readKey(file)).toBe(null)
    await writeFile(file, '{}')
    expect(readKey(file)).toBe(null)
  })
})
