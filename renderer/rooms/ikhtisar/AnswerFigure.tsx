import type { ReactNode } from 'react'
import type { AnswerState } from '../../api/useAnswer'
import { saveFigure } from '../../api/saveFigure'
import { ChartFigure, type FigureState } from '../../charts/ChartFigure'
import { usePin } from '../../state/pin'
import type { FigureView } from './viewModel'

interface Props<T> {
  id: string
  answer: AnswerState<T>
  /** the question while its answer is not there yet */
  title: string
  view: (data: T) => FigureView
  /** what stands where there is nothing to draw; `true`: the sentence says it */
  isEmpty?: (data: T) => boolean | { title: string; text: string }
  className?: string
  more?: ReactNode
  legend?: ReactNode
  children: (data: T, view: FigureView) => ReactNode
}

const NOTHING = {
  sentence: { answer: '', caution: '' },
  subtitle: '',
  note: '',
  table: { caption: '', columns: [], rows: [], total: null },
}

/** A figure whose numbers are a query's answer: computing, failed, empty or drawn, always in the same place. */
export function AnswerFigure<T>({
  id,
  answer,
  title,
  view,
  isEmpty,
  className = '',
  more,
  legend,
  children,
}: Props<T>) {
  const pin = usePin()
  const { data, error, isStale, refetch } = answer
  if (data === undefined) {
    const state: FigureState = error ? { kind: 'error', error, onRetry: refetch } : { kind: 'loading' }
    return (
      <ChartFigure id={id} title={title} {...NOTHING} state={state} className={className}>
        {null}
      </ChartFigure>
    )
  }
  const shown = view(data)
  const { pin: figure } = shown
  const empty = isEmpty?.(data) ?? false
  const said = empty === true ? { title: shown.sentence.answer, text: shown.sentence.caution } : empty
  const state: FigureState = said ? { kind: 'empty', ...said } : { kind: 'ready', stale: isStale }
  return (
    <ChartFigure
      id={id}
      title={shown.title}
      sentence={shown.sentence}
      subtitle={shown.subtitle}
      note={shown.note}
      table={shown.table}
      definition={shown.definition}
      save={saveFigure}
      state={state}
      className={className}
      {...(figure && { onPin: () => pin(figure) })}
      more={more}
      legend={legend}
    >
      {children(data, shown)}
    </ChartFigure>
  )
}
