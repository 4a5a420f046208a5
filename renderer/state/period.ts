/** Periods of the calendar, as pairs of days. Pure. */
export interface Period {
  from: string
  to: string
}

const two = (number: number) => String(number).padStart(2, '0')
/** Last day of a month, 1 to 12. */
const lastDay = (year: number, month: number) =>
  `${year}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`

/** `months` months from the first of a month on; month 1 to 12, and beyond into the next years. */
export function monthsFrom(year: number, month: number, months: number): Period {
  const first = new Date(Date.UTC(year, month - 1, 1))
  const last = new Date(Date.UTC(year, month - 1 + months, 0))
  return {
    from: first.toISOString().slice(0, 10),
    to: lastDay(last.getUTCFullYear(), last.getUTCMonth() + 1),
  }
}

/** The last quarter that ends on or before `day`. */
export function lastCompleteQuarter(day: string): Period {
  const year = Number(day.slice(0, 4))
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3)
  const present = monthsFrom(year, quarter * 3 - 2, 3)
  return present.to <= day ? present : monthsFrom(year, quarter * 3 - 5, 3)
}

/** The same days a year earlier; 29 February becomes the 28th, a month's end stays one. */
export function yearBefore({ from, to }: Period): Period {
  const year = (day: string) => Number(day.slice(0, 4)) - 1
  const month = Number(to.slice(5, 7))
  const wholeMonth = to === lastDay(Number(to.slice(0, 4)), month)
  const end = wholeMonth ? lastDay(year(to), month) : `${year(to)}${to.slice(4)}`
  return { from: `${year(from)}${from.slice(4).replace('-02-29', '-02-28')}`, to: end }
}

/** Quarters that touch the months `first` to `last` (`YYYY-MM`), newest first. */
export function quartersBetween(first: string, last: string): Period[] {
  const index = (month: string) => Number(month.slice(0, 4)) * 4 + Math.ceil(Number(month.slice(5, 7)) / 3) - 1
  const found: Period[] = []
  for (let at = index(last); at >= index(first); at--) found.push(monthsFrom(Math.floor(at / 4), (at % 4) * 3 + 1, 3))
  return found
}

/** Months `first` to `last`, newest first. */
export function monthsBetween(first: string, last: string): Period[] {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
  const found: Period[] = []
  for (let at = index(last); at >= index(first); at--) found.push(monthsFrom(Math.floor(at / 12), (at % 12) + 1, 1))
  return found
}

/** Calendar years that touch the months `first` to `last`, newest first. */
export function yearsBetween(first: string, last: string): Period[] {
  const found: Period[] = []
  for (let year = Number(last.slice(0, 4)); year >= Number(first.slice(0, 4)); year--)
    found.push(monthsFrom(year, 1, 12))
  return found
}
