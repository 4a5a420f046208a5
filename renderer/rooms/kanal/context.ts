/** What every page and figure of the room is given, and how a figure is pinned. */
import type { FigureToPin } from '../../../shared/contract/findings'
import type { QueryName } from '../../../shared/contract/queries'
import type { ChannelCoverage, ChannelPage } from '../../../shared/contract/results/channels'
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
export const leavesOut = ({ channels, subjects, categories, statuses }: Filter): boolean =>
  [channels, subjects, categories, statuses].some((part) => part !== undefined)

export interface PageContext {
  page: ChannelPage
  query: QueryName
  params: Readonly<Record<string, unknown>>
  scope: Scope
  coverage: ChannelCoverage
  /** stem of file names: the unit's code, or the nation */
  stem: string
}

/** A number of the answer and where it stands in it. */
export interface Pinned {
  path: string
  /** message key of what is measured */
  label: string
  value: number | null
  format: FigureToPin['format']
}
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
export const OPEN_FILTER = { subjects: undefined, categories: undefined, statuses: undefined }
