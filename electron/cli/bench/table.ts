/**
 * The same cases as one table for SQL: everything that our index has ready is ready here too (deadlines, verdicts,
 * months, days), times in local seconds, so that a filter is a comparison of numbers.
 */
import { DAY, NONE, dayAt } from '../../../shared/domain/time'
import { EMPTY } from '../../engine/columns/layout'
import { monthTable, REACH } from '../../engine/columns/months'
import type { QueryContext } from '../../engine/analytics/context'
import { BLOCKED, regulations } from '../../engine/analytics/due'
import { deadlineState, factsOf } from '../../engine/analytics/facts'

export const COLUMNS = [
  'unit', 'polres', 'polda', 'channel', 'subject', 'category', 'status', 'outcome', 'rday', 'rmonth', 'cday', 'cmonth',
  'received', 'first', 'closed', 'known', 'notice', 'due0', 'done0', 'due1', 'done1',
] as const // prettier-ignore
export type Column = (typeof COLUMNS)[number]
/** Values of `notice`. */
export const ON_TIME = 1
export const LATE = 2

/** Calls `visit` with every case, its values in the order of COLUMNS; the array is used again. */
export function eachRow(context: QueryContext, visit: (values: readonly (number | null)[]) => void): void {
  const { index, registry, zones, asOf } = context
  const { times, codes } = index.cases
  const limits = regulations(context)
  if (limits.length > 2) throw new Error('the table has room for two limits')
  const facts = factsOf(context)
  const months = monthTable()
  const values = COLUMNS.map((): number | null => null)
  index.units.forEach((code, unit) => {
    const zone = zones[unit] as number
    const path = registry.path(code)
    const above = (level: string) => path.find(({ current }) => current.level === level)?.index ?? -1
    const [polres, polda] = [above('polres'), above('polda')]
    const local = (moment: number) => (moment <= BLOCKED ? null : moment + zone)
    const day = (moment: number) => (moment === NONE ? null : dayAt(moment, zone))
    for (let row = index.unitStart[unit] as number; row < (index.unitStart[unit + 1] as number); row++) {
      const [received, closed] = [times.received_at[row] as number, times.closed_at[row] as number]
      const [rday, cday] = [day(received), day(closed)]
      const month = (at: number | null) => (at === null ? null : (months[at + REACH] as number))
      const state = deadlineState(facts[row] as number)
      const one: Record<Column, number | null> = {
        unit, polres, polda, rday, cday, rmonth: month(rday), cmonth: month(cday),
        channel: codes.channel[row] as number, subject: codes.subject[row] as number,
        category: codes.category[row] as number, status: codes.status[row] as number,
        outcome: codes.outcome[row] === EMPTY ? null : (codes.outcome[row] as number),
        received: received + zone, first: local(times.first_response_at[row] as number), closed: local(closed),
        known: (asOf[index.reporter[row] as number] as number) + 1 + zone,
        notice: state === 'on_time' ? ON_TIME : state === 'late' ? LATE : 0,
        due0: local(limits[0]?.due[row] ?? NONE), done0: limits[0] ? local(times[limits[0].to][row] as number) : null,
        due1: local(limits[1]?.due[row] ?? NONE), done1: limits[1] ? local(times[limits[1].to][row] as number) : null,
      } // prettier-ignore
      COLUMNS.forEach((name, i) => (values[i] = one[name]))
      visit(values)
    }
  })
}

/** Local seconds at which a day begins. */
export const dayBegins = (day: number): number => day * DAY
