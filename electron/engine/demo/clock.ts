/**
 * Local wall-clock seconds of a unit, counted from 1970 as if its zone were UTC: the demo writes times with the unit's
 * offset behind them, so no conversion is ever needed.
 */
import { formatDay as dayText } from '../../../shared/export/time'

export { dayNumber, formatDay as dayText } from '../../../shared/export/time'

export const DAY = 86_400
const two = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'))

/** Format time of local seconds with the offset. */
export function timeText(seconds: number, zone: string): string {
  const rest = seconds % DAY
  return `${dayText((seconds - rest) / DAY)}T${two[Math.floor(rest / 3600)]}:${two[Math.floor(rest / 60) % 60]}:${two[rest % 60]}${zone}`
}

/** 0 = Sunday … 5 = Friday */
export const weekday = (day: number): number => (day + 4) % 7

/** Days that count as working days, by the calendar with cuti bersama left out of them. */
export function workingDays(holidays: ReadonlySet<string>): { due: (received: number, limit: number) => number } {
  const memo = new Map<number, number>()
  return {
    /** last second of the `limit`-th working day after the day of `received` */
    due: (received, limit) => {
      const start = Math.floor(received / DAY)
      const key = start * 1000 + limit
      let end = memo.get(key)
      if (end === undefined) {
        let day = start
        for (let left = limit; left > 0;) {
          day++
          if (weekday(day) !== 0 && weekday(day) !== 6 && !holidays.has(dayText(day))) left--
        }
        end = (day + 1) * DAY - 1
        memo.set(key, end)
      }
      return end
    },
  }
}
