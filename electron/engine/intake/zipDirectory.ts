/** Reads the central directory of a ZIP (yauzl) and has its layout accounted for. */
import { readSync } from 'node:fs'
import { Readable } from 'node:stream'
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry } from 'yauzl'
import { checkLayout, readEnd, type ZipEntry } from './zipLayout'

export interface ZipDirectory {
  entries: ZipEntry[]
  comment: boolean
  /** more entries than any archive of ours may have: only the first were read, the layout was not checked */
  tooMany: boolean
}

/** No archive of the format has more than seven entries; beyond this many nothing more needs to be known. */
const MOST_ENTRIES = 64

/** Null when the file is no ZIP or its bytes do not account for each other; 'encrypted' when its directory may be, too. */
export async function readDirectory(fd: number, fileSize: number): Promise<ZipDirectory | 'encrypted' | null> {
  const end = readEnd(fd, fileSize)
  if (!end) return null
  const entries = await readEntries(fd, fileSize)
  if (entries === null || entries === 'encrypted') return entries
  if (entries.length > MOST_ENTRIES) {
    return { entries: entries.map((entry) => nameOnly(entry)), comment: end.comment, tooMany: true }
  }
  const checked = checkLayout(fd, end, entries)
  return checked && { entries: checked, comment: end.comment || checked.some((entry) => entry.comment), tooMany: false }
}

/** Reads a few dozen bytes at a time from a private copy: waiting for a thread each time would cost more than the reading. */
class BlockingReader extends RandomAccessReader {
  constructor(readonly fd: number) {
    super()
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    let got: number
    try {
      got = readSync(this.fd, buffer, offset, length, position)
    } catch (error) {
      callback(error as Error)
      return
    }
    callback(null, got)
  }

  /** Contents are inflated elsewhere. */
  override _readStreamForRange(): Readable {
    return Readable.from([])
  }
}

async function readEntries(fd: number, fileSize: number): Promise<Entry[] | 'encrypted' | null> {
  try {
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: true }
    const zip = await fromRandomAccessReaderPromise(new BlockingReader(fd), fileSize, options)
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) {
      entries.push(entry)
      if (entries.length > MOST_ENTRIES) break
    }
    return entries
  } catch (error) {
    // what yauzl says of an entry with flag bit 6, which it does not hand out
    return (error as Error).message === 'strong encryption is not supported' ? 'encrypted' : null
  }
}

const nameOnly = (entry: Entry): ZipEntry => ({
  name: entry.fileNameRaw.toString('latin1'),
  method: entry.compressionMethod,
  encrypted: false,
  symlink: false,
  comment: false,
  crc32: entry.crc32,
  packed: entry.compressedSize,
  size: entry.uncompressedSize,
  start: 0,
})
