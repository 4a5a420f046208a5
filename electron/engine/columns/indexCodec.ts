/** The whole index as bytes: read at start, before any store is opened. */
import { casesFrom, storedArrays } from './arrays'
import { decodeBundle, encodeBundle } from './bundle'
import { callsFrom, storedCalls } from './calls'
import { sessionsFrom, storedSessions } from './community'
import { linksFrom, storedLinks } from './links'
import type { NationIndex } from './nation'
import { SEGMENT_VERSION } from './segmentCodec'

/** Changes with the layout of segments and with this file's own. */
const INDEX_VERSION = 1000 + SEGMENT_VERSION

interface Meta {
  units: string[]
  known: number
  reporters: string[]
  rows: number
  programmes: string[]
  odd: [number, string][]
}

export function encodeIndex(index: NationIndex): Uint8Array {
  const { units, known, reporters, programmes, cases, flow } = index
  const meta: Meta = {
    units: [...units],
    known,
    reporters: [...reporters],
    rows: cases.rows,
    programmes: [...programmes],
    odd: [...index.odd],
  }
  return encodeBundle(INDEX_VERSION, {
    meta,
    arrays: {
      ...storedArrays(cases),
      unitStart: index.unitStart,
      reporter: index.reporter,
      flowRow: flow.row,
      flowKind: flow.kind,
      flowAt: flow.at,
      ...storedSessions(index.sessions),
      ...storedCalls(index.calls),
      ...storedLinks(index.links),
    },
  })
}

/** null when the bytes are of another version or cut off: build the index again. */
export function decodeIndex(bytes: Uint8Array): NationIndex | null {
  const bundle = decodeBundle<Meta>(INDEX_VERSION, bytes)
  if (bundle === null) return null
  const { meta, arrays } = bundle
  return {
    units: meta.units,
    known: meta.known,
    unitStart: arrays['unitStart'] as Uint32Array,
    reporters: meta.reporters,
    reporter: arrays['reporter'] as Uint16Array,
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
