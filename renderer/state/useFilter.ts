import type { Filter } from '../../shared/domain/filter'
import type { FilterPatch } from './route'
import { useRoute } from './useRoute'

/** The filter that follows through every room, and how to change a part of it. `from` and `to` are always set. */
export function useFilter(): [Filter, (patch: FilterPatch) => void] {
  const { filter, setFilter } = useRoute()
  return [filter, setFilter]
}
