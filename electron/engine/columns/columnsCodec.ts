/** What segments and the index hold alike, as a bundle's meta and arrays. */
import { casesFrom, storedArrays } from './arrays'
import type { Numbers } from './bundle'
import { callsFrom, storedCalls } from './calls'
import { sessionsFrom, storedSessions } from './community'
import type { Columns } from './layout'
import { linksFrom, storedLinks } from './links'

export interface ColumnsMeta {
  units: string[]
  rows: number
  programmes: string[]
  odd: [number, string][]
}
type Arrays = Record<string, Numbers>

export const metaOf = ({ units, cases, programmes, odd }: Columns): ColumnsMeta => ({
  units: [...units],
  rows: cases.rows,
  programmes: [...programmes],
  odd: [...odd],
})

export const arraysOfColumns = ({ unitStart, cases, flow, sessions, calls, links }: Columns): Arrays => ({
  ...storedArrays(cases),
  unitStart,
  flowRow: flow.row,
  flowKind: flow.kind,
  flowAt: flow.at,
  ...storedSessions(sessions),
  ...storedCalls(calls),
  ...storedLinks(links),
})

export const columnsFrom = (meta: ColumnsMeta, arrays: Arrays): Columns => ({
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
})
