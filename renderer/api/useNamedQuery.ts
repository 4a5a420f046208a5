import type { QueryName, QueryParams, QueryResult } from '../../shared/contract/queries'
import { runQuery, unwrap } from './client'
import { useAsked, type AnswerState } from './useAnswer'

/**
 * Result of a named query, kept by (workspace revision, name, params). While a new question is computed the previous
 * answer stays, with `isStale` true.
 */
export function useNamedQuery<N extends QueryName>(
  name: N,
  params: QueryParams<N>,
  { enabled = true }: { enabled?: boolean } = {},
): AnswerState<QueryResult<N>> {
  return useAsked([name, params], () => unwrap(runQuery(name, params)), enabled)
}
