/**
 * Files of the workspace with their own SHA-256 behind the content: one flipped bit is seen when the file is read, not
 * when a figure is wrong. Against damage, not against people: evidence stands by signatures.
 */
import { createHash } from 'node:crypto'
import { readWhole } from './files'

const MARK = Buffer.from('PANTAU-1')
const HASH = 32
const SEAL = MARK.length + HASH

type Parts = readonly Uint8Array[]

function hashOf(parts: Parts): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** The parts to write: the content and its seal. */
export const sealed = (...parts: Uint8Array[]): Parts => [...parts, MARK, hashOf(parts)]

/** The content, where it lies; null when the file is absent or not whole. */
export function readSealed(path: string): Buffer | null {
  const bytes = readWhole(path)
  if (!bytes || bytes.length < SEAL) return null
  const end = bytes.length - SEAL
  const isMarked = bytes.subarray(end, end + MARK.length).equals(MARK)
  const content = bytes.subarray(0, end)
  return isMarked && hashOf([content]).equals(bytes.subarray(end + MARK.length)) ? content : null
}
