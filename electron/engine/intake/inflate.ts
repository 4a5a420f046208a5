/** Packed bytes of one entry, inflated chunk by chunk, counted as they come: declared sizes are never believed. */
import { pipeline, Readable } from 'node:stream'
import { createInflateRaw, inflateRawSync } from 'node:zlib'
import type { FindingCode } from '../../../shared/export/codes'
import type { IntakeLimits } from './limits'
import { readAt, type ZipEntry } from './zipLayout'

export type InflateTrouble = Extract<FindingCode, 'ZIP-UNREADABLE' | 'LIMIT-SIZE' | 'LIMIT-RATIO'>

/** An entry up to these sizes is inflated in one call: a thousand files would drown in streams. */
const SMALL_PACKED = 4 << 20
const SMALL_SIZE = 24 << 20
const CHUNK = 256 * 1024
/** zlib wants a little more room than the bytes take, and some for no bytes at all */
const SPARE = 64

/**
 * Feeds `onChunk` with the inflated bytes of `entry`; never with more than the declared length. Stops at the first byte
 * over `most` (LIMIT-SIZE) or over the ratio (LIMIT-RATIO); ZIP-UNREADABLE when the stream is damaged, ends early or
 * late, or its length is not the declared one. The caller checks the CRC.
 */
export async function inflateEntry(
  fd: number,
  entry: ZipEntry,
  limits: IntakeLimits,
  most: number,
  onChunk: (chunk: Buffer) => void,
): Promise<InflateTrouble | null> {
  let total = 0
  const take = (chunk: Buffer): InflateTrouble | null => {
    total += chunk.length
    if (total > most) return 'LIMIT-SIZE'
    if (total > limits.ratioFrom && total > limits.ratio * entry.packed) return 'LIMIT-RATIO'
    if (total <= entry.size) onChunk(chunk)
    return null
  }
  const small = entry.packed <= SMALL_PACKED && entry.size <= SMALL_SIZE ? inflateSmall(fd, entry) : 'large'
  if (small === 'broken') return 'ZIP-UNREADABLE'
  const trouble = small === 'large' ? await inflateLarge(fd, entry, take) : take(small)
  return trouble ?? (total === entry.size ? null : 'ZIP-UNREADABLE')
}

/** An entry of an archive whose bytes were judged before; null when they are not what the directory says. */
export function inflateWhole(fd: number, entry: ZipEntry): Buffer | null {
  const bytes = inflateSmall(fd, entry)
  return typeof bytes === 'string' || bytes.length !== entry.size ? null : bytes
}

/** 'large' when the bytes go on beyond the declared size: then they are counted in the stream. */
function inflateSmall(fd: number, entry: ZipEntry): Buffer | 'broken' | 'large' {
  const packed = readAt(fd, entry.start, entry.packed)
  if (!packed) return 'broken'
  if (entry.method === 0) return packed
  try {
    // room for all of it at once: pieces would be copied together
    const room = { maxOutputLength: Math.max(1, entry.size), chunkSize: entry.size + SPARE }
    const result = inflateRawSync(packed, { ...room, info: true }) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    return result.engine.bytesWritten === packed.length ? result.buffer : 'broken'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'large' : 'broken'
  }
}

async function inflateLarge(
  fd: number,
  entry: ZipEntry,
  take: (chunk: Buffer) => InflateTrouble | null,
): Promise<InflateTrouble | null> {
  const packed = Readable.from(packedChunks(fd, entry))
  if (entry.method === 0) return drain(packed, take)
  const inflate = createInflateRaw({ chunkSize: CHUNK })
  pipeline(packed, inflate, () => undefined)
  const trouble = await drain(inflate, take)
  return trouble ?? (inflate.bytesWritten === entry.packed ? null : 'ZIP-UNREADABLE')
}

/** The packed bytes in pieces. (A read stream over the descriptor would close it when it is given up.) */
function* packedChunks(fd: number, { start, packed }: ZipEntry): Generator<Buffer> {
  for (let at = 0; at < packed; at += CHUNK) {
    const chunk = readAt(fd, start + at, Math.min(CHUNK, packed - at))
    if (!chunk) throw new Error('the archive became shorter')
    yield chunk
  }
}

/** Only the stream's own errors mean a damaged entry; what `take` throws (a cancelled import) goes through. */
async function drain(stream: Readable, take: (chunk: Buffer) => InflateTrouble | null): Promise<InflateTrouble | null> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  try {
    for (;;) {
      const next = await chunks.next().catch(() => null)
      if (!next) return 'ZIP-UNREADABLE'
      if (next.done === true) return null
      const trouble = take(next.value)
      if (trouble) return trouble
    }
  } finally {
    stream.destroy()
  }
}
