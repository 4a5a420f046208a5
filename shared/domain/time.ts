/**
 * Times as columns hold them: whole seconds since 2000-01-01T00:00:00Z, which 32 bits carry from 1932 to 2067, and days
 * since 2000-01-01 counted in a unit's zone. Parsing and the calendar are those of the export format.
 */
import { daysFromCivil, daysInMonth, dayNumber, epochSeconds, formatDay } from '../export/time'

export const DAY = 86_400
export const HOUR = 3600
const EPOCH_DAY = daysFromCivil(2000, 1, 1)
const EPOCH = EPOCH_DAY * DAY
/** An empty time in a column. */
export const NONE = -0x80000000
/** What a column holds for a time before or after its reach; the exact text is kept beside it. */
export const FAR_PAST = -0x7fffffff
export const FAR_FUTURE = 0x7ffffffe
/** After every time that a column can hold. */
export const OPEN_END = 0x7fffffff

/** Seconds since 2000 of a time of the format, exact and unbounded; NaN when it is none. */
export const momentOf = (text: string): number => epochSeconds(text) - EPOCH

/** `momentOf` cut to what a column can hold. */
export const cut = (moment: number): number => Math.max(FAR_PAST, Math.min(FAR_FUTURE, moment))

/** Days since 2000-01-01 of `YYYY-MM-DD`. */
export const dayOf = (text: string): number => dayNumber(text) - EPOCH_DAY
export const dayText = (day: number): string => formatDay(day + EPOCH_DAY)

/** Day in a zone (its offset in seconds) on which a moment lies. */
export const dayAt = (moment: number, zone: number): number => Math.floor((moment + zone) / DAY)
/** Moment at which a day begins in a zone. */
export const dayStart = (day: number, zone: number): number => day * DAY - zone

/** 0 = Sunday … 6 = Saturday. 2000-01-01 was a Saturday. */
export const weekday = (day: number): number => (((day + 6) % 7) + 7) % 7
export const FRIDAY = 5

const TWO = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'))
const two = (value: number) => TWO[value] as string

/** `YYYY-MM-DDThh:mm:ss+0h:00` of a moment in a zone. */
export function momentText(moment: number, zone: number): string {
  const day = dayAt(moment, zone)
  const second = moment + zone - day * DAY
  const clock = `${two(Math.floor(second / HOUR))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`
  return `${dayText(day)}T${clock}+${two(zone / HOUR)}:00`
}

const DAYS_A_MONTH = 365.2425 / 12

/** Months since January 2000 of a day. */
export function monthOf(day: number): number {
  // The mean length leads to the month or to one beside it.
  const month = Math.floor(day / DAYS_A_MONTH)
  if (day < monthStart(month)) return month - 1
  return day < monthStart(month + 1) ? month : month + 1
}
/** `YYYY-MM` of months since January 2000. */
export function monthText(month: number): string {
  return `${2000 + Math.floor(month / 12)}-${two((((month % 12) + 12) % 12) + 1)}`
}
/** First day of a month given in months since January 2000; the last one is the day before the next month's. */
export const monthStart = (month: number): number => daysFromCivil(2000 + Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1) - EPOCH_DAY // prettier-ignore

/** The same day of the year before; 29 February becomes 28 February. */
export function yearBefore(day: string): string {
  const year = Number(day.slice(0, 4)) - 1
  const month = Number(day.slice(5, 7))
  const last = Math.min(Number(day.slice(8, 10)), daysInMonth(year, month))
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(last)}`
}
