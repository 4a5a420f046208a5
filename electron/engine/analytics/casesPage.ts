/** `cases.page` */
import type { QueryParams } from '../../../shared/contract/queries'
import type { CaseRow, CasesPage } from '../../../shared/contract/results/cases'
import { FLAG_CODES, caseId, codeText } from '../columns/layout'
import { lowerBound } from '../columns/search'
import { ageOf, orderedRows } from './casesOrder'
import type { QueryContext } from './context'
import { timeText } from './exact'
import { deadlineState, factsOf } from './facts'

const DEFAULT_LIMIT = 50

/** Without a sort the newest come first; with one, rising unless `descending`. */
export function casesPage(context: QueryContext, params: QueryParams<'cases.page'>): CasesPage {
  const { sort = 'received_at', descending = params.sort === undefined, offset = 0, limit = DEFAULT_LIMIT, ...query } = params // prettier-ignore
  const { total, rows } = orderedRows(context, query, sort, descending, offset, limit)
  return { total, rows: rows.map((row) => caseRow(context, row)) }
}

function caseRow(context: QueryContext, row: number): CaseRow {
  const { index, registry } = context
  const { cases } = index
  const unit = index.units[lowerBound(index.unitStart, row + 1) - 1] as string
  const code = (column: 'channel' | 'subject' | 'category' | 'status') => codeText(column, cases.codes[column][row] as number) ?? 'unknown' // prettier-ignore
  return {
    case_id: caseId(cases, row),
    unit,
    unit_name: registry.unit(unit)?.current.name ?? unit,
    reporting_unit: index.reporters[index.reporter[row] as number] as string,
    channel: code('channel'),
    subject: code('subject'),
    category: code('category'),
    received_at: timeText(index, 'received_at', row) as string,
    first_response_at: timeText(index, 'first_response_at', row),
    closed_at: timeText(index, 'closed_at', row),
    status: code('status'),
    outcome: codeText('outcome', cases.codes.outcome[row] as number),
    flags: FLAG_CODES.filter((_, bit) => ((cases.flags[row] as number) & (1 << bit)) !== 0),
    deadline: deadlineState(factsOf(context)[row] as number),
    age_days: Math.floor(ageOf(context, row) / 86_400),
  }
}
