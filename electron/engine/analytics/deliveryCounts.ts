/** How many unit-months of a period were expected and delivered, unit by unit, without a list of them. */
import type { Filter } from '../../../shared/domain/filter'
import type { QueryContext } from './context'
import { daysOf, expectedIn, expectedOn, isWithin, periodOf, spans, type Span } from './delivery'
import type { UnitRange } from './selection'

/** By a unit's place in the tree of the registry. */
interface DeliveryCounts {
  readonly expected: Int32Array
  readonly delivered: Int32Array
  /** 1 where the last month that was expected came */
  readonly reported: Uint8Array
}

function deliveryCounts(context: QueryContext, filter: Pick<Filter, 'from' | 'to'>): DeliveryCounts {
  const period = periodOf(context, filter)
  const size = context.registry.units.length
  const counts = { expected: new Int32Array(size), delivered: new Int32Array(size), reported: new Uint8Array(size) }
  for (const month of period.months) {
    const days = daysOf(context, month, period)
    const whole = daysOf(context, month)
    const isWhole = days.from === whole.from && days.to === whole.to
    addMonth(counts, reporterPlaces(context, period.months), expectedOn(context, month), isWhole ? deliveredIn(context, month) : deliveredOn(context, days)) // prettier-ignore
  }
  return counts
}

function addMonth(
  { expected, delivered, reported }: DeliveryCounts,
  places: Uint32Array,
  due: Uint8Array,
  came: Uint8Array,
): void {
  for (const place of places) {
    if (due[place] === 0) continue
    expected[place]! += 1
    delivered[place]! += came[place] as number
    reported[place] = came[place] as number
  }
}

/** Places of the units that are expected in any of the months. */
const reporterPlaces = (context: QueryContext, months: readonly number[]): Uint32Array =>
  context.once(`places ${months[0]} ${months.at(-1)}`, () =>
    Uint32Array.from(expectedIn(context, months), ({ index }) => index),
  )

/** By place: 1 where a unit delivered the whole month. */
const deliveredIn = (context: QueryContext, month: number): Uint8Array =>
  context.once(`delivered in ${month}`, () => deliveredOn(context, daysOf(context, month)))

function deliveredOn(context: QueryContext, days: Span): Uint8Array {
  const came = new Uint8Array(context.registry.units.length)
  for (const [code, delivered] of spans(context)) {
    const node = context.registry.unit(code)
    if (node && isWithin(days, delivered)) came[node.index] = 1
  }
  return came
}

/** Running sums over the tree. */
interface CoverageSums {
  readonly expected: Int32Array
  readonly delivered: Int32Array
  /** units of which something was expected, and those that reported to the end */
  readonly units: Int32Array
  readonly reported: Int32Array
}

function coverageSums(context: QueryContext, { from, to }: Pick<Filter, 'from' | 'to'>): CoverageSums {
  return context.memo(`coverage sums ${JSON.stringify([from, to])}`, () => {
    const counts = deliveryCounts(context, { ...(from !== undefined && { from }), ...(to !== undefined && { to }) })
    return {
      expected: running(counts.expected),
      delivered: running(counts.delivered),
      units: running(counts.expected.map((count) => (count > 0 ? 1 : 0))),
      reported: running(counts.reported),
    }
  })
}

function running(values: ArrayLike<number>): Int32Array {
  const sums = new Int32Array(values.length + 1)
  for (let i = 0; i < values.length; i++) sums[i + 1] = (sums[i] as number) + (values[i] as number)
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
  const sums = coverageSums(context, period)
  // Units that the registry does not know come last in the index, and nobody expects them to report.
  const last = context.registry.units.length
  return ({ low, high }) => {
    const within = (of: Int32Array) => (of[Math.min(high, last)] as number) - (of[Math.min(low, last)] as number)
    return { expected: within(sums.expected), delivered: within(sums.delivered), units: within(sums.units), reported: within(sums.reported) } // prettier-ignore
  }
}

/** Delivered ÷ expected unit-months, in the filter's period, of units inside a range; null when nothing is expected. */
export function coverageOf(
  context: QueryContext,
  period: Pick<Filter, 'from' | 'to'>,
): (range: UnitRange) => number | null {
  const within = coverageIn(context, period)
  return (range) => {
    const { expected, delivered } = within(range)
    return expected === 0 ? null : delivered / expected
  }
}
