/** `overview.totals` */
import type { OverviewTotals } from '../../../shared/contract/results/overview'
import type { Filter } from '../../../shared/domain/filter'
import { momentOf } from '../../../shared/domain/time'
import { headOf, type QueryContext } from './context'
import type { UnitNode } from '../registry/model'
import { periodOf, reportersOf } from './delivery'
import { coverageIn } from './deliveryCounts'
import { counts } from './measures'
import { rangeOf } from './selection'

export function overviewTotals(context: QueryContext, filter: Filter): OverviewTotals {
  const count = counts(context, filter)
  const reporters = reportersOf(context, filter.unit, periodOf(context, filter).months)
  const coverage = coverageIn(context, filter)
  const lines = reporters.map((unit) => ({ unit, ...coverage({ low: unit.index, high: unit.index + 1 }) }))
  return {
    received: count('received'),
    open: count('open'),
    closed: count('closed'),
    overdue: count('overdue'),
    units_expected: lines.filter((line) => line.expected > 0).length,
    units_reported: lines.filter((line) => line.reported > 0).length,
    ...asOfSpan(context, filter, lines),
  }
}

/** Earliest and latest as_of among the units whose exports the figures of a filter come from. */
export function asOfSpan(
  context: QueryContext,
  filter: Pick<Filter, 'unit'>,
  lines: readonly { unit: UnitNode }[],
): { as_of_min: string | null; as_of_max: string | null } {
  const { low, high } = rangeOf(context, filter.unit)
  // Whoever reports for a unit without reporters of its own stands above it.
  const lone = lines.length === 1 ? lines[0]?.unit.index : undefined
  let [least, most]: [HeadMoment | null, HeadMoment | null] = [null, null]
  for (const head of headMoments(context)) {
    const { place, moment } = head
    if (filter.unit !== undefined && (place < low || place >= high) && place !== lone) continue
    if (least === null || moment < least.moment) least = head
    if (most === null || moment > most.moment) most = head
  }
  return { as_of_min: least?.asOf ?? null, as_of_max: most?.asOf ?? null }
}

interface HeadMoment {
  /** in the tree of the registry; -1: a unit that it does not know */
  place: number
  asOf: string
  moment: number
}
/** as_of of the last accepted export of every unit that has one. */
const headMoments = (context: QueryContext): readonly HeadMoment[] =>
  context.once('head moments', () =>
    context.ledger.flatMap(({ unit }) => {
      const asOf = headOf(context, unit)?.as_of
      return asOf === undefined ? [] : [{ place: context.registry.unit(unit)?.index ?? -1, asOf, moment: momentOf(asOf) }] // prettier-ignore
    }),
  )
