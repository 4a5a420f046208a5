/** Every code that one file alone can provoke: how to make such a file, and what the intake must say of it. */
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { verifyFile } from '../../../electron/engine/intake/verifyFiles'
import type { FindingCode, Place } from '../../../shared/export/codes'
import { outcomeOf, finding } from '../../../shared/export/codes'
import { RESOURCES } from '../../../shared/export/enums'
import type { Registry } from '../../../shared/export/registry'
import { EXPORT_TYP } from '../../../shared/export/tables'
import { epochSeconds } from '../../../shared/export/time'
import { edit, jwsWith, tampered, unzip, zipOf, type Files, type Tamper } from '../../helpers/hostileExports'
import type { RawEntry } from '../../helpers/rawZip'
import {
  caseRow,
  callRow,
  correctionRow,
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
  sessionRow,
  UNIT,
  UNIT_KEY,
} from '../../helpers/signedExports'

interface Recipe {
  why: string
  zip: () => Buffer
  code: FindingCode
  place?: Place
  registry?: Partial<Registry>
  now?: number
}

const good = () => unzip(makeExport().zip)
const files = (change: (files: Files) => void): Buffer => {
  const all = good()
  change(all)
  return zipOf(all)
}
const rename = (from: string, to: string) =>
  files((all) => {
    all[to] = all[from]!
    delete all[from]
  })
const entry = (change: (entry: RawEntry) => RawEntry, name = 'cases.csv') =>
  zipOf(good(), {}, (item) => (item.name === name ? change(item) : item))
const header = (more: object) => ({ alg: 'EdDSA', kid: UNIT_KEY.kid, typ: EXPORT_TYP, ...more })
const cases = (...rows: string[][]): Buffer =>
  makeExport({ tables: { cases: rows, community_sessions: [sessionRow(1)] } }).zip
const policy = (limits: Record<string, number>): Partial<Registry> => ({ policy: { ...registryOf().policy, limits } })
const key = (more: Parameters<typeof keyEntry>[2]): Partial<Registry> => ({ keys: [keyEntry(UNIT_KEY, UNIT, more)] })
const row2 = (column: string, file = 'cases.csv'): Place => ({ file, row: 2, column })
const bytes = (name: string, from: string, to: number[]): Tamper => ({
  files: (all) => {
    const at = all[name]!.indexOf(from)
    all[name] = Buffer.concat([all[name]!.subarray(0, at), Buffer.from(to), all[name]!.subarray(at + from.length)])
  },
})

const RECIPES: Recipe[] = [
  // container
  { why: 'no ZIP at all', zip: () => Buffer.from('halo'), code: 'ZIP-UNREADABLE' },
  { why: 'empty file', zip: () => Buffer.alloc(0), code: 'ZIP-UNREADABLE' },
  { why: 'bytes before', zip: () => zipOf(good(), { prefix: Buffer.from('MZ') }), code: 'ZIP-UNREADABLE' },
  { why: 'bytes after', zip: () => Buffer.concat([zipOf(good()), Buffer.from('x')]), code: 'ZIP-UNREADABLE' },
  { why: 'bytes before the directory', zip: () => zipOf(good(), { gap: Buffer.from('x') }), code: 'ZIP-UNREADABLE' },
  {
    why: 'bytes between entries',
    zip: () => entry((e) => ({ ...e, after: Buffer.from('x') })),
    code: 'ZIP-UNREADABLE',
  },
  {
    why: 'bytes after the deflate stream',
    zip: () =>
      entry((e) => ({
        ...e,
        packed: Buffer.concat([deflateRawSync(e.bytes), Buffer.alloc(4)]),
      })),
    code: 'ZIP-UNREADABLE',
  },
  {
    why: 'another local name',
    zip: () => entry((e) => ({ ...e, local: { name: 'other.csv' } })),
    code: 'ZIP-UNREADABLE',
  },
  { why: 'another local size', zip: () => entry((e) => ({ ...e, local: { size: 1 } })), code: 'ZIP-UNREADABLE' },
  { why: 'another local method', zip: () => entry((e) => ({ ...e, local: { method: 0 } })), code: 'ZIP-UNREADABLE' },
  { why: 'wrong CRC', zip: () => entry((e) => ({ ...e, crc: 1 })), code: 'ZIP-UNREADABLE' },
  { why: 'overlapping entries', zip: () => entry((e) => ({ ...e, offset: 0 })), code: 'ZIP-UNREADABLE' },
  { why: 'more disks', zip: () => zipOf(good(), { disk: 1 }), code: 'ZIP-UNREADABLE' },
  {
    why: 'declared size too small',
    zip: () => entry((e) => ({ ...e, size: e.bytes.length - 1 })),
    code: 'ZIP-UNREADABLE',
  },
  { why: 'a folder', zip: () => files((all) => (all['data/'] = Buffer.alloc(0))), code: 'ZIP-NAME' },
  { why: 'a path', zip: () => rename('cases.csv', '../cases.csv'), code: 'ZIP-NAME', place: { file: '../cases.csv' } },
  { why: 'a backslash', zip: () => rename('cases.csv', 'a\\cases.csv'), code: 'ZIP-NAME' },
  { why: 'a control character', zip: () => rename('cases.csv', 'cases.csv\0'), code: 'ZIP-NAME' },
  { why: 'not ASCII', zip: () => rename('cases.csv', 'cäses.csv'), code: 'ZIP-NAME' },
  {
    why: 'a second name in an extra field',
    zip: () => entry((e) => ({ ...e, extra: Buffer.from([0x75, 0x70, 1, 0, 1]) })),
    code: 'ZIP-NAME',
  },
  {
    why: 'one name twice',
    zip: () =>
      zipOf({ ...good(), 'cases.csv2': Buffer.from('x') }, {}, (e) =>
        e.name === 'cases.csv2' ? { ...e, name: 'cases.csv' } : e,
      ),
    code: 'ZIP-DUPLICATE',
    place: { file: 'cases.csv' },
  },
  { why: 'another method', zip: () => entry((e) => ({ ...e, method: 12 })), code: 'ZIP-METHOD' },
  { why: 'encrypted', zip: () => entry((e) => ({ ...e, flags: 1 })), code: 'ZIP-METHOD' },
  { why: 'an archive comment', zip: () => zipOf(good(), { comment: 'hai' }), code: 'ZIP-COMMENT' },
  { why: 'an entry comment', zip: () => entry((e) => ({ ...e, comment: 'hai' })), code: 'ZIP-COMMENT' },
  { why: 'a symlink', zip: () => entry((e) => ({ ...e, external: 0xa1ff0000 | 0 })), code: 'ZIP-SYMLINK' },
  { why: 'an eighth file', zip: () => files((all) => (all['readme.txt'] = Buffer.from('x'))), code: 'ENTRY-UNLISTED' },
  { why: 'other case', zip: () => rename('cases.csv', 'Cases.csv'), code: 'ENTRY-UNLISTED' },
  { why: 'no descriptor', zip: () => files((all) => delete all['datapackage.json']), code: 'MISSING-DESCRIPTOR' },
  { why: 'no signature', zip: () => files((all) => delete all['datapackage.json.jws']), code: 'MISSING-SIGNATURE' },
  ...RESOURCES.map((name): Recipe => ({
    why: `no ${name}`,
    zip: () => files((all) => delete all[`${name}.csv`]),
    code: 'RESOURCE-MISSING',
    place: { file: `${name}.csv` },
  })),
  {
    why: 'archive over the limit',
    zip: () => makeExport().zip,
    code: 'LIMIT-ARCHIVE',
    registry: policy({ archive: 1000 }),
  },
  { why: 'entry over the limit', zip: () => makeExport().zip, code: 'LIMIT-SIZE', registry: policy({ entry: 300 }) },
  { why: 'total over the limit', zip: () => makeExport().zip, code: 'LIMIT-SIZE', registry: policy({ total: 2000 }) },
  { why: 'signature over the limit', zip: () => makeExport().zip, code: 'LIMIT-SIZE', registry: policy({ jws: 100 }) },
  {
    why: 'descriptor over the limit',
    zip: () => makeExport().zip,
    code: 'LIMIT-SIZE',
    registry: policy({ descriptor: 100 }),
  },
  {
    why: 'a bomb that declares its size',
    zip: () => files((all) => (all['cases.csv'] = Buffer.alloc(3 << 20))),
    code: 'LIMIT-RATIO',
  },
  {
    why: 'a bomb that lies about its size',
    zip: () =>
      zipOf({ ...good(), 'cases.csv': Buffer.alloc(3 << 20) }, {}, (e) =>
        e.name === 'cases.csv' ? { ...e, size: 100 } : e,
      ),
    code: 'LIMIT-RATIO',
  },
  {
    why: 'too many rows',
    zip: () => makeExport().zip,
    code: 'LIMIT-ROWS',
    registry: policy({ events: 1 }),
    place: { file: 'events.csv' },
  },

  // signature
  { why: 'jws is no JSON', zip: () => tampered({ jws: () => 'x' }), code: 'JWS-SHAPE' },
  {
    why: 'jws repeats a member',
    zip: () => tampered({ jws: (d) => jwsWith(d, header({})).replace('{"sig', '{"signatures":[],"sig') }),
    code: 'JWS-SHAPE',
  },
  { why: 'compact form', zip: () => tampered({ jws: () => '"aaa..bbb"' }), code: 'JWS-SHAPE' },
  {
    why: 'an attached payload',
    zip: () => tampered({ jws: (d) => jwsWith(d, header({})).replace('{"sig', '{"payload":"","sig') }),
    code: 'JWS-SHAPE',
  },
  { why: 'no signature in it', zip: () => tampered({ jws: () => '{"signatures":[]}' }), code: 'JWS-SHAPE' },
  { why: 'five signatures', zip: () => tampered({ keys: [1, 2, 3, 4, 5].map(seedKey) }), code: 'JWS-SHAPE' },
  { why: 'header is no JSON', zip: () => tampered({ jws: (d) => jwsWith(d, 'x') }), code: 'JWS-SHAPE' },
  {
    why: 'header repeats a member',
    zip: () => tampered({ jws: (d) => jwsWith(d, `{"alg":"none",${JSON.stringify(header({})).slice(1)}`) }),
    code: 'JWS-SHAPE',
  },
  {
    why: 'padding',
    zip: () => tampered({ jws: (d) => jwsWith(d, header({})).replace('"}]', '=="}]') }),
    code: 'JWS-ENCODING',
  },
  {
    why: 'not canonical base64url',
    zip: () =>
      tampered({
        jws: (d) =>
          jwsWith(d, header({})).replace(/[AQgw]"\}\]/, (end) => `${{ A: 'B', Q: 'R', g: 'h', w: 'x' }[end[0]!]}"}]`),
      }),
    code: 'JWS-ENCODING',
  },
  { why: 'alg none', zip: () => tampered({ jws: (d) => jwsWith(d, header({ alg: 'none' })) }), code: 'JWS-ALG' },
  { why: 'alg HS256', zip: () => tampered({ jws: (d) => jwsWith(d, header({ alg: 'HS256' })) }), code: 'JWS-ALG' },
  {
    why: 'typ of a registry',
    zip: () => tampered({ jws: (d) => jwsWith(d, header({ typ: 'dumas-registry+jws' })) }),
    code: 'JWS-TYP',
  },
  ...['jwk', 'jku', 'x5c', 'x5u', 'crit', 'b64'].map((name): Recipe => ({
    why: `header member ${name}`,
    zip: () => tampered({ jws: (d) => jwsWith(d, header({ [name]: name === 'b64' ? false : ['b64'] })) }),
    code: 'JWS-HEADER',
  })),
  {
    why: 'an unprotected header',
    zip: () => tampered({ jws: (d) => jwsWith(d, header({}), UNIT_KEY, { header: { kid: 'x' } }) }),
    code: 'JWS-HEADER',
  },
  {
    why: 'kid is no thumbprint',
    zip: () => tampered({ jws: (d) => jwsWith(d, header({ kid: 'polres' })) }),
    code: 'JWS-HEADER',
  },
  { why: 'unknown key', zip: () => tampered({ keys: [seedKey(99)] }), code: 'KEY-UNKNOWN' },
  {
    why: 'signature by another key',
    zip: () => tampered({ jws: (d) => jwsWith(d, header({}), OTHER_KEY) }),
    code: 'SIG-INVALID',
  },
  {
    why: 'descriptor changed after signing',
    zip: () => files((all) => (all['datapackage.json'] = Buffer.concat([all['datapackage.json']!, Buffer.from(' ')]))),
    code: 'SIG-INVALID',
  },
  {
    why: 'one of two known keys did not sign',
    zip: () =>
      tampered({
        jws: (d) => {
          const [a, b] = [jwsWith(d, header({})), jwsWith(d, header({ kid: OTHER_KEY.kid }))].map(
            (text) => JSON.parse(text).signatures[0] as object,
          )
          return JSON.stringify({ signatures: [a, b] })
        },
      }),
    code: 'SIG-INVALID',
  },

  // descriptor
  {
    why: 'bad byte',
    zip: () =>
      tampered({ text: (text) => Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0x20, 0xff, 0x7d])]) }),
    code: 'JSON-UTF8',
  },
  { why: 'BOM', zip: () => tampered({ text: (text) => `\uFEFF${text}` }), code: 'JSON-UTF8' },
  { why: 'trailing comma', zip: () => tampered({ text: (text) => text.replace(/\}$/, ',}') }), code: 'JSON-SYNTAX' },
  {
    why: 'a member twice',
    zip: () => tampered({ text: (text) => text.replace('{', '{"name":"x",') }),
    code: 'JSON-DUPKEY',
  },
  {
    why: 'a member twice, once escaped',
    zip: () => tampered({ text: (text) => text.replace('{', '{"n\\u0061me":"x",') }),
    code: 'JSON-DUPKEY',
  },
  {
    why: '__proto__',
    zip: () => tampered({ text: (text) => text.replace('{', '{"__proto__":{},') }),
    code: 'JSON-PROTO',
  },
  {
    why: 'too deep',
    zip: () => tampered({ text: (text) => text.replace('{', `{"x":${'['.repeat(16)}${']'.repeat(16)},`) }),
    code: 'JSON-DEPTH',
  },
  {
    why: 'inline data',
    zip: () => tampered({ descriptor: (d) => Object.assign(d['resources']![0], { data: [] }) }),
    code: 'DESCRIPTOR',
  },
  {
    why: 'a URL as path',
    zip: () =>
      tampered({ descriptor: (d) => Object.assign(d['resources']![0], { path: 'https://example.org/cases.csv' }) }),
    code: 'DESCRIPTOR',
  },
  {
    why: 'an array as path',
    zip: () => tampered({ descriptor: (d) => Object.assign(d['resources']![0], { path: ['cases.csv'] }) }),
    code: 'DESCRIPTOR',
  },
  {
    why: 'a table twice',
    zip: () =>
      tampered({ descriptor: (d) => Object.assign(d['resources']![0], { name: 'events', path: 'events.csv' }) }),
    code: 'DESCRIPTOR',
  },
  { why: 'previous null with sequence 2', zip: () => makeExport({ sequence: 2 }).zip, code: 'DESCRIPTOR' },
  {
    why: 'previous with sequence 1',
    zip: () => makeExport({ previous: { sequence: 1, descriptor_sha256: '0'.repeat(64) } }).zip,
    code: 'DESCRIPTOR',
  },
  {
    why: 'previous skips a number',
    zip: () => makeExport({ sequence: 3, previous: { sequence: 1, descriptor_sha256: '0'.repeat(64) } }).zip,
    code: 'DESCRIPTOR',
  },
  {
    why: 'a day that does not exist',
    zip: () => makeExport({ period: { from: '2026-02-01', to: '2026-02-30' } }).zip,
    code: 'DESCRIPTOR',
  },
  {
    why: 'created in another offset',
    zip: () => makeExport({ created: '2026-04-02T08:15:00+00:00' }).zip,
    code: 'DESCRIPTOR',
  },
  {
    why: 'a delta',
    zip: () => tampered({ descriptor: (d) => Object.assign(d['dumas']!, { kind: 'delta' }) }),
    code: 'DESCRIPTOR',
  },
  {
    why: 'unknown major',
    zip: () => tampered({ descriptor: (d) => Object.assign(d['dumas']!, { format: 'dumas-export/2.0' }) }),
    code: 'VERSION',
  },
  {
    why: 'higher minor',
    zip: () => tampered({ descriptor: (d) => Object.assign(d['dumas']!, { format: 'dumas-export/1.7' }) }),
    code: 'VERSION-MINOR',
  },

  // authority
  { why: 'unit not in the registry', zip: () => makeExport({ unit: 'POLRES-99.99' }).zip, code: 'UNIT-UNKNOWN' },
  { why: 'key of another unit', zip: () => makeExport({ key: OTHER_KEY }).zip, code: 'UNIT-SCOPE' },
  {
    why: 'key of the Polda without subtree',
    zip: () => makeExport({ key: POLDA_KEY }).zip,
    code: 'UNIT-SCOPE',
    registry: { keys: [keyEntry(POLDA_KEY, 'POLDA-JATENG')] },
  },
  {
    why: 'created before the key',
    zip: () => makeExport().zip,
    code: 'KEY-EXPIRED',
    registry: key({ not_before: '2026-04-03T00:00:00+07:00' }),
  },
  {
    why: 'created after the key',
    zip: () => makeExport().zip,
    code: 'KEY-EXPIRED',
    registry: key({ not_after: '2026-04-01T00:00:00+07:00' }),
  },
  {
    why: 'created after a key was superseded',
    zip: () => makeExport().zip,
    code: 'KEY-REVOKED',
    registry: key({ revoked: { at: '2026-04-02T00:00:00+07:00', reason: 'superseded' } }),
  },
  {
    why: 'compromised key, whatever created claims',
    zip: () => makeExport().zip,
    code: 'KEY-REVOKED',
    registry: key({ revoked: { at: '2026-04-10T00:00:00+07:00', reason: 'compromised' } }),
  },
  {
    why: 'key ended since',
    zip: () => makeExport().zip,
    code: 'KEY-EXPIRED-SINCE',
    registry: key({ not_after: '2026-04-10T00:00:00+07:00' }),
  },
  { why: 'the Polda delivers', zip: () => makeExport({ key: POLDA_KEY }).zip, code: 'KEY-SUBTREE' },
  {
    why: 'registry has expired',
    zip: () => makeExport().zip,
    code: 'REGISTRY-STALE',
    registry: { expires: '2026-04-10T00:00:00+07:00' },
  },
  {
    why: 'created in the future',
    zip: () => makeExport().zip,
    code: 'TIME-FUTURE',
    now: epochSeconds('2026-04-02T08:04:59+07:00'),
  },
  { why: 'as_of after created', zip: () => makeExport({ asOf: '2026-04-02T08:15:01+07:00' }).zip, code: 'TIME-ASOF' },

  // integrity
  {
    why: 'another size',
    zip: () =>
      tampered({
        keepList: true,
        files: (all) => (all['cases.csv'] = Buffer.concat([all['cases.csv']!, Buffer.from('\n')])),
      }),
    code: 'SIZE-MISMATCH',
    place: { file: 'cases.csv' },
  },
  {
    why: 'other bytes of the same size',
    zip: () => tampered({ keepList: true, files: edit('cases.csv', 'CASE-000001', 'CASE-000009') }),
    code: 'HASH-MISMATCH',
    place: { file: 'cases.csv' },
  },
  {
    why: 'another number of rows',
    zip: () => tampered({ descriptor: (d) => Object.assign(d['dumas']!['rows'], { cases: 3 }) }),
    code: 'ROWCOUNT',
    place: { file: 'cases.csv' },
  },

  // csv and schema
  {
    why: 'bad byte in a row',
    zip: () => tampered(bytes('corrections.csv', 'salah', [0x73, 0xc3, 0x28])),
    code: 'CSV-UTF8',
    place: row2('reason', 'corrections.csv'),
  },
  {
    why: 'BOM in a file',
    zip: () =>
      tampered({
        files: (all) => (all['events.csv'] = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), all['events.csv']!])),
      }),
    code: 'CSV-BOM',
    place: { file: 'events.csv', row: 1 },
  },
  {
    why: 'tab in a field',
    zip: () => tampered({ files: edit('corrections.csv', 'salah', 'sa\tlah') }),
    code: 'CSV-CTRL',
    place: row2('reason', 'corrections.csv'),
  },
  {
    why: 'line break in a field',
    zip: () => tampered({ files: edit('corrections.csv', 'salah ketik', '"salah\nketik"') }),
    code: 'CSV-CTRL',
    place: row2('reason', 'corrections.csv'),
  },
  {
    why: 'C1 control character',
    zip: () => tampered(bytes('corrections.csv', 'salah', [0xc2, 0x85])),
    code: 'CSV-CTRL',
    place: row2('reason', 'corrections.csv'),
  },
  {
    why: 'quote in a plain field',
    zip: () => tampered({ files: edit('corrections.csv', 'salah', 'sa"lah') }),
    code: 'CSV-QUOTE',
    place: row2('reason', 'corrections.csv'),
  },
  {
    why: 'text after a closing quote',
    zip: () => tampered({ files: edit('corrections.csv', 'salah ketik', '"salah" ketik') }),
    code: 'CSV-QUOTE',
    place: row2('reason', 'corrections.csv'),
  },
  {
    why: 'quote never closed',
    zip: () => tampered({ files: edit('corrections.csv', 'salah ketik', '"salah ketik') }),
    code: 'CSV-QUOTE',
    place: row2('reason', 'corrections.csv'),
  },
  {
    why: 'a field too many',
    zip: () => tampered({ files: edit('events.csv', 'operator\n', 'operator,x\n') }),
    code: 'CSV-WIDTH',
    place: { file: 'events.csv', row: 2 },
  },
  {
    why: 'an empty line',
    zip: () =>
      tampered({ files: (all) => (all['events.csv'] = Buffer.concat([all['events.csv']!, Buffer.from('\n')])) }),
    code: 'CSV-WIDTH',
    place: { file: 'events.csv', row: 4 },
  },
  {
    why: 'two kinds of line end',
    zip: () => tampered({ files: edit('events.csv', 'operator\n', 'operator\r\n') }),
    code: 'CSV-EOL',
    place: { file: 'events.csv', row: 2 },
  },
  {
    why: 'a long field',
    zip: () => makeExport({ tables: { corrections: [correctionRow(1, { old_value: 'x'.repeat(4097) })] } }).zip,
    code: 'CSV-FIELD',
    place: row2('old_value', 'corrections.csv'),
  },
  {
    why: 'a long record',
    zip: () => tampered({ files: edit('events.csv', 'operator\n', `${`${'x'.repeat(4000)},`.repeat(17)}\n`) }),
    code: 'CSV-RECORD',
    place: { file: 'events.csv', row: 2 },
  },
  {
    why: 'a renamed column',
    zip: () => tampered({ files: edit('events.csv', 'event_type', 'type') }),
    code: 'SCHEMA-HEADER',
    place: { file: 'events.csv', row: 1, column: 3 },
  },
  {
    why: 'no header',
    zip: () => tampered({ files: (all) => (all['events.csv'] = Buffer.alloc(0)) }),
    code: 'SCHEMA-HEADER',
    place: { file: 'events.csv', row: 1, column: 1 },
  },
  {
    why: 'an extra column in 1.0',
    zip: () =>
      tampered({
        files: (all) =>
          (all['events.csv'] = Buffer.from(
            all['events.csv']!.toString().replaceAll(/(actor_role|operator)\n/g, '$1,x\n'),
          )),
      }),
    code: 'SCHEMA-HEADER',
    place: { file: 'events.csv', row: 1, column: 7 },
  },
  {
    why: 'unknown code',
    zip: () => cases(caseRow(1, { channel: 'telegram' })),
    code: 'SCHEMA-VALUE',
    place: row2('channel'),
  },
  {
    why: 'required field empty',
    zip: () => cases(caseRow(1, { status: '' })),
    code: 'SCHEMA-VALUE',
    place: row2('status'),
  },
  {
    why: 'a time with Z',
    zip: () => cases(caseRow(1, { received_at: '2026-03-02T09:00:00Z' })),
    code: 'SCHEMA-VALUE',
    place: row2('received_at'),
  },
  {
    why: 'another offset',
    zip: () => cases(caseRow(1, { received_at: '2026-03-02T09:00:00+06:00' })),
    code: 'SCHEMA-VALUE',
    place: row2('received_at'),
  },
  {
    why: 'the 30th of February',
    zip: () => cases(caseRow(1, { received_at: '2026-02-30T09:00:00+07:00' })),
    code: 'SCHEMA-VALUE',
    place: row2('received_at'),
  },
  {
    why: 'leading zero',
    zip: () => cases(caseRow(1, { reopened_count: '01' })),
    code: 'SCHEMA-VALUE',
    place: row2('reopened_count'),
  },
  {
    why: 'satisfaction 6',
    zip: () => cases(caseRow(1, { satisfaction: '6' })),
    code: 'SCHEMA-VALUE',
    place: row2('satisfaction'),
  },
  {
    why: 'short id',
    zip: () => cases(caseRow(1, { complainant_ref: 'ABC' })),
    code: 'SCHEMA-VALUE',
    place: row2('complainant_ref'),
  },
  {
    why: 'district as number',
    zip: () => cases(caseRow(1, { district_code: '337401' })),
    code: 'SCHEMA-VALUE',
    place: row2('district_code'),
  },
  {
    why: 'open with closed_at',
    zip: () => cases(caseRow(1, { closed_at: '2026-03-03T09:00:00+07:00' })),
    code: 'SCHEMA-VALUE',
    place: row2('closed_at'),
  },
  {
    why: 'closed without closed_at',
    zip: () => cases(caseRow(1, { status: 'archived' })),
    code: 'SCHEMA-VALUE',
    place: row2('closed_at'),
  },
  {
    why: 'jumat_curhat without session',
    zip: () => cases(caseRow(1, { channel: 'jumat_curhat' })),
    code: 'SCHEMA-VALUE',
    place: row2('session_id'),
  },
  {
    why: 'session without jumat_curhat',
    zip: () => cases(caseRow(1, { session_id: 'SESSION-0001' })),
    code: 'SCHEMA-VALUE',
    place: row2('session_id'),
  },
  {
    why: 'complaint with a category of others',
    zip: () => cases(caseRow(1, { category: 'brawl' })),
    code: 'SCHEMA-VALUE',
    place: row2('category'),
  },
  {
    why: 'one id twice',
    zip: () => cases(caseRow(1), caseRow(1)),
    code: 'SCHEMA-KEY',
    place: { file: 'cases.csv', row: 3, column: 'case_id' },
  },
  {
    why: 'one day of a line twice',
    zip: () => makeExport({ tables: { daily_calls: [callRow(), callRow()] } }).zip,
    code: 'SCHEMA-KEY',
    place: { file: 'daily_calls.csv', row: 3, column: 'unit_code' },
  },
  {
    why: 'event of no case',
    zip: () => makeExport({ tables: { cases: [caseRow(1)], events: [eventRow(1, { case_id: 'CASE-999999' })] } }).zip,
    code: 'SCHEMA-FK',
    place: row2('case_id', 'events.csv'),
  },
  {
    why: 'session not held',
    zip: () => cases(caseRow(1, { channel: 'jumat_curhat', session_id: 'SESSION-9999' })),
    code: 'SCHEMA-FK',
    place: row2('session_id'),
  },
  {
    why: 'programme not in the registry',
    zip: () => cases(caseRow(1, { programme: 'tidak-ada' })),
    code: 'SCHEMA-FK',
    place: row2('programme'),
  },
  {
    why: 'row of a unit elsewhere',
    zip: () => cases(caseRow(1, { unit_code: 'POLRES-33.75' })),
    code: 'UNIT-SCOPE',
    place: row2('unit_code'),
  },
  {
    why: 'offset of another zone in a row',
    zip: () => cases(caseRow(1, { received_at: '2026-03-02T09:00:00+08:00' })),
    code: 'TIME-ZONE',
    place: row2('received_at'),
  },
  {
    why: 'offset of another zone in the descriptor',
    zip: () => makeExport({ created: '2026-04-02T08:15:00+09:00' }).zip,
    code: 'TIME-ZONE',
    place: { file: 'datapackage.json', column: 'created' },
  },
  {
    why: 'recorded before received',
    zip: () => cases(caseRow(1, { recorded_at: '2026-03-01T09:00:00+07:00' })),
    code: 'SEMANTIC',
    place: row2('recorded_at'),
  },
  {
    why: 'updated before recorded',
    zip: () => cases(caseRow(1, { updated_at: '2026-03-02T09:30:00+07:00' })),
    code: 'SEMANTIC',
    place: row2('updated_at'),
  },
  {
    why: 'answered before received',
    zip: () => cases(caseRow(1, { first_response_at: '2026-03-01T09:00:00+07:00' })),
    code: 'SEMANTIC',
    place: row2('first_response_at'),
  },
  {
    why: 'closed before received',
    zip: () => cases(caseRow(1, { status: 'closed', closed_at: '1900-01-01T00:00:00+07:00' })),
    code: 'SEMANTIC',
    place: row2('closed_at'),
  },
  {
    why: 'closed after updated',
    zip: () => cases(caseRow(1, { status: 'closed', closed_at: '2026-03-04T00:00:00+07:00' })),
    code: 'SEMANTIC',
    place: row2('closed_at'),
  },
  {
    why: 'after as_of',
    zip: () => cases(caseRow(1, { viral_at: '3019-01-01T00:00:00+07:00' })),
    code: 'SEMANTIC',
    place: row2('viral_at'),
  },
  {
    why: 'more calls answered than offered',
    zip: () => makeExport({ tables: { daily_calls: [callRow({ answered: '9' })] } }).zip,
    code: 'SEMANTIC',
    place: row2('answered', 'daily_calls.csv'),
  },
  {
    why: 'read before the period was over',
    zip: () => makeExport({ asOf: '2026-03-31T23:59:59+07:00' }).zip,
    code: 'SEMANTIC',
    place: { file: 'datapackage.json', column: 'as_of' },
  },

  // privacy
  {
    why: 'NIK in a reason',
    zip: () =>
      makeExport({ tables: { corrections: [correctionRow(1, { reason: 'NIK 3374012304567890 salah' })] } }).zip,
    code: 'PRIVACY-PII',
    place: row2('reason', 'corrections.csv'),
  },
  {
    why: 'number in an old value',
    zip: () => makeExport({ tables: { corrections: [correctionRow(1, { old_value: '+62 812-3456-7890' })] } }).zip,
    code: 'PRIVACY-PII',
    place: row2('old_value', 'corrections.csv'),
  },
  {
    why: 'e-mail in a new value',
    zip: () => makeExport({ tables: { corrections: [correctionRow(1, { new_value: 'budi@contoh.id' })] } }).zip,
    code: 'PRIVACY-PII',
    place: row2('new_value', 'corrections.csv'),
  },
  {
    why: 'a NIK as pseudonym',
    zip: () => cases(caseRow(1, { complainant_ref: '3374012304567890' })),
    code: 'PRIVACY-PII',
    place: row2('complainant_ref'),
  },
  {
    why: 'e-mail as generator',
    zip: () => makeExport({ generator: { name: 'budi@contoh.id', version: '1' } }).zip,
    code: 'PRIVACY-PII',
    place: { file: 'datapackage.json', column: 'generator.name' },
  },

  // chain, with nothing held
  {
    why: 'the first one seen is number 5',
    zip: () => makeExport({ sequence: 5, previous: { sequence: 4, descriptor_sha256: '0'.repeat(64) } }).zip,
    code: 'CHAIN-START',
  },
]

async function verdictOf({ zip, registry = {}, now = NOW }: Pick<Recipe, 'zip' | 'registry' | 'now'>) {
  const result = await verifyFile(onDisk(zip()), { registry: modelFrom(registryOf(registry)), now })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('codes', () => {
  test.for(RECIPES)('$code: $why', async (recipe) => {
    const { findings, outcome, unit, sequence } = await verdictOf(recipe)
    expect(findings.map((item) => item.code)).toEqual([recipe.code])
    expect(outcome).toBe(outcomeOf([finding(recipe.code)]))
    if (recipe.place) expect(findings[0]!.place).toEqual(recipe.place)
    const beforeDescriptor = /^(ZIP|ENTRY|MISSING|RESOURCE|LIMIT|JWS|JSON|SIG|KEY-UNKNOWN|DESCRIPTOR|VERSION$)/.test(
      recipe.code,
    )
    expect({ unit, sequence } as unknown).toEqual(
      beforeDescriptor
        ? { unit: null, sequence: null }
        : { unit: expect.any(String) as string, sequence: expect.any(Number) as number },
    )
  })

  test('a good export has no finding', async () => {
    expect(await verdictOf({ zip: () => makeExport().zip })).toMatchObject({
      outcome: 'accepted',
      findings: [],
      unit: UNIT,
      sequence: 1,
    })
  })
})
