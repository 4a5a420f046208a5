/** The key of this console, made when it is first needed. It signs receipts and lists of heads, never exports. */
import { randomUUID } from 'node:crypto'
import { linkSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fail, ok, type Result } from '../../../shared/contract/result'
import { flushFile, flushFolder, readWhole } from '../archive/files'
import type { Layout } from '../archive/layout'
import { generateKey, readKey, writeKey, type SigningKey } from '../export/keys'

/**
 * Fails with CONSOLE-KEY-DAMAGED: a key is never replaced silently, because units know its thumbprint. Whoever is first
 * makes it; a second process at the same moment takes that one.
 */
export function consoleKey({ consoleKey: path }: Layout): Result<SigningKey> {
  if (readWhole(path) === null) makeKey(path)
  const key = readKey(path)
  return key ? ok(key) : fail('CONSOLE-KEY-DAMAGED', 'integrity', { file: basename(path) })
}

function makeKey(path: string): void {
  const fresh = `${path}.${randomUUID()}.tmp`
  try {
    writeKey(fresh, generateKey())
    flushFile(fresh)
    // Unlike a rename, a link never takes the place of a key that has just been made.
    linkSync(fresh, path)
    flushFolder(dirname(path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(fresh, { force: true })
  }
}
