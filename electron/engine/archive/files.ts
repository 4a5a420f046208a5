/**
 * Files that are either whole or absent: written beside, flushed, renamed, and the folder flushed. Synchronous: each is a
 * commit that nothing may come between, and a thread that imports has nothing else to do meanwhile.
 */
import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync, closeSync, createReadStream, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeSync,
} from 'node:fs' // prettier-ignore
import { dirname, join } from 'node:path'

const TEMPORARY = '.tmp'

function withFile<T>(path: string, flags: string, work: (fd: number) => T): T {
  const fd = openSync(path, flags, 0o600)
  try {
    return work(fd)
  } finally {
    closeSync(fd)
  }
}

/** A folder that only this user may enter. */
export const makeFolder = (path: string): void => void mkdirSync(path, { recursive: true, mode: 0o700 })

/** Makes a rename or a new file in `folder` survive a power cut. Windows has no such call and needs none. */
export function flushFolder(folder: string): void {
  if (process.platform !== 'win32') withFile(folder, 'r', fsyncSync)
}

export const flushFile = (path: string): void => withFile(path, 'r+', fsyncSync)

/** Replaces `path` as a whole; a reader sees the old or the new bytes, also after a crash at any moment. */
export function writeWhole(path: string, bytes: Uint8Array | readonly Uint8Array[]): void {
  replace(path, bytes, true)
  flushFolder(dirname(path))
}

/** The same, but its name survives a power cut only when the folder was flushed: for many files before one acknowledgement. */
export const writeUnnamed = (path: string, bytes: Uint8Array | readonly Uint8Array[]): void =>
  replace(path, bytes, true)

/** The same without waiting for the disk, for what can be derived again and is checked when it is read. */
export const writeDerived = (path: string, bytes: Uint8Array | readonly Uint8Array[]): void =>
  replace(path, bytes, false)

function replace(path: string, bytes: Uint8Array | readonly Uint8Array[], flush: boolean): void {
  const temporary = `${path}.${randomUUID()}${TEMPORARY}`
  try {
    withFile(temporary, 'wx', (fd) => {
      for (const part of bytes instanceof Uint8Array ? [bytes] : bytes) writeAll(fd, part)
      if (flush) fsyncSync(fd)
    })
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** One call may write less than it was given. */
function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at)
}

/**
 * Moves a finished file into the evidence folder, read-only; the folder is flushed before the acknowledgement. The same
 * content there already: the copy is dropped.
 */
export function placeReadOnly(from: string, to: string): void {
  if (existsSync(to)) return rmSync(from, { force: true })
  flushFile(from)
  chmodSync(from, 0o400)
  renameSync(from, to)
}

/** null when there is no such file. */
export const readWhole = (path: string): Buffer | null => (existsSync(path) ? readFileSync(path) : null)

/** Names in a folder; empty when there is none. */
export const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : [])

export function emptyFolder(folder: string): void {
  for (const name of namesIn(folder)) rmSync(join(folder, name), { force: true })
}

/** What a crash left over while a file was being written. */
export function removeTemporary(folder: string): void {
  for (const name of namesIn(folder)) if (name.endsWith(TEMPORARY)) rmSync(join(folder, name), { force: true })
}

/** In hex; null when the file is not there. */
export async function sha256OfFile(path: string): Promise<string | null> {
  if (!existsSync(path)) return null
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Cheap identity of a file's present content: another one after every replacement by rename. null = absent. */
export function fingerprint(path: string): string | null {
  const facts = statSync(path, { throwIfNoEntry: false })
  return facts ? `${facts.size}:${Math.round(facts.mtimeMs * 1000)}:${facts.ino}` : null
}
