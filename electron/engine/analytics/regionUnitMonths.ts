/** `region.unitMonths`: the units under a unit, month by month, in the order of their codes. */
import type { QueryParams } from '../../../shared/contract/queries'
import type { UnitMonths } from '../../../shared/contract/results/region'
import type { QueryContext } from './context'
import { directUnits } from './places'
import { monthlyReceived } from './monthlyReceived'

/** Months drawn when none are asked for: two years show the same season twice. */
const MONTHS = 24

export function regionUnitMonths(context: QueryContext, params: QueryParams<'region.unitMonths'>): UnitMonths {
  const { months: count = MONTHS, ...filter } = params
  const children = directUnits(context, filter)
  const lines = children.map((node) => ({
    node,
    monthly: monthlyReceived(context, { ...filter, unit: node.code }, count),
  }))
  return {
    months: lines[0]?.monthly.map(({ month }) => month) ?? [],
    units: lines.map(({ node, monthly }) => ({
      unit: node.code,
      name: node.current.name,
      level: node.current.level,
      received: monthly.map(({ received }) => received),
    })),
  }
}
