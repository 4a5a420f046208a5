/** The same period of the year before, where the exports held tell about all of it. */
import type { Filter } from '../../../shared/domain/filter'
import { dayOf, dayText, yearBefore } from '../../../shared/domain/time'
import type { QueryContext } from './context'
import { headOf } from './context'
import { isKnown, periodOf, reportersOf } from './delivery'

/** A stock is complete only if the snapshots reach back far enough to hold its old cases. */
const STOCK_REACH_DAYS = 180

export const lastYearPeriod = (context: QueryContext, filter: Filter): { from: string; to: string } => {
  const { from, to } = periodOf(context, filter)
  return { from: yearBefore(dayText(from)), to: yearBefore(dayText(to)) }
}

/**
 * The filter moved one year back; null when some unit that has reported this year does not cover that period (units
 * that did not exist yet left out). `stock`: what is asked is how much was open, which reaches further back.
 */
export function lastYear(context: QueryContext, filter: Filter, stock = false): Filter | null {
  const { unit, from, to } = filter
  const before = context.memo(`last year ${JSON.stringify([unit, from, to])} ${stock}`, () => coveredBefore(context, filter, stock)) // prettier-ignore
  return before && { ...filter, ...before }
}

function coveredBefore(context: QueryContext, filter: Filter, stock: boolean): { from: string; to: string } | null {
  const period = lastYearPeriod(context, filter)
  const from = Math.min(dayOf(period.from), stock ? dayOf(period.to) - STOCK_REACH_DAYS : Infinity)
  const to = dayOf(period.to)
  const existed = reportersOf(context, filter.unit, periodOf(context, filter).months).filter(
    ({ code, entries }) => headOf(context, code) !== undefined && (entries[0]?.valid_from ?? '') <= period.to,
  )
  const covered = existed.length > 0 && existed.every(({ code }) => isKnown(context, code, from, to))
  return covered ? period : null
}
