/** Periods as people write them on the command line. */
const two = (month: number) => String(month).padStart(2, '0')
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

const months = (year: string, first: number, count: number) => {
  const last = first + count - 1
  const end = new Date(Date.UTC(Number(year), last, 0)).getUTCDate()
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${end}` }
}

/** `2025`, `2025-H1` or `2025-S1`, `2025-Q3`, `2025-03`, `2025-01-05..2025-02-01`; null when it is none of them. */
export function parsePeriod(text: string): { from: string; to: string } | null {
  const [from, to, ...more] = text.split('..')
  if (from !== undefined && to !== undefined && more.length === 0) {
    return DAY.test(from) && DAY.test(to) && from <= to ? { from, to } : null
  }
  const found = /^(\d{4})(?:-(?:[HS]([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text)
  if (!found) return null
  const [, year = '', half, quarter, month] = found
  if (half) return months(year, (Number(half) - 1) * 6 + 1, 6)
  if (quarter) return months(year, (Number(quarter) - 1) * 3 + 1, 3)
  return month ? months(year, Number(month), 1) : months(year, 1, 12)
}
