/** Where the console was left: the next start goes on with the same room and filter. */
import type { Filter } from '../../shared/domain/filter'
import { defaultFilter } from './defaults'
import type { RoomId } from './roomIds'
import { formatRoute, parseRoute, patchFilter } from './route'

const KEY = 'pantau.place'

/**
 * The location to go on with: room and filter only, since nobody wants to begin the day inside of a slide. The filter
 * that a fresh console has is left out: its quarter has to move on with the data. The day of knowledge is left out too:
 * a console that starts shows what is held now.
 */
export function placeToKeep(room: RoomId, filter: Filter, lastDay: string | null): string {
  const { known_on: _, ...lasting } = filter
  const place = (kept: Filter) => formatRoute({ room, filter: kept, params: {} })
  return place(lasting) === place(patchFilter({}, defaultFilter(lastDay))) ? place({}) : place(lasting)
}

export const rememberPlace = (place: string): void => window.localStorage.setItem(KEY, place)

/** Before the first drawing: goes to the place that was left, unless the location names one. */
export function restorePlace(): void {
  const left = window.localStorage.getItem(KEY)
  if (left === null || window.location.hash !== '') return
  window.history.replaceState(null, '', formatRoute({ ...parseRoute(left), params: {} }))
}
