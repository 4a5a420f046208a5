/** Filters of the cases kept under a name. Pure. */
import type { CaseView } from '../../../shared/contract/contract'
import { formatRoute, type Route } from '../../state/route'

export const MOST_VIEWS = 30

/** The list as it is shown, without the case that may be open in it. */
export function placeOfList({ filter, params }: Pick<Route, 'filter' | 'params'>): string {
  const { case: _, of: __, ...own } = params
  return formatRoute({ room: 'kasus', filter, params: own })
}

/** The views with one more; the same name takes the place of the one before, and names stand in their order. */
export const withView = (views: readonly CaseView[], view: CaseView): CaseView[] =>
  [...views.filter(({ name }) => name !== view.name), view].toSorted((a, b) => a.name.localeCompare(b.name, 'id'))
