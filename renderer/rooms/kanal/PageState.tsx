import type { ReactNode } from 'react'
import type { ChannelCoverage } from '../../../shared/contract/results/channels'
import { channelCoverageSentence, stateOfCoverage } from '../../../shared/sentences/channels/coverage'
import type { AnswerState } from '../../api/useAnswer'
import { useText } from '../../text/useText'
import { LinkButton } from '../../ui/Button'
import { Stale } from '../../ui/Stale'
import { Empty, ErrorState, Loading } from '../../ui/States'
import { CoverageLine } from './CoverageLine'

interface Props<T> {
  answer: AnswerState<T>
  boardHref: string
  children: (data: T) => ReactNode
}

/** Who carries the channel and who reported, then the figures; or which of the kinds of nothing the page has. */
export function PageState<T extends { coverage: ChannelCoverage }>({ answer, boardHref, children }: Props<T>) {
  const words = useText()
  const { t } = words
  const { data, error } = answer
  if (data === undefined)
    return error ? <ErrorState error={error} onRetry={answer.refetch} /> : <Loading label={t('chart.loading')} />
  const state = stateOfCoverage(data.coverage)
  const { answer: bold, caution } = channelCoverageSentence(data.coverage, words)
  return (
    <Stale on={answer.isStale}>
      <CoverageLine coverage={data.coverage} answer={bold} caution={caution} boardHref={boardHref} />
      {state === 'reported' && children(data)}
      {state === 'not_applicable' && <Empty title={t('channels.none.title')} text={t('channels.none.text')} />}
      {state === 'not_reported' && (
        <Empty
          title={t('channels.silent.title')}
          text={t('channels.silent.text')}
          action={<LinkButton href={boardHref}>{t('region.board')}</LinkButton>}
        />
      )}
    </Stale>
  )
}
