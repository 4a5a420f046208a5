/** People and personnel that a count is set against, cut to the part of the unit that reported. */
import type { Filter } from '../../../shared/domain/filter'
import type { UnitNode } from '../registry/model'
import type { QueryContext } from './context'
import { coverageShare, unitMonths } from './delivery'
import { rangeOf, withoutUnit } from './selection'

export type Base = 'population' | 'personnel'
export const PER: Readonly<Record<Base, number>> = { population: 100_000, personnel: 1000 }

/** People of a unit: its own number, else the sum of those under it; null when none is known. */
function ownBase(node: UnitNode, base: Base): number | null {
  const own = node.current[base]
  return own ?? sumOf(node.children, base)
}

function sumOf(nodes: readonly UnitNode[], base: Base): number | null {
  const known = nodes.map((node) => ownBase(node, base)).filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

/** People or personnel of a unit, or of the nation; null when not known. */
export function baseOf(context: QueryContext, unit: string | undefined, base: Base): number | null {
  if (unit === undefined) return sumOf(context.registry.roots, base)
  const node = context.registry.unit(unit)
  return node ? ownBase(node, base) : null
}

/**
 * The part of it that reported in the filter's period: times delivered ÷ expected unit-months, so that what was not
 * reported is not taken for nothing received. A unit that is not expected to report counts whole, as it is reported for.
 */
export function exposure(context: QueryContext, filter: Filter, unit: string | undefined, base: Base): number | null {
  const whole = baseOf(context, unit, base)
  if (whole === null) return null
  const share = coverageShare(unitMonths(context, withoutUnit(filter)), rangeOf(context, unit))
  return whole * (share ?? 1)
}
