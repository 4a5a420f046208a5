/** What every figure of the region's room is given. */
import type { Coverage } from '../../../shared/contract/results/overview'
import type { Filter } from '../../../shared/domain/filter'
import type { FigureToPin } from '../../../shared/contract/findings'
import type { FigureState } from '../../charts/ChartFigure'
import type { AnswerState } from '../../api/useAnswer'
import type { Place } from './place'

export interface RegionProps {
  place: Place
  filter: Filter
  coverage: Coverage | undefined
  pin: (figure: FigureToPin) => void
}

/** A figure's state from its query; `empty` when the answer holds nothing to draw. */
export function stateOf<T>(answer: AnswerState<T>, empty: (data: T) => boolean = () => false): FigureState {
  if (answer.data === undefined)
    return answer.error ? { kind: 'error', error: answer.error, onRetry: answer.refetch } : { kind: 'loading' }
  return empty(answer.data) ? { kind: 'empty' } : { kind: 'ready', stale: answer.isStale }
}
