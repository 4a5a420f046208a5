import { DURATION_STAGES } from '../../../shared/contract/queryCodes'
import type { DurationCurve } from '../../../shared/contract/results/region'
import { figureSubtitle, zeroWords } from '../../../shared/sentences/coverage'
import { curveSentence } from '../../../shared/sentences/curve'
import { joined, plain } from '../../../shared/sentences/words'
import type { AnswerState } from '../../api/useAnswer'
import { saveFigure } from '../../api/saveFigure'
import { ChartFigure } from '../../charts/ChartFigure'
import { CurveChart } from '../../charts/CurveChart'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { Select } from '../../ui/Select'
import { stageOf } from './curve'
import { curveTable } from '../../charts/tables/region'
import { figurePin } from './pins'
import { stateOf, type RegionProps } from './region'

const TITLES = {
  first_response: 'region.curve.title',
  progress: 'region.curve.titleProgress',
  publication: 'region.curve.titlePublication',
  close: 'region.curve.titleClose',
} as const
const METRICS: Partial<Record<(typeof DURATION_STAGES)[number], 'first_response_median_days' | 'close_median_days'>> = {
  close: 'close_median_days',
}
const NOTHING: DurationCurve = {
  n: 0,
  events: 0,
  median: null,
  lower: null,
  upper: null,
  q1: null,
  q3: null,
  mean_of_closed: null,
  left_out_negative: 0,
  left_truncated: 0,
  points: [],
}

/** How long people wait for a stage, those still waiting included. */
export function CurveFigure({
  place,
  filter,
  coverage,
  pin,
  answer,
}: RegionProps & { answer: AnswerState<DurationCurve> }) {
  const words = useText()
  const { t, f } = words
  const { params, setParams } = useRoute()
  const stage = stageOf(params)
  const metric = METRICS[stage] ?? 'first_response_median_days'
  const curve = answer.data ?? NOTHING
  const title = t(TITLES[stage])
  const sentence = curveSentence(curve, stage, words)
  const note = joined(
    t('region.curve.note', { n: f.count(curve.n), censored: f.count(curve.n - curve.events) }),
    curve.left_out_negative > 0 && t('region.curve.negative', { n: f.count(curve.left_out_negative) }),
  )
  const onPin = () =>
    pin(
      figurePin(
        {
          query: 'durations.curve',
          params: { ...filter, stage },
          path: 'median',
          label: `metric.${metric}`,
          value: curve.median,
          format: 'days',
        },
        sentence,
        { filter, unit: place.unit },
      ),
    )
  return (
    <ChartFigure
      id={`jawaban-${place.unit ?? 'nasional'}`}
      title={title}
      sentence={sentence}
      subtitle={figureSubtitle(coverage, words)}
      note={note}
      table={curveTable(curve, stage, title, words)}
      definition={{
        name: t(`metric.${metric}`),
        text: t(`metric.${metric}.definition`),
      }}
      onPin={onPin}
      save={saveFigure}
      state={stateOf(answer, ({ n }) => n === 0 && { title: t('region.curve.none'), text: zeroWords(coverage, words) })}
      className="o2"
      legend={
        <Select
          label={t('region.curve.stage')}
          items={DURATION_STAGES.map((id) => ({ id, label: t(`region.curve.stage.${id}`) }))}
          selected={stage}
          onSelect={(id) => setParams({ stage: id === 'first_response' ? undefined : id }, { replace: true })}
        />
      }
    >
      <CurveChart curve={curve} stage={stage} label={plain(sentence)} />
    </ChartFigure>
  )
}
