/** `cases.facets`: what a further click would leave. A facet of a filtered column counts as if that filter were off. */
import type { QueryParams } from '../../../shared/contract/queries'
import type { DeadlineState } from '../../../shared/contract/results/common'
import type { CaseFacets } from '../../../shared/contract/results/cases'
import type { Filter } from '../../../shared/domain/filter'
import { EMPTY, type CodeColumn } from '../columns/layout'
import { longOpenRows, receivedRows, searchedRows } from './casesMatch'
import type { QueryContext } from './context'
import { deadlineState, factsOf } from './facts'
import { codeList } from './overviewCodes'

const STATES: readonly DeadlineState[] = ['on_time', 'late', 'pending', 'blocked', 'none']

export function casesFacets(context: QueryContext, params: QueryParams<'cases.facets'>): CaseFacets {
  const { search, ...filter } = params
  const { cases } = context.index
  const found = searchedRows(context, search)
  const marks = receivedRows(context, filter)
  const facts = factsOf(context)
  const byFact = new Int32Array(1 << 16)
  let [total, flagged] = [0, 0]
  for (let row = 0; row < marks.length; row++) {
    if (marks[row] === 0 || (found !== null && found[row] === 0)) continue
    total++
    if (cases.flags[row] !== 0) flagged++
    byFact[facts[row] as number]! += 1
  }
  const { statuses: _, ...anyStatus } = filter
  const { categories: __, ...anyCategory } = filter
  const { channels: ___, ...anyChannel } = filter
  const list = (column: CodeColumn, asked: Filter) =>
    codeList(column, codeCounts(cases.codes[column], asked === filter ? marks : receivedRows(context, asked), found))
  return {
    total,
    all: cases.rows,
    status: list('status', filter.statuses ? anyStatus : filter),
    category: list('category', filter.categories ? anyCategory : filter),
    channel: list('channel', filter.channels ? anyChannel : filter),
    deadline: states(byFact),
    flagged,
    unflagged: total - flagged,
    open_over_90: countMarked(longOpenRows(context, filter), found),
  }
}

function codeCounts(codes: Uint8Array, marks: Uint8Array, found: Uint8Array | null): Int32Array {
  const counts = new Int32Array(EMPTY + 1)
  for (let row = 0; row < marks.length; row++) {
    if (marks[row] === 1 && (found === null || found[row] === 1)) counts[codes[row] as number]! += 1
  }
  return counts
}

function countMarked(marks: Uint8Array, found: Uint8Array | null): number {
  let count = 0
  for (let row = 0; row < marks.length; row++) if (marks[row] === 1 && (found === null || found[row] === 1)) count++
  return count
}

function states(byFact: Int32Array): CaseFacets['deadline'] {
  const counts = new Map<DeadlineState, number>()
  byFact.forEach((count, fact) => count > 0 && counts.set(deadlineState(fact), (counts.get(deadlineState(fact)) ?? 0) + count)) // prettier-ignore
  return STATES.map((code) => ({ code, count: counts.get(code) ?? 0 })).filter(({ count }) => count > 0)
}
