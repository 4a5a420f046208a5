/** The filter that a fresh console starts with. Pure. */
import type { Filter } from '../../shared/domain/filter'
import { lastCompleteQuarter } from './period'

/** Counter, letter and e-mail: the formal complaint in the sense of the regulation. */
export const FORMAL_CHANNELS = ['walk_in', 'letter', 'email'] as const

/** Formal complaints of the last complete quarter that the data reach; without data, of the calendar. */
export function defaultFilter(lastDay: string | null): Filter {
  const day = lastDay ?? new Date().toISOString().slice(0, 10)
  return { ...lastCompleteQuarter(day), channels: [...FORMAL_CHANNELS], subjects: ['complaint'] }
}

/** What a location says, made complete: without any filter the default one, without a period its period. */
export function resolveFilter(filter: Filter, lastDay: string | null): Filter {
  if (filter.from !== undefined) return filter
  const { from, to, ...rest } = defaultFilter(lastDay)
  const { known_on, ...codes } = filter
  const asked = Object.keys(codes).length > 0 ? codes : rest
  return { ...(from && to && { from, to }), ...asked, ...(known_on !== undefined && { known_on }) }
}
