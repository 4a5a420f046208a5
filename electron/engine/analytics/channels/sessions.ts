/** The community sessions of a filter, and the cases that name them. */
import { SESSION_KINDS } from '../../../../shared/export/enums'
import type { Filter } from '../../../../shared/domain/filter'
import { lowerBound } from '../../columns/search'
import type { QueryContext } from '../context'
import { periodOf } from '../delivery'
import { rangeOf, select } from '../selection'

/** Positions of the sessions held in the period by units of the filter, by unit, then day; of one kind, or of all. */
export function sessionsIn(
  context: QueryContext,
  filter: Pick<Filter, 'from' | 'to' | 'unit'>,
  kind: string | null,
): Uint32Array {
  const { unit, day, kind: kinds } = context.index.sessions
  const { from, to } = periodOf(context, filter)
  const { low, high } = rangeOf(context, filter.unit)
  const code = kind === null ? null : (SESSION_KINDS as readonly string[]).indexOf(kind)
  const found: number[] = []
  for (let i = lowerBound(unit, low), end = lowerBound(unit, high); i < end; i++) {
    const held = day[i] as number
    if (held >= from && held <= to && (code === null || kinds[i] === code)) found.push(i)
  }
  return Uint32Array.from(found)
}

/** Rows of the cases of each session: those of session s are `rows[start[s]]` … `rows[start[s + 1] - 1]`, rising. */
const casesOfSessions = (context: QueryContext): { start: Uint32Array; rows: Uint32Array } =>
  context.once('cases of sessions', () => {
    const { sessions, links } = context.index
    const start = new Uint32Array(sessions.unit.length + 1)
    for (const session of links.session) start[session + 1]! += 1
    for (let s = 0; s < sessions.unit.length; s++) start[s + 1]! += start[s] as number
    const next = start.slice()
    const rows = new Uint32Array(links.session.length)
    links.session.forEach((session, i) => (rows[next[session]!++] = links.sessionRow[i] as number))
    return { start, rows }
  })

/** The cases that name a session, whenever they were received, if they pass the filter's codes. */
export function casesOf(context: QueryContext, filter: Filter): (session: number) => Uint32Array {
  const { from: _, to: __, unit: ___, channels: ____, ...codes } = filter
  const { passes } = select(context, codes)
  const { start, rows } = casesOfSessions(context)
  return (session) => {
    const own = rows.subarray(start[session], start[session + 1])
    return passes === null ? own : own.filter(passes)
  }
}
