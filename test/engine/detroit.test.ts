/**
 * Real complaints of another country through the whole house: `pack` with a mapping, `verify`, `import`, `query`; figures
 * against a count that shares no code with the project (test/oracle/detroit.py → expected.json).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { run } from '../../electron/cli/run'
import type { Finding } from '../../shared/export/codes'
import { writeKey } from '../../electron/engine/export/keys'
import { keyEntry, registryOf, registryZip, ROOT, scratch, seedKey, unitEntry } from '../helpers/signedExports'

const FIXTURES = join(import.meta.dirname, '../fixtures/detroit')
const expected = JSON.parse(readFileSync(join(FIXTURES, 'expected.json'), 'utf8')) as {
  cases: number
  by_year: Record<string, number>
  by_channel: Record<string, number>
  closed_before_receipt: number
  closed_after_export: number
  median_days: number
  median_days_clean: number
}
const UNITS = ['00', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((n) => `POLRES-DPD.${n}`)

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows the document
async function pantau<T>(...argv: string[]): Promise<{ code: number; json: T; said: string }> {
  let [out, said] = ['', '']
  const streams = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (said += text),
    interactive: false,
    language: 'en' as const,
  }
  const code = await run([...argv, '--json'], streams)
  return { code, json: JSON.parse(out) as T, said }
}

interface Judged {
  file: string
  unit: string
  outcome: string
  findings: Finding[]
}

test('19,735 rows become the exports of 12 units, and the figures are those of an independent count', async () => {
  const csv = scratch('allegations.csv')
  writeFileSync(csv, gunzipSync(readFileSync(join(FIXTURES, 'allegations.csv.gz'))))
  const keys = UNITS.map((_, i) => seedKey(50 + i))
  const keyFiles = keys.map((key) => {
    const file = scratch('unit.jwk')
    writeKey(file, key)
    return file
  })
  const valid = { not_before: '2016-01-01T00:00:00+07:00', not_after: '2030-01-01T00:00:00+07:00' }
  const registry = registryOf({
    expires: '2036-01-01T00:00:00+07:00',
    units: [
      unitEntry('POLDA-DPD', 'MABES', 'polda', { valid_from: '2016-01-01' }),
      ...UNITS.map((code) => unitEntry(code, 'POLDA-DPD', 'polres', { valid_from: '2016-01-01' })),
    ],
    keys: keys.map((key, i) => keyEntry(key, UNITS[i]!, valid)),
  })
  const registryFile = scratch('dpd.dumas-registry.zip')
  writeFileSync(registryFile, registryZip(registry))

  const files: string[] = []
  let said = ''
  for (const [i, unit] of UNITS.entries()) {
    const out = scratch(`${unit}.dumas.zip`)
    const times = [
      '--period',
      '2016-01-01..2019-12-31',
      '--coverage',
      '2016-01-01',
      '--as-of',
      '2020-06-01T00:00:00+07:00',
      '--created',
      '2020-06-01T08:00:00+07:00',
    ]
    const packed = await pantau<{ unit: string; sequence: number }>(
      'pack',
      '--csv',
      csv,
      '--mapping',
      join(FIXTURES, 'mapping.json'),
      '--unit',
      unit,
      '--key',
      keyFiles[i]!,
      ...times,
      '--out',
      out,
    )
    expect(packed).toMatchObject({ code: 0, json: { unit, sequence: 1 } })
    files.push(out)
    said = packed.said
  }
  // what the grouping does is said
  expect(said).toContain('19735 rows')
  expect(said).toContain(`${expected.cases} groups`)

  const verified = await pantau<Judged[]>('verify', ...files, '--registry', registryFile, '--root', ROOT.kid)
  expect(verified.json.map(({ outcome }) => outcome)).toEqual(
    UNITS.map(() => expect.stringMatching(/^accepted(_with_flags)?$/) as string),
  )
  const odd = verified.json.flatMap(({ findings }) => findings.filter(({ place }) => place.file === 'cases.csv'))
  expect(new Set(odd.map(({ code, place }) => `${code} ${place.column}`))).toEqual(new Set(['SEMANTIC closed_at']))
  expect(odd.every(({ place }) => (place.row ?? 0) > 1)).toBe(true)
  const dirty = expected.closed_before_receipt + expected.closed_after_export
  expect(odd.reduce((sum, { details }) => sum + Number(details['count']), 0)).toBe(dirty)

  const workspace = ['--workspace', scratch('workspace')]
  expect((await pantau('registry', 'trust', registryFile, '--root', ROOT.kid, ...workspace)).code).toBe(0)
  expect(await pantau('import', ...files, ...workspace)).toMatchObject({ code: 0 })
  const query = async <T>(name: string, params: object = {}) =>
    (await pantau<T>('query', name, '--params', JSON.stringify(params), ...workspace)).json
  expect(await query('overview.totals')).toMatchObject({ received: expected.cases })
  const months = await query<{ month: string; received: number }[]>('overview.byMonth', {
    from: '2016-01-01',
    to: '2019-12-31',
  })
  const byYear: Record<string, number> = {}
  for (const { month, received } of months) byYear[month.slice(0, 4)] = (byYear[month.slice(0, 4)] ?? 0) + received
  expect(byYear).toEqual(expected.by_year)
  const channels = await query<{ code: string; count: number }[]>('overview.byChannel')
  expect(Object.fromEntries(channels.filter(({ count }) => count > 0).map(({ code, count }) => [code, count]))).toEqual(
    expected.by_channel,
  )
  const days: number[] = []
  for (let offset = 0; offset < expected.cases; offset += 1000) {
    const page = { limit: 1000, offset, sort: 'case_id' }
    const { rows } = await query<{ rows: { received_at: string; closed_at: string }[] }>('cases.page', page)
    for (const { received_at, closed_at } of rows)
      days.push((Date.parse(closed_at) - Date.parse(received_at)) / 86_400_000)
  }
  expect(days).toHaveLength(expected.cases)
  expect(median(days)).toBe(expected.median_days)
  const exportDay = (Date.parse('2020-06-01T00:00:00+07:00') - Date.parse('2016-01-01T00:00:00+07:00')) / 86_400_000
  const clean = days.filter((count) => count >= 0 && count <= exportDay)
  expect(days.length - clean.length).toBe(dirty)
  expect(median(clean)).toBe(expected.median_days_clean)
}, 120_000)

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
