/** What the fields of one row must satisfy together. Source: the export format, sections 4 and 6 (SCHEMA-VALUE, SEMANTIC). */
import {
  COMPLAINT_CATEGORIES,
  OPEN_STATUSES,
  OTHER_CATEGORIES,
  STATUSES,
  type ResourceName,
} from '../../../shared/export/enums'
import { TABLES } from '../../../shared/export/tables'
import { parseCount } from './fieldCheck'

/** Position of a column in its table. */
export function columnAt(table: ResourceName, name: string): number {
  const at = TABLES[table].columns.findIndex((column) => column.name === name)
  if (at < 0) throw new RangeError(`${table} has no column ${name}`)
  return at
}

const at = (name: string) => columnAt('cases', name)
const [CHANNEL, SESSION, SUBJECT, CATEGORY] = [at('channel'), at('session_id'), at('subject'), at('category')]
const [STATUS, CLOSED, RECEIVED, RECORDED, UPDATED] = [
  at('status'),
  at('closed_at'),
  at('received_at'),
  at('recorded_at'),
  at('updated_at'),
]
/** Milestones that must not lie before the receipt. */
const AFTER_RECEIPT = [at('first_response_at'), at('progress_at'), at('published_at'), CLOSED]

const COMPLAINT: ReadonlySet<string> = new Set(COMPLAINT_CATEGORIES)
const OTHER: ReadonlySet<string> = new Set(OTHER_CATEGORIES)
const OPEN: ReadonlySet<string> = new Set(OPEN_STATUSES)
const DONE: ReadonlySet<string> = new Set(STATUSES.filter((status) => !OPEN.has(status)))

/** Position of the column that contradicts another one, or -1. Codes that are not known are not judged. */
export function caseContradiction(fields: readonly string[]): number {
  const status = fields[STATUS]!
  const closed = fields[CLOSED] !== ''
  if ((OPEN.has(status) && closed) || (DONE.has(status) && !closed)) return CLOSED
  if ((fields[CHANNEL] === 'jumat_curhat') !== (fields[SESSION] !== '')) return SESSION
  const category = fields[CATEGORY]!
  const isComplaint = fields[SUBJECT] === 'complaint'
  return isComplaint ? (OTHER.has(category) ? CATEGORY : -1) : COMPLAINT.has(category) ? CATEGORY : -1
}

/** Positions of columns of a case whose times contradict each other; `seconds` by position, NaN where empty. */
export function caseTimeConflicts(seconds: Float64Array, flag: (column: number) => void): void {
  const received = seconds[RECEIVED]!
  if (seconds[RECORDED]! < received) flag(RECORDED)
  if (seconds[UPDATED]! < seconds[RECORDED]!) flag(UPDATED)
  for (const column of AFTER_RECEIPT) if (seconds[column]! < received) flag(column)
  if (seconds[CLOSED]! > seconds[UPDATED]!) flag(CLOSED)
}

const [OFFERED, ANSWERED, ABANDONED] = (['offered', 'answered', 'abandoned'] as const).map((name) =>
  columnAt('daily_calls', name),
) as [number, number, number]

/** More calls answered or abandoned than were offered. */
export const callsConflict = (fields: readonly string[]) =>
  parseCount(fields[ANSWERED]!) + parseCount(fields[ABANDONED]!) > parseCount(fields[OFFERED]!)
export const ANSWERED_COLUMN = ANSWERED
