/** A unit as it was known on a day, on the disk: its ledger and columns under a name that says what they were made from. */
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, namesIn, writeDerived } from '../archive/files'
import type { Layout } from '../archive/layout'
import { readSealed, sealed } from '../archive/sealed'
import { decodeSegment, encodeSegment } from '../columns/segmentCodec'
import type { Segment } from '../columns/layout'
import type { LedgerEntry } from '../store/ledger'

export interface KnownColumns {
  ledger: LedgerEntry[]
  segment: Segment
}
/** What a thread sends back: the columns as one block of bytes. */
export interface KnownBytes {
  ledger: LedgerEntry[]
  segment: Uint8Array
}

const SUFFIX = '.known'
/** Files beyond this go, the oldest first. */
const MOST_BYTES = 400_000_000
const KEY = 24

const fileOf = ({ known }: Layout, unit: string, key: string) => join(known, `${unit}-${key.slice(0, KEY)}${SUFFIX}`)

export const encodeKnown = (ledger: LedgerEntry[], segment: Segment): KnownBytes => ({
  ledger,
  segment: encodeSegment(segment),
})

export function decodeKnown({ ledger, segment }: KnownBytes): KnownColumns | null {
  const decoded = decodeSegment(Buffer.from(segment.buffer, segment.byteOffset, segment.byteLength))
  return decoded && { ledger, segment: decoded }
}

/** The ledger's length and the ledger, padded to eight bytes: the numbers behind it are read where they lie. */
export function writeKnown(layout: Layout, unit: string, key: string, { ledger, segment }: KnownBytes): void {
  makeFolder(layout.known)
  const json = JSON.stringify(ledger)
  const text = Buffer.from(json.padEnd(json.length + ((8 - (Buffer.byteLength(json) % 8)) % 8)))
  const start = Buffer.alloc(8)
  start.writeUInt32LE(text.length, 0)
  writeDerived(fileOf(layout, unit, key), sealed(start, text, segment))
}

/** null when it is absent or not whole. */
export function readKnown(layout: Layout, unit: string, key: string): KnownColumns | null {
  const path = fileOf(layout, unit, key)
  const bytes = readSealed(path)
  if (!bytes || bytes.length < 8) return null
  const end = 8 + bytes.readUInt32LE(0)
  const segment = decodeSegment(bytes.subarray(end))
  return segment && { ledger: JSON.parse(bytes.toString('utf8', 8, end)) as LedgerEntry[], segment }
}

/** Keeps the folder bounded. */
export function trimKnown({ known }: Layout, most = MOST_BYTES): void {
  const files = namesIn(known).map((name) => {
    const path = join(known, name)
    const { size, mtimeMs } = statSync(path)
    return { path, size, mtimeMs }
  })
  let total = 0
  for (const { path, size } of files.toSorted((a, b) => b.mtimeMs - a.mtimeMs)) {
    total += size
    if (total > most) rmSync(path, { force: true })
  }
}
