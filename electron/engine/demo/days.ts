/** On which days complaints come: growth, the quiet weeks around Idulfitri and the year's end, weekdays. */
import { dayNumber, weekday } from './clock'
import { cumulate } from './random'

const LEBARAN = ['2024-04-10', '2025-03-31', '2026-03-21', '2027-03-10', '2028-02-26', '2029-02-14', '2030-02-04'].map(
  dayNumber,
)
/** Sunday first */
const OFFICE_WEEK = [0.05, 1.2, 1.08, 1, 0.98, 0.92, 0.16]
const OPEN_WEEK = [0.92, 1, 0.97, 0.98, 1, 1.12, 1.06]

function season(day: number, from: number, length: number): number {
  const growth = 0.94 + (0.12 * (day - from)) / length
  const lebaran = LEBARAN.some((feast) => day >= feast - 6 && day <= feast + 9) ? 0.62 : 1
  const month = new Date(day * 86_400_000).getUTCMonth()
  return growth * lebaran * (month === 11 ? 0.9 : month === 7 ? 1.06 : 1)
}

/** Running sums of day weights from `from` to `end` (exclusive), for office channels or round-the-clock ones. */
export function dayWeights(from: number, end: number, office: boolean): number[] {
  const week = office ? OFFICE_WEEK : OPEN_WEEK
  return cumulate(
    Array.from(
      { length: end - from },
      (_, at) => season(from + at, from, end - from) * (week[weekday(from + at)] ?? 1),
    ),
  )
}
