/**
 * Accounts for every byte of a ZIP: entries from the first byte on without gap or overlap, the central directory right
 * after them, the end record last; local and central headers tell the same. What a lenient reader would skip, hide or
 * read twice is refused here. Source: PKWARE APPNOTE 6.3.
 */
import { readSync } from 'node:fs'
import type { Entry } from 'yauzl'

export interface ZipEntry {
  name: string
  /** 0 stored, 8 deflate, else unsupported */
  method: number
  encrypted: boolean
  symlink: boolean
  comment: boolean
  crc32: number
  /** bytes in the archive */
  packed: number
  /** declared inflated bytes; never believed */
  size: number
  /** offset of the packed bytes */
  start: number
}

const END = 0x06054b50
const END64 = 0x06064b50
const LOCATOR64 = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const DESCRIPTOR = 0x08074b50
const EXTRA64 = 0x0001
const EXTRA_UNICODE_PATH = 0x7075
const MAX32 = 0xffffffff
const MAX16 = 0xffff

/** Reads exactly `length` bytes at `position`, or null. */
export function readAt(fd: number, position: number, length: number): Buffer | null {
  if (position < 0 || length < 0 || !Number.isSafeInteger(position)) return null
  const buffer = Buffer.allocUnsafe(length)
  for (let done = 0; done < length;) {
    const got = readSync(fd, buffer, done, length - done, position + done)
    if (got === 0) return null
    done += got
  }
  return buffer
}

export interface ZipEnd {
  /** first byte of the central directory, and the first after it */
  directoryStart: number
  directoryEnd: number
  entries: number
  comment: boolean
}

/** Reads the end record (and its zip64 companions) at the very end of the file. Null: none, multi-disk, or bytes between. */
export function readEnd(fd: number, fileSize: number): ZipEnd | null {
  const end = findEnd(fd, fileSize)
  if (!end) return null
  const { record, at } = end
  const disks = [record.readUInt16LE(4), record.readUInt16LE(6)]
  const counts = [record.readUInt16LE(8), record.readUInt16LE(10)]
  let size = record.readUInt32LE(12)
  let start = record.readUInt32LE(16)
  let entries = counts[1]!
  let directoryEnd = at
  const locator = readAt(fd, at - 20, 20)
  if (locator?.readUInt32LE(0) === LOCATOR64) {
    directoryEnd = Number(locator.readBigUInt64LE(8))
    const big = readAt(fd, directoryEnd, 56)
    if (!big || big.readUInt32LE(0) !== END64 || locator.readUInt32LE(4) !== 0 || locator.readUInt32LE(16) > 1)
      return null
    if (Number(big.readBigUInt64LE(4)) + 12 + directoryEnd !== at - 20) return null
    if (big.readUInt32LE(16) !== 0 || big.readUInt32LE(20) !== 0) return null
    const wide = [24, 32, 40, 48].map((offset) => Number(big.readBigUInt64LE(offset))) as [
      number,
      number,
      number,
      number,
    ]
    if (wide[0] !== wide[1] || !agrees(entries, wide[1], MAX16)) return null
    if (!agrees(size, wide[2], MAX32) || !agrees(start, wide[3], MAX32)) return null
    if (!agrees(counts[0]!, wide[0], MAX16)) return null
    ;[entries, size, start] = [wide[1], wide[2], wide[3]]
  } else if (counts[0] !== counts[1]) return null
  if (disks.some((disk) => disk !== 0 && disk !== MAX16)) return null
  if (start + size !== directoryEnd) return null
  return { directoryStart: start, directoryEnd, entries, comment: record.length > 22 }
}

/** A 16 or 32-bit field either repeats the wide one or is all ones. */
const agrees = (narrow: number, wide: number, ones: number) => narrow === wide || narrow === ones

/** The end record at the very end: first without a comment, then with one, so that a comment gets its own finding. */
function findEnd(fd: number, fileSize: number): { record: Buffer; at: number } | null {
  const tail = readAt(fd, Math.max(0, fileSize - 22 - MAX16), Math.min(fileSize, 22 + MAX16))
  if (!tail) return null
  for (let i = tail.length - 22; i >= 0; i--) {
    if (tail.readUInt32LE(i) !== END) continue
    if (tail.readUInt16LE(i + 20) !== tail.length - i - 22) return null
    return { record: tail.subarray(i), at: fileSize - tail.length + i }
  }
  return null
}

/**
 * Holds the entries that were read from the central directory against the directory's own extent and against their
 * local headers. Returns them by position in the file, or null when anything disagrees.
 */
export function checkLayout(fd: number, end: ZipEnd, entries: readonly Entry[]): ZipEntry[] | null {
  let at = end.directoryStart
  for (const entry of entries) {
    const record = readAt(fd, at, 46)
    if (record?.readUInt32LE(0) !== CENTRAL) return null
    const disk = record.readUInt16LE(34)
    if (disk !== 0 && disk !== MAX16) return null
    at += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength
  }
  if (at !== end.directoryEnd || entries.length !== end.entries) return null

  const sorted = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  const checked: ZipEntry[] = []
  let next = 0
  for (const [i, entry] of sorted.entries()) {
    if (entry.relativeOffsetOfLocalHeader !== next) return null
    const start = checkLocal(fd, entry)
    if (start === null) return null
    next = sorted[i + 1]?.relativeOffsetOfLocalHeader ?? end.directoryStart
    const gap = next - (start + entry.compressedSize)
    const hasDescriptor = (entry.generalPurposeBitFlag & 8) !== 0
    if (hasDescriptor ? !checkDescriptor(fd, entry, next - gap, gap) : gap !== 0) return null
    checked.push(describe(entry, start))
  }
  return next === end.directoryStart ? checked : null
}

/** Offset of the packed bytes, or null when the local header tells another story than the central one. */
function checkLocal(fd: number, entry: Entry): number | null {
  const offset = entry.relativeOffsetOfLocalHeader
  const header = readAt(fd, offset, 30)
  if (header?.readUInt32LE(0) !== LOCAL) return null
  const nameLength = header.readUInt16LE(26)
  const rest = readAt(fd, offset + 30, nameLength + header.readUInt16LE(28))
  if (!rest?.subarray(0, nameLength).equals(entry.fileNameRaw)) return null
  if (
    header.readUInt16LE(6) !== entry.generalPurposeBitFlag ||
    header.readUInt16LE(8) !== entry.compressionMethod ||
    header.readUInt16LE(10) !== entry.lastModFileTime ||
    header.readUInt16LE(12) !== entry.lastModFileDate
  ) {
    return null
  }
  const crc = header.readUInt32LE(14)
  const wide = readExtra(rest.subarray(nameLength), EXTRA64)
  if (wide === undefined) return null
  let packed = header.readUInt32LE(18)
  let size = header.readUInt32LE(22)
  if (packed === MAX32 || size === MAX32) {
    if (!wide || wide.length < 16) return null
    size = Number(wide.readBigUInt64LE(0))
    packed = Number(wide.readBigUInt64LE(8))
  }
  const same = crc === entry.crc32 && packed === entry.compressedSize && size === entry.uncompressedSize
  const deferred = (entry.generalPurposeBitFlag & 8) !== 0 && crc === 0 && packed === 0 && size === 0
  return same || deferred ? offset + 30 + rest.length : null
}

/** Data descriptor after an entry with flag bit 3: with or without signature, 32 or 64-bit sizes; nothing else fits. */
function checkDescriptor(fd: number, entry: Entry, at: number, length: number): boolean {
  if (length !== 12 && length !== 16 && length !== 20 && length !== 24) return false
  const bytes = readAt(fd, at, length)
  if (!bytes) return false
  const signed = length === 16 || length === 24
  if (signed && bytes.readUInt32LE(0) !== DESCRIPTOR) return false
  const fields = signed ? bytes.subarray(4) : bytes
  const wide = fields.length === 20
  const packed = wide ? Number(fields.readBigUInt64LE(4)) : fields.readUInt32LE(4)
  const size = wide ? Number(fields.readBigUInt64LE(12)) : fields.readUInt32LE(8)
  return fields.readUInt32LE(0) === entry.crc32 && packed === entry.compressedSize && size === entry.uncompressedSize
}

/** Data of an extra field, null when there is none, undefined when the block is malformed. */
function readExtra(block: Buffer, id: number): Buffer | null | undefined {
  let found: Buffer | null = null
  let at = 0
  while (at + 4 <= block.length) {
    const size = block.readUInt16LE(at + 2)
    if (at + 4 + size > block.length) return undefined
    if (block.readUInt16LE(at) === id) found = block.subarray(at + 4, at + 4 + size)
    at += 4 + size
  }
  return at === block.length ? found : undefined
}

function describe(entry: Entry, start: number): ZipEntry {
  const renamed = entry.extraFields.some((field) => field.id === EXTRA_UNICODE_PATH)
  return {
    // latin1 keeps each byte: a name that is not plain ASCII can equal none that is allowed
    name: renamed ? '\0' : entry.fileNameRaw.toString('latin1'),
    method: entry.compressionMethod,
    encrypted: (entry.generalPurposeBitFlag & 0x2041) !== 0,
    symlink: ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000,
    comment: entry.fileCommentLength > 0,
    crc32: entry.crc32,
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    start,
  }
}
