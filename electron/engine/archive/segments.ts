/** Column segments on the disk: the store's SHA-256 in hex, then the segment. A segment of another store is as good as none. */
import { buildSegment } from '../columns/build'
import { decodeSegment, encodeSegment } from '../columns/segmentCodec'
import type { Segment } from '../columns/layout'
import { UnitStore } from '../store/unitStore'
import { sha256, writeDerived } from './files'
import type { Layout } from './layout'
import { readSealed, sealed } from './sealed'

/** A multiple of eight: the segment's numbers are read where they lie. */
const HASH = 64

export function writeSegment(layout: Layout, unit: string, segment: Segment, storeSha256: string): void {
  writeDerived(layout.segmentFile(unit), sealed(Buffer.from(storeSha256, 'latin1'), encodeSegment(segment)))
}

/** The unit's segment and the store that it was made from; null when it is absent or damaged. */
export function readSegment(layout: Layout, unit: string): { segment: Segment; storeSha256: string } | null {
  const bytes = readSealed(layout.segmentFile(unit))
  if (!bytes || bytes.length <= HASH) return null
  const segment = decodeSegment(bytes.subarray(HASH))
  return segment && { segment, storeSha256: bytes.toString('latin1', 0, HASH) }
}

/** The unit's segment, made again from its store when the file is absent or damaged; null when the store is too. */
export async function ensureSegment(layout: Layout, unit: string): Promise<Segment | null> {
  const held = readSegment(layout, unit)
  if (held) return held.segment
  const bytes = readSealed(layout.storeFile(unit))
  const store = bytes && (await UnitStore.open(unit, bytes))
  if (!store) return null
  try {
    const segment = buildSegment(unit, store)
    writeSegment(layout, unit, segment, sha256(bytes))
    return segment
  } finally {
    store.close()
  }
}
