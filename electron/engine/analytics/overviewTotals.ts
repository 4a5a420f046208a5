/** `overview.totals` */
import type { OverviewTotals } from '../../../shared/contract/results/overview'
import type { Filter } from '../../../shared/domain/filter'
import { momentOf } from '../../../shared/domain/time'
import { headOf, type QueryContext } from './context'
import { hasReported, unitMonths, type UnitMonths } from './delivery'
import { counts } from './measures'
import { rangeOf } from './selection'

export function overviewTotals(context: QueryContext, filter: Filter): OverviewTotals {
  const count = counts(context, filter)
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
  const heads = headMoments(context)
  let [least, most]: [HeadMoment | null, HeadMoment | null] = [null, null]
  for (const unit of units) {
    const head = heads.get(unit)
    if (head === undefined) continue
    if (least === null || head.moment < least.moment) least = head
    if (most === null || head.moment > most.moment) most = head
  }
  return { as_of_min: least?.asOf ?? null, as_of_max: most?.asOf ?? null }
}

interface HeadMoment {
  asOf: string
  moment: number
}
/** as_of of the last accepted export of every unit that has one. */
const headMoments = (context: QueryContext): ReadonlyMap<string, HeadMoment> =>
  context.once('head moments', () => {
    const heads = context.ledger.flatMap(({ unit }): [string, HeadMoment][] => {
      const asOf = headOf(context, unit)?.as_of
      return asOf === undefined ? [] : [[unit, { asOf, moment: momentOf(asOf) }]]
    })
    return new Map(heads)
  })
