/** Archives that are wrong as archives. */
import { deflateRawSync } from 'node:zlib'
import { RESOURCES } from '../../../../shared/export/enums'
import { makeExport } from '../../../helpers/signedExports'
import { zipOf } from '../../../helpers/hostileExports'
import { entry, files, goodFiles, policy, rename, type Recipe } from './recipe'

export const CONTAINER: readonly Recipe[] = [
  { why: 'no ZIP at all', zip: () => Buffer.from('halo'), code: 'ZIP-UNREADABLE' },
  { why: 'empty file', zip: () => Buffer.alloc(0), code: 'ZIP-UNREADABLE' },
  { why: 'bytes before', zip: () => zipOf(goodFiles(), { prefix: Buffer.from('MZ') }), code: 'ZIP-UNREADABLE' },
  { why: 'bytes after', zip: () => Buffer.concat([zipOf(goodFiles()), Buffer.from('x')]), code: 'ZIP-UNREADABLE' },
  {
    why: 'bytes before the directory',
    zip: () => zipOf(goodFiles(), { gap: Buffer.from('x') }),
    code: 'ZIP-UNREADABLE',
  },
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
  { why: 'more disks', zip: () => zipOf(goodFiles(), { disk: 1 }), code: 'ZIP-UNREADABLE' },
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
      zipOf({ ...goodFiles(), 'cases.csv2': Buffer.from('x') }, {}, (e) =>
        e.name === 'cases.csv2' ? { ...e, name: 'cases.csv' } : e,
      ),
    code: 'ZIP-DUPLICATE',
    place: { file: 'cases.csv' },
  },
  { why: 'another method', zip: () => entry((e) => ({ ...e, method: 12 })), code: 'ZIP-METHOD' },
  { why: 'encrypted', zip: () => entry((e) => ({ ...e, flags: 1 })), code: 'ZIP-METHOD' },
  { why: 'an archive comment', zip: () => zipOf(goodFiles(), { comment: 'hai' }), code: 'ZIP-COMMENT' },
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
      zipOf({ ...goodFiles(), 'cases.csv': Buffer.alloc(3 << 20) }, {}, (e) =>
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
]
