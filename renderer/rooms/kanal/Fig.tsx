import type { ReactNode } from 'react'
import { channelCoverageNote } from '../../../shared/sentences/channels/coverage'
import { ruleVersion } from '../../../shared/sentences/coverage'
import { joined, plain, type Sentence, type Words } from '../../../shared/sentences/words'
import { saveFigure } from '../../api/saveFigure'
import { useNamedQuery } from '../../api/useNamedQuery'
import { ChartFigure, type Definition } from '../../charts/ChartFigure'
import type { FigureTable } from '../../charts/table'
import { usePin } from '../../state/pin'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { channelsOf } from './pages'
import { OPEN_FILTER, pinOf, usePageContext, type Pinned } from './context'

/** What stands instead of a drawing: which nothing it is, and why. */
export interface Nothing {
  title: string
  text: string
}

interface Props {
  id: string
  title: string
  sentence: Sentence
  /** measure, denominator, interval or test */
  note: string
  /** the rule that the figure measures by; without it the version of the registry that holds them all */
  rule?: string
  /** given the figure's title as its caption */
  table: (caption: string, words: Words) => FigureTable
  /** without a name, that of the figure's question */
  definition: Omit<Definition, 'name'> & { name?: string }
  /** the number that the sentence rests on; null where there is none */
  pinned: Pinned | null
  empty?: Nothing | null | undefined
  legend?: ReactNode
  className?: string
  /** what is drawn, given the sentence that tells it to those who do not see it */
  children: (label: string) => ReactNode
}

/** The frame of every figure of the room: question, coverage and rule, sentence, drawing, table, note and deeds. */
export function Fig({ id, note, rule, table, definition, pinned, empty, sentence, children, ...rest }: Props) {
  const words = useText()
  const context = usePageContext()
  const pin = usePin()
  const { href } = useRoute()
  const { data: registry } = useNamedQuery('registry.current', {})
  const channels = [...channelsOf(context.page)]
  const label = plain(sentence)
  return (
    <ChartFigure
      {...rest}
      id={`${id}-${context.stem}`}
      flags={{
        href: href('kasus', { filter: { ...OPEN_FILTER, channels }, params: { flagged: '1' } }),
        words: words.t('chart.flagsChannel'),
      }}
      sentence={sentence}
      subtitle={joined(
        channelCoverageNote(context.coverage, words),
        rule === undefined ? registry && ruleVersion(registry.version, words) : `${rule}.`,
      )}
      note={note}
      table={table(rest.title, words)}
      definition={{ name: rest.title, ...definition }}
      save={saveFigure}
      {...(pinned && pinned.value !== null && { onPin: () => pin(pinOf(context, pinned, label)) })}
      {...(empty && { state: { kind: 'empty', ...empty } })}
    >
      {children(label)}
    </ChartFigure>
  )
}
