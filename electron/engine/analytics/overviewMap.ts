/** `overview.map`: received per 100,000 people, unit by unit, with the verdict of the exact Poisson tail. */
import type { MapUnit, OverviewMap } from '../../../shared/contract/results/overview'
import type { QueryParams } from '../../../shared/contract/queries'
import { dayText } from '../../../shared/domain/time'
import type { UnitNode } from '../registry/model'
import type { QueryContext } from './context'
import { periodOf } from './delivery'
import { coverageIn } from './deliveryCounts'
import { baseOf } from './exposure'
import { comparedUnits, rates } from './funnel'
import { isPresent } from './places'
import type { UnitRange } from './selection'

export function overviewMap(context: QueryContext, { level, ...filter }: QueryParams<'overview.map'>): OverviewMap {
  const { target, compared } = rates(context, filter, 'population', { level })
  const coverage = coverageIn(context, filter)
  const day = dayText(periodOf(context, filter).to)
  const units = comparedUnits(context, filter, level).map((node, i): MapUnit => {
    const point = compared.units[i]!
    const inside = coverage(reporterRange(context, node, coverage))
    const known = point.n > 0 && target !== null
    return {
      unit: node.code,
      name: node.current.name,
      received: point.observed,
      population: baseOf(context, node.code, 'population', filter),
      rate: point.value,
      expected: known ? point.expected : null,
      p_low: known ? point.p_low : null,
      p_high: known ? point.p_high : null,
      flag: point.flag,
      units_expected: inside.units,
      units_reported: inside.reported,
      areas: areasOf(context, node, day),
    }
  })
  return { target, units, fdr: compared.fdr }
}

/** The units that report for a unit: those inside it, else the nearest above (a Polsek reports through its Polres). */
function reporterRange(
  context: QueryContext,
  { code, index, end }: UnitNode,
  coverage: ReturnType<typeof coverageIn>,
): UnitRange {
  // prettier-ignore
  const inside = { low: index, high: end }
  if (coverage(inside).units > 0) return inside
  const above = context.registry
    .path(code)
    .find((node) => coverage({ low: node.index, high: node.index + 1 }).units > 0)
  return above ? { low: above.index, high: above.index + 1 } : inside
}

/** Kabupaten and kota of a unit and all under it, on a day. */
function areasOf(context: QueryContext, node: UnitNode, day: string): string[] {
  const { registry } = context
  // Where no unit ever changed, every day says the same.
  const isDated = context.once('dated units', () => registry.units.some(({ entries }) => entries.length > 1))
  return context.memo(`areas ${node.code} ${isDated ? day : ''}`, () => {
    const areas = registry.units
      .slice(node.index, node.end)
      .filter(({ code }) => registry.isUnderOn(code, node.code, day))
      .filter((unit) => isPresent(context, unit, { from: day, to: day }))
      .flatMap(({ code }) => registry.entryOn(code, day)?.areas ?? [])
    return [...new Set(areas)].toSorted()
  })
}
