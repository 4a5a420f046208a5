/** `overview.byMonth`: received by month of receipt, closed by month of closing, in each unit's zone. */
import type { MonthCount } from '../../../shared/contract/results/overview'
import type { Filter } from '../../../shared/domain/filter'
import { DAY, FAR_FUTURE, FAR_PAST, OPEN_END, dayAt, monthOf, monthText } from '../../../shared/domain/time'
import type { TimeColumn } from '../columns/layout'
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
  return context.memo(`monthSums ${JSON.stringify(filter)}`, () => tally(context, filter))
}

/** Months that a table of counts holds, around January 2000. */
const SPAN = 850

function tally(context: QueryContext, filter: Filter): MonthSums {
  const selection = select(context, filter)
  const received = new Tally(context, 'received_at')
  const closed = new Tally(context, 'closed_at')
  eachUnit(context, selection, (unit, start, end, a, b) => {
    const zone = context.zones[unit] as number
    const [first, after] = periodMoments(selection, zone)
    received.add(selection.mask, a, b, FAR_PAST, OPEN_END, zone)
    closed.add(selection.mask, start, end, first, after, zone)
  })
  return { received: received.sums(), closed: closed.sums() }
}

/** Counts of one time column by month. */
class Tally {
  readonly #times: Int32Array
  readonly #months = monthTable()
  readonly #counts = new Int32Array(2 * SPAN)
  /** months beyond the column's reach */
  readonly #far = new Map<number, number>()

  constructor(
    private readonly context: QueryContext,
    private readonly column: TimeColumn,
  ) {
    this.#times = context.index.cases.times[column]
  }

  /** Adds rows `from` … `to - 1` whose time is at least `first` and before `after`. */
  add(mask: Uint8Array | null, from: number, to: number, first: number, after: number, zone: number): void {
    const [times, months, counts] = [this.#times, this.#months, this.#counts]
    for (let row = from; row < to; row++) {
      const moment = times[row] as number
      if (moment < first || moment >= after || (mask !== null && mask[row] === 0)) continue
      if (moment > FAR_PAST && moment < FAR_FUTURE)
        counts[(months[((moment + zone) / DAY + REACH) | 0] as number) + SPAN]! += 1
      else {
        const month = monthOf(dayAt(exactTime(this.context.index, this.column, row), zone))
        this.#far.set(month, (this.#far.get(month) ?? 0) + 1)
      }
    }
  }

  sums(): Map<number, number> {
    const months = new Map(this.#far)
    this.#counts.forEach((count, i) => count > 0 && months.set(i - SPAN, (months.get(i - SPAN) ?? 0) + count))
    return months
  }
}
