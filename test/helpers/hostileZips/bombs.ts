/** Archives that say or hold more than they should: bombs, overlaps, lies about sizes and numbers. */
import { deflateRawSync } from 'node:zlib'
import { zipOf, type Files } from '../hostileExports'
import { rawZip, u16, type RawEntry } from '../rawZip'
import type { HostileZip, Kit } from './kit'

export function bombs(kit: Kit): HostileZip[] {
  return [
    {
      why: 'seven files in one: each header quoted by the stream before it',
      code: 'ZIP-UNREADABLE',
      zip: () => quoted(kit.files),
    },
    {
      why: 'all entries are the bytes of one',
      code: 'ZIP-UNREADABLE',
      zip: () =>
        rawZip(
          kit.entries.map((entry, at) =>
            at > 0 ? { ...entry, bytes: kit.entries[0]!.bytes, offset: 0, centralOnly: true } : entry,
          ),
        ),
    },
    {
      why: 'a stream that ends 5 MB after its declared length',
      code: 'LIMIT-RATIO',
      zip: () => kit.change(() => ({ packed: deflateRawSync(Buffer.alloc(5 << 20)), size: 1 << 20 })),
    },
    {
      why: 'a descriptor that is one megabyte and a byte',
      code: 'LIMIT-SIZE',
      zip: () => kit.change(() => ({ bytes: Buffer.alloc((1 << 20) + 1, ' ') }), {}, 'datapackage.json'),
    },
    {
      why: 'a descriptor that goes on beyond its declared length',
      code: 'LIMIT-SIZE',
      zip: () =>
        kit.change(() => ({ packed: deflateRawSync(Buffer.alloc(6 << 20)), size: 1000 }), {}, 'datapackage.json'),
    },
    {
      why: 'a signature file of 64 KiB and a byte',
      code: 'LIMIT-SIZE',
      zip: () => kit.change(() => ({ bytes: Buffer.alloc((64 << 10) + 1, '{') }), {}, 'datapackage.json.jws'),
    },
    {
      why: '600 MB by its own word, 20 bytes in truth',
      code: 'LIMIT-SIZE',
      zip: () => kit.change(() => ({ size: 600 << 20 })),
    },
    {
      why: 'three tables of 400 MB by their own word',
      code: 'LIMIT-SIZE',
      zip: () =>
        zipOf(kit.files, {}, (entry) =>
          /^(cases|events|daily_calls)/.test(entry.name as string) ? { ...entry, size: 400 << 20 } : entry,
        ),
    },
    {
      why: 'a stored entry longer than its bytes',
      code: 'ZIP-UNREADABLE',
      zip: () => kit.change((entry) => ({ method: 0, size: entry.bytes.length + 1 })),
    },
    {
      why: 'shorter than its declared length',
      code: 'ZIP-UNREADABLE',
      zip: () => kit.change((entry) => ({ size: entry.bytes.length + 1 })),
    },
    {
      why: 'nothing where a megabyte is promised',
      code: 'ZIP-UNREADABLE',
      zip: () => kit.change(() => ({ packed: Buffer.alloc(0), size: 1 << 20 })),
    },
    {
      why: 'a deflate stream without its end',
      code: 'ZIP-UNREADABLE',
      zip: () => kit.change((entry) => ({ packed: deflateRawSync(entry.bytes).subarray(0, -1) })),
    },
    {
      why: 'a deflate block of the reserved kind',
      code: 'ZIP-UNREADABLE',
      zip: () => kit.change(() => ({ packed: Buffer.from([7, 0, 0]) })),
    },
    {
      why: 'two deflate streams in a row',
      code: 'ZIP-UNREADABLE',
      zip: () =>
        kit.change((entry) => ({
          ...entry,
          packed: Buffer.concat([deflateRawSync(entry.bytes), deflateRawSync(entry.bytes)]),
        })),
    },
    ...[65, 10_000, 65_535].map((count) => ({
      why: `${count} entries`,
      code: 'ENTRY-UNLISTED' as const,
      zip: () =>
        rawZip(Array.from({ length: count }, (_, at) => ({ name: `${at}.csv`, bytes: Buffer.alloc(0), method: 0 }))),
    })),
    {
      why: '100,000 entries by zip64',
      code: 'ENTRY-UNLISTED',
      zip: () =>
        rawZip(
          Array.from({ length: 100_000 }, (_, at) => ({ name: `${at}.csv`, bytes: Buffer.alloc(0), method: 0 })),
          { zip64: true, count: 0xffff },
        ),
    },
    {
      why: 'one entry more than the end record counts',
      code: 'ZIP-UNREADABLE',
      zip: () => zipOf(kit.files, { count: 6 }),
    },
    {
      why: 'one entry less than the end record counts',
      code: 'ZIP-UNREADABLE',
      zip: () => zipOf(kit.files, { count: 8 }),
    },
    { why: 'no entry at all', code: 'MISSING-DESCRIPTOR', zip: () => rawZip([]) },
    {
      why: 'an entry that stands in the directory only',
      code: 'ZIP-UNREADABLE',
      zip: () =>
        rawZip(
          kit.entries.map((entry) => (entry.name === 'cases.csv' ? { ...entry, offset: 0, centralOnly: true } : entry)),
        ),
    },
    {
      why: 'an entry that the directory leaves out',
      code: 'ZIP-UNREADABLE',
      zip: () => zipOf(kit.files, { prefix: rawZip([{ name: 'cases.csv', bytes: Buffer.from('x') }]).subarray(0, 42) }),
    },
    {
      why: 'a local name longer than the file',
      code: 'ZIP-UNREADABLE',
      zip: () => kit.change(() => ({ local: { nameLength: 60_000 } })),
    },
  ]
}

/**
 * Overlapping entries by quotation (Fifield, "A better zip bomb", 2019): the stream of each begins with a stored block that
 * holds the next one's local header, so that the bytes of the last are inflated once for each.
 */
function quoted(files: Files): Buffer {
  const names = Object.keys(files)
  const kernel = Buffer.alloc(1 << 20, 'a,b\n')
  let [stream, inflated] = [deflateRawSync(kernel), kernel]
  const entries: RawEntry[] = []
  let tail: Buffer = Buffer.alloc(0)
  for (const name of names.toReversed()) {
    if (tail.length > 0) {
      const header = tail.subarray(0, tail.length - stream.length)
      const block = Buffer.concat([Buffer.from([0]), u16(header.length), u16(0xffff - header.length), header])
      stream = Buffer.concat([block, stream])
      inflated = Buffer.concat([header, inflated])
    }
    entries.unshift({ name, bytes: inflated, packed: stream })
    const whole = rawZip([{ name, bytes: inflated, packed: stream }])
    tail = whole.subarray(0, 30 + name.length + stream.length)
  }
  const total = tail.length
  return rawZip(
    entries.map((entry, at) =>
      at === 0 ? entry : { ...entry, centralOnly: true, offset: total - 30 - names[at]!.length - entry.packed!.length },
    ),
  )
}
