/**
 * How one export stands to the accepted one before it. Pure. Comparable: cells of the columns that are immutable (I), only
 * go forward (F), or had been set (S), of cases held in both. Changed: those whose value is another one now though nothing
 * allows it, declared or not; a status that moved on is no change, and neither is what a reopening may set anew.
 * Source: the metrics, revision triangle; the export format, section 4.
 */
import { dayAt, monthOf, monthText, momentOf } from '../../../shared/domain/time'
import { epochSeconds, zoneSeconds } from '../../../shared/export/time'
import { isComparable, isPermitted } from '../store/judge'
import { CASE_COLUMNS, cellsOf, type Snapshot } from './snapshot'

export interface StepFacts {
  /** cases by month of receipt, counted in the unit's zone */
  months: Record<string, number>
  /** against the export before; null for a unit's first */
  against: { cases: number; comparable: number; changed: number; rows_changed: number } | null
}

const at = (name: string) => CASE_COLUMNS.findIndex((column) => column.name === name)
const [RECEIVED, CLOSED, REOPENED] = [at('received_at'), at('closed_at'), at('reopened_count')] as [number, number, number] // prettier-ignore

function isReopened(
  id: string,
  was: readonly string[],
  is: readonly string[],
  before: Snapshot,
  now: Snapshot,
): boolean {
  const closed = was[CLOSED] ?? ''
  if (closed === '' || Number(is[REOPENED]) <= Number(was[REOPENED])) return false
  const known = before.reopenings.get(id)
  return [...(now.reopenings.get(id) ?? [])].some(([event, time]) => !known?.has(event) && time > epochSeconds(closed))
}

function against(before: Snapshot, now: Snapshot): NonNullable<StepFacts['against']> {
  const facts = { cases: 0, comparable: 0, changed: 0, rows_changed: 0 }
  for (const [id, row] of now.rows) {
    const held = before.rows.get(id)
    if (held === undefined) continue
    facts.cases++
    const was = cellsOf(held)
    const is = held === row ? was : cellsOf(row)
    const reopened = held !== row && isReopened(id, was, is, before, now)
    let changed = 0
    for (const [index, column] of CASE_COLUMNS.entries()) {
      const [old, value] = [was[index] || null, is[index] || null]
      if (!isComparable(column, old)) continue
      facts.comparable++
      if (!isPermitted(column, old, value, reopened)) changed++
    }
    facts.changed += changed
    if (changed > 0) facts.rows_changed++
  }
  return facts
}

/** `zone` of the unit, as `+07:00`. */
export function stepFacts(before: Snapshot | null, now: Snapshot, zone: string): StepFacts {
  const months: Record<string, number> = {}
  const seconds = zoneSeconds(zone)
  for (const row of now.rows.values()) {
    const received = cellsOf(row)[RECEIVED] ?? ''
    const month = received.slice(19) === zone ? received.slice(0, 7) : monthText(monthOf(dayAt(momentOf(received), seconds))) // prettier-ignore
    months[month] = (months[month] ?? 0) + 1
  }
  return { months, against: before && against(before, now) }
}
