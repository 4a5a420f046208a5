/** Codes of the named queries. Without their schemas: the page needs the values alone. */
import type { QueryName, QueryParams } from './queries'

export const SORTS = [
  'case_id',
  'unit',
  'reporting_unit',
  'channel',
  'subject',
  'category',
  'received_at',
  'first_response_at',
  'closed_at',
  'status',
  'outcome',
  'flags',
  'age',
] as const
export const DURATION_STAGES = ['first_response', 'progress', 'publication', 'close'] as const

/** Parameters that are none at all have the type of an object with any key, and no value for it. */
type TakesDay<P> = string extends keyof P ? false : 'known_on' extends keyof P ? true : false
type OfNow = { [N in QueryName]: TakesDay<QueryParams<N>> extends true ? never : N }[QueryName]
/** Queries that are always about the present; one that is missing here, or too much, does not compile. */
const OF_NOW: Readonly<Record<OfNow, true>> = {
  'audit.page': true,
  'registry.current': true,
  'units.tree': true,
  'workspace.notices': true,
}
/** Whether a query can be asked as of an earlier day. */
export const isHeldQuery = (name: QueryName): boolean => !Object.hasOwn(OF_NOW, name)
