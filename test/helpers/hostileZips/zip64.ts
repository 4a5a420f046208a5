/** Lies in zip64 records and extra fields. */
import { zipOf } from '../hostileExports'
import { extraField, u16, u64, type RawEntry, type RawOptions } from '../rawZip'
import { packedSize, type HostileZip, type Kit } from './kit'

const ZIP64 = 0x0001

export function zip64(kit: Kit): HostileZip[] {
  const all32 = 0xffffffff
  const big = (size: number | bigint, packed: number | bigint) =>
    extraField(ZIP64, Buffer.concat([u64(size), u64(packed)]))
  const wideEntry = (how: (entry: RawEntry) => Partial<RawEntry>) => () =>
    kit.change((entry) => ({ size: all32, packedSize: all32, ...how(entry) }))
  const both = (extra: Buffer) => ({ extra, local: { size: all32, packedSize: all32 } })
  return [
    {
      why: 'zip64: sizes of all ones and no field for them',
      code: 'ZIP-UNREADABLE',
      zip: wideEntry(() => ({ local: { size: all32, packedSize: all32 } })),
    },
    {
      why: 'zip64: another size than there is',
      code: 'ZIP-UNREADABLE',
      zip: wideEntry((entry) => both(big(entry.bytes.length + 1, packedSize(entry)))),
    },
    {
      why: 'zip64: a packed size beyond the file',
      code: 'ZIP-UNREADABLE',
      zip: wideEntry((entry) => both(big(entry.bytes.length, 1 << 30))),
    },
    {
      why: 'zip64: the local field tells another size',
      code: 'ZIP-UNREADABLE',
      zip: wideEntry((entry) => ({
        ...both(big(1, packedSize(entry))),
        centralExtra: big(entry.bytes.length, packedSize(entry)),
      })),
    },
    {
      why: 'zip64: 5 GB by its own word',
      code: 'LIMIT-SIZE',
      zip: wideEntry((entry) => both(big(5 * 2 ** 30, packedSize(entry)))),
    },
    {
      why: 'zip64: 2^64 - 1 bytes',
      code: 'LIMIT-SIZE',
      zip: wideEntry((entry) => both(big(2n ** 64n - 1n, packedSize(entry)))),
    },
    {
      why: 'zip64: a field that is too short',
      code: 'ZIP-UNREADABLE',
      zip: wideEntry((entry) => both(extraField(ZIP64, u64(entry.bytes.length)))),
    },
    { why: 'zip64: two fields', code: 'ZIP-UNREADABLE', zip: wideEntry((entry) => { const right = big(entry.bytes.length, packedSize(entry)); return both(Buffer.concat([big(1, 1), right])) }) }, // prettier-ignore
    {
      why: 'an extra field longer than its block',
      code: 'ZIP-UNREADABLE',
      zip: () => kit.change(() => ({ extra: Buffer.concat([u16(ZIP64), u16(100), Buffer.alloc(8)]) })),
    },
    {
      why: 'an extra block with two loose bytes',
      code: 'ZIP-UNREADABLE',
      zip: () => kit.change(() => ({ extra: Buffer.from([1, 2]) })),
    },
    ...([
      ['another number of entries', { entries: 8 }], ['2^53 entries', { entries: 2 ** 53 }], ['another length of the directory', { size: 1 }],
      ['another start of the directory', { start: 0 }], ['a second disk', { disks: 2 }], ['a disk of its own', { disk: 1 }],
      ['a locator that points to the first byte', { locator: 0 }], ['a locator that points beyond the file', { locator: 2 ** 40 }],
    ] as [string, NonNullable<RawOptions['wide']>][]).map(([why, wide]) => ({ why: `zip64 end: ${why}`, code: 'ZIP-UNREADABLE' as const, zip: () => zipOf(kit.files, { zip64: true, wide }) })), // prettier-ignore
    {
      why: 'zip64 end: bytes between it and the end record',
      code: 'ZIP-UNREADABLE',
      zip: () => zipOf(kit.files, { zip64: true, beforeEnd: Buffer.from('x') }),
    },
    {
      why: 'zip64 end: bytes between directory and it',
      code: 'ZIP-UNREADABLE',
      zip: () => zipOf(kit.files, { zip64: true, suffix: Buffer.alloc(0), wide: { locator: 0 } }),
    },
  ]
}
