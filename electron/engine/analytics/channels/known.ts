/** Days of which the held exports of a unit tell. */
import type { Filter } from '../../../../shared/domain/filter'
import type { QueryContext } from '../context'
import { toldDays, type Span } from '../spans'
import { reporters } from './coverage'

/** For each unit of the registry, by place in the tree: first and last day that its reporting unit's exports tell of; null without any. */
export function knownDays(context: QueryContext, period: Pick<Filter, 'from' | 'to'>): readonly (Span | null)[] {
  return reporters(context, period).map((desk) => (desk && toldDays(context).get(desk.code)) ?? null)
}

/** The last day that any unit's exports tell of: what lies after it is due from nobody yet. -Infinity without any export. */
export const lastToldDay = (context: QueryContext): number =>
  context.once('last told day', () => {
    const days = context.registry.units.map(({ code }) => toldDays(context).get(code)?.to ?? -Infinity)
    return days.reduce((latest, day) => Math.max(latest, day), -Infinity)
  })
