/**
 * Times and days of the format: `YYYY-MM-DDThh:mm:ss+0[789]:00` and `YYYY-MM-DD`. Source: the export format, section 4.
 * Written for millions of fields: no Date objects, no allocation.
 */
const ZERO = 48
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Length of a month (1 to 12) in days. */
export const daysInMonth = (year: number, month: number) =>
  month === 2 && isLeap(year) ? 29 : MONTH_LENGTHS[month - 1]!

/** Days since 1970-01-01 of a proleptic Gregorian date. Source: H. Hinnant, days_from_civil. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

const [FIRST_YEAR, LAST_YEAR] = [2000, 2099]
/** Days since 1970-01-01 at which each month of these years begins; what lies outside is computed. */
const MONTH_STARTS = Int32Array.from({ length: (LAST_YEAR - FIRST_YEAR + 1) * 12 + 1 }, (_, index) =>
  daysFromCivil(FIRST_YEAR + Math.floor(index / 12), (index % 12) + 1, 1),
)

/** Two decimal digits at `at`, or NaN. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO
  const ones = text.charCodeAt(at + 1) - ZERO
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN
}

/** Days since 1970-01-01 of the date that the first ten characters are; NaN when they are not a real date. */
export function dayNumber(text: string): number {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NaN
  const year = two(text, 0) * 100 + two(text, 2)
  const month = two(text, 5)
  const day = two(text, 8)
  if (year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12) {
    const index = (year - FIRST_YEAR) * 12 + month - 1
    const start = MONTH_STARTS[index]!
    return day >= 1 && day <= MONTH_STARTS[index + 1]! - start ? start + day - 1 : NaN
  }
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return NaN
  return daysFromCivil(year, month, day)
}

/** A whole date `YYYY-MM-DD` that exists: days since 1970-01-01, else NaN. */
export const parseDay = (text: string) => (text.length === 10 ? dayNumber(text) : NaN)

/** Seconds since 1970-01-01T00:00:00Z of a time of the format; NaN when it is not one or does not exist. */
export function epochSeconds(text: string): number {
  if (text.length !== 25 || text.charCodeAt(10) !== 84) return NaN
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58 || text.charCodeAt(22) !== 58) return NaN
  if (text.charCodeAt(23) !== ZERO || text.charCodeAt(24) !== ZERO) return NaN
  const offset = text.charCodeAt(21) - ZERO
  if (text.charCodeAt(19) !== 43 || text.charCodeAt(20) !== ZERO || offset < 7 || offset > 9) return NaN
  const hour = two(text, 11)
  const minute = two(text, 14)
  const second = two(text, 17)
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return NaN
  return dayNumber(text) * 86_400 + (hour - offset) * 3600 + minute * 60 + second
}

const DIGITS = Array.from({ length: 32 }, (_, value) => String(value).padStart(2, '0'))

/** `YYYY-MM-DD` of a count of days since 1970-01-01 (years 0 to 9999). Source: H. Hinnant, civil_from_days. */
export function formatDay(days: number): string {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${DIGITS[month]}-${DIGITS[day]}`
}

/** The day `count` days after `day`. */
export const addDays = (day: string, count: number) => formatDay(dayNumber(day) + count)

/** The same day `count` months earlier, or that month's last day when it is shorter. */
export function minusMonths(day: string, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - count
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  const last = Math.min(Number(day.slice(8, 10)), daysInMonth(year, month))
  return formatDay(daysFromCivil(year, month, last))
}

/** Offset in seconds of a zone `+07:00`, `+08:00` or `+09:00`. */
export const zoneSeconds = (zone: string) => Number(zone.slice(1, 3)) * 3600

/** Seconds since the epoch at which `day` begins in `zone`. */
export const startOfDay = (day: string, zone: string) => dayNumber(day) * 86_400 - zoneSeconds(zone)
