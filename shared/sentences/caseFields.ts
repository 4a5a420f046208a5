/** The columns of cases.csv and their values in words. Pure. */
import { TABLES } from '../export/tables'
import type { Words } from './words'

export const CASE_COLUMNS: readonly string[] = TABLES.cases.columns.map(({ name }) => name)
export type Values = Readonly<Record<string, string | null>>

/** Message prefix of the columns that hold a code. */
const CODES: Readonly<Record<string, string>> = {
  channel: 'channel',
  addressee: 'addressee',
  subject: 'subject',
  category: 'category',
  oversight_grade: 'grade',
  respondent_function: 'respondent',
  complainant_kind: 'complainant',
  status: 'status',
  referred_from: 'party',
  referred_to: 'party',
  outcome: 'outcome',
  sanction: 'sanction',
}

export const isMoment = (column: string): boolean => column.endsWith('_at')
export const fieldName = (column: string, { t }: Words): string => t.code('caseField', column)

/** A value in words; null = the cell is empty. Moments in their own zone, `short` without its name. */
export function valueWords(column: string, value: string | null, { t, f }: Words, short = false): string | null {
  if (value === null || value === '') return null
  const prefix = CODES[column]
  if (prefix !== undefined) return t.code(prefix, value)
  if (isMoment(column)) return f.moment(value, short)
  return value
}

/** Column values that are codes or ids are shown letter by letter. */
export const isVerbatim = (column: string): boolean =>
  CODES[column] === undefined && !isMoment(column) && column !== 'reopened_count' && column !== 'satisfaction'

const ZONES: Readonly<Record<string, string>> = { '+07:00': 'WIB', '+08:00': 'WITA', '+09:00': 'WIT' }
/** Name of the zone that a moment is written in. */
export const zoneOf = (moment: string): string => ZONES[moment.slice(19)] ?? moment.slice(19)
