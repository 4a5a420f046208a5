/** A segment as bytes, for the file beside its unit's store. */
import { casesFrom, storedArrays } from './arrays'
import { decodeBundle, encodeBundle } from './bundle'
import { callsFrom, storedCalls } from './calls'
import { sessionsFrom, storedSessions } from './community'
import type { Segment } from './layout'
import { linksFrom, storedLinks } from './links'

/** Raise it with any change of the layout: an older file is then made anew from the store. */
export const SEGMENT_VERSION = 2

interface Meta {
  unit: string
  units: string[]
  rows: number
  programmes: string[]
  odd: [number, string][]
}

export function encodeSegment(segment: Segment): Uint8Array {
  const { unit, units, unitStart, cases, flow, sessions, calls, programmes, links, odd } = segment
  const meta: Meta = { unit, units: [...units], rows: cases.rows, programmes: [...programmes], odd: [...odd] }
  return encodeBundle(SEGMENT_VERSION, {
    meta,
    arrays: {
      ...storedArrays(cases),
      unitStart,
      flowRow: flow.row,
      flowKind: flow.kind,
      flowAt: flow.at,
      ...storedSessions(sessions),
      ...storedCalls(calls),
      ...storedLinks(links),
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
    sessions: sessionsFrom(arrays),
    calls: callsFrom(arrays),
    programmes: meta.programmes,
    links: linksFrom(arrays),
    odd: new Map(meta.odd),
  }
}
