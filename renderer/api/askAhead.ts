/** Questions asked before anything that shows their answers stands. `useNamedQuery` finds these answers, or waits for them. */
import type { QueryName, QueryParams, QueryResult } from '../../shared/contract/queries'
import { runQuery, unwrap } from './client'
import { queryClient } from './queryClient'
import { currentRevision } from './revision'
import { answerKey } from './useAnswer'

/** A named query with its parameters. */
export type Question = { [N in QueryName]: readonly [name: N, params: QueryParams<N>] }[QueryName]

const options = ([name, params]: Question) => ({
  queryKey: answerKey(currentRevision(), [name, params]),
  queryFn: ({ signal }: { signal: AbortSignal }) => unwrap(runQuery(name, params, signal)),
})

/** Asks of the present revision. Does not reject: whoever shows the answer asks again for one that failed. */
export const askAhead = (question: Question): Promise<void> => queryClient.prefetchQuery(options(question))

/** The same with the answer itself; undefined when there is none. */
export async function readAhead<N extends QueryName>(
  name: N,
  params: QueryParams<N>,
): Promise<QueryResult<N> | undefined> {
  const question = [name, params] as Question
  await askAhead(question)
  return queryClient.getQueryData<QueryResult<N>>(options(question).queryKey)
}

/** Whether the answer is there already. */
export const isAnswered = (question: Question): boolean =>
  queryClient.getQueryData(options(question).queryKey) !== undefined
