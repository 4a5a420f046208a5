import type { ReactNode } from 'react'
import { channelCoverageNote } from '../../../shared/sentences/channels/coverage'
import { joined, plain, type Sentence } from '../../../shared/sentences/words'
import { call } from '../../api/client'
import { ChartFigure, type Definition } from '../../charts/ChartFigure'
import type { FigureTable } from '../../charts/table'
import { usePin } from '../../state/pin'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { channelsOf } from './pages'
import { OPEN_FILTER, pinOf, type PageContext, type Pinned } from './context'

interface Props {
  context: PageContext
  id: string
  title: string
  sentence: Sentence
  /** measure, denominator, interval or test; the coverage is added */
  note: string
  table: FigureTable
  definition?: Definition
  pinned?: Pinned | null
  /** what stands instead when there is nothing to draw */
  empty?: { title: string; text: string } | null
  drawing?: boolean
  legend?: ReactNode
  className?: string
  children: ReactNode
}

/** A figure of the room: the anatomy of every figure, with the channel's own coverage in its note. */
export function Fig({ context, id, note, pinned = null, empty = null, sentence, children, ...rest }: Props) {
  const words = useText()
  const pin = usePin()
  const { href } = useRoute()
  const channels = [...channelsOf(context.page)]
  const flags = {
    href: href('kasus', { filter: { ...OPEN_FILTER, channels }, params: { flagged: '1' } }),
    words: words.t('chart.flagsChannel'),
  }
  return (
    <ChartFigure
      {...rest}
      id={`${id}-${context.stem}`}
      flags={flags}
      sentence={sentence}
      note={joined(note, channelCoverageNote(context.coverage, words))}
      save={(file) => call('figure:save', file)}
      {...(pinned && pinned.value !== null && { onPin: () => pin(pinOf(context, pinned, plain(sentence))) })}
      {...(empty && { state: { kind: 'empty', ...empty } })}
    >
      {children}
    </ChartFigure>
  )
}
