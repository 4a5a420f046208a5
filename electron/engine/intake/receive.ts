/** RECEIVED: a file is copied into a private folder and hashed on the way; every later read uses that copy. */
import { createHash, randomUUID } from 'node:crypto'
import { closeSync, constants, fstatSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fail, ok, type Result } from '../../../shared/contract/result'

export interface Received {
  /** the private copy */
  path: string
  /** where it came from; a label for people, never opened again */
  source: string
  /** base name of the source; never trusted */
  name: string
  bytes: number
  /** SHA-256 of the whole archive, lower-case hex */
  sha256: string
  /** larger than the limit: only its first bytes were copied and `sha256` is theirs */
  tooLarge: boolean
}

const CHUNK = 1 << 20
/** Windows has no O_NONBLOCK, and no named pipes among files. */
const { O_RDONLY, O_NONBLOCK } = constants

/**
 * Copies `source` into `folder` (made with mode 700). At most `limit` + 1 bytes are copied. Fails with FILE-UNREADABLE
 * (missing, a folder, no permission) or DISK-FULL; on failure no copy is left. Errors carry the name only: no path
 * reaches the window.
 */
export async function receive(source: string, folder: string, limit: number): Promise<Result<Received>> {
  const path = join(folder, `${randomUUID()}.part`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const copied = await copy(source, path, limit + 1)
    if (!copied) return fail('FILE-UNREADABLE', 'input', { file: basename(source), reason: 'EISDIR' })
    return ok({ path, source, name: basename(source), ...copied, tooLarge: copied.bytes > limit })
  } catch (error) {
    rmSync(path, { force: true })
    const reason = (error as NodeJS.ErrnoException).code ?? ''
    return reason === 'ENOSPC' || reason === 'EDQUOT'
      ? fail('DISK-FULL', 'environment', { folder: basename(folder) }, true)
      : fail('FILE-UNREADABLE', 'input', { file: basename(source), reason })
  }
}

/** Removes the private copy; the archive keeps its own. */
export const discard = (received: Received) => rm(received.path, { force: true })

/** Null when the source is no plain file. Blocking in pieces: a thousand small files would wait for the thread pool. */
async function copy(source: string, target: string, most: number): Promise<{ bytes: number; sha256: string } | null> {
  const hash = createHash('sha256')
  // non-blocking, or a named pipe without a writer would stop everything
  const input = openSync(source, O_RDONLY | O_NONBLOCK)
  try {
    const facts = fstatSync(input)
    if (!facts.isFile()) return null
    const output = openSync(target, 'wx', 0o600)
    try {
      const buffer = Buffer.allocUnsafe(Math.min(CHUNK, most, facts.size + 1))
      let bytes = 0
      while (bytes < most) {
        const got = readSync(input, buffer, 0, Math.min(buffer.length, most - bytes), null)
        if (got === 0) break
        const chunk = buffer.subarray(0, got)
        hash.update(chunk)
        writeWhole(output, chunk)
        bytes += got
        if (got === CHUNK) await setImmediate()
      }
      return { bytes, sha256: hash.digest('hex') }
    } finally {
      closeSync(output)
    }
  } finally {
    closeSync(input)
  }
}

function writeWhole(fd: number, chunk: Buffer): void {
  for (let done = 0; done < chunk.length;) done += writeSync(fd, chunk, done)
}
