/** `overview.byMonth`: received by month of receipt, closed by month of closing, in each unit's zone. */
import type { MonthCount } from '../../../shared/contract/results/overview'
import type { Filter } from '../../../shared/domain/filter'
import { DAY, FAR_FUTURE, FAR_PAST, NONE, dayAt, monthOf, monthText } from '../../../shared/domain/time'
import { REACH, monthTable } from '../columns/months'
import type { QueryContext } from './context'
import { exactTime } from './exact'
import { eachUnit, periodMoments, select } from './selection'

export interface MonthSums {
  /** by months since January 2000 */
  received: Map<number, number>
  closed: Map<number, number>
}

/** Months from the first to the last in which a case was received, zeros too; beyond them only months with closings. */
export function overviewByMonth(context: QueryContext, filter: Filter): MonthCount[] {
  const { received, closed } = monthSums(context, filter)
  const held = [...received.keys()].toSorted((a, b) => a - b)
  const months = new Set(closed.keys())
  for (let month = held[0] ?? 0; month <= (held.at(-1) ?? -1); month++) months.add(month)
  return [...months]
    .toSorted((a, b) => a - b)
    .map((month) => ({ month: monthText(month), received: received.get(month) ?? 0, closed: closed.get(month) ?? 0 }))
}

export function monthSums(context: QueryContext, filter: Filter): MonthSums {
  return context.memo(`monthSums ${JSON.stringify(filter)}`, () => sums(context, filter))
}

/** Months that a table of counts holds, around January 2000. */
const SPAN = 850

function sums(context: QueryContext, filter: Filter): MonthSums {
  const { index, zones } = context
  const selection = select(context, filter)
  const { received_at: received, closed_at: closedAt } = index.cases.times
  const months = monthTable()
  const counts = { received: new Int32Array(2 * SPAN), closed: new Int32Array(2 * SPAN) }
  const far = { received: new Map<number, number>(), closed: new Map<number, number>() }
  eachUnit(context, selection, (unit, start, end, a, b) => {
    const zone = zones[unit] as number
    const [first, after] = periodMoments(selection, zone)
    const tally = (what: 'received' | 'closed', row: number, moment: number) => {
      if (moment > FAR_PAST && moment < FAR_FUTURE) {
        counts[what][(months[Math.floor((moment + zone) / DAY) + REACH] as number) + SPAN]! += 1
      } else {
        const month = monthOf(dayAt(exactTime(index, `${what}_at`, row), zone))
        far[what].set(month, (far[what].get(month) ?? 0) + 1)
      }
    }
    for (let row = start; row < end; row++) {
      if (selection.mask !== null && selection.mask[row] === 0) continue
      if (row >= a && row < b) tally('received', row, received[row] as number)
      const closed = closedAt[row] as number
      if (closed !== NONE && closed >= first && closed < after) tally('closed', row, closed)
    }
  })
  const joined = (what: 'received' | 'closed') => {
    const sums = new Map(far[what])
    counts[what].forEach((count, i) => count > 0 && sums.set(i - SPAN, (sums.get(i - SPAN) ?? 0) + count))
    return sums
  }
  return { received: joined('received'), closed: joined('closed') }
}
