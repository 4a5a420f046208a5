/** Files that are either whole or absent: written beside, flushed, renamed, and the folder flushed. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export const TEMPORARY = '.tmp'

/** Makes a rename or a new file in `folder` survive a power cut. Windows has no such call and needs none. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export async function flushFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Replaces `path` as a whole; a reader sees the old or the new bytes, also after a crash at any moment. */
export async function writeWhole(path: string, bytes: Uint8Array | readonly Uint8Array[]): Promise<void> {
  await replace(path, bytes, true)
  await flushFolder(dirname(path))
}

/** The same without waiting for the disk, for what can be derived again and is checked when it is read. */
export const writeDerived = (path: string, bytes: Uint8Array | readonly Uint8Array[]): Promise<void> =>
  replace(path, bytes, false)

async function replace(path: string, bytes: Uint8Array | readonly Uint8Array[], flush: boolean): Promise<void> {
  const temporary = `${path}.${randomUUID()}${TEMPORARY}`
  try {
    const handle = await open(temporary, 'wx', 0o600)
    try {
      if (bytes instanceof Uint8Array) await handle.writeFile(bytes)
      else for (const part of bytes) await handle.writeFile(part)
      if (flush) await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Moves a finished file into the evidence folder, read-only. The same content there already: the copy is dropped. */
export async function placeReadOnly(from: string, to: string): Promise<void> {
  if (await exists(to)) return rm(from, { force: true })
  await flushFile(from)
  await chmod(from, 0o400)
  await rename(from, to)
  await flushFolder(dirname(to))
}

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Names in a folder; empty when there is none. */
export const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])

/** Left over by a crash while a file was being written. */
export async function removeTemporary(folder: string): Promise<number> {
  const left = (await namesIn(folder)).filter((name) => name.endsWith(TEMPORARY))
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })))
  return left.length
}

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Cheap identity of a file's present content: another one after every replacement by rename. null = absent. */
export async function fingerprint(path: string): Promise<string | null> {
  const facts = await stat(path).catch(() => null)
  return facts ? `${facts.size}:${Math.round(facts.mtimeMs * 1000)}:${facts.ino}` : null
}
