import { isHeldQuery } from '../../shared/contract/queryCodes'
import type { QueryName, QueryParams, QueryResult } from '../../shared/contract/queries'
import { useKnownOn } from '../state/knownOn'
import { runQuery, unwrap } from './client'
import { useAsked, type AnswerState } from './useAnswer'

/**
 * Result of a named query, kept by (workspace revision, name, params). While a new question is computed the previous
 * answer stays, with `isStale` true. While an earlier day of knowledge is shown, it is asked about that day.
 */
export function useNamedQuery<N extends QueryName>(
  name: N,
  params: QueryParams<N>,
  { enabled = true }: { enabled?: boolean } = {},
): AnswerState<QueryResult<N>> {
  const known_on = useKnownOn()
  const asked = known_on !== undefined && isHeldQuery(name) ? { ...params, known_on } : params
  return useAsked([name, asked], (signal) => unwrap(runQuery(name, asked, signal)), enabled)
}

/** The same of a question that is also asked ahead. */
export const useQuestion = <N extends QueryName>([name, params]: readonly [
  name: N,
  params: QueryParams<N>,
]): AnswerState<QueryResult<N>> => useNamedQuery(name, params)
