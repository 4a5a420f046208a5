/** Cases as CSV for a spreadsheet: words in the chosen language, ids and moments as reported. Pure. */
import type { CaseRow } from '../../../shared/contract/results/cases'
import type { Filter } from '../../../shared/domain/filter'
import type { MessageId } from '../../../shared/messages/catalogue'
import { harmless, quoted } from '../../charts/export/csv'
import type { Words } from '../../../shared/sentences/words'

const COLUMNS = [
  ['cases.column.case_id', ({ case_id }) => case_id],
  ['cases.column.reporting_unit', ({ reporting_unit }) => reporting_unit],
  ['cases.column.unit_code', ({ unit }) => unit],
  ['cases.column.unit', ({ unit_name }) => unit_name],
  ['cases.column.channel', ({ channel }, { t }) => t.code('channel', channel)],
  ['cases.column.subject', ({ subject }, { t }) => t.code('subject', subject)],
  ['cases.column.category', ({ category }, { t }) => t.code('category', category)],
  ['cases.column.received_at', ({ received_at }) => received_at],
  ['cases.column.answeredOn', ({ first_response_at }) => first_response_at ?? ''],
  ['cases.column.closed_at', ({ closed_at }) => closed_at ?? ''],
  ['cases.column.age', ({ age_days }) => String(age_days)],
  ['cases.column.status', ({ status }, { t }) => t.code('status', status)],
  ['cases.column.outcome', ({ outcome }, { t }) => (outcome === null ? '' : t.code('outcome', outcome))],
  ['cases.column.deadline', ({ deadline }, { t }) => t.code('deadline', deadline)],
  ['cases.column.flags', ({ flags }) => flags.join(' ')],
] as const satisfies readonly (readonly [MessageId, (row: CaseRow, words: Words) => string])[]

const line = (cells: readonly string[]) => `${cells.map((cell) => quoted(harmless(cell))).join(',')}\r\n`

/** The first line; begins with the mark by which spreadsheets know UTF-8. */
export const csvHead = ({ t }: Words): string => `\uFEFF${line(COLUMNS.map(([key]) => t(key)))}`

export const csvRows = (rows: readonly CaseRow[], words: Words): string =>
  rows.map((row) => line(COLUMNS.map(([, cell]) => cell(row, words)))).join('')

/** File name that says what is inside: unit and period. */
export const csvName = ({ unit, from, to }: Filter, { t }: Words): string =>
  `${[t('cases.fileName'), unit, from, to].filter((part) => part !== undefined).join('_')}.csv`
