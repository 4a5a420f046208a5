/** The worst exports that stay within the limits, or go just beyond: properly signed wherever a signature is looked at. */
import { constants, deflateRawSync } from 'node:zlib'
import type { PackInput } from '../../electron/engine/export/pack'
import { LIMITS } from '../../shared/export/limits'
import type { FindingCode, IntakeOutcome } from '../../shared/export/codes'
import { TABLES } from '../../shared/export/tables'
import type { ResourceName } from '../../shared/export/enums'
import { tampered, unzip, zipOf } from './hostileExports'
import { rawZip } from './rawZip'
import { caseRow, correctionRow, eventRow, makeExport } from './signedExports'

export interface WorstFile {
  why: string
  zip: () => Buffer
  outcome: IntakeOutcome
  /** of the first finding */
  code?: FindingCode
  /** what it may take at most, resident, in MiB; without it what a refusal may */
  memory?: number
}

const MB = 1 << 20
const headerOf = (name: ResourceName) => `${TABLES[name].columns.map((column) => column.name).join(',')}\n`
const ID = 'CASE-000001'

/** A table from its header and as many rows as fit into `most` bytes; `row` gives the text of row n, with its line end. */
function table(name: ResourceName, rows: number, row: (n: number) => string, most: number = LIMITS.entry): Buffer {
  const out = Buffer.allocUnsafe(most)
  let at = out.write(headerOf(name), 'latin1')
  for (let n = 0; n < rows; n++) {
    const text = row(n)
    if (at + text.length * 3 > most) break
    at += out.write(text, at)
  }
  return out.subarray(0, at)
}
/** The header and then `piece` again and again: nothing else is in the file. */
function storm(name: ResourceName, piece: string, bytes: number): Buffer {
  const header = headerOf(name)
  return Buffer.concat([Buffer.from(header), Buffer.alloc(bytes - header.length, piece)])
}
/** A row of our own writer with one place for a number and some for other text. */
const line = (fields: readonly string[]) => `${fields.join(',')}\n`
const numbered = (prefix: string, n: number) => `${prefix}-${String(n).padStart(9, '0')}`

const EMPTY_BLOCK = Buffer.from([0, 0, 0, 0xff, 0xff])
const LAST_BLOCK = Buffer.from([1, 0, 0, 0xff, 0xff])
/** Deflated, and stretched with empty blocks until the ratio is one that is allowed. */
function packedWithin(bytes: Uint8Array, ratio: number): Buffer {
  const packed = deflateRawSync(bytes, { level: 1, finishFlush: constants.Z_SYNC_FLUSH })
  const blocks = Math.max(0, Math.ceil((bytes.length / ratio - packed.length) / EMPTY_BLOCK.length))
  return Buffer.concat([packed, Buffer.alloc(blocks * EMPTY_BLOCK.length, EMPTY_BLOCK), LAST_BLOCK])
}
function pack(tables: PackInput['tables']): Buffer {
  const files = unzip(makeExport({ tables, level: 1 }).zip)
  return rawZip(
    Object.entries(files).map(([name, bytes]) => ({ name, bytes, packed: packedWithin(bytes, LIMITS.ratio) })),
  )
}
const corrections = (value: (n: number) => string, bytes = LIMITS.entry, reason = 'salah ketik') => {
  const [head, tail] = line(correctionRow(1, { correction_id: '@', old_value: '#', new_value: '#', reason })).split('@') as [string, string] // prettier-ignore
  return table(
    'corrections',
    LIMITS.rows.corrections,
    (n) => head + numbered('CORR', n) + tail.replaceAll('#', () => value(n)),
    bytes,
  )
}
const oneCase = [caseRow(1)]
const events = (count: number) => {
  const [head, tail] = line(eventRow(1, { event_id: '@', case_id: ID })).split('@') as [string, string]
  return table('events', count, (n) => head + numbered('EV', n) + tail)
}
const cases = (count: number) => {
  const [head, tail] = line(caseRow(1, { case_id: '@' })).split('@') as [string, string]
  return table('cases', count, (n) => head + numbered('CASE', n) + tail)
}
/** A descriptor of nearly 1 MiB: one more member, which the format ignores. */
const descriptor = (member: string) => tampered({ text: (text) => text.replace('{', () => `{"x":${member},`) })
const ROOM = LIMITS.descriptor - 8192

/** Privacy texts made for patterns: runs that nearly fit, from each place anew. */
const NEARLY = ['08', '0-8-', '+62 0 ', '0 8 -', '12345678901234561', '8080808080-', '+62', 'a@', 'a.', '%@a.', 'a@.a'] // prettier-ignore
const field = (piece: string) => piece.repeat(Math.ceil(LIMITS.field / piece.length)).slice(0, LIMITS.field)
const nested = (deep: number) => '['.repeat(deep) + ']'.repeat(deep)
const many = (room: number, width: number, item: (n: number) => string) =>
  Array.from({ length: Math.floor(room / width) }, (_, n) => item(n)).join()
/** the same every time, and nothing that deflate could shorten */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let seed = 1
  for (let i = 0; i + 4 <= length; i += 4) {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0
    bytes.writeInt32LE(seed, i)
  }
  return bytes
}

const HEAVY = 1024

/**
 * Storms of one kind of byte, deep or long documents: over in a moment, whatever they are. For the ordinary run the longest
 * are shorter.
 */
export const STORMS = (isWhole: boolean, part = isWhole ? 1 : 4): readonly WorstFile[] => [
  { why: 'a good one, to compare', zip: () => pack({ cases: oneCase }), outcome: 'accepted' },
  { why: 'quotes alone', zip: () => pack({ cases: storm('cases', '"', MB) }), outcome: 'rejected', code: 'CSV-RECORD' },
  { why: 'quotes and commas', zip: () => pack({ cases: storm('cases', '"",', MB) }), outcome: 'rejected', code: 'CSV-RECORD' },
  { why: 'lines of quotes', zip: () => pack({ cases: storm('cases', `${'"'.repeat(60_000)}a\n`, MB) }), outcome: 'rejected', code: 'CSV-QUOTE' },
  { why: 'quotes and line ends', zip: () => pack({ corrections: storm('corrections', '"\n', MB) }), outcome: 'rejected', code: 'CSV-CTRL' },
  { why: 'commas alone', zip: () => pack({ cases: storm('cases', ',', (16 * MB) / part) }), outcome: 'rejected', code: 'CSV-RECORD' },
  { why: 'carriage returns alone', zip: () => pack({ cases: storm('cases', '\r', (16 * MB) / part) }), outcome: 'rejected', code: 'CSV-RECORD' },
  { why: 'short lines without a comma', zip: () => pack({ corrections: storm('corrections', 'abcdefghijklmnopq\n', (8 * MB) / part) }), outcome: 'rejected', code: 'CSV-WIDTH' },
  { why: 'one line without end', zip: () => pack({ cases: storm('cases', 'abcdefgh,', (64 * MB) / part) }), outcome: 'rejected', code: 'CSV-RECORD' },
  { why: 'empty lines', zip: () => pack({ cases: storm('cases', '\n', (256 * MB) / (part * part)) }), outcome: 'rejected', code: 'LIMIT-ROWS' },
  {
    why: 'a quote that is closed nowhere, before lines without number',
    zip: () => pack({ corrections: Buffer.concat([Buffer.from(`${headerOf('corrections')}"`), Buffer.alloc((16 * MB) / part, `${'x'.repeat(60)}\n`)]) }),
    outcome: 'rejected', code: 'CSV-QUOTE',
  },
  { why: 'bytes that are no UTF-8', zip: () => pack({ cases: Buffer.concat([Buffer.from(headerOf('cases')), Buffer.alloc(MB / 2, Buffer.from([0xff, 0x0a]))]) }), outcome: 'rejected', code: 'CSV-UTF8' },
  { why: 'lines with one byte that is no UTF-8 at their end', zip: () => pack({ cases: Buffer.concat([Buffer.from(headerOf('cases')), Buffer.alloc((16 * MB) / part, Buffer.concat([Buffer.alloc(60_000, ','), Buffer.from([0xff, 0x0a])]))]) }), outcome: 'rejected', code: 'CSV-UTF8' },
  { why: 'quoted fields of doubled quotes', zip: () => pack({ cases: oneCase, corrections: corrections(() => `"${'""'.repeat(LIMITS.field)}"`, (8 * MB) / part) }), outcome: 'accepted' },
  { why: 'characters of two units, 4,096 a field', zip: () => pack({ cases: oneCase, corrections: corrections(() => '😀'.repeat(LIMITS.field), (8 * MB) / part) }), outcome: 'accepted' },
  ...(isWhole ? NEARLY.map((piece) => [piece]) : [NEARLY]).map((pieces): WorstFile => ({
    why: `texts of "${pieces.join('", "')}", which nearly are numbers or addresses`,
    zip: () => pack({ cases: oneCase, corrections: corrections((n) => field(pieces[n % pieces.length]!), 2 * MB) }),
    outcome: 'accepted',
  })),
  { why: 'brackets as deep as allowed, again and again', zip: () => descriptor(`[${many(ROOM, 29, () => nested(LIMITS.jsonDepth - 2))}]`), outcome: 'accepted' },
  { why: 'brackets without end', zip: () => descriptor('['.repeat(ROOM)), outcome: 'rejected', code: 'JSON-DEPTH' },
  { why: 'escapes', zip: () => descriptor(`"${'\\u0041'.repeat(ROOM / 6)}"`), outcome: 'accepted' },
  { why: 'halves of characters', zip: () => descriptor(`"${'\\ud83d'.repeat(ROOM / 6)}"`), outcome: 'rejected', code: 'JSON-SYNTAX' },
  { why: 'members', zip: () => descriptor(`{${many(ROOM, 11, (n) => `"m${n}":0`)}}`), outcome: 'accepted' },
  { why: 'members named by far numbers', zip: () => descriptor(`{${many(ROOM, 15, (n) => `"${n * 50_021}":0`)}}`), outcome: 'accepted' },
  { why: 'a number of a million digits', zip: () => descriptor('1'.repeat(ROOM)), outcome: 'accepted' },
  { why: 'a signature file of brackets', zip: () => tampered({ jws: () => '['.repeat(LIMITS.jws) }), outcome: 'rejected', code: 'JWS-SHAPE' },
  {
    why: 'a directory of sixty thousand entries',
    zip: () => rawZip(Array.from({ length: 60_000 }, (_, n) => ({ name: `e${n}`, bytes: noise(0), method: 0, centralOnly: true }))),
    outcome: 'rejected', code: 'ENTRY-UNLISTED',
  },
  {
    why: `an archive of ${100 / part} MB that nothing packs`,
    zip: () => {
      const all = unzip(makeExport().zip)
      const bytes = noise(LIMITS.archive / part - MB)
      return zipOf({ ...all, 'daily_calls.csv': bytes }, {}, (entry) => (entry.bytes === bytes ? { ...entry, method: 0 } : entry))
    },
    outcome: 'rejected', code: 'SIZE-MISMATCH',
  },
  {
    why: `an entry of ${isWhole ? 512 : 16} MB at a ratio near 100:1 whose header is wrong`,
    zip: () => pack({ cases: oneCase, corrections: corrections(() => field('a'), isWhole ? LIMITS.entry : 16 * MB).fill('x', 0, 1) }),
    outcome: 'rejected', code: 'SCHEMA-HEADER',
  },
] // prettier-ignore

/** Exports that are right and as large as allowed, or for the ordinary run a part of that: they are loaded. */
export const GIANTS = (isWhole: boolean): readonly WorstFile[] => [
  {
    why: 'fields of 4,096 characters',
    zip: () => pack({ cases: oneCase, corrections: corrections((n) => field(`${n} `), isWhole ? LIMITS.entry : 16 * MB) }),
    outcome: 'accepted', memory: isWhole ? 2 * HEAVY : HEAVY,
  },
  { why: 'cases', zip: () => pack({ cases: cases(isWhole ? LIMITS.rows.cases : 10_000) }), outcome: 'accepted', memory: HEAVY },
  {
    why: 'one case and events without number',
    zip: () => pack({ cases: oneCase, events: events(isWhole ? LIMITS.rows.events : 40_000) }),
    outcome: 'accepted', memory: isWhole ? 2 * HEAVY : HEAVY,
  },
] // prettier-ignore
