import type { ReactNode } from 'react'
import type { FigureToPin } from '../../../shared/contract/findings'
import type { Filter } from '../../../shared/domain/filter'
import { figureSubtitle } from '../../../shared/sentences/coverage'
import { plain, type Sentence } from '../../../shared/sentences/words'
import { saveFigure } from '../../api/saveFigure'
import { useNamedQuery } from '../../api/useNamedQuery'
import { ChartFigure, type Definition, type FigureState } from '../../charts/ChartFigure'
import type { FigureTable } from '../../charts/table'
import { usePin } from '../../state/pin'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'

/** A number behind the figure, as a finding freezes it. */
export type Number = Pick<FigureToPin, 'query' | 'params' | 'path' | 'label' | 'value' | 'format'>

interface Props {
  id: string
  title: string
  sentence: Pick<Sentence, 'answer' | 'caution'>
  note: string
  table: FigureTable
  definition: Definition
  /** the parts of the filter that the figure follows */
  scope: Filter
  /** null where there is no number yet */
  number: Number | null
  state: FigureState
  children: ReactNode
}
const LONGEST = 1000

/** The frame of every figure of the room: its drawings are tables, their cases those of the units that it shows. */
export function Fig({ scope, number, children, ...rest }: Props) {
  const words = useText()
  const { href } = useRoute()
  const pin = usePin()
  const { data: coverage } = useNamedQuery('overview.coverage', scope)
  const sentence = plain(rest.sentence).slice(0, LONGEST)
  const cases = { channels: undefined, subjects: undefined, categories: undefined, statuses: undefined }
  return (
    <ChartFigure
      {...rest}
      subtitle={figureSubtitle(coverage, words)}
      flags={{
        href: href('kasus', { filter: cases, params: { flagged: '1' } }),
        words: words.t('chart.flagsUnits'),
      }}
      save={saveFigure}
      {...(number &&
        number.value !== null && {
          onPin: () => pin({ ...number, sentence, filter: scope, unit: scope.unit ?? null }),
        })}
    >
      {children}
    </ChartFigure>
  )
}
