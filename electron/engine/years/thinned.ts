/** A segment without what leaves the active columns. Order and everything else stay. */
import type { Numbers } from '../columns/bundle'
import { arraysOf, casesFrom } from '../columns/arrays'
import type { Calls } from '../columns/calls'
import type { Sessions } from '../columns/community'
import type { CaseColumns, Segment } from '../columns/layout'
import { SESSION_REACH } from './leaving'

/** `leaves`: 1 for each row that goes; `day`: the first day that stays, days since 2000. */
export function thinned(segment: Segment, leaves: Uint8Array, day: number): Segment {
  const { rows } = segment.cases
  const rank = new Int32Array(rows).fill(-1)
  let kept = 0
  for (let row = 0; row < rows; row++) if (leaves[row] === 0) rank[row] = kept++
  const stays = (row: number) => (rank[row] as number) >= 0
  const { links, sessions } = segment
  const linked = new Set(links.session.filter((_, i) => stays(links.sessionRow[i] as number)))
  const isHeld = (i: number) => (sessions.day[i] as number) >= day - SESSION_REACH || linked.has(i)
  const place = new Map<number, number>()
  for (let i = 0; i < sessions.day.length; i++) if (isHeld(i)) place.set(i, place.size)
  const moved = (list: Uint32Array) => list.filter(stays).map((row) => rank[row] as number)
  const isKept = (at: Uint32Array) => (_: number, i: number) => stays(at[i] as number)
  return {
    ...segment,
    unitStart: segment.unitStart.map((start) => countBefore(rank, start)),
    cases: thinCases(segment.cases, leaves, kept),
    flow: {
      row: moved(segment.flow.row),
      kind: segment.flow.kind.filter(isKept(segment.flow.row)),
      at: segment.flow.at.filter(isKept(segment.flow.row)),
    },
    sessions: only<Sessions>(sessions, isHeld),
    calls: thinCalls(segment.calls, day),
    links: {
      programmeRow: moved(links.programmeRow),
      programme: links.programme.filter(isKept(links.programmeRow)),
      sessionRow: moved(links.sessionRow),
      session: links.session.filter(isKept(links.sessionRow)).map((session) => place.get(session) as number),
    },
    odd: new Map([...segment.odd].flatMap(([key, text]) => (stays(key >>> 3) ? [[(rank[key >>> 3] as number) * 8 + (key & 7), text]] : []))), // prettier-ignore
  }
}

/** Rows that stay among the first `end`. */
function countBefore(rank: Int32Array, end: number): number {
  for (let row = end - 1; row >= 0; row--) if ((rank[row] as number) >= 0) return (rank[row] as number) + 1
  return 0
}

function thinCases(cases: CaseColumns, leaves: Uint8Array, kept: number): CaseColumns {
  const arrays: Record<string, Numbers> = {}
  for (const [name, values] of Object.entries(arraysOf(cases))) arrays[name] = values.filter((_, row) => leaves[row] === 0) // prettier-ignore
  const ids = new Uint8Array(cases.ids.length)
  const idEnd = new Uint32Array(kept)
  let [bytes, at] = [0, 0]
  for (let row = 0; row < cases.rows; row++) {
    if (leaves[row] === 1) continue
    const text = cases.ids.subarray(row === 0 ? 0 : cases.idEnd[row - 1], cases.idEnd[row])
    ids.set(text, bytes)
    bytes += text.length
    idEnd[at++] = bytes
  }
  return casesFrom(kept, { ...arrays, ids: ids.slice(0, bytes), idEnd })
}

/** Days before the cut leave but the last of each unit's line: days are owed from a line's first row on. */
function thinCalls(calls: Calls, day: number): Calls {
  const { unit, line, day: days } = calls
  const isNext = (i: number) => unit[i + 1] === unit[i] && line[i + 1] === line[i] && (days[i + 1] as number) < day
  return only<Calls>(calls, (i) => (days[i] as number) >= day || !isNext(i))
}

const only = <T extends object>(table: T, isHeld: (i: number) => boolean): T =>
  Object.fromEntries(Object.entries(table as Record<string, Numbers>).map(([name, values]) => [name, values.filter((_, i) => isHeld(i))])) as T // prettier-ignore
