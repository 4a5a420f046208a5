/** `cases.facets`: what a further click would leave. A facet of a filtered column counts as if that filter were off. */
import type { QueryParams } from '../../../shared/contract/queries'
import type { DeadlineState } from '../../../shared/contract/results/common'
import type { CaseFacets } from '../../../shared/contract/results/cases'
import { EMPTY } from '../columns/layout'
import { deadlineOf, matching, type CaseQuery } from './casesMatch'
import type { QueryContext } from './context'
import { codeList } from './overviewCodes'

const STATES: readonly DeadlineState[] = ['on_time', 'late', 'pending', 'blocked', 'none']

export function casesFacets(context: QueryContext, params: QueryParams<'cases.facets'>): CaseFacets {
  const { cases } = context.index
  const rows = matching(context, params)
  const { statuses: _, ...anyStatus } = params
  const { categories: __, ...anyCategory } = params
  const { channels: ___, ...anyChannel } = params
  const states = new Map<DeadlineState, number>()
  let flagged = 0
  for (const row of rows) {
    if (cases.flags[row] !== 0) flagged++
    const state = deadlineOf(context, row)
    states.set(state, (states.get(state) ?? 0) + 1)
  }
  const count = (column: 'status' | 'category' | 'channel', query: CaseQuery) => {
    const counts = new Int32Array(EMPTY + 1)
    const codes = cases.codes[column]
    for (const row of matching(context, query)) counts[codes[row] as number]! += 1
    return codeList(column, counts)
  }
  return {
    total: rows.length,
    all: cases.rows,
    status: count('status', anyStatus),
    category: count('category', anyCategory),
    channel: count('channel', anyChannel),
    deadline: STATES.map((code) => ({ code, count: states.get(code) ?? 0 })).filter((item) => item.count > 0),
    flagged,
    unflagged: rows.length - flagged,
    open_over_90: matching(context, { ...params, open_over_90: true }).length,
  }
}
