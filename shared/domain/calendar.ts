/** Working days by the registry's calendar: Monday to Friday without its holidays. */
import type { Holiday } from '../export/registry'
import { dayOf, dayText, weekday } from './time'

export class WorkCalendar {
  readonly #holidays = new Set<number>()
  readonly #years = new Set<string>()

  /** `cutiBersama`: whether days of collective leave count as free. A year without any national holiday is not loaded. */
  constructor(holidays: readonly Holiday[], cutiBersama: boolean) {
    for (const { date, kind } of holidays) {
      if (kind === 'national_holiday') this.#years.add(date.slice(0, 4))
      if (kind === 'national_holiday' || cutiBersama) this.#holidays.add(dayOf(date))
    }
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
    return this.#years.has(dayText(day).slice(0, 4))
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
