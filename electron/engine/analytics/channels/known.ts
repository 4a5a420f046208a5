/** Days of which the held exports of a unit tell. */
import type { Filter } from '../../../../shared/domain/filter'
import { dayOf } from '../../../../shared/domain/time'
import type { QueryContext } from '../context'
import { reporters } from './coverage'

export interface Days {
  from: number
  to: number
}

/** For each unit of the registry, by place in the tree: first and last day that its reporting unit's exports tell of; null without any. */
export function knownDays(context: QueryContext, period: Pick<Filter, 'from' | 'to'>): readonly (Days | null)[] {
  return reporters(context, period).map((desk) => (desk ? spanOf(context, desk.code) : null))
}

function spanOf(context: QueryContext, unit: string): Days | null {
  return context.once(`days of ${unit}`, () => {
    const items = (context.exportsOf.get(unit) ?? []).filter(({ state }) => state === 'accepted')
    const last = items.at(-1)
    if (!last) return null
    return { from: Math.min(...items.map((item) => dayOf(item.coverage_from))), to: dayOf(last.period_to) }
  })
}

/** The last day that any unit's exports tell of: what lies after it is due from nobody yet. -Infinity without any export. */
export const lastToldDay = (context: QueryContext): number =>
  context.once('last told day', () => {
    const days = context.registry.units.map(({ code }) => spanOf(context, code)?.to ?? -Infinity)
    return days.reduce((latest, day) => Math.max(latest, day), -Infinity)
  })
