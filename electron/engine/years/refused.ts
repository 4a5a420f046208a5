/** Figures about archived years are refused, never silently low. */
import { fail } from '../../../shared/contract/result'

const DAYS = ['from', 'to', 'known_on'] as const
type Asked = Partial<Record<(typeof DAYS)[number], string>>

/** YEARS-ARCHIVED when a period, or the day of knowledge, lies before the first day that is not archived; else null. */
export function refusedYears(asked: Asked, before: string | null): ReturnType<typeof fail> | null {
  if (before === null) return null
  const day = DAYS.map((name) => asked[name]).find((one) => one !== undefined && one < before)
  return day === undefined ? null : fail('YEARS-ARCHIVED', 'input', { day, year: before.slice(0, 4) })
}
