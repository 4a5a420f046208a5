/** Archives with bytes that no header accounts for, and headers that do not tell the truth about their bytes. */
import { crc32 } from '../../../electron/engine/export/crc32'
import { zipOf } from '../hostileExports'
import { rawZip, u32, type RawEntry } from '../rawZip'
import { descriptor, packedSize, type HostileZip, type Kit } from './kit'

export function headers(kit: Kit): HostileZip[] {
  return [
    {
      why: 'a program before, as self-extracting archives have',
      code: 'ZIP-UNREADABLE',
      zip: () => Buffer.concat([Buffer.from('#!/bin/sh\n'), zipOf(kit.files)]),
    },
    {
      why: 'the same, offsets set right',
      code: 'ZIP-UNREADABLE',
      zip: () => zipOf(kit.files, { prefix: Buffer.from('#!/bin/sh\n') }),
    },
    {
      why: 'a whole other archive before',
      code: 'ZIP-UNREADABLE',
      zip: () => Buffer.concat([zipOf(kit.files), zipOf(kit.files)]),
    },
    {
      why: 'a whole other archive before, offsets set right',
      code: 'ZIP-UNREADABLE',
      zip: () => zipOf(kit.files, { prefix: zipOf(kit.files) }),
    },
    { why: 'a zero after', code: 'ZIP-UNREADABLE', zip: () => Buffer.concat([zipOf(kit.files), Buffer.alloc(1)]) },
    {
      why: '100,000 zeros after',
      code: 'ZIP-UNREADABLE',
      zip: () => Buffer.concat([zipOf(kit.files), Buffer.alloc(100_000)]),
    },
    { why: 'a second end record after', code: 'ZIP-UNREADABLE', zip: () => { const zip = zipOf(kit.files); return Buffer.concat([zip, zip.subarray(-22)]) } }, // prettier-ignore
    { why: 'an end record inside the comment', code: 'ZIP-UNREADABLE', zip: () => { const end = rawZip([]); return zipOf(kit.files, { comment: end.toString('latin1') }) } }, // prettier-ignore
    {
      why: 'bytes between directory and end',
      code: 'ZIP-UNREADABLE',
      zip: () => zipOf(kit.files, { beforeEnd: Buffer.from('x') }),
    },
    {
      why: 'a gap of a thousand bytes',
      code: 'ZIP-UNREADABLE',
      zip: () => zipOf(kit.files, { gap: Buffer.alloc(1000) }),
    },
    {
      why: 'an entry between entries that the directory does not know',
      code: 'ZIP-UNREADABLE',
      zip: () => kit.change(() => ({ after: rawZip([{ name: 'x', bytes: Buffer.from('x') }]).subarray(0, 34) })),
    },
    ...[[0x1, 'encrypted'], [0x41, 'strongly encrypted'], [0x2000, 'local headers masked']].map(([bits, why]) => ({
      why: String(why),
      code: 'ZIP-METHOD' as const,
      zip: () => kit.change(() => ({ flags: Number(bits) })),
    })), // prettier-ignore
    {
      why: 'AES',
      code: 'ZIP-METHOD',
      zip: () => kit.change((entry) => ({ flags: 1, method: 99, packed: entry.bytes })),
    },
    ...[1, 9, 12, 14, 93, 0xffff].map((method) => ({
      why: `method ${method}`,
      code: 'ZIP-METHOD' as const,
      zip: () => kit.change((entry) => ({ method, packed: entry.bytes })),
    })),
    {
      why: 'encrypted by the local header alone',
      code: 'ZIP-UNREADABLE',
      zip: () => kit.change(() => ({ local: { flags: 1 } })),
    },
    ...([
      ['a wrong CRC', (entry) => descriptor(1, packedSize(entry), entry.bytes.length)],
      ['another packed size', (entry) => descriptor(crc32(entry.bytes), packedSize(entry) + 1, entry.bytes.length)],
      ['another size', (entry) => descriptor(crc32(entry.bytes), packedSize(entry), 1)],
      ['nothing', () => Buffer.alloc(0)],
      ['half of one', (entry) => descriptor(crc32(entry.bytes), packedSize(entry), entry.bytes.length).subarray(0, 8)],
      ['two of them', (entry) => { const one = descriptor(crc32(entry.bytes), packedSize(entry), entry.bytes.length); return Buffer.concat([one, one]) }],
      ['one without its mark, 16 bytes long', (entry) => Buffer.concat([u32(crc32(entry.bytes)), u32(packedSize(entry)), u32(entry.bytes.length), u32(0)])],
    ] as [string, (entry: RawEntry) => Buffer][]).map(([why, after]) => ({
      why: `after an entry with bit 3: ${why}`,
      code: 'ZIP-UNREADABLE' as const,
      zip: () => kit.change((entry) => ({ flags: 8, local: { crc: 0, size: 0, packedSize: 0 }, after: after(entry) })),
    })), // prettier-ignore
    {
      why: 'bit 3 in the local header alone',
      code: 'ZIP-UNREADABLE',
      zip: () => kit.change(() => ({ local: { flags: 8 } })),
    },
    {
      why: 'a data descriptor without bit 3',
      code: 'ZIP-UNREADABLE',
      zip: () =>
        kit.change((entry) => ({ after: descriptor(crc32(entry.bytes), packedSize(entry), entry.bytes.length) })),
    },
    {
      why: 'no sizes in the local header and no bit 3',
      code: 'ZIP-UNREADABLE',
      zip: () => kit.change(() => ({ local: { crc: 0, size: 0, packedSize: 0 } })),
    },
  ]
}
