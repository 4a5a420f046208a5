import type { DurationCurve } from '../../../shared/contract/results/region'
import { coverageNote } from '../../../shared/sentences/coverage'
import { curveSentence } from '../../../shared/sentences/curve'
import { joined, plain } from '../../../shared/sentences/words'
import type { AnswerState } from '../../api/useAnswer'
import { call } from '../../api/client'
import { ChartFigure } from '../../charts/ChartFigure'
import { CurveChart } from '../../charts/CurveChart'
import { useText } from '../../text/useText'
import { curveTable } from './drawnTables'
import { figurePin } from './pins'
import { stateOf, zeroWords, type RegionProps } from './region'

const STAGE = 'first_response'
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

/** How long people wait for a first answer, those still waiting included. */
export function CurveFigure({
  place,
  filter,
  coverage,
  pin,
  answer,
}: RegionProps & { answer: AnswerState<DurationCurve> }) {
  const words = useText()
  const { t, f } = words
  const curve = answer.data ?? NOTHING
  const title = t('region.curve.title')
  const sentence = curveSentence(curve, STAGE, words)
  const note = joined(
    t('region.curve.note', { n: f.count(curve.n), censored: f.count(curve.n - curve.events) }),
    curve.left_out_negative > 0 && t('region.curve.negative', { n: f.count(curve.left_out_negative) }),
    coverage && coverageNote(coverage, words),
  )
  const onPin = () =>
    pin(
      figurePin(
        {
          query: 'durations.curve',
          params: { ...filter, stage: STAGE },
          path: 'median',
          label: 'metric.first_response_median_days',
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
      note={note}
      table={curveTable(curve, STAGE, title, words)}
      definition={{
        name: t('metric.first_response_median_days'),
        text: t('metric.first_response_median_days.definition'),
      }}
      onPin={onPin}
      save={(file) => call('figure:save', file)}
      state={stateOf(answer, ({ n }) => n === 0 && { title: t('region.curve.none'), text: zeroWords(coverage, words) })}
      className="o2"
    >
      <CurveChart curve={curve} stage={STAGE} label={plain(sentence)} />
    </ChartFigure>
  )
}
