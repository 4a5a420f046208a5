import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type { Filter } from '../../shared/domain/filter'
import { useWorkspace } from '../api/useWorkspace'
import { resolveFilter } from './defaults'
import type { RoomId } from './roomIds'
import { formatRoute, parseRoute, patchFilter, type FilterPatch, type Route, type RoomParams } from './route'

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
  /** Goes to a room; `replace` leaves no trace in the history. This and the next two start from where the console is when they are called. */
  go: (room: RoomId, target?: Target & { replace?: boolean }) => void
  /** Changes the present room's own parameters; undefined removes one. */
  setParams: (patch: Readonly<Record<string, string | undefined>>, options?: { replace?: boolean }) => void
  /** Changes the filter and stays in the room. */
  setFilter: (patch: FilterPatch) => void
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

const completeRoute = (hash: string, lastDay: string | null): Route => {
  const route = parseRoute(hash)
  return { ...route, filter: resolveFilter(route.filter, lastDay) }
}
const linkFrom = (from: Route, room: RoomId, { filter = {}, params = {} }: Target): string =>
  formatRoute({ room, filter: patchFilter(from.filter, filter), params })

type Deeds = Pick<Place, 'go' | 'setParams' | 'setFilter'>
function deedsFor(lastDay: string | null): Deeds {
  const here = () => completeRoute(window.location.hash, lastDay)
  return {
    go: (room, { replace = false, ...target } = {}) => navigate(linkFrom(here(), room, target), replace),
    setParams: (patch, { replace = false } = {}) => {
      const from = here()
      const params = Object.entries({ ...from.params, ...patch }).filter(([, value]) => value !== undefined)
      navigate(formatRoute({ ...from, params: Object.fromEntries(params) as RoomParams }), replace)
    },
    setFilter: (filter) => {
      const from = here()
      navigate(linkFrom(from, from.room, { filter, params: from.params }))
    },
  }
}

/** The place in the location, read once for all. For the shell; everything within it uses `useRoute`. */
export function useLocatedPlace(): Place {
  const hash = useHash()
  const { last_day } = useWorkspace()
  const deeds = useMemo(() => deedsFor(last_day), [last_day])
  return useMemo(() => {
    const route = completeRoute(hash, last_day)
    return { ...route, ...deeds, href: (room, target = {}) => linkFrom(route, room, target) }
  }, [hash, last_day, deeds])
}

/** The place in the location. */
export const LivePlaceContext = createContext<Place | null>(null)
/** The place that what stands here is about: the location's, or while a figure waits for its answer, that of its numbers. */
export const PlaceContext = createContext<Place | null>(null)

function given(place: Place | null): Place {
  if (!place) throw new Error('a place outside of the shell')
  return place
}

/** Where the console is, and how to go elsewhere. */
export const useRoute = (): Place => given(useContext(PlaceContext))

/** The same for a control inside of a figure, which shows what was chosen before the figure has its answer. */
export const useLiveRoute = (): Place => given(useContext(LivePlaceContext))
