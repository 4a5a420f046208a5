/**
 * The location: room, filter and the room's own parameters, as `#/wilayah?from=…&to=…&unit=POLDA-JATENG`. Pure.
 * A location may come from anywhere (a bookmark, a mail), so whatever is not known or not safe is dropped.
 */
import { ASKED_ADDRESSEES, MOST_PROGRAMMES, NO_PROGRAMME } from '../../shared/domain/filterCodes'
import type { Filter } from '../../shared/domain/filter'
import { CATEGORIES, CHANNELS, STATUSES, SUBJECTS } from '../../shared/export/enums'
import { PATTERNS } from '../../shared/export/tables'
import { ROOM_IDS, ROOM_PARAMS, type RoomId } from './roomIds'

export type RoomParams = Readonly<Record<string, string>>
export interface Route {
  room: RoomId
  filter: Filter
  params: RoomParams
}
/** A patch of the filter: what is undefined is removed. */
export type FilterPatch = { [K in keyof Filter]?: Filter[K] | undefined }

const LISTS = {
  channels: CHANNELS,
  subjects: SUBJECTS,
  categories: CATEGORIES,
  statuses: STATUSES,
  addressees: ASKED_ADDRESSEES,
} as const
const LIST_KEYS = Object.keys(LISTS) as (keyof typeof LISTS)[]
const FILTER_KEYS = ['from', 'to', 'unit', ...LIST_KEYS, 'programmes', 'known_on'] as const
const LONGEST = 200
const LONGEST_CODE = 80

/** A day of the calendar: 30 February is none. */
export function isDay(text: string): boolean {
  if (!PATTERNS.date.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

const isSafe = (text: string) => text.length > 0 && text.length <= LONGEST && !/\p{C}/u.test(text)

function filterOf(search: URLSearchParams): Filter {
  const filter: Filter = {}
  const from = search.get('from')
  const to = search.get('to')
  if (from && to && isDay(from) && isDay(to) && from <= to) Object.assign(filter, { from, to })
  const unit = search.get('unit')
  if (unit && PATTERNS.unit.test(unit)) filter.unit = unit
  const known = search.get('known_on')
  if (known && isDay(known)) filter.known_on = known
  for (const key of LIST_KEYS) {
    const asked = new Set((search.get(key) ?? '').split(','))
    const known = LISTS[key].filter((code) => asked.has(code))
    if (known.length > 0 && known.length < LISTS[key].length) Object.assign(filter, { [key]: known })
  }
  const programmes = [...new Set((search.get('programmes') ?? '').split(','))]
    .filter((code) => code === NO_PROGRAMME || (code.length <= LONGEST_CODE && PATTERNS.code.test(code)))
    .slice(0, MOST_PROGRAMMES)
  if (programmes.length > 0) filter.programmes = programmes
  return filter
}

/** Reads a location's hash. Never fails: an unknown room is the overview. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const room = ROOM_IDS.find((id) => id === path) ?? 'ikhtisar'
  const search = new URLSearchParams(query)
  const filter = filterOf(search)
  const params: Record<string, string> = {}
  for (const name of ROOM_PARAMS[room]) {
    const value = search.get(name)
    if (value !== null && isSafe(value)) params[name] = value
  }
  return { room, filter, params }
}

const encode = (text: string) => encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':')

/** Writes a location's hash, always in the same order, so that equal places have equal links. */
export function formatRoute({ room, filter, params }: Route): string {
  const parts: string[] = []
  const add = (name: string, value: string) => parts.push(`${name}=${encode(value)}`)
  for (const key of FILTER_KEYS) {
    const value = filter[key]
    if (value !== undefined) add(key, typeof value === 'string' ? value : value.join(','))
  }
  for (const name of ROOM_PARAMS[room]) {
    const value = params[name]
    if (value !== undefined && isSafe(value)) add(name, value)
  }
  return parts.length > 0 ? `#/${room}?${parts.join('&')}` : `#/${room}`
}

/** The filter with a patch put on; undefined removes a part. */
export function patchFilter(filter: Filter, patch: FilterPatch): Filter {
  const merged = { ...filter, ...patch }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined))
}
