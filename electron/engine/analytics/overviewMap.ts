/** `overview.map`: received per 100,000 people, unit by unit, with the verdict of the exact Poisson tail. */
import type { MapUnit, OverviewMap } from '../../../shared/contract/results/overview'
import type { QueryParams } from '../../../shared/contract/queries'
import { dayText } from '../../../shared/domain/time'
import type { UnitNode } from '../registry/model'
import type { QueryContext } from './context'
import { hasReported, periodOf, unitMonths } from './delivery'
import { baseOf } from './exposure'
import { comparedUnits, rates } from './funnel'
import { isPresent } from './places'
import { withoutUnit } from './selection'

export function overviewMap(context: QueryContext, { level, ...filter }: QueryParams<'overview.map'>): OverviewMap {
  const { target, compared } = rates(context, filter, 'population', { level })
  const lines = unitMonths(context, withoutUnit(filter)).filter((line) => line.expected.length > 0)
  const day = dayText(periodOf(context, filter).to)
  const lineOf = new Map(lines.map((line) => [line.unit.code, line]))
  const units = comparedUnits(context, filter, level).map((node, i): MapUnit => {
    const point = compared.units[i]!
    const own = lines.filter(({ unit }) => node.index <= unit.index && unit.index < node.end)
    // A Polsek reports through its Polres.
    const above = context.registry.path(node.code).find(({ code }) => lineOf.has(code))
    const inside = own.length > 0 || !above ? own : [lineOf.get(above.code)!]
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
      units_expected: inside.length,
      units_reported: inside.filter(hasReported).length,
      areas: areasOf(context, node, day),
    }
  })
  return { target, units, fdr: compared.fdr }
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
