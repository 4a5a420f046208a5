import type { ReactNode } from 'react'
import type { QueryName, QueryParams, QueryResult } from '../../../shared/contract/queries'
import type { ChannelCoverage, ChannelPage } from '../../../shared/contract/results/channels'
import type { AnswerState } from '../../api/useAnswer'
import { useNamedQuery } from '../../api/useNamedQuery'
import { useReady } from '../../state/useReady'
import { useRoute } from '../../state/useRoute'
import { PageContextHeld, type Scope } from './context'
import { PageState } from './PageState'

type PageQuery = Extract<QueryName, `channel.${ChannelPage}`>
interface Props<N extends PageQuery> {
  page: ChannelPage
  query: N
  scope: Scope
  /** what the query is asked; without it the scope */
  params?: QueryParams<N>
  children: (data: QueryResult<N>) => ReactNode
}

/** A page around its one query: says when it stands, and gives its figures what they share. */
export function Frame<N extends PageQuery>({
  page,
  query,
  scope,
  params = scope as QueryParams<N>,
  children,
}: Props<N>) {
  const { href } = useRoute()
  const answer = useNamedQuery(query, params) as AnswerState<QueryResult<N> & { coverage: ChannelCoverage }>
  useReady('kanal', (answer.data !== undefined && !answer.isStale) || answer.error !== null)
  return (
    <PageState answer={answer} boardHref={href('integritas')}>
      {(data) => (
        <PageContextHeld.Provider
          value={{ page, query, params: { ...params }, scope, coverage: data.coverage, stem: scope.unit ?? 'nasional' }}
        >
          {children(data)}
        </PageContextHeld.Provider>
      )}
    </PageState>
  )
}
