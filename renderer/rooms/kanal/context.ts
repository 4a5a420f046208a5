/** What every page and figure of the room is given, and how a figure is pinned. */
import { createContext, useContext } from 'react'
import type { FigureToPin } from '../../../shared/contract/findings'
import type { QueryName } from '../../../shared/contract/queries'
import type { ChannelCoverage, ChannelPage } from '../../../shared/contract/results/channels'
import type { Estimate } from '../../../shared/contract/results/common'
import type { DurationCurve } from '../../../shared/contract/results/region'
import type { Filter } from '../../../shared/domain/filter'
import { channelsOf } from './pages'

/** Period, unit and day of knowledge: the parts of the filter that the room follows. */
export type Scope = Pick<Filter, 'from' | 'to' | 'unit' | 'known_on'>
export const scopeOf = ({ from, to, unit, known_on }: Filter): Scope => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...(unit !== undefined && { unit }),
  ...(known_on !== undefined && { known_on }),
})
/** Whether the filter holds a part that the room does not follow. */
export const leavesOut = ({ channels, subjects, categories, statuses, addressees, programmes }: Filter): boolean =>
  [channels, subjects, categories, statuses, addressees, programmes].some((part) => part !== undefined)

export interface PageContext {
  page: ChannelPage
  query: QueryName
  params: Readonly<Record<string, unknown>>
  scope: Scope
  coverage: ChannelCoverage
  /** stem of file names: the unit's code, or the nation */
  stem: string
}

/** Around the figures of a page. */
export const PageContextHeld = createContext<PageContext | null>(null)

/** The page that a figure stands on. Throws outside of one. */
export function usePageContext(): PageContext {
  const held = useContext(PageContextHeld)
  if (!held) throw new Error('a figure of the channels’ room stands on a page')
  return held
}

/** A number of the answer and where it stands in it. */
export interface Pinned {
  path: string
  /** message key of what is measured */
  label: string
  value: number | null
  format: FigureToPin['format']
}
/** A share, a median or a count by its place in the answer. */
export const sharePin = (path: string, label: string, { value }: Estimate): Pinned => ({
  path: `${path}.value`,
  label,
  value,
  format: 'share',
})
export const medianPin = (path: string, label: string, { median }: Pick<DurationCurve, 'median'>): Pinned => ({
  path: `${path}.median`,
  label,
  value: median,
  format: 'days',
})
export const countPin = (path: string, label: string, value: number | null): Pinned => ({
  path,
  label,
  value,
  format: 'count',
})

const LONGEST = 1000

export const pinOf = ({ query, params, scope, page }: PageContext, pinned: Pinned, sentence: string): FigureToPin => ({
  ...pinned,
  query,
  params: { ...params },
  sentence: sentence.length > LONGEST ? `${sentence.slice(0, LONGEST - 1)}…` : sentence,
  filter: { ...scope, channels: [...channelsOf(page)] },
  unit: scope.unit ?? null,
})

/** Puts away what the room does not follow, so that a list of cases holds those that a figure counted. */
export const OPEN_FILTER = {
  subjects: undefined,
  categories: undefined,
  statuses: undefined,
  addressees: undefined,
  programmes: undefined,
}
