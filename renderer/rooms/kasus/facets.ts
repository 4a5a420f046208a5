/** The facet column: what the cases that match divide into, and what a click on a part asks for. Pure. */
import type { CaseFacets } from '../../../shared/contract/results/cases'
import type { CodeCount } from '../../../shared/contract/results/common'
import { ASKED_ADDRESSEES } from '../../../shared/domain/filterCodes'
import type { Filter } from '../../../shared/domain/filter'
import { CATEGORIES, CHANNELS, STATUSES } from '../../../shared/export/enums'
import { capital, type Words } from '../../../shared/sentences/words'
import type { FilterPatch } from '../../state/route'
import type { CasesView } from './view'

export type FacetName = 'status' | 'category' | 'channel' | 'addressee' | 'deadline' | 'flags'
export interface FacetItem {
  code: string
  label: string
  count: number
  /** length of the bar, 0 to 1 of the facet's largest part */
  part: number
  selected: boolean
  /** false: the part cannot be asked for (an unknown category) */
  selectable: boolean
}
export interface Facet {
  name: FacetName
  title: string
  items: FacetItem[]
  selected: boolean
}

const chosenOf = (filter: Filter, view: CasesView): Record<FacetName, readonly string[]> => ({
  status: filter.statuses ?? [],
  category: filter.categories ?? [],
  channel: filter.channels ?? [],
  addressee: filter.addressees ?? [],
  deadline: view.deadline === null ? [] : [view.deadline],
  flags: view.flagged === null ? [] : [view.flagged ? 'flagged' : 'unflagged'],
})

const KNOWN: Record<FacetName, readonly string[]> = {
  status: STATUSES,
  category: CATEGORIES,
  channel: CHANNELS,
  addressee: ASKED_ADDRESSEES,
  deadline: ['on_time', 'late', 'pending', 'blocked', 'none'],
  flags: ['flagged', 'unflagged'],
}

/** The six facets, parts in the order that the query gives; an asked-for part without cases stays, with 0. */
export function facetsOf(facets: CaseFacets, filter: Filter, view: CasesView, { t }: Words): Facet[] {
  const chosen = chosenOf(filter, view)
  const flags = [
    { code: 'flagged', count: facets.flagged },
    { code: 'unflagged', count: facets.unflagged },
  ]
  const facet = (name: FacetName, counts: readonly CodeCount[], label: (code: string) => string): Facet => {
    const asked = chosen[name].filter((code) => !counts.some((item) => item.code === code))
    const all = [
      ...counts.filter(({ count }) => count > 0 || name === 'flags'),
      ...asked.map((code) => ({ code, count: 0 })),
    ]
    const most = Math.max(1, ...all.map(({ count }) => count))
    const items = all.map(({ code, count }) => ({
      code,
      count,
      label: label(code),
      part: count / most,
      selected: chosen[name].includes(code),
      selectable: KNOWN[name].includes(code),
    }))
    return { name, title: t(`cases.facet.${name}`), items, selected: chosen[name].length > 0 }
  }
  return [
    facet('status', facets.status, (code) => t.code('status', code)),
    facet('category', facets.category, (code) => t.code('category', code)),
    facet('channel', facets.channel, (code) => t.code('channel', code)),
    facet('addressee', facets.addressee, (code) => t.code('addressee', code)),
    facet('deadline', facets.deadline, (code) => capital(t.code('deadline', code))),
    facet('flags', flags, (code) => t.code('cases.facet', code)),
  ]
}

/** What a click changes: a part of the filter, or the room's own parameters. A second click takes it back. */
export type FacetChange = { filter: FilterPatch } | { params: Record<string, string | undefined> }

const LISTS = { status: 'statuses', category: 'categories', channel: 'channels', addressee: 'addressees' } as const

export function facetChange(name: FacetName, code: string | null, filter: Filter, view: CasesView): FacetChange {
  const chosen = chosenOf(filter, view)[name]
  if (name === 'deadline') return { params: { deadline: code === null || chosen.includes(code) ? undefined : code } }
  if (name === 'flags')
    return { params: { flagged: code === null || chosen.includes(code) ? undefined : code === 'flagged' ? '1' : '0' } }
  const next = code === null ? [] : chosen.includes(code) ? chosen.filter((item) => item !== code) : [...chosen, code]
  // Only codes of the filter's own lists are offered as selectable.
  return { filter: { [LISTS[name]]: next.length > 0 ? next : undefined } as FilterPatch }
}
