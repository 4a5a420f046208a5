/** How many unit-months of a period were expected and delivered, unit by unit, without a list of them. */
import type { Filter } from '../../../shared/domain/filter'
import type { QueryContext } from './context'
import { daysOf, periodOf, type Period } from './delivery'
import { addMonth, deliveryMonths, type DeliveryMonths, type DeliverySums } from './deliveryMonths'
import { reporters } from './reporters'
import type { UnitRange } from './selection'

/** Running sums over the reporters: of those from place a to b − 1 of their list, `sums[b] - sums[a]`. */
interface CoverageSums {
  readonly expected: Int32Array
  readonly delivered: Int32Array
  /** units of which something was expected, and those of which the last month that was expected came */
  readonly units: Int32Array
  readonly reported: Int32Array
}

function coverageSums(context: QueryContext, { from, to }: Pick<Filter, 'from' | 'to'>): CoverageSums {
  return context.memo(`coverage sums ${from} ${to}`, () => {
    const period = periodOf(context, { ...(from !== undefined && { from }), ...(to !== undefined && { to }) })
    const size = reporters(context).nodes.length + 1
    const sums = { expected: new Int32Array(size), delivered: new Int32Array(size), reported: new Int32Array(size) }
    countMonths(context, period, {
      expected: sums.expected.subarray(1),
      delivered: sums.delivered.subarray(1),
      reported: sums.reported.subarray(1),
    })
    const units = running(sums.expected.map((count) => (count > 0 ? 1 : 0)))
    return { expected: running(sums.expected), delivered: running(sums.delivered), units, reported: running(sums.reported) } // prettier-ignore
  })
}

/** Adds the months of a period, by reporter: those of which all days are asked about together, the others one by one. */
function countMonths(context: QueryContext, period: Period, sums: DeliverySums<Int32Array>): void {
  const { months } = period
  const isWhole = (month: number | undefined) => {
    if (month === undefined) return false
    const [days, whole] = [daysOf(context, month, period), daysOf(context, month)]
    return days.from === whole.from && days.to === whole.to
  }
  const book = deliveryMonths(context)
  // Only the ends of a period lie within a month.
  const first = Math.max((months[0] ?? 0) + (isWhole(months[0]) ? 0 : 1), book.first)
  const last = Math.min((months.at(-1) ?? 0) - (isWhole(months.at(-1)) ? 0 : 1), book.last)
  for (const month of months) {
    if (month === first && last >= first) addWhole(book, first, last, sums)
    if (month < first || month > last) addMonth(context, month, daysOf(context, month, period), sums)
  }
}

/** Adds the months `from` … `to` at once. */
function addWhole(
  book: DeliveryMonths,
  from: number,
  to: number,
  { expected, delivered, reported }: DeliverySums<Int32Array>,
): void {
  const size = expected.length
  const [before, after] = [(from - book.first) * size, (to + 1 - book.first) * size]
  for (let i = 0; i < size; i++) {
    const due = (book.expected[after + i] as number) - (book.expected[before + i] as number)
    if (due === 0) continue
    expected[i]! += due
    delivered[i]! += (book.delivered[after + i] as number) - (book.delivered[before + i] as number)
    reported[i] = book.reported[after + i] as number
  }
}

/** Adds up where they stand. */
function running(sums: Int32Array): Int32Array {
  for (let i = 1; i < sums.length; i++) sums[i]! += sums[i - 1] as number
  return sums
}

export interface RangeCoverage {
  expected: number
  delivered: number
  units: number
  reported: number
}

/** What was expected of the units inside a range in the filter's period, and what came. */
export function coverageIn(
  context: QueryContext,
  period: Pick<Filter, 'from' | 'to'>,
): (range: UnitRange) => RangeCoverage {
  // prettier-ignore
  const { expected, delivered, units, reported } = coverageSums(context, period)
  const placeOf = placesOf(context)
  return ({ low, high }) => {
    const [a, b] = [placeOf(low), placeOf(high)]
    const within = (sums: Int32Array) => (sums[b] as number) - (sums[a] as number)
    return {
      expected: within(expected),
      delivered: within(delivered),
      units: within(units),
      reported: within(reported),
    }
  }
}

/** How many reporters stand before a unit. Those that the registry does not know come last, and nobody expects them to report. */
function placesOf(context: QueryContext): (unit: number) => number {
  const { before } = reporters(context)
  return (unit) => before[Math.min(unit, before.length - 1)] as number
}

/** Delivered ÷ expected unit-months, in the filter's period, of units `low` … `high - 1`; null when nothing is expected. */
export function coverageOf(
  context: QueryContext,
  period: Pick<Filter, 'from' | 'to'>,
): (low: number, high: number) => number | null {
  const { expected, delivered } = coverageSums(context, period)
  const placeOf = placesOf(context)
  return (low, high) => {
    const [a, b] = [placeOf(low), placeOf(high)]
    const due = (expected[b] as number) - (expected[a] as number)
    return due === 0 ? null : ((delivered[b] as number) - (delivered[a] as number)) / due
  }
}
