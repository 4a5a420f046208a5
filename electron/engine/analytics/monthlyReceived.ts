/** Cases received month by month, unit by unit: what small bars and small multiples draw. */
import type { UnitLine } from '../../../shared/contract/results/region'
import type { Filter } from '../../../shared/domain/filter'
import { dayText, monthOf, monthStart, monthText } from '../../../shared/domain/time'
import type { QueryContext } from './context'
import { held, isKnown, periodOf, reportersOf } from './delivery'
import { receivedSums, type Counts } from './measures'
import { rangeOf, withoutUnit } from './selection'

/**
 * The last `months` up to the end of the period, of the filter's unit; null where no unit that reports for it is known in
 * that month.
 */
export function monthlyReceived(context: QueryContext, filter: Filter, months: number): UnitLine['monthly'] {
  const counted = receivedByUnit(context, withoutUnit(filter), months)
  if (counted === null) return []
  const { low, high } = rangeOf(context, filter.unit)
  return counted.received.map((sums, i) => {
    const month = counted.first + i
    const days = [Math.max(monthStart(month), counted.from), Math.min(monthStart(month + 1) - 1, counted.to)] as const
    const known = reportersOf(context, filter.unit, [month]).some((unit) => isKnown(context, unit.code, ...days))
    return { month: monthText(month), received: known ? (sums[high] as number) - (sums[low] as number) : null }
  })
}

interface UnitMonths {
  /** days held and asked for */
  from: number
  to: number
  first: number
  /** for each month, running sums over the units of the index */
  received: Counts[]
}

/** Cases received by unit and month, for all units at once; months since January 2000. */
function receivedByUnit(context: QueryContext, filter: Filter, count: number): UnitMonths | null {
  const span = held(context)
  if (span === null) return null
  const to = Math.min(periodOf(context, filter).to, span.to)
  const first = Math.max(monthOf(to) - count + 1, monthOf(span.from))
  return context.memo(`received by month ${JSON.stringify([filter, first, to])}`, () => {
    const received = Array.from({ length: Math.max(0, monthOf(to) - first + 1) }, (_, i) => {
      const window = { ...filter, from: dayText(monthStart(first + i)), to: dayText(Math.min(to, monthStart(first + i + 1) - 1)) } // prettier-ignore
      return receivedSums(context, window)
    })
    return { from: span.from, to, first, received }
  })
}
