/** CRC-32 as in ZIP (IEEE 802.3, reflected, polynomial 0xEDB88320). Source: PKWARE APPNOTE 4.4.7. */
import * as zlib from 'node:zlib'

type Crc32 = (bytes: Uint8Array, value?: number) => number

/** Slicing-by-8 tables: eight bytes a step, for runtimes whose zlib has no crc32 (Node 18). */
function makeTables(): Uint32Array[] {
  const first = new Uint32Array(256)
  for (let n = 0; n < 256; n++) {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
    first[n] = c
  }
  const tables = [first]
  for (let t = 1; t < 8; t++) {
    const before = tables[t - 1]!
    tables.push(Uint32Array.from(before, (c) => (c >>> 8) ^ first[c & 255]!))
  }
  return tables
}

/** Own implementation, exported so that a test holds it against the built-in one. */
export function portableCrc32(): Crc32 {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = makeTables() as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ]
  return (b, value = 0) => {
    let c = ~value
    let i = 0
    for (const end = b.length - 7; i < end; i += 8) {
      c ^= b[i]! | (b[i + 1]! << 8) | (b[i + 2]! << 16) | (b[i + 3]! << 24)
      c =
        t7[c & 255]! ^
        t6[(c >>> 8) & 255]! ^
        t5[(c >>> 16) & 255]! ^
        t4[c >>> 24]! ^
        t3[b[i + 4]!]! ^
        t2[b[i + 5]!]! ^
        t1[b[i + 6]!]! ^
        t0[b[i + 7]!]!
    }
    for (; i < b.length; i++) c = (c >>> 8) ^ t0[(c ^ b[i]!) & 255]!
    return ~c >>> 0
  }
}

const builtIn = (zlib as { crc32?: Crc32 }).crc32

/** CRC-32 of `bytes`; pass an earlier result as `value` to go on. Returns an unsigned 32-bit number. */
export const crc32: Crc32 = builtIn ?? portableCrc32()
