/** What every figure of the region's room is given. */
import type { Coverage } from '../../../shared/contract/results/overview'
import type { Filter } from '../../../shared/domain/filter'
import type { FigureToPin } from '../../../shared/contract/findings'
import { zeroWords } from '../../../shared/sentences/coverage'
import type { Words } from '../../../shared/sentences/words'
import type { FigureState } from '../../charts/ChartFigure'
import type { AnswerState } from '../../api/useAnswer'
import type { Place } from './place'

export interface RegionProps {
  place: Place
  filter: Filter
  coverage: Coverage | undefined
  pin: (figure: FigureToPin) => void
}

/** What an empty figure says: which nothing it is. */
export interface Nothing {
  title: string
  text: string
}

/** A figure's state from its query; `nothing` when the answer holds nothing to draw. */
export function stateOf<T>(answer: AnswerState<T>, nothing: (data: T) => Nothing | boolean = () => false): FigureState {
  if (answer.data === undefined)
    return answer.error ? { kind: 'error', error: answer.error, onRetry: answer.refetch } : { kind: 'loading' }
  const found = nothing(answer.data)
  if (found === false) return { kind: 'ready', stale: answer.isStale }
  return found === true ? { kind: 'empty' } : { kind: 'empty', ...found }
}

/** What a figure says where no month was delivered: zeros would be taken for a report. */
export const unreported = (coverage: Coverage | undefined, words: Words): Nothing | false =>
  coverage?.unit_months_delivered === 0 && { title: words.t('overview.empty.title'), text: zeroWords(coverage, words) }
