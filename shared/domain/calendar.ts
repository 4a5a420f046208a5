/** Working days by the registry's calendar: Monday to Friday without its holidays. */
import type { Holiday } from '../export/registry'
import { dayOf, weekday } from './time'

export class WorkCalendar {
  readonly #holidays = new Set<number>()
  /** first and last day of each year that is loaded */
  readonly #years: readonly (readonly [number, number])[]

  /** `cutiBersama`: whether days of collective leave count as free. A year without any national holiday is not loaded. */
  constructor(holidays: readonly Holiday[], cutiBersama: boolean) {
    const years = new Set<string>()
    for (const { date, kind } of holidays) {
      if (kind === 'national_holiday') years.add(date.slice(0, 4))
      if (kind === 'national_holiday' || cutiBersama) this.#holidays.add(dayOf(date))
    }
    this.#years = [...years].map((year) => [dayOf(`${year}-01-01`), dayOf(`${year}-12-31`)])
  }

  isHoliday(day: number): boolean {
    return this.#holidays.has(day)
  }

  isWorkingDay(day: number): boolean {
    const name = weekday(day)
    return name !== 0 && name !== 6 && !this.#holidays.has(day)
  }

  /** Whether the calendar of the day's year is loaded. */
  isLoaded(day: number): boolean {
    for (const [first, last] of this.#years) if (first <= day && day <= last) return true
    return false
  }

  /**
   * The `count`-th working day after `day`, which itself is not counted; null when a year on the way has no calendar,
   * because then nobody can say which day that is.
   */
  addWorkingDays(day: number, count: number): number | null {
    let at = day
    for (let left = count; left > 0;) {
      at++
      if (!this.isLoaded(at)) return null
      if (this.isWorkingDay(at)) left--
    }
    return at
  }
}
