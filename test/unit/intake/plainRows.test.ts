/** Rows judged as bytes against the same rows judged as strings: not one finding, flag or row apart. */
import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { exportsOfUnit, planDemo } from '../../../electron/engine/demo'
import { random } from '../../../electron/engine/demo/random'
import { CsvReader } from '../../../electron/engine/intake/csvReader'
import { FindingsBook } from '../../../electron/engine/intake/findingsBook'
import { IdSet } from '../../../electron/engine/intake/idSet'
import { TableJudge } from '../../../electron/engine/intake/tableJudge'
import { RegistryModel } from '../../../electron/engine/registry/model'
import { LIMITS } from '../../../shared/export/limits'
import { RESOURCES, type ResourceName } from '../../../shared/export/enums'
import { epochSeconds } from '../../../shared/export/time'

const PLAIN = ['community_sessions', 'cases', 'events', 'daily_calls'] as const
const UNIT = 'POLRES-33.02'
const plan = planDemo({ cases: 20_000, seed: 'plain', purpose: 'training', now: new Date('2026-11-15T00:00:00Z') })
const at = plan.reporting.findIndex(({ unit }) => unit.code === UNIT)
const { zip } = exportsOfUnit(plan, at).files[0]!
const registry = new RegistryModel(plan.registry, 'x')

/** The CSV files of an archive that we wrote ourselves. */
function tables(): Record<string, string> {
  const found: Record<string, string> = {}
  for (let from = 0; zip.readUInt32LE(from) === 0x04034b50;) {
    const [packed, names, extra] = [
      zip.readUInt32LE(from + 18),
      zip.readUInt16LE(from + 26),
      zip.readUInt16LE(from + 28),
    ]
    const start = from + 30 + names + extra
    const bytes = zip.subarray(start, start + packed)
    found[zip.toString('latin1', from + 30, from + 30 + names)] =
      zip.readUInt16LE(from + 8) === 0 ? bytes.toString() : inflateRawSync(bytes).toString()
    from = start + packed
  }
  return found
}
const FILES = tables()
const linesOf = (name: ResourceName) => FILES[`${name}.csv`]!.split('\n').slice(0, -1)
const head = (name: ResourceName, count: number) => linesOf(name).slice(0, count)

interface Judged {
  findings: unknown
  flags: string[]
  rows: string[]
  taken: number
}

/** `files`: bytes of the tables, in reading order. */
function judged(files: readonly (readonly [ResourceName, Buffer])[], asBytes: boolean, lenient: boolean): Judged {
  const seen: Judged = { findings: null, flags: [], rows: [], taken: 0 }
  const book = new FindingsBook(100, (code, file, row, column) => seen.flags.push(`${code} ${file}:${row} ${column}`))
  const ids = Object.fromEntries(RESOURCES.map((name) => [name, new IdSet()])) as Record<ResourceName, IdSet>
  const asOf = epochSeconds('2026-11-01T00:00:00+07:00')
  for (const [name, bytes] of files) {
    const judge = new TableJudge(name, {
      unit: UNIT, zone: '+07:00', asOf, asOfDay: Math.floor(asOf / 86_400), coverageFrom: '2025-03-01', maxField: 4096, lenient, registry, book, ids,
      sink: (resource, fields, line) => void seen.rows.push(`${resource} ${line} ${JSON.stringify(fields)}`),
    }) // prettier-ignore
    const handler = {
      row: (fields: string[], line: number) => judge.row(fields, line),
      trouble: (...said: Parameters<TableJudge['trouble']>) => judge.trouble(...said),
      ...(asBytes && {
        plainWidth: judge.plainWidth,
        plain: (...given: Parameters<TableJudge['plain']>) => {
          const end = judge.plain(...given)
          if (end >= 0) seen.taken++
          return end
        },
      }),
    }
    const reader = new CsvReader(handler, LIMITS.field, LIMITS.record)
    for (let from = 0; from < bytes.length; from += 1999) reader.push(bytes.subarray(from, from + 1999))
    reader.end()
  }
  seen.findings = book.findings()
  return seen
}

function same(files: readonly (readonly [ResourceName, Buffer])[], lenient = false): Judged {
  const [bytes, strings] = [judged(files, true, lenient), judged(files, false, lenient)]
  expect(bytes.findings).toEqual(strings.findings)
  expect(bytes.flags).toEqual(strings.flags)
  expect(bytes.rows).toEqual(strings.rows)
  return bytes
}
const files = (of: (name: ResourceName) => readonly string[], eol = '\n') =>
  PLAIN.map(
    (name) =>
      [
        name,
        Buffer.from(
          of(name)
            .map((line) => line + eol)
            .join(''),
          'latin1',
        ),
      ] as const,
  )

test('a whole export is read as bytes, but for its headers', () => {
  const all = PLAIN.reduce((sum, name) => sum + linesOf(name).length - 1, 0)
  for (const eol of ['\n', '\r\n']) {
    const seen = same(files(linesOf, eol))
    expect(seen.findings).toEqual([])
    expect(seen.taken).toBe(all)
  }
})

test('10,000 damaged tables: the same words about every row', () => {
  const dice = random('plain rows')
  const alphabet = [
    ',',
    '"',
    '\r',
    '\n',
    '-',
    '+',
    '.',
    ':',
    'T',
    'é',
    '\u0000',
    ' ',
    '0',
    '1',
    '8',
    '9',
    'A',
    'Z',
    'a',
    '_',
  ]
  const pick = <T>(from: readonly T[]): T => from[Math.floor(dice.next() * from.length)]!
  const codes = new Set<string>()
  for (let round = 0; round < 2500; round++) {
    const damaged = (name: ResourceName) => {
      const lines = head(name, 12)
      const row = 1 + Math.floor(dice.next() * (lines.length - 1))
      const line = lines[row]!
      const place = Math.floor(dice.next() * line.length)
      const cells = line.split(',')
      const cell = Math.floor(dice.next() * cells.length)
      const kind = dice.next()
      if (kind < 0.4) lines[row] = line.slice(0, place) + pick(alphabet) + line.slice(place + (dice.next() < 0.7 ? 1 : 0))
      else if (kind < 0.55) lines[row] = cells.with(cell, '').join()
      else if (kind < 0.7) lines[row] = cells.with(cell, linesOf(name)[1 + round % 40]?.split(',')[cell] ?? '').join()
      else if (kind < 0.8) lines[row] = cells.with(cell, pick(cells)).join()
      else if (kind < 0.85) lines[row] = line.replaceAll('+07:00', pick(['+08:00', '+09:00', '+06:00']))
      else if (kind < 0.9) lines[row] = cells.with(cell, pick(['0812345678', '3374012304567890', '0812-3456-7890', '12345678'])).join()
      else if (kind < 0.95) lines[row] = line.replace(/20\d\d/g, pick(['2031', '1999', '2100', '2020']))
      else lines[row] = lines[1]!
      return lines
    } // prettier-ignore
    const seen = same(files(damaged, dice.next() < 0.2 ? '\r\n' : '\n'), dice.next() < 0.1)
    for (const { code } of seen.findings as { code: string }[]) codes.add(code)
  }
  for (const code of ['SCHEMA-VALUE', 'SCHEMA-KEY', 'SCHEMA-FK', 'UNIT-SCOPE', 'SEMANTIC', 'TIME-ZONE', 'PRIVACY-PII', 'CSV-QUOTE', 'CSV-WIDTH', 'CSV-CTRL', 'CSV-EOL'])
    expect(codes, code).toContain(code) // prettier-ignore
})
