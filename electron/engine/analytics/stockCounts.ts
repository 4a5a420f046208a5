/** Counts of a stock and of what moved through it. */
import { STATE, STATES } from './stateAtAsOf'

/** `opening` … `left` tell of cases with no other movement than receipt and closing. `closed`: in the whole period. */
export type StockCounts = Record<
  'closed' | 'open' | 'over90' | 'overdue' | 'opening' | 'came' | 'left' | 'referredOpen',
  number
>
export const noStock = (): StockCounts => ({ closed: 0, open: 0, over90: 0, overdue: 0, opening: 0, came: 0, left: 0, referredOpen: 0 }) // prettier-ignore

export function clearStock(counts: StockCounts): void {
  counts.closed = counts.open = counts.over90 = counts.overdue = 0
  counts.opening = counts.came = counts.left = counts.referredOpen = 0
}

export function addStock(total: StockCounts, counts: Readonly<StockCounts>): void {
  total.closed += counts.closed
  total.open += counts.open
  total.over90 += counts.over90
  total.overdue += counts.overdue
  total.opening += counts.opening
  total.came += counts.came
  total.left += counts.left
  total.referredOpen += counts.referredOpen
}

/** Adds how many cases stood in each state at their unit's as_of. */
export function addStates(byState: Int32Array, counts: StockCounts): void {
  for (let state = 1; state < STATES; state++) {
    const count = byState[state] as number
    if (state & STATE.open) counts.open += count
    if (state & STATE.over90) counts.over90 += count
    if (state & STATE.late) counts.overdue += count
    if (state & STATE.referred) counts.referredOpen += count
  }
}
