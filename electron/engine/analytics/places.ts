/**
 * Figures of units that others moved to or from. In the tree of codes a unit stands where it stands today; in the tree of
 * places each of its stays stands where it was. A unit that moved is asked for in the tree of codes, whole; one that it
 * moved to or from in the tree of places, so that every case counts where its unit belonged on the day it was received.
 */
import type { Filter } from '../../../shared/domain/filter'
import { dayOf, dayText, monthOf, monthStart } from '../../../shared/domain/time'
import type { UnitNode } from '../registry/model'
import { placeOn, placesOf, type Places } from '../registry/places'
import { createContext, type QueryContext } from './context'
import { periodOf } from './delivery'

/** Those that set the units of the nation beside one another; its totals are the same in both trees. */
const SIDE_BY_SIDE: ReadonlySet<string> = new Set([
  'region.units', 'region.unitLines', 'region.unitMonths', 'overview.map', 'funnel.proportion', 'funnel.rate',
]) // prettier-ignore
/** About units as such, not about where cases count. */
const BY_CODE: ReadonlySet<string> = new Set(['overview.questions', 'region.header'])

/** The tree of places; null when no unit moved. */
function placedContext(context: QueryContext): QueryContext | null {
  const { placed, registry, ledger } = context
  const places = placed ? placesOf(registry) : null
  if (!placed || !places) return null
  return context.once('placed', () => {
    const stays = ledger.flatMap(({ unit, exports }) =>
      [...new Set(places.stays.get(unit)?.map(({ key }) => key))].map((key) => ({ unit: key, exports })),
    )
    return createContext({ ...context, index: placed, registry: places.model, ledger: [...ledger, ...stays], placed: null, places }) // prettier-ignore
  })
}

/** The tree in which a query is answered. */
export function contextFor(name: string, params: Filter & { level?: string }, context: QueryContext): QueryContext {
  const placed = context.placed && !BY_CODE.has(name) ? placedContext(context) : null
  if (!placed?.places) return context
  const { unit, level } = params
  const isAsked = unit === undefined ? SIDE_BY_SIDE.has(name) && level === undefined : placed.places.above.has(unit)
  return isAsked ? placed : context
}

const KEY = /[A-Z][A-Z0-9.-]*(?:@[A-Z][A-Z0-9.-]*)+/g

/** What was said of places, said of units. Only keys of places are taken for such: a text may hold an @ of its own. */
export function byCode<T>(answer: T, { places }: QueryContext): T {
  if (!places) return answer
  const codeOf = (key: string) => (places.staysAt.has(key) ? key.slice(0, key.indexOf('@')) : key)
  return JSON.parse(JSON.stringify(answer).replace(KEY, codeOf)) as T
}

const stay = (places: Places | null, { code }: UnitNode) => places?.staysAt.get(code)

/** Whether a node of the tree is a unit, or a stay that touches the filter's period. */
export function isPresent(context: QueryContext, node: UnitNode, filter: Pick<Filter, 'from' | 'to'>): boolean {
  const stays = stay(context.places, node)
  if (!stays) return true
  const period = periodOf(context, filter)
  const [from, to] = [dayText(period.from), dayText(period.to)]
  return stays.some((one) => one.from <= to && (one.to === null || one.to >= from))
}

/** Units directly under the filter's unit, or the Polda, in the filter's period. */
export function directUnits(context: QueryContext, filter: Pick<Filter, 'unit' | 'from' | 'to'>): readonly UnitNode[] {
  const { registry, places } = context
  const under = filter.unit === undefined ? registry.roots : (registry.unit(filter.unit)?.children ?? [])
  return places ? under.filter((node) => isPresent(context, node, filter)) : under
}

/** The part of the period's months at whose end the unit stood at this place; without a period, whether it does today. */
export function shareOfStay(context: QueryContext, node: UnitNode, filter: Pick<Filter, 'from' | 'to'> | null): number {
  const { places, today } = context
  if (!places || !stay(places, node)) return 1
  const months = filter ? periodOf(context, filter).months : [monthOf(dayOf(today))]
  const code = node.code.slice(0, node.code.indexOf('@'))
  const held = months.filter((month) => placeOn(places, code, dayText(monthStart(month + 1) - 1)) === node.code)
  return held.length / months.length
}
