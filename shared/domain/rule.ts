/**
 * Deadlines: the rule in force on the day of receipt, the moment it ends, and the three-valued verdict on it.
 * Source: the figures' specification, ground rule 3.
 */
import type { Rule } from '../export/registry'
import type { WorkCalendar } from './calendar'
import { HOUR, dayAt, dayStart } from './time'

export type Verdict = 'on_time' | 'late' | 'pending' | 'blocked' | 'none'

/** Whether a rule was in force on a day `YYYY-MM-DD`; both ends belong to it. */
export const inForce = (rule: Rule, day: string): boolean =>
  rule.effective_from <= day && (rule.effective_to === null || day <= rule.effective_to)

/** Whether a case with these column values is one that the rule speaks of. */
export const appliesTo = (rule: Rule, value: (column: string) => string | null): boolean =>
  Object.entries(rule.applies).every(([column, codes]) => {
    const held = value(column)
    return held !== null && codes.includes(held)
  })

/**
 * First moment after the deadline of a rule that runs from `from`, in seconds since 2000; null when the calendar is
 * missing. Hours run from the moment itself; days and working days end with their last day in the unit's zone, and the
 * day on which they start to run is not counted.
 */
export function dueAfter(rule: Rule, from: number, zone: number, calendar: WorkCalendar): number | null {
  const { value, unit } = rule.limit
  if (unit === 'hours') return from + value * HOUR + 1
  const day = dayAt(from, zone)
  if (unit === 'days') return dayStart(day + value + 1, zone)
  const last = calendar.addWorkingDays(day, value)
  return last === null ? null : dayStart(last + 1, zone)
}

/** The last moment that still is on time, as people name it: the last second for days, the exact moment for hours. */
export const lastMoment = (after: number): number => after - 1

/**
 * The verdict as known before `known` (first moment that is not known any more). Matured: the deadline has passed by
 * then; answered early counts only once it is mature; not answered counts as late. An answer before the start is no
 * answer in time and no delay: no verdict.
 * `from`, `to`: null when empty. `after`: see dueAfter; null = blocked.
 */
export function verdict(from: number | null, to: number | null, after: number | null, known: number): Verdict {
  if (from === null) return 'none'
  if (to !== null && to < from) return 'none'
  if (after === null) return 'blocked'
  if (known < after) return 'pending'
  return to !== null && to < after ? 'on_time' : 'late'
}
