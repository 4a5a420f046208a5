import type { ReactNode } from 'react'
import type { QueryName } from '../../../shared/contract/queries'
import type { ChannelCoverage, ChannelPage } from '../../../shared/contract/results/channels'
import type { AnswerState } from '../../api/useAnswer'
import { useReady } from '../../state/useReady'
import { useRoute } from '../../state/useRoute'
import type { PageContext, Scope } from './context'
import { PageState } from './PageState'

interface Props<T> {
  page: ChannelPage
  query: QueryName
  params: Readonly<Record<string, unknown>>
  scope: Scope
  answer: AnswerState<T>
  children: (data: T, context: PageContext) => ReactNode
}

/** A page around its one query: says when it stands, and gives its figures what they share. */
export function Frame<T extends { coverage: ChannelCoverage }>({ answer, scope, children, ...rest }: Props<T>) {
  const { href } = useRoute()
  useReady('kanal', (answer.data !== undefined && !answer.isStale) || answer.error !== null)
  return (
    <PageState answer={answer} boardHref={href('integritas')}>
      {(data) => children(data, { ...rest, scope, coverage: data.coverage, stem: scope.unit ?? 'nasional' })}
    </PageState>
  )
}
