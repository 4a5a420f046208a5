/** Days that units delivered and told of, as spans of days since 2000. */
import { dayOf } from '../../../shared/domain/time'
import type { QueryContext } from './context'

export interface Span {
  from: number
  to: number
}
/** First day that any accepted export of a unit covers, and the last that its latest one tells of, by unit. */
export const toldDays = (context: QueryContext): ReadonlyMap<string, Span> =>
  context.once('told', () => {
    const days = new Map<string, Span>()
    for (const { unit, exports } of context.ledger) {
      const items = exports.filter((item) => item.state === 'accepted')
      const head = items.at(-1)
      if (head) days.set(unit, { from: Math.min(...items.map((item) => dayOf(item.coverage_from))), to: dayOf(head.period_to) }) // prettier-ignore
    }
    return days
  })

/** Days that each unit delivered, as spans in order. */
export function spans(context: QueryContext): ReadonlyMap<string, readonly Span[]> {
  return context.once('spans', () => {
    const all = context.ledger.map(({ unit, exports }): [string, Span[]] => {
      const items = exports.filter((item) => item.state === 'accepted')
      const first = items[0]
      const own = items.map((item) => ({ from: dayOf(item.period_from), to: dayOf(item.period_to) }))
      if (first) own.push({ from: dayOf(first.coverage_from), to: dayOf(first.period_to) })
      return [unit, joined(own)]
    })
    return new Map(all)
  })
}

function joined(list: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of list.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && span.from <= last.to + 1) last.to = Math.max(last.to, span.to)
    else result.push({ ...span })
  }
  return result
}

/** Whether all days of a span are among those delivered. */
export function isWithin({ from, to }: Span, delivered: readonly Span[]): boolean {
  if (from > to) return false
  for (let i = 0; i < delivered.length; i++) {
    const span = delivered[i] as Span
    if (span.from <= from && to <= span.to) return true
  }
  return false
}
