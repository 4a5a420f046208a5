/** A segment as bytes, for the file beside its unit's store. */
import { decodeBundle, encodeBundle } from './bundle'
import { arraysOfColumns, columnsFrom, metaOf, type ColumnsMeta } from './columnsCodec'
import type { Segment } from './layout'

/** Raise it with any change of the layout: an older file is then made anew from the store. */
export const SEGMENT_VERSION = 2

interface Meta extends ColumnsMeta {
  unit: string
}

export function encodeSegment(segment: Segment): Uint8Array {
  const meta: Meta = { unit: segment.unit, ...metaOf(segment) }
  return encodeBundle(SEGMENT_VERSION, { meta, arrays: arraysOfColumns(segment) })
}

/** null when the bytes are of another version or cut off: build the segment again. */
export function decodeSegment(bytes: Uint8Array): Segment | null {
  const bundle = decodeBundle<Meta>(SEGMENT_VERSION, bytes)
  return bundle && { unit: bundle.meta.unit, ...columnsFrom(bundle.meta, bundle.arrays) }
}
