/**
 * A ZIP of a few flat entries, whole in memory: deflate, no comments, no extra fields, local and central headers equal,
 * fixed time stamps, so that equal contents give equal bytes. Source: PKWARE APPNOTE 6.3.
 */
import { deflateRawSync } from 'node:zlib'
import { crc32 } from './crc32'

export interface ZipInput {
  /** ASCII, without folders */
  name: string
  bytes: Uint8Array
}

const VERSION = 20
const DEFLATE = 8
/** 1980-01-01, the first day that the format can say */
const DOS_DATE = 0x21

/** Writes `entries` in the given order. `level` is zlib's (1 fast … 9 small). Below 4 GB and 65,535 entries. */
export function writeZip(entries: readonly ZipInput[], level = 6): Buffer {
  const parts: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes, { level })
    const nameBytes = Buffer.from(name, 'ascii')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(VERSION, 0)
    common.writeUInt16LE(0, 2)
    common.writeUInt16LE(DEFLATE, 4)
    common.writeUInt16LE(0, 6)
    common.writeUInt16LE(DOS_DATE, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    parts.push(signature(0x04034b50), common, nameBytes, packed)

    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(signature(0x02014b50), Buffer.from([VERSION, 0]), common, tail, nameBytes)
    offset += 30 + nameBytes.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, directory, signature(0x06054b50), end])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value, 0)
  return bytes
}
