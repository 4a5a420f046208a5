/**
 * The calendar of Jumat Curhat: on which Fridays each unit owed a session, and whether it was held. What is owed comes
 * from the unit's registry entry of that day; holidays and years without a calendar are owed nothing.
 */
import { dayText, FRIDAY, weekday } from '../../../../shared/domain/time'
import { SESSION_KINDS } from '../../../../shared/export/enums'
import type { UnitNode } from '../../registry/model'
import type { QueryContext } from '../context'
import type { Period } from '../delivery'
import type { Span } from '../spans'
import { lastToldDay } from './known'

/** What a Friday was for one unit. */
export const NOT_APPLICABLE = 0
export const NOT_DUE = 1
export const HOLIDAY = 2
export const NO_CALENDAR = 3
export const NOT_REPORTED = 4
/** held is 0 … due */
export const DUE = 5

/** One entry a Friday of the period. */
export interface UnitFridays {
  unit: UnitNode
  what: Uint8Array
  due: Uint16Array
  held: Uint16Array
  /** people at the sessions of that Friday's week */
  attendees: Uint32Array
}

const WEEK = 7
/** A session counts for the Friday of its week, which ends with the Sunday after. */
const SUNDAY = 2

/** First Friday on or after a day. */
const fridayFrom = (day: number) => day + ((FRIDAY - weekday(day) + WEEK) % WEEK)

export function fridaysIn({ from, to }: Pick<Period, 'from' | 'to'>): number[] {
  const days: number[] = []
  for (let day = fridayFrom(from); day <= to; day += WEEK) days.push(day)
  return days
}

/** Sessions owed on a Friday at so many a week; less than one a week falls on every so-manieth Friday. */
function owed(perWeek: number, friday: number): number {
  const week = (friday - fridayFrom(0)) / WEEK
  return Math.floor((week + 1) * perWeek) - Math.floor(week * perWeek)
}

/** The Friday before on which a session was owed, at the rate of this one: sessions since then count. */
function owedBefore(perWeek: number, friday: number): number {
  const year = friday - 52 * WEEK
  for (let before = friday - WEEK; before > year; before -= WEEK) if (owed(perWeek, before) > 0) return before
  return year
}

/** Null when the unit ran the programme on no Friday of the period. `days`: what its reports tell of. */
export function fridaysOf(
  context: QueryContext,
  unit: UnitNode,
  fridays: readonly number[],
  days: Span | null,
): UnitFridays | null {
  if (!unit.entries.some((entry) => entry.sessions_per_week > 0 && entry.channels.includes('jumat_curhat'))) return null
  const { calendar } = context
  const found = emptyFridays(unit, fridays.length)
  const own = sessionsOf(context, unit.index)
  const told = lastToldDay(context)
  let isRun = false
  fridays.forEach((friday, i) => {
    const text = dayText(friday)
    const entry = unit.entries.find((one) => one.valid_from <= text && (one.valid_to === null || text <= one.valid_to))
    const perWeek = entry?.channels.includes('jumat_curhat') ? entry.sessions_per_week : 0
    if (perWeek <= 0) return
    isRun = true
    const due = owed(perWeek, friday)
    const week = { from: owedBefore(perWeek, friday) + SUNDAY + 1, to: friday + SUNDAY }
    found.what[i] = week.to > told ? NOT_DUE : whatIs(due, friday, week, calendar, days)
    if (found.what[i] === NOT_REPORTED) found.due[i] = due
    if (found.what[i] !== DUE) return
    found.due[i] = due
    let count = 0
    own.eachBetween(week.from, week.to, (attendees) => {
      count++
      found.attendees[i]! += attendees
    })
    found.held[i] = Math.min(due, count)
  })
  return isRun ? found : null
}

const emptyFridays = (unit: UnitNode, length: number): UnitFridays => ({
  unit,
  what: new Uint8Array(length),
  due: new Uint16Array(length),
  held: new Uint16Array(length),
  attendees: new Uint32Array(length),
})

/**
 * `week`: the days on which a session counts for the Friday. Until the reports tell of all of them nobody can say that it
 * was missed, and who held it early is not counted before the others (ground rule 3: matured ones only). A week that not
 * one unit tells of in whole is not due from anybody yet.
 */
function whatIs(
  due: number,
  friday: number,
  week: Span,
  calendar: QueryContext['calendar'],
  days: Span | null,
): number {
  if (due === 0) return NOT_DUE
  if (!calendar.isLoaded(friday)) return NO_CALENDAR
  if (calendar.isHoliday(friday)) return HOLIDAY
  return days === null || week.from < days.from || week.to > days.to ? NOT_REPORTED : DUE
}

/** The unit's sessions of Jumat Curhat, walked over once by rising days. */
function sessionsOf(context: QueryContext, unit: number) {
  const { sessions } = context.index
  const start = context.once('first sessions', () => firstSessions(context))
  const end = start[unit + 1] as number
  let at = start[unit] as number
  return {
    eachBetween(from: number, to: number, visit: (attendees: number) => void): void {
      while (at < end && (sessions.day[at] as number) < from) at++
      for (; at < end && (sessions.day[at] as number) <= to; at++)
        if (SESSION_KINDS[sessions.kind[at] as number] === 'jumat_curhat') visit(sessions.attendees[at] as number)
    },
  }
}

/** Position of the first session of each unit of the index, and the end. */
function firstSessions({ index }: QueryContext): Uint32Array {
  const start = new Uint32Array(index.units.length + 1)
  for (const unit of index.sessions.unit) start[unit + 1]! += 1
  for (let unit = 0; unit < index.units.length; unit++) start[unit + 1]! += start[unit] as number
  return start
}
