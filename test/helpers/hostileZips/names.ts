/** Archives whose names mean something else to somebody else: twins, paths, links, what folds together. */
import { crc32 } from '../../../electron/engine/export/crc32'
import { extraField, u32 } from '../rawZip'
import type { HostileZip, Kit } from './kit'

const UNICODE_PATH = 0x7075

export function names(kit: Kit): HostileZip[] {
  return [
    ...['datapackage.json', 'datapackage.json.jws', 'cases.csv'].map((name) => ({
      why: `${name} twice, with the same bytes`,
      code: 'ZIP-DUPLICATE' as const,
      zip: () => kit.added(name, kit.files[name]!),
    })),
    {
      why: 'two descriptors, the signed one and another',
      code: 'ZIP-DUPLICATE',
      zip: () => kit.added('datapackage.json', Buffer.from('{}')),
    },
    ...[
      'CASES.CSV',
      'Datapackage.json',
      'cases.csv ',
      'cases.csv.',
      ' cases.csv',
      'cases.csv::$DATA',
      'CASES~1.CSV',
      'cases%2ecsv',
    ].map((name) => ({
      why: `beside cases.csv, what some systems take for the same: ${JSON.stringify(name)}`,
      code: 'ENTRY-UNLISTED' as const,
      zip: () => kit.added(name),
    })),
    ...[
      'ca\u017fes.csv',
      '\uff43ases.csv',
      'case\u0301s.csv',
      'cas\u00e9s.csv',
      'cases.csv\u200b',
      'cases\u2024csv',
      '\u202ecases.csv',
    ].map((name) => ({
      why: `beside cases.csv, what looks or folds like it: ${JSON.stringify(name)}`,
      code: 'ZIP-NAME' as const,
      zip: () => kit.added(name),
    })),
    {
      why: 'the same in UTF-8 by its flag',
      code: 'ZIP-NAME',
      zip: () => kit.renamed('ca\u017fes.csv', { flags: 0x800 }),
    },
    { why: 'a name in code page 437', code: 'ZIP-NAME', zip: () => kit.renamed(Buffer.from('c\x84ses.csv', 'latin1')) },
    {
      why: 'another name in a proper Unicode path field',
      code: 'ZIP-NAME',
      zip: () =>
        kit.change((entry) => ({
          ...entry,
          extra: extraField(
            UNICODE_PATH,
            Buffer.concat([Buffer.from([1]), u32(crc32(Buffer.from('cases.csv'))), Buffer.from('x.csv')]),
          ),
        })),
    },
    ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'].map((name) => ({
      why: `an entry named ${name}`,
      code: 'ENTRY-UNLISTED' as const,
      zip: () => kit.added(name),
    })),
    { why: '__proto__ in place of a table', code: 'ENTRY-UNLISTED', zip: () => kit.renamed('__proto__') },
    ...[
      '../cases.csv', '../../../../etc/cron.d/x', '..\\cases.csv', '/cases.csv', '\\\\host\\share\\cases.csv', 'C:\\cases.csv', './cases.csv',
      'cases.csv/', 'cases.csv/..', '', '\u0000', 'cases.csv\u0000', 'cases.csv\u0000.txt', 'cases\n.csv', 'cases\u001b[2J.csv', 'cases\u007f.csv',
    ].map((name) => ({ why: `named ${JSON.stringify(name)}`, code: 'ZIP-NAME' as const, zip: () => kit.renamed(name) })), // prettier-ignore
    ...[
      '..',
      '.',
      'C:cases.csv',
      '~cases.csv',
      '%2e%2e%2fcases.csv',
      '$(id).csv',
      'CON',
      'NUL.csv',
      '<img src=x>.csv',
    ].map((name) => ({
      why: `named ${JSON.stringify(name)}`,
      code: 'ENTRY-UNLISTED' as const,
      zip: () => kit.renamed(name),
    })),
    { why: 'a name of 60,000 characters', code: 'ENTRY-UNLISTED', zip: () => kit.renamed('a'.repeat(60_000)) },
    { why: 'a path of 60,000 steps', code: 'ZIP-NAME', zip: () => kit.renamed('../'.repeat(20_000)) },
    ...[0o120777, 0o120000].map((mode) => ({
      why: `a symbolic link, mode ${mode.toString(8)}`,
      code: 'ZIP-SYMLINK' as const,
      zip: () => kit.change(() => ({ bytes: Buffer.from('/etc/passwd'), external: (mode << 16) >>> 0 })),
    })),
  ]
}
