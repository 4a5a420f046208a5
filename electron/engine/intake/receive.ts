/** RECEIVED: a file is copied into a private folder and hashed on the way; every later read uses that copy. */
import { createHash } from 'node:crypto'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { randomUUID } from 'node:crypto'
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

/**
 * Copies `source` into `folder` (made with mode 700). At most `limit` + 1 bytes are copied. Fails with FILE-UNREADABLE
 * (missing, a folder, no permission) or DISK-FULL; on failure no copy is left.
 */
export async function receive(source: string, folder: string, limit: number): Promise<Result<Received>> {
  const path = join(folder, `${randomUUID()}.part`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (!(await stat(source)).isFile()) return fail('FILE-UNREADABLE', 'input', { file: source })
    const { bytes, sha256 } = await copy(source, path, limit + 1)
    return ok({ path, source, name: basename(source), bytes, sha256, tooLarge: bytes > limit })
  } catch (error) {
    await rm(path, { force: true })
    const reason = (error as NodeJS.ErrnoException).code ?? ''
    return reason === 'ENOSPC' || reason === 'EDQUOT'
      ? fail('DISK-FULL', 'environment', { folder }, true)
      : fail('FILE-UNREADABLE', 'input', { file: source, reason })
  }
}

/** Removes the private copy; the archive keeps its own. */
export const discard = (received: Received) => rm(received.path, { force: true })

async function copy(source: string, target: string, most: number): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  const input = await open(source, 'r')
  try {
    const output = await open(target, 'wx', 0o600)
    try {
      const buffer = Buffer.allocUnsafe(Math.min(CHUNK, most))
      let bytes = 0
      while (bytes < most) {
        const { bytesRead } = await input.read(buffer, 0, Math.min(buffer.length, most - bytes), null)
        if (bytesRead === 0) break
        const chunk = buffer.subarray(0, bytesRead)
        hash.update(chunk)
        await output.writeFile(chunk)
        bytes += bytesRead
      }
      return { bytes, sha256: hash.digest('hex') }
    } finally {
      await output.close()
    }
  } finally {
    await input.close()
  }
}
