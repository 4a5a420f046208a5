/** Writes ZIPs as wrong as a test wants them: every header field of each entry can be set by hand. */
import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../electron/engine/export/crc32'

export interface RawEntry {
  name: string | Buffer
  bytes: Uint8Array
  /** packed bytes as they are; default: deflated */
  packed?: Uint8Array
  method?: number
  flags?: number
  crc?: number
  size?: number
  external?: number
  extra?: Buffer
  /** extra field of the central header when it is another one */
  centralExtra?: Buffer
  /** packed bytes that the central header gives */
  packedSize?: number
  comment?: string
  /** fields of the local header that differ from the central one */
  local?: {
    name?: string
    method?: number
    flags?: number
    crc?: number
    size?: number
    packedSize?: number
    time?: number
    /** length of the name, whatever its bytes */
    nameLength?: number
  }
  /** bytes between this entry's data and the next header */
  after?: Buffer
  /** offset that the central directory gives */
  offset?: number
  /** stands in the central directory only: nothing is written for it where entries are */
  centralOnly?: boolean
}
export interface RawOptions {
  prefix?: Buffer
  suffix?: Buffer
  comment?: string
  /** bytes between the last entry and the directory */
  gap?: Buffer
  disk?: number
  zip64?: boolean
  /** number of entries that the end record gives */
  count?: number
  /** bytes between the directory and the end record */
  beforeEnd?: Buffer
  /** what the zip64 records say otherwise */
  wide?: { entries?: number; size?: number; start?: number; locator?: number; disks?: number; disk?: number }
}

export const u16 = (value: number) => Buffer.from([value & 255, (value >>> 8) & 255])
export const u32 = (value: number) =>
  Buffer.from([value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255])
export const u64 = (value: number | bigint) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}
/** An extra field: its id, and its data after the length. */
export const extraField = (id: number, data: Buffer) => Buffer.concat([u16(id), u16(data.length), data])

export function rawZip(entries: readonly RawEntry[], options: RawOptions = {}): Buffer {
  const parts: Buffer[] = [options.prefix ?? Buffer.alloc(0)]
  const central: Buffer[] = []
  let at = parts[0]!.length
  for (const entry of entries) {
    const name = Buffer.from(entry.name as string)
    const method = entry.method ?? 8
    const packed = Buffer.from(entry.packed ?? (method === 8 ? deflateRawSync(entry.bytes) : entry.bytes))
    const [flags, crc, size] = [entry.flags ?? 0, entry.crc ?? crc32(entry.bytes), entry.size ?? entry.bytes.length]
    const [extra, comment, local] = [
      entry.extra ?? Buffer.alloc(0),
      Buffer.from(entry.comment ?? ''),
      entry.local ?? {},
    ]
    const localName = Buffer.from(local.name ?? name)
    const head = Buffer.concat([
      u32(0x04034b50),
      u16(20),
      u16(local.flags ?? flags),
      u16(local.method ?? method),
      u16(local.time ?? 0),
      u16(0x21),
      u32(local.crc ?? crc),
      u32(local.packedSize ?? packed.length),
      u32(local.size ?? size),
      u16(local.nameLength ?? localName.length),
      u16(extra.length),
      localName,
      extra,
    ])
    const centralExtra = entry.centralExtra ?? extra
    central.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(0x314),
        u16(20),
        u16(flags),
        u16(method),
        u16(0),
        u16(0x21),
        u32(crc),
        u32(entry.packedSize ?? packed.length),
        u32(size),
        u16(name.length),
        u16(centralExtra.length),
        u16(comment.length),
        u16(0),
        u16(0),
        u32(entry.external ?? 0),
        u32(entry.offset ?? at),
        name,
        centralExtra,
        comment,
      ]),
    )
    if (entry.centralOnly) continue
    const after = entry.after ?? Buffer.alloc(0)
    parts.push(head, packed, after)
    at += head.length + packed.length + after.length
  }
  const directory = Buffer.concat(central)
  const start = at + (options.gap?.length ?? 0)
  const wide = options.wide ?? {}
  const end64 = Buffer.concat([
    u32(0x06064b50),
    u64(44),
    u16(45),
    u16(45),
    u32(wide.disk ?? 0),
    u32(0),
    u64(wide.entries ?? entries.length),
    u64(wide.entries ?? entries.length),
    u64(wide.size ?? directory.length),
    u64(wide.start ?? start),
    u32(0x07064b50),
    u32(0),
    u64(wide.locator ?? start + directory.length),
    u32(wide.disks ?? 1),
  ])
  const comment = Buffer.from(options.comment ?? '')
  return Buffer.concat([
    ...parts,
    options.gap ?? Buffer.alloc(0),
    directory,
    options.zip64 ? end64 : Buffer.alloc(0),
    options.beforeEnd ?? Buffer.alloc(0),
    u32(0x06054b50),
    u16(options.disk ?? 0),
    u16(0),
    u16(options.count ?? Math.min(entries.length, 0xffff)),
    u16(options.count ?? Math.min(entries.length, 0xffff)),
    u32(directory.length),
    u32(options.zip64 ? 0xffffffff : start),
    u16(comment.length),
    comment,
    options.suffix ?? Buffer.alloc(0),
  ])
}
