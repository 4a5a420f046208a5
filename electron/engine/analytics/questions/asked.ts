/** What every signal is computed from, and what it answers. */
import type { Question, SignalKind } from '../../../../shared/contract/results/overview'
import type { Filter } from '../../../../shared/domain/filter'
import { ALARM, ALERT } from '../../../../shared/statistics/funnel'
import { benjaminiHochberg } from '../../../../shared/statistics/falseDiscovery'
import type { UnitNode } from '../../registry/model'
import { isKnown, periodOf, reportersOf, type Period } from '../delivery'
import { FDR_LEVEL } from '../funnel'
import type { QueryContext } from '../context'
import { rangeOf, type UnitRange } from '../selection'

export interface Asked {
  context: QueryContext
  filter: Filter
  period: Period
  /** units that are asked about, in tree order */
  units: readonly UnitNode[]
}

/** A signal that a unit shows. */
export interface Shown {
  unit: UnitNode
  signal: SignalKind
  evidence: Question['evidence']
  p: number | null
  strength: Question['strength']
  room: Question['link']['room']
}
/** `tests`: how many units were put to the test; most show nothing. */
export interface Answered {
  tests: number
  shown: Shown[]
}

/**
 * Who is asked: Polda and Polres inside the filter's unit; under a Polres or Polsek, its Polsek too. A Polsek has too few
 * cases to be asked about from the nation.
 */
export function asked(context: QueryContext, filter: Filter): Asked {
  const { low, high } = rangeOf(context, filter.unit)
  const nodes = context.registry.units.slice(low, high)
  const top = nodes[0]?.current.level
  const units = top === 'polda' ? nodes.filter(({ current }) => current.level !== 'polsek') : nodes
  return { context, filter, period: periodOf(context, filter), units }
}

export const rangeOfUnit = (node: UnitNode): UnitRange => ({ low: node.index, high: node.end })

/** The unit of `units` to which the cases of each unit of the index belong: itself, or the nearest above. */
export function homes({ context, units }: Asked): (UnitNode | null)[] {
  const home = Array.from(context.index.units, (): UnitNode | null => null)
  // In tree order, so that the nearest above comes last.
  for (const node of units) home.fill(node, node.index, node.end)
  return home
}

/** Whether all that reports for a unit is known on every day from `from` to `to`. */
export function isWhollyKnown({ context, period }: Asked, unit: UnitNode, from = period.from, to = period.to): boolean {
  const reporters = reportersOf(context, unit.code, period.months)
  return reporters.length > 0 && reporters.every((node) => isKnown(context, node.code, from, to))
}

/** Units of one level, optionally of one peer group when it is large enough to compare with. */
const LEAST_GROUP = 5
export function groupOf({ context }: Asked, unit: UnitNode): readonly UnitNode[] {
  const { level, peer_group: group } = unit.current
  return context.once(`group ${level} ${group}`, () => {
    const sameLevel = context.registry.units.filter((node) => node.current.level === level)
    const sameGroup = sameLevel.filter((node) => node.current.peer_group === group)
    return sameGroup.length >= LEAST_GROUP ? sameGroup : sameLevel
  })
}

export const strengthOf = (p: number): Question['strength'] => (p <= ALARM ? 'alarm' : p <= ALERT ? 'alert' : 'notice')

/** Of tests with a chance: those that are unlikely enough and survive the control of false discoveries. */
export function discovered<T extends { p: number }>(tests: readonly T[], level = ALERT): T[] {
  const keep = benjaminiHochberg(tests.map(({ p }) => p), FDR_LEVEL) // prettier-ignore
  return tests.filter(({ p }, i) => keep[i] && p <= level)
}
