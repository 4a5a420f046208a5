/** People and personnel that a count is set against, cut to the part of the unit that reported. */
import type { Filter } from '../../../shared/domain/filter'
import type { UnitNode } from '../registry/model'
import type { QueryContext } from './context'
import { coverageOf } from './deliveryCounts'
import { shareOfStay } from './places'
import { rangeOf } from './selection'

export type Base = 'population' | 'personnel'
export const PER: Readonly<Record<Base, number>> = { population: 100_000, personnel: 1000 }

type Period = Pick<Filter, 'from' | 'to'>

/**
 * People of each unit of the registry: its own number, else the sum of those under it; NaN when none is known. A unit
 * that moved counts at each of its places for the part of the period that it stood there.
 */
const bases = (context: QueryContext, base: Base, period: Period | null): Float64Array =>
  context.memo(`bases ${base} ${context.places ? JSON.stringify([period?.from, period?.to]) : ''}`, () => {
    const { units } = context.registry
    const values = new Float64Array(units.length).fill(NaN)
    // Those under a unit come after it in tree order.
    for (const node of units.toReversed()) {
      const own = node.current[base]
      values[node.index] = own === null ? sumOf(node.children, values) : own * shareOfStay(context, node, period)
    }
    return values
  })

function sumOf(nodes: readonly UnitNode[], values: Float64Array): number {
  const known = nodes.map(({ index }) => values[index] as number).filter((value) => !Number.isNaN(value))
  return known.length === 0 ? NaN : known.reduce((sum, value) => sum + value, 0)
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value)

/** People or personnel of a unit, or of the nation, in a period or today; null when not known. */
export function baseOf(
  context: QueryContext,
  unit: string | undefined,
  base: Base,
  period: Period | null = null,
): number | null {
  const values = bases(context, base, period)
  if (unit === undefined) return orNull(sumOf(context.registry.roots, values))
  const node = context.registry.unit(unit)
  return node ? orNull(values[node.index] as number) : null
}

/**
 * The part of it that reported in the filter's period: times delivered ÷ expected unit-months, so that what was not
 * reported is not taken for nothing received. A unit that is not expected to report counts whole, as it is reported for.
 */
export function exposure(context: QueryContext, filter: Filter, unit: string | undefined, base: Base): number | null {
  const whole = baseOf(context, unit, base, filter)
  const { low, high } = rangeOf(context, unit)
  return whole === null ? null : whole * (coverageOf(context, filter)(low, high) ?? 1)
}

/** The same for many units, each by its own place and the first one after all under it; 0 where it is not known. */
export function exposures(context: QueryContext, filter: Filter, base: Base): (place: number, end: number) => number {
  const values = bases(context, base, filter)
  const coverage = coverageOf(context, filter)
  return (place, end) => {
    const whole = values[place] as number
    return Number.isNaN(whole) ? 0 : whole * (coverage(place, end) ?? 1)
  }
}
