import type { Flow } from '../../../shared/contract/results/overview'
import { figureSubtitle } from '../../../shared/sentences/coverage'
import { flowSentence, flowSum } from '../../../shared/sentences/flow'
import type { AnswerState } from '../../api/useAnswer'
import { saveFigure } from '../../api/saveFigure'
import { ChartFigure } from '../../charts/ChartFigure'
import { FlowMismatches } from '../../charts/FlowMismatches'
import { FlowTable } from '../../charts/FlowTable'
import { flowTable } from '../../charts/tables/overview'
import { useText } from '../../text/useText'
import { figurePin } from './pins'
import { stateOf, unreported, type RegionProps } from './region'

/** Opening, in, out, closing: whether they add up, and which units below do not. */
export function FlowFigure({ place, filter, coverage, pin, answer }: RegionProps & { answer: AnswerState<Flow> }) {
  const words = useText()
  const { t } = words
  const flow = answer.data
  const title = t('region.flow.title', { place: place.name })
  const sentence = flow ? flowSentence(flow, words) : { answer: '', caution: '' }
  const note = flow ? t('overview.flow.note', { sum: flowSum(flow, words) }) : ''
  const onPin = () =>
    flow &&
    pin(
      figurePin(
        { query: 'overview.flow', params: filter, path: 'closing', label: 'overview.flow.title', value: flow.closing, format: 'count' }, // prettier-ignore
        flowSentence(flow, words),
        { filter, unit: place.unit },
      ),
    )
  return (
    <ChartFigure
      id={`arus-${place.unit ?? 'nasional'}`}
      title={title}
      sentence={sentence}
      subtitle={figureSubtitle(coverage, words)}
      note={note}
      table={flow ? flowTable(flow, title, words) : { caption: title, columns: [], rows: [], total: null }}
      definition={{ name: title, text: t('overview.flow.definition') }}
      onPin={() => void onPin()}
      save={saveFigure}
      state={stateOf(answer, () => unreported(coverage, words))}
      className="o4"
    >
      {flow && (
        <>
          <FlowTable flow={flow} label={title} />
          <FlowMismatches flow={flow} />
        </>
      )}
    </ChartFigure>
  )
}
