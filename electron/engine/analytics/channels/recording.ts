/** How sessions were written down: one by one, or many together long after they were held. */
import type { RecordingLine } from '../../../../shared/contract/results/channelCommunity'
import type { Filter } from '../../../../shared/domain/filter'
import { dayAt } from '../../../../shared/domain/time'
import { binomialUpper } from '../../../../shared/statistics/tails'
import type { UnitNode } from '../../registry/model'
import type { QueryContext } from '../context'
import { sessionsIn } from './sessions'

/** So many sessions, each typed in within so many minutes of the one before, are a batch. */
export const BATCH_SIZE = 4
export const BATCH_MINUTES = 10
/** Fewer sessions have no habit. */
const LEAST = 10

export interface Recorded {
  unit: UnitNode
  sessions: number
  inBatch: number
  largest: number
  late: number
}

/** Days after a session on which writing it down is still in time. */
export const toleranceOf = (context: QueryContext): number => context.registry.registry.policy.backdate_tolerance_days

/** Each unit with sessions of a kind in the period. */
export function recorded(
  context: QueryContext,
  filter: Pick<Filter, 'from' | 'to' | 'unit'>,
  kind: string,
): Recorded[] {
  const { unit, day, recorded: at } = context.index.sessions
  const found: Recorded[] = []
  const all = sessionsIn(context, filter, kind)
  for (let first = 0; first < all.length;) {
    const place = unit[all[first] as number] as number
    let end = first
    while (end < all.length && unit[all[end] as number] === place) end++
    const node = context.registry.units[place]
    const own = all.subarray(first, end)
    first = end
    if (!node) continue
    const batches = batchesIn([...own].map((i) => at[i] as number))
    const zone = context.zones[place] as number
    found.push({
      unit: node,
      sessions: own.length,
      inBatch: batches.reduce((sum, size) => sum + size, 0),
      largest: Math.max(0, ...batches),
      late: own.filter((i) => dayAt(at[i] as number, zone) - (day[i] as number) > toleranceOf(context)).length,
    })
  }
  return found
}

/** Sizes of the batches among moments of writing, in seconds. */
function batchesIn(moments: readonly number[]): number[] {
  const sorted = moments.toSorted((a, b) => a - b)
  const sizes: number[] = []
  for (let from = 0; from < sorted.length;) {
    let to = from + 1
    while (to < sorted.length && (sorted[to] as number) - (sorted[to - 1] as number) <= BATCH_MINUTES * 60) to++
    if (to - from >= BATCH_SIZE) sizes.push(to - from)
    from = to
  }
  return sizes
}

/**
 * Chance of so many sessions in batches if every unit of the level had the same habit, over the whole nation; null with
 * fewer than ten sessions, or where nobody writes any.
 */
export function chanceOfBatches(
  context: QueryContext,
  period: Pick<Filter, 'from' | 'to'>,
  kind: string,
): (one: Recorded) => number | null {
  const { from, to } = period
  const pooled = context.memo(`batches ${kind} ${from} ${to}`, () => {
    const sums = new Map<string, { inBatch: number; sessions: number }>()
    const whole = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
    for (const { unit, inBatch, sessions } of recorded(context, whole, kind)) {
      const held = sums.get(unit.current.level) ?? { inBatch: 0, sessions: 0 }
      sums.set(unit.current.level, { inBatch: held.inBatch + inBatch, sessions: held.sessions + sessions })
    }
    return sums
  })
  return ({ unit, inBatch, sessions }) => {
    const all = pooled.get(unit.current.level)
    return all === undefined || sessions < LEAST ? null : binomialUpper(inBatch, sessions, all.inBatch / all.sessions)
  }
}

/** Units with a batch, the most unlikely first. */
export function batchLines(context: QueryContext, filter: Filter, kind: string): RecordingLine[] {
  const chance = chanceOfBatches(context, filter, kind)
  return recorded(context, filter, kind)
    .filter(({ inBatch }) => inBatch > 0)
    .map((one) => ({
      unit: one.unit.code,
      name: one.unit.current.name,
      sessions: one.sessions,
      in_batch: one.inBatch,
      largest_batch: one.largest,
      late: one.late,
      p: chance(one),
    }))
    .toSorted((a, b) => (a.p ?? 2) - (b.p ?? 2) || b.in_batch - a.in_batch || (a.unit < b.unit ? -1 : 1))
}
