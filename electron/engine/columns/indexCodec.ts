/** The whole index as bytes: read at start, before any store is opened. */
import { decodeBundle, encodeBundle } from './bundle'
import { arraysOfColumns, columnsFrom, metaOf, type ColumnsMeta } from './columnsCodec'
import type { NationIndex } from './nation'
import { SEGMENT_VERSION } from './segmentCodec'

/** Changes with the layout of segments and with this file's own. */
const INDEX_VERSION = 1000 + SEGMENT_VERSION

interface Meta extends ColumnsMeta {
  known: number
  reporters: string[]
}

export function encodeIndex(index: NationIndex): Uint8Array {
  const meta: Meta = { ...metaOf(index), known: index.known, reporters: [...index.reporters] }
  return encodeBundle(INDEX_VERSION, { meta, arrays: { ...arraysOfColumns(index), reporter: index.reporter } })
}

/** null when the bytes are of another version or cut off: build the index again. */
export function decodeIndex(bytes: Uint8Array): NationIndex | null {
  const bundle = decodeBundle<Meta>(INDEX_VERSION, bytes)
  if (bundle === null) return null
  const { meta, arrays } = bundle
  return {
    ...columnsFrom(meta, arrays),
    known: meta.known,
    reporters: meta.reporters,
    reporter: arrays['reporter'] as Uint16Array,
  }
}
