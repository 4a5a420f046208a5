import type { ReactNode } from 'react'
import type { QueryName } from '../../../shared/contract/queries'
import type { ChannelCoverage, ChannelPage } from '../../../shared/contract/results/channels'
import { channelCoverageSentence, stateOfCoverage } from '../../../shared/sentences/channels/coverage'
import type { AnswerState } from '../../api/useAnswer'
import { useReady } from '../../state/useReady'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { LinkButton } from '../../ui/Button'
import { Stale } from '../../ui/Stale'
import { Empty, ErrorState, Loading } from '../../ui/States'
import type { PageContext, Scope } from './context'
import { CoverageLine } from './CoverageLine'

interface Props<T> {
  page: ChannelPage
  query: QueryName
  params: Readonly<Record<string, unknown>>
  scope: Scope
  answer: AnswerState<T>
  children: (data: T, context: PageContext) => ReactNode
}

/** A page: who carries the channel and who reported, then its figures; or which of the kinds of nothing it has. */
export function Frame<T extends { coverage: ChannelCoverage }>({ answer, scope, children, ...rest }: Props<T>) {
  const words = useText()
  const { t } = words
  const { href } = useRoute()
  const { data, error } = answer
  useReady('kanal', (data !== undefined && !answer.isStale) || error !== null)
  if (data === undefined)
    return error ? <ErrorState error={error} onRetry={answer.refetch} /> : <Loading label={t('chart.loading')} />
  const state = stateOfCoverage(data.coverage)
  const context: PageContext = { ...rest, scope, coverage: data.coverage, stem: scope.unit ?? 'nasional' }
  const { answer: bold, caution } = channelCoverageSentence(data.coverage, words)
  return (
    <Stale on={answer.isStale}>
      <CoverageLine coverage={data.coverage} answer={bold} caution={caution} />
      {state === 'reported' ? (
        children(data, context)
      ) : (
        <Empty
          title={t(state === 'not_applicable' ? 'channels.none.title' : 'channels.silent.title')}
          text={t(state === 'not_applicable' ? 'channels.none.text' : 'channels.silent.text')}
          action={
            state === 'not_applicable' ? undefined : (
              <LinkButton href={href('integritas')}>{t('region.board')}</LinkButton>
            )
          }
        />
      )}
    </Stale>
  )
}
