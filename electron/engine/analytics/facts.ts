/** What is true of a case whatever the filter, as one bit each: worked out once, counted many times. */
import type { DeadlineState } from '../../../shared/contract/results/common'
import { HOUR, NONE } from '../../../shared/domain/time'
import { HAS_DISTRICT, UNKNOWN } from '../columns/layout'
import type { QueryContext } from './context'
import { BLOCKED, sp3dDue } from './due'

/** The 72 hours in which a social-media matter should be answered. */
const FIRST_RESPONSE_HOURS = 72

/** Bit i of a case's facts is name i. At most one of the four states of SP3D holds. */
export const FACTS = [
  'unknownCategory', 'unknownDistrict', 'sp3dOnTime', 'sp3dLate', 'sp3dPending', 'sp3dBlocked',
  'answered72h', 'matured72h', 'everClosed', 'reopened',
] as const // prettier-ignore
const BIT = Object.fromEntries(FACTS.map((name, i) => [name, 1 << i])) as Record<(typeof FACTS)[number], number>

export function factsOf(context: QueryContext): Uint16Array {
  return context.once('facts', () => {
    const { index, asOf } = context
    const { rows, times, codes, bits, reopened } = index.cases
    const { received_at: received, first_response_at: answered, closed_at: closed } = times
    const sp3d = sp3dDue(context)
    const facts = new Uint16Array(rows)
    for (let row = 0; row < rows; row++) {
      const known = (asOf[index.reporter[row] as number] as number) + 1
      let fact = sp3dBit(sp3d[row] as number, received[row] as number, times.progress_at[row] as number, known)
      if ((codes.category[row] as number) >= UNKNOWN) fact |= BIT.unknownCategory
      if (((bits[row] as number) & HAS_DISTRICT) === 0) fact |= BIT.unknownDistrict
      if ((reopened[row] as number) > 0) fact |= BIT.reopened | BIT.everClosed
      else if (closed[row] !== NONE) fact |= BIT.everClosed
      facts[row] = fact | answerBits(received[row] as number, answered[row] as number, known)
    }
    return facts
  })
}

/** The verdict on SP3D as shared/domain/rule gives it, on numbers: an answer before receipt has none. */
function sp3dBit(due: number, received: number, done: number, known: number): number {
  if (due === NONE || (done !== NONE && done < received)) return 0
  if (due === BLOCKED) return BIT.sp3dBlocked
  if (known < due) return BIT.sp3dPending
  return done !== NONE && done < due ? BIT.sp3dOnTime : BIT.sp3dLate
}

function answerBits(received: number, answered: number, known: number): number {
  const limit = received + FIRST_RESPONSE_HOURS * HOUR
  if ((answered !== NONE && answered < received) || limit >= known) return 0
  return answered !== NONE && answered <= limit ? BIT.matured72h | BIT.answered72h : BIT.matured72h
}

/** State of the SP3D deadline of a case by its facts, as known at its unit's as_of: the state that the figure counts. */
export function deadlineState(fact: number): DeadlineState {
  if (fact & BIT.sp3dOnTime) return 'on_time'
  if (fact & BIT.sp3dLate) return 'late'
  if (fact & BIT.sp3dPending) return 'pending'
  return fact & BIT.sp3dBlocked ? 'blocked' : 'none'
}
