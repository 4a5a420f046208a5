/** Which events a case's way through the stock depends on; most cases need none. */
import { NONE } from '../../../shared/domain/time'
import type { Grow } from './grow'
import { WITHDRAWN, type FlowEvents } from './layout'

export interface RawFlow {
  row: Grow<Uint32Array>
  kind: Grow<Uint8Array>
  at: Grow<Int32Array>
}

/**
 * Sorts events by the rows' final `rank` and keeps those of cases that received_at and closed_at alone do not tell:
 * reopened, transferred, closed by an event at another time, or held with events of which none closes. Marks those
 * cases in `bits`. `withEvents`: by original row, whether a case has any event at all.
 */
export function keepFlow(
  raw: RawFlow,
  withEvents: Uint8Array,
  rank: Uint32Array,
  closedAt: Int32Array,
  bits: Uint8Array,
  mark: number,
): FlowEvents {
  // prettier-ignore
  const rankOf = (i: number) => rank[raw.row.at(i)] as number
  const order = Uint32Array.from({ length: raw.row.length }, (_, i) => i).toSorted(
    (a, b) => rankOf(a) - rankOf(b) || raw.at.at(a) - raw.at.at(b) || raw.kind.at(a) - raw.kind.at(b),
  )
  const counts = new Uint32Array(rank.length)
  for (const i of order) counts[rankOf(i)]! += 1
  let first = 0
  const kept = new Uint8Array(rank.length)
  const hasEvents = new Uint8Array(rank.length)
  rank.forEach((row, original) => (hasEvents[row] = withEvents[original] as number))
  for (let row = 0; row < rank.length; row++) {
    const count = counts[row] as number
    const event = order[first]
    first += count
    if (hasEvents[row] === 0) continue
    const closed = closedAt[row] as number
    const plain =
      count === 0
        ? closed === NONE
        : count === 1 && raw.kind.at(event as number) <= WITHDRAWN && raw.at.at(event as number) === closed
    if (plain) continue
    kept[row] = 1
    bits[row]! |= mark
  }
  const chosen = order.filter((i) => kept[rankOf(i)] === 1)
  return {
    row: Uint32Array.from(chosen, rankOf),
    kind: raw.kind.gather(chosen),
    at: raw.at.gather(chosen),
  }
}
