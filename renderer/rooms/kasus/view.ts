/** What the cases' room shows: its own parameters in the location, and the query that they make with the filter. Pure. */
import { SORTS } from '../../../shared/contract/queryCodes'
import type { QueryParams } from '../../../shared/contract/queries'
import type { DeadlineState } from '../../../shared/contract/results/common'
import type { Filter } from '../../../shared/domain/filter'

export type CaseSort = (typeof SORTS)[number]
export const CASE_TABS = ['all', 'late', 'over90', 'flagged'] as const
export type CaseTab = (typeof CASE_TABS)[number]
const DEADLINES: readonly DeadlineState[] = ['on_time', 'late', 'pending', 'blocked', 'none']

export interface CasesView {
  search: string
  sort: CaseSort
  descending: boolean
  deadline: DeadlineState | null
  flagged: boolean | null
  over90: boolean
}
/** The room's parameters, as they stand in the location. */
export type CasesParams = Readonly<Record<string, string | undefined>>

/** Reads the parameters; whatever is not known counts as not given. Newest cases first unless asked otherwise. */
export function readView(params: CasesParams): CasesView {
  const sort = SORTS.find((field) => field === params['sort'])
  return {
    search: params['q'] ?? '',
    sort: sort ?? 'received_at',
    descending: sort === undefined ? params['desc'] !== '0' : params['desc'] === '1',
    deadline: DEADLINES.find((state) => state === params['deadline']) ?? null,
    flagged: params['flagged'] === '1' ? true : params['flagged'] === '0' ? false : null,
    over90: params['over90'] === '1',
  }
}

/** Which tab a view is: exactly one choice of the tab, or none of them (then `null`). */
export function tabOf({ deadline, flagged, over90 }: CasesView): CaseTab | null {
  const chosen = [deadline !== null, flagged !== null, over90].filter(Boolean).length
  if (chosen === 0) return 'all'
  if (chosen > 1) return null
  if (over90) return 'over90'
  if (flagged === true) return 'flagged'
  return deadline === 'late' ? 'late' : null
}

/** The parameters that a tab sets; sort and search stay. */
export const tabParams = (tab: CaseTab): CasesParams => ({
  deadline: tab === 'late' ? 'late' : undefined,
  over90: tab === 'over90' ? '1' : undefined,
  flagged: tab === 'flagged' ? '1' : undefined,
})

/** The parameters after a click on a column's header: first ascending, then descending; dates begin with the newest, ages with the oldest. */
export function sortParams(view: CasesView, column: CaseSort): CasesParams {
  const first = column.endsWith('_at') || column === 'age'
  const descending = view.sort === column ? !view.descending : first
  return { sort: column, desc: descending ? '1' : '0' }
}

/** Everything of `cases.page` but offset and limit. */
export function casesQuery(filter: Filter, view: CasesView): QueryParams<'cases.page'> {
  return {
    ...filter,
    sort: view.sort,
    descending: view.descending,
    ...(view.search !== '' && { search: view.search }),
    ...(view.deadline !== null && { deadline: view.deadline }),
    ...(view.flagged !== null && { flagged: view.flagged }),
    ...(view.over90 && { open_over_90: true }),
  }
}
