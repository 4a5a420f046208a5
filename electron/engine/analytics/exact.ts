/** Times of single cases, beyond the reach of a column too. */
import { FAR_FUTURE, FAR_PAST, NONE, momentOf, momentText } from '../../../shared/domain/time'
import { TIME_COLUMNS, zoneOffset, type TimeColumn } from '../columns/layout'
import type { NationIndex } from '../columns/nation'

const POSITION = Object.fromEntries(TIME_COLUMNS.map((name, i) => [name, i])) as Record<TimeColumn, number>

/** Seconds since 2000, exact also where the column is cut; NONE when empty. */
export function exactTime({ cases, odd }: NationIndex, column: TimeColumn, row: number): number {
  const held = cases.times[column][row] as number
  if (held > FAR_PAST && held < FAR_FUTURE) return held
  if (held === NONE) return NONE
  const text = odd.get(row * 8 + POSITION[column])
  return text === undefined ? held : momentOf(text)
}

/** The time as its export wrote it; null when empty. */
export function timeText({ cases, odd }: NationIndex, column: TimeColumn, row: number): string | null {
  const held = cases.times[column][row] as number
  if (held === NONE) return null
  const text = odd.size > 0 ? odd.get(row * 8 + POSITION[column]) : undefined
  return text ?? momentText(held, zoneOffset(cases.zone[row] as number))
}
