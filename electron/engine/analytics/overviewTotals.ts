/** `overview.totals` */
import type { OverviewTotals } from '../../../shared/contract/results/overview'
import type { Filter } from '../../../shared/domain/filter'
import { momentOf } from '../../../shared/domain/time'
import { headOf, type QueryContext } from './context'
import { hasReported, unitMonths, type UnitMonths } from './delivery'
import { countOf, measureWithin, type Measure } from './measures'
import { rangeOf } from './selection'

export function overviewTotals(context: QueryContext, filter: Filter): OverviewTotals {
  const measures = measureWithin(context, filter)
  const range = rangeOf(context, filter.unit)
  const count = (name: Measure) => countOf(measures, name, range)
  const lines = unitMonths(context, filter)
  return {
    received: count('received'),
    open: count('open'),
    closed: count('closed'),
    overdue: count('overdue'),
    units_expected: lines.filter((line) => line.expected.length > 0).length,
    units_reported: lines.filter(hasReported).length,
    ...asOfSpan(context, filter, lines),
  }
}

/** Earliest and latest as_of among the units whose exports the figures of a filter come from. */
export function asOfSpan(
  context: QueryContext,
  filter: Pick<Filter, 'unit'>,
  lines: readonly UnitMonths[],
): { as_of_min: string | null; as_of_max: string | null } {
  const { low, high } = rangeOf(context, filter.unit)
  const inside = (unit: string) => {
    const node = context.registry.unit(unit)
    return node ? low <= node.index && node.index < high : filter.unit === undefined
  }
  const units = new Set(lines.map((line) => line.unit.code))
  for (const { unit } of context.ledger) if (inside(unit)) units.add(unit)
  let [least, most]: [string | null, string | null] = [null, null]
  for (const unit of units) {
    const asOf = headOf(context, unit)?.as_of
    if (asOf === undefined) continue
    if (least === null || momentOf(asOf) < momentOf(least)) least = asOf
    if (most === null || momentOf(asOf) > momentOf(most)) most = asOf
  }
  return { as_of_min: least, as_of_max: most }
}
