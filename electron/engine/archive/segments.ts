/** Column segments on the disk: `<sha256 of the store, hex>\n<segment>`. A segment of another store is as good as none. */
import { readFile } from 'node:fs/promises'
import { buildSegment } from '../columns/build'
import { decodeSegment, encodeSegment } from '../columns/segmentCodec'
import type { Segment } from '../columns/layout'
import { UnitStore } from '../store/unitStore'
import { sha256, writeDerived } from './files'
import type { Layout } from './layout'

const HASH = 64

export async function writeSegment(layout: Layout, unit: string, segment: Segment, storeSha256: string): Promise<void> {
  await writeDerived(layout.segmentFile(unit), [Buffer.from(`${storeSha256}\n`, 'latin1'), encodeSegment(segment)])
}

/** The unit's segment and the store that it was made from; null when it is absent or damaged. */
export async function readSegment(
  layout: Layout,
  unit: string,
): Promise<{ segment: Segment; storeSha256: string } | null> {
  const bytes = await readFile(layout.segmentFile(unit)).catch(() => null)
  if (!bytes || bytes.length <= HASH) return null
  const segment = decodeSegment(bytes.subarray(HASH + 1))
  return segment && { segment, storeSha256: bytes.toString('latin1', 0, HASH) }
}

/** The unit's segment, made again from its store when the file is absent or damaged; null when the store is too. */
export async function ensureSegment(layout: Layout, unit: string): Promise<Segment | null> {
  const held = await readSegment(layout, unit)
  if (held) return held.segment
  const bytes = await readFile(layout.storeFile(unit)).catch(() => null)
  const store = bytes && (await UnitStore.open(unit, bytes))
  if (!store) return null
  try {
    const segment = buildSegment(unit, store)
    await writeSegment(layout, unit, segment, sha256(bytes))
    return segment
  } finally {
    store.close()
  }
}
