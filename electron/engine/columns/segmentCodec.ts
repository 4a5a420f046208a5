/** A segment as bytes, for the file beside its unit's store. */
import { casesFrom, storedArrays } from './arrays'
import { decodeBundle, encodeBundle } from './bundle'
import type { Segment } from './layout'

/** Raise it with any change of the layout: an older file is then made anew from the store. */
export const SEGMENT_VERSION = 1

interface Meta {
  unit: string
  units: string[]
  rows: number
  odd: [number, string][]
}

export function encodeSegment({ unit, units, unitStart, cases, flow, sessions, odd }: Segment): Uint8Array {
  const meta: Meta = { unit, units: [...units], rows: cases.rows, odd: [...odd] }
  return encodeBundle(SEGMENT_VERSION, {
    meta,
    arrays: {
      ...storedArrays(cases),
      unitStart,
      flowRow: flow.row,
      flowKind: flow.kind,
      flowAt: flow.at,
      sessionUnit: sessions.unit,
      sessionKind: sessions.kind,
      sessionDay: sessions.day,
    },
  })
}

/** null when the bytes are of another version or cut off: build the segment again. */
export function decodeSegment(bytes: Uint8Array): Segment | null {
  const bundle = decodeBundle<Meta>(SEGMENT_VERSION, bytes)
  if (bundle === null) return null
  const { meta, arrays } = bundle
  return {
    unit: meta.unit,
    units: meta.units,
    unitStart: arrays['unitStart'] as Uint32Array,
    cases: casesFrom(meta.rows, arrays),
    flow: {
      row: arrays['flowRow'] as Uint32Array,
      kind: arrays['flowKind'] as Uint8Array,
      at: arrays['flowAt'] as Int32Array,
    },
    sessions: {
      unit: arrays['sessionUnit'] as Uint16Array,
      kind: arrays['sessionKind'] as Uint8Array,
      day: arrays['sessionDay'] as Int32Array,
    },
    odd: new Map(meta.odd),
  }
}
