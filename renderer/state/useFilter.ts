import { useCallback } from 'react'
import type { Filter } from '../../shared/domain/filter'
import type { FilterPatch } from './route'
import { useRoute } from './useRoute'

/** The filter that follows through every room, and how to change a part of it. `from` and `to` are always set. */
export function useFilter(): [Filter, (patch: FilterPatch) => void] {
  const { room, filter, params, go } = useRoute()
  const setFilter = useCallback((patch: FilterPatch) => go(room, { filter: patch, params }), [go, room, params])
  return [filter, setFilter]
}
