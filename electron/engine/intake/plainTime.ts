/** Times and days of the format as bytes: the same as `epochSeconds` and `parseDay`, for the years that exports are about. */
import { daysFromCivil } from '../../../shared/export/time'

const ZERO = 48
const [FIRST_YEAR, LAST_YEAR] = [2000, 2099]
const MONTH_STARTS = Int32Array.from({ length: (LAST_YEAR - FIRST_YEAR + 1) * 12 + 1 }, (_, index) =>
  daysFromCivil(FIRST_YEAR + Math.floor(index / 12), (index % 12) + 1, 1),
)
export const DAY_LENGTH = 10
export const TIME_LENGTH = 25
/** What is no number, so that no value is mistaken for it. */
const BAD = -1

/** Two decimal digits, or BAD. */
function two(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - ZERO
  const ones = (bytes[at + 1] as number) - ZERO
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : BAD
}

/** Days since 1970-01-01 of the ten bytes at `at`; NaN when they are no date of the years 2000 to 2099. */
export function dayInBytes(bytes: Uint8Array, at: number): number {
  if (bytes[at + 4] !== 45 || bytes[at + 7] !== 45 || two(bytes, at) !== 20) return NaN
  const year = two(bytes, at + 2)
  const month = two(bytes, at + 5)
  const day = two(bytes, at + 8)
  if (year < 0 || month < 1 || month > 12 || day < 1) return NaN
  const index = year * 12 + month - 1
  const start = MONTH_STARTS[index] as number
  return day <= (MONTH_STARTS[index + 1] as number) - start ? start + day - 1 : NaN
}

/** Seconds since the epoch of the 25 bytes at `at`; NaN when they are no time of the format in those years. */
export function secondsInBytes(bytes: Uint8Array, at: number): number {
  if (bytes[at + 10] !== 84 || bytes[at + 13] !== 58 || bytes[at + 16] !== 58 || bytes[at + 19] !== 43) return NaN
  if (bytes[at + 20] !== ZERO || bytes[at + 22] !== 58 || bytes[at + 23] !== ZERO || bytes[at + 24] !== ZERO) return NaN
  const offset = (bytes[at + 21] as number) - ZERO
  const hour = two(bytes, at + 11)
  const minute = two(bytes, at + 14)
  const second = two(bytes, at + 17)
  if (offset < 7 || offset > 9 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return NaN
  return dayInBytes(bytes, at) * 86_400 + (hour - offset) * 3600 + minute * 60 + second
}
