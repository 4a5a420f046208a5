/** Files that a command reads or writes at the person's word, with errors as data. */
import { readFile, writeFile } from 'node:fs/promises'
import { fail, ok, type Result } from '../../shared/contract/result'
import { readKey, type SigningKey } from '../engine/export/keys'

export async function readInput(path: string): Promise<Result<Buffer>> {
  try {
    return ok(await readFile(path))
  } catch (error) {
    return fail('FILE-UNREADABLE', 'input', { file: path, reason: (error as NodeJS.ErrnoException).code ?? '' })
  }
}

export async function writeOutput(path: string, bytes: Uint8Array | string): Promise<Result<null>> {
  try {
    await writeFile(path, bytes)
    return ok(null)
  } catch (error) {
    const full = (error as NodeJS.ErrnoException).code === 'ENOSPC'
    return full
      ? fail('DISK-FULL', 'environment', { file: path })
      : fail('OUT-UNWRITABLE', 'environment', { file: path })
  }
}

export function readKeys(paths: readonly string[]): Result<SigningKey[]> {
  const keys: SigningKey[] = []
  for (const path of paths) {
    try {
      const key = readKey(path)
      if (!key) return fail('KEY-INVALID', 'input', { file: path })
      keys.push(key)
    } catch {
      return fail('FILE-UNREADABLE', 'input', { file: path })
    }
  }
  return ok(keys)
}
