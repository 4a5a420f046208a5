/** `cases.facets`: what a further click would leave. A facet of a filtered column counts as if that filter were off. */
import type { QueryParams } from '../../../shared/contract/queries'
import type { DeadlineState } from '../../../shared/contract/results/common'
import type { CaseFacets } from '../../../shared/contract/results/cases'
import type { Filter } from '../../../shared/domain/filter'
import { EMPTY, UNKNOWN, UNKNOWN_CODE, CODES } from '../columns/layout'
import { CELLS, cellsOf, cellTable, codesOf } from './cells'
import { addresseeMarks, programmeMarks } from './clauses'
import { longOpenRows, searchedRows } from './casesMatch'
import type { QueryContext } from './context'
import { deadlineState, FACTS, factsOf } from './facts'
import { moved } from './moved'
import { codeList } from './overviewCodes'
import { eachUnit, select } from './selection'

const STATES: readonly DeadlineState[] = ['on_time', 'late', 'pending', 'blocked', 'none']

export function casesFacets(context: QueryContext, params: QueryParams<'cases.facets'>): CaseFacets {
  const { search, ...filter } = params
  const { cells, addressees, facts, flagged } = tally(context, filter, searchedRows(context, search))
  const total = facts.reduce((sum, count) => sum + count, 0)
  const list = (column: 'status' | 'category' | 'channel', key: 'statuses' | 'categories' | 'channels') => {
    const { [key]: _, ...others } = filter
    return codeList(column, codesOf(cells, column, cellTable(others)))
  }
  return {
    total,
    all: context.index.cases.rows + (context.archivedCases ?? 0),
    status: list('status', 'statuses'),
    category: list('category', 'categories'),
    channel: list('channel', 'channels'),
    addressee: addresseeList(addressees),
    deadline: states(facts),
    flagged,
    unflagged: total - flagged,
    open_over_90: longOpen(context, filter, searchedRows(context, search)),
  }
}

interface Tally {
  /** of all cases of the unit, period, search, addressee and programme, whatever their other codes */
  cells: Int32Array
  /** of those that pass all but the addressees, by addressee */
  addressees: Int32Array
  /** of those that pass the code filters too */
  facts: Int32Array
  flagged: number
}

/** Every facet leaves its own filter out; so the cells are counted without any filter by their columns. */
function tally(context: QueryContext, { unit, from, to, ...codes }: Filter, found: Uint8Array | null): Tally {
  const [cells, facts, table] = [cellsOf(context), factsOf(context), cellTable(codes)]
  const { flags } = context.index.cases
  const { addressee } = context.index.cases.codes
  const [addressed, named] = [addresseeMarks(context, codes), programmeMarks(context, codes)]
  const counts = {
    cells: new Int32Array(CELLS),
    addressees: new Int32Array(EMPTY + 1),
    facts: new Int32Array(1 << FACTS.length),
    flagged: 0,
  }
  const selection = select(context, { ...(unit !== undefined && { unit }), ...(from !== undefined && { from }), ...(to !== undefined && { to }) }) // prettier-ignore
  eachUnit(selection, (_, __, ___, a, b) => {
    for (let row = a; row < b; row++) {
      if (found !== null && found[row] === 0) continue
      if (named !== null && named[row] === 0) continue
      const cell = cells[row] as number
      const isAddressed = addressed === null || addressed[row] === 1
      if (isAddressed) counts.cells[cell]! += 1
      if (table !== null && table[cell] === 0) continue
      counts.addressees[addressee[row] as number]! += 1
      if (!isAddressed) continue
      counts.facts[facts[row] as number]! += 1
      if (flags[row] !== 0) counts.flagged++
    }
  })
  return counts
}

/** The format's addressees, then those it does not know, then the cases that name nobody. */
function addresseeList(counts: Int32Array): CaseFacets['addressee'] {
  const known = CODES.addressee.map((code, i) => ({ code, count: counts[i] as number }))
  const rest = { [UNKNOWN_CODE]: counts[UNKNOWN] as number, none: counts[EMPTY] as number }
  return [...known, ...Object.entries(rest).map(([code, count]) => ({ code, count }))].filter(({ count }) => count > 0)
}

function longOpen(context: QueryContext, filter: Filter, found: Uint8Array | null): number {
  if (found === null) return moved(context, filter).total.over90
  const marks = longOpenRows(context, filter)
  let count = 0
  for (let row = 0; row < marks.length; row++) count += (marks[row] as number) & (found[row] as number)
  return count
}

function states(byFact: Int32Array): CaseFacets['deadline'] {
  const counts = new Map<DeadlineState, number>()
  byFact.forEach((count, fact) => count > 0 && counts.set(deadlineState(fact), (counts.get(deadlineState(fact)) ?? 0) + count)) // prettier-ignore
  return STATES.map((code) => ({ code, count: counts.get(code) ?? 0 })).filter(({ count }) => count > 0)
}
