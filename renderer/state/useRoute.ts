import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Filter } from '../../shared/domain/filter'
import { useWorkspace } from '../api/useWorkspace'
import { resolveFilter } from './defaults'
import type { RoomId } from './roomIds'
import { formatRoute, parseRoute, patchFilter, type FilterPatch, type RoomParams } from './route'

export interface Target {
  /** put on the present filter; undefined removes a part */
  filter?: FilterPatch
  /** the target room's own parameters, all of them */
  params?: RoomParams
}
export interface Place {
  room: RoomId
  /** complete: `from` and `to` are always set */
  filter: Filter
  params: RoomParams
  /** Goes to a room; `replace` leaves no trace in the history. */
  go: (room: RoomId, target?: Target & { replace?: boolean }) => void
  /** Changes the present room's own parameters; undefined removes one. */
  setParams: (patch: Readonly<Record<string, string | undefined>>, options?: { replace?: boolean }) => void
  /** The link to a room with the present filter. */
  href: (room: RoomId, target?: Target) => string
}

const MOVED = 'pantau:moved'

function subscribe(listener: () => void): () => void {
  const events = ['hashchange', 'popstate', MOVED] as const
  for (const event of events) window.addEventListener(event, listener)
  return () => {
    for (const event of events) window.removeEventListener(event, listener)
  }
}

/** Puts a hash into the history and tells everybody; the same hash again does nothing. */
export function navigate(hash: string, replace = false): void {
  if (hash === window.location.hash) return
  if (replace) window.history.replaceState(null, '', hash)
  else window.history.pushState(null, '', hash)
  window.dispatchEvent(new Event(MOVED))
}

const useHash = (): string => useSyncExternalStore(subscribe, () => window.location.hash)

/** Where the console is, and how to go elsewhere. */
export function useRoute(): Place {
  const hash = useHash()
  const { last_day } = useWorkspace()
  const place = useMemo(() => {
    const route = parseRoute(hash)
    return { ...route, filter: resolveFilter(route.filter, last_day) }
  }, [hash, last_day])
  const href = useCallback(
    (room: RoomId, { filter = {}, params = {} }: Target = {}) =>
      formatRoute({ room, filter: patchFilter(place.filter, filter), params }),
    [place],
  )
  const go: Place['go'] = useCallback(
    (room, { replace = false, ...target } = {}) => navigate(href(room, target), replace),
    [href],
  )
  const setParams: Place['setParams'] = useCallback(
    (patch, { replace = false } = {}) => {
      const params = Object.entries({ ...place.params, ...patch }).filter(([, value]) => value !== undefined)
      navigate(formatRoute({ ...place, params: Object.fromEntries(params) as RoomParams }), replace)
    },
    [place],
  )
  return { ...place, go, setParams, href }
}
