/**
 * What a later export may change in a row that was reported before, and which value counts.
 * Source: the export format, sections 4 (mutability) and 6 (comparison).
 */
import { OPEN_STATUSES, STATUSES, type Status } from '../../../shared/export/enums'
import type { Column } from '../../../shared/export/tables'

/** A cell as CSV text; null = empty. */
export type Cell = string | null

/** Order of status; equal ranks may change into each other before closing. */
const RANK: Readonly<Record<Status, number>> = {
  received: 0, in_review: 1, in_progress: 2, referred: 2, closed: 3, withdrawn: 3, archived: 4,
} // prettier-ignore
const CLOSED_RANK = 3
/** What a reopening may empty or set anew. */
const REOPENABLE: ReadonlySet<string> = new Set([
  'status',
  'closed_at',
  'outcome',
  'sanction',
  'informed_at',
  'satisfaction',
])

const isStatus = (value: Cell): value is Status => (STATUSES as readonly (string | null)[]).includes(value)
export const isOpen = (status: Cell): boolean => (OPEN_STATUSES as readonly (string | null)[]).includes(status)
export const isClosed = (status: Cell): boolean => isStatus(status) && RANK[status] >= CLOSED_RANK

/** A status of a later minor version has no rank here: nothing can be said against it. */
function forward(before: Cell, after: Cell): boolean {
  if (!isStatus(before) || !isStatus(after)) return true
  return RANK[before] < RANK[after] || (RANK[before] === RANK[after] && RANK[before] < CLOSED_RANK)
}

/** Values that may be set once: not yet while empty, and a sanction not while it is pending. */
const isSet = ({ name }: Column, value: Cell) => value !== null && !(name === 'sanction' && value === 'pending')

/** Whether a cell of a row that is reported again can be held against what it was: I and F columns, S once set. */
export const isComparable = (column: Column, before: Cell): boolean =>
  column.mutability === 'I' || column.mutability === 'F' || (column.mutability === 'S' && isSet(column, before))

/** Whether a value may follow another without a declared correction. `reopened`: the case was reopened in between. */
export function isPermitted(column: Column, before: Cell, after: Cell, reopened = false): boolean {
  if (before === after || column.mutability === 'M') return true
  if (reopened && REOPENABLE.has(column.name)) return true
  if (column.mutability === 'S') return !isSet(column, before)
  return column.mutability === 'F' && forward(before, after)
}

export interface Difference {
  column: Column
  before: Cell
  after: Cell
  permitted: boolean
}

/** The columns in which two reported rows differ, with a judgement on each. */
export function differences(
  columns: readonly Column[],
  before: readonly Cell[],
  after: readonly Cell[],
  reopened = false,
): Difference[] {
  return columns.flatMap((column, index) => {
    const was = before[index] ?? null
    const is = after[index] ?? null
    return was === is ? [] : [{ column, before: was, after: is, permitted: isPermitted(column, was, is, reopened) }]
  })
}

/**
 * The values that count after an export: the first reported value stays until a permitted or declared change.
 * `undeclared` holds what is reported now where that differs from what counts.
 */
export function counted(
  columns: readonly Column[],
  held: readonly Cell[],
  reported: readonly Cell[],
  declared: ReadonlySet<string>,
  reopened = false,
): { values: Cell[]; undeclared: Record<string, Cell> } {
  const undeclared: Record<string, Cell> = {}
  const values = columns.map((column, index) => {
    const counts = held[index] ?? null
    const now = reported[index] ?? null
    if (declared.has(column.name) || isPermitted(column, counts, now, reopened)) return now
    undeclared[column.name] = now
    return counts
  })
  return { values, undeclared }
}
