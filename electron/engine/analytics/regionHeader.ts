/** `region.header`: what a unit is, where it stands, who delivers for it. */
import type { RegionHeader } from '../../../shared/contract/results/region'
import type { UnitNode } from '../registry/model'
import type { QueryContext } from './context'
import { headOf } from './context'
import { reportersOf, periodOf } from './delivery'
import { baseOf } from './exposure'

/** Units of the same level and group, the unit itself left out. */
export function peersOf({ registry }: QueryContext, node: UnitNode): UnitNode[] {
  const { level, peer_group: group } = node.current
  return registry.units.filter((other) => other !== node && other.current.level === level && other.current.peer_group === group) // prettier-ignore
}

export function regionHeader(context: QueryContext, { unit }: { unit: string }): RegionHeader {
  const node = context.registry.unit(unit)
  if (!node) return unknown(unit)
  const { current } = node
  const own = current.population
  const population = baseOf(context, unit, 'population')
  return {
    unit,
    name: current.name,
    level: current.level,
    type: current.type,
    parents: context.registry.path(unit).slice(1).toReversed().map((above) => ({ unit: above.code, name: above.current.name })), // prettier-ignore
    children: levelsUnder(context, node),
    peer_group: current.peer_group,
    peers: peersOf(context, node).length,
    zone: current.zone,
    population,
    personnel: baseOf(context, unit, 'personnel'),
    population_source: population === null ? null : own === null ? 'sum_of_units' : 'registry',
    channels: [...current.channels],
    reporting_unit: reporterOf(context, node),
  }
}

function levelsUnder({ registry }: QueryContext, node: UnitNode): RegionHeader['children'] {
  const counts = new Map<string, number>()
  for (const { current } of registry.units.slice(node.index + 1, node.end)) counts.set(current.level, (counts.get(current.level) ?? 0) + 1) // prettier-ignore
  return [...counts].map(([level, count]) => ({ level, count }))
}

/** The unit whose exports hold this unit's cases: itself, or the nearest above that delivers or should. */
function reporterOf(context: QueryContext, node: UnitNode): string | null {
  const delivers = context.registry.path(node.code).find((above) => headOf(context, above.code) !== undefined)
  const expected = reportersOf(context, node.code, periodOf(context, {}).months.slice(-1))
  return expected.find((line) => line === node)?.code ?? delivers?.code ?? expected[0]?.code ?? null
}

const unknown = (unit: string): RegionHeader => ({
  unit,
  name: unit,
  level: 'unknown',
  type: 'unknown',
  parents: [],
  children: [],
  peer_group: '',
  peers: 0,
  zone: '+07:00',
  population: null,
  personnel: null,
  population_source: null,
  channels: [],
  reporting_unit: null,
})
