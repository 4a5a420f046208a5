/** How each case stood at its reporting unit's as_of, as bits: the moment that most questions ask about. */
import { DAY, NONE } from '../../../shared/domain/time'
import { CODES } from '../columns/layout'
import type { QueryContext } from './context'
import type { OverdueSpans } from './due'

export const LONG_OPEN_DAYS = 90
export const LONG = (LONG_OPEN_DAYS + 1) * DAY
export const REFERRED = CODES.status.indexOf('referred')

/** Open; open for long; late for a regulation; open and referred. */
export const STATE = { open: 1, over90: 2, late: 4, referred: 8 } as const
export const STATES = 16

/** Not kept: a pass over all cases. */
export function stateAtAsOf({ index, asOf }: QueryContext, { from, to, gaps }: OverdueSpans): Uint8Array {
  const { rows, times, codes } = index.cases
  const { received_at: received, closed_at: closedAt } = times
  const states = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) {
    const known = (asOf[index.reporter[row] as number] as number) + 1
    const begun = received[row] as number
    if (begun >= known) continue
    let state = (from[row] as number) <= known && (to[row] as number) >= known ? STATE.late : 0
    const closed = closedAt[row] as number
    if (closed === NONE || closed >= known) {
      state |= STATE.open
      if (known - begun >= LONG) state |= STATE.over90
      if (codes.status[row] === REFERRED) state |= STATE.referred
    }
    states[row] = state
  }
  gaps.rows.forEach((row, i) => {
    const known = (asOf[index.reporter[row] as number] as number) + 1
    if ((gaps.from[i] as number) < known && known < (gaps.to[i] as number)) states[row]! &= ~STATE.late
  })
  return states
}
