/** Figures of the region's room as they are pinned to a finding. Pure. */
import type { FigureToPin } from '../../../shared/contract/findings'
import type { ProfileRow } from '../../../shared/contract/results/region'
import type { Filter } from '../../../shared/domain/filter'
import { figureSentence, valueKind, type FigureContext } from '../../../shared/sentences/figure'
import { plain, type Sentence, type Words } from '../../../shared/sentences/words'

interface Source {
  filter: Filter
  unit: string | null
}
const cut = (text: string) => (text.length > 1000 ? `${text.slice(0, 999)}…` : text)

/** One row of the profile. */
export const profilePin = (
  { metric, figure }: ProfileRow,
  context: FigureContext,
  { filter, unit }: Source,
  words: Words,
): FigureToPin => ({
  query: 'region.profile',
  params: filter,
  path: `rows[${metric}].figure.value`,
  label: `metric.${metric}`,
  value: figure.value,
  format: valueKind(metric),
  sentence: cut(figureSentence(figure, context, words)),
  filter,
  unit,
})

type Drawn = Pick<FigureToPin, 'query' | 'params' | 'path' | 'label' | 'value' | 'format'>

/** The number that a drawing's sentence rests on. */
export const figurePin = (drawn: Drawn, sentence: Sentence, { filter, unit }: Source): FigureToPin => ({
  ...drawn,
  sentence: cut(plain(sentence)),
  filter,
  unit,
})
