import type { Trend } from '../../../shared/contract/results/overview'
import { coverageNote } from '../../../shared/sentences/coverage'
import { trendSentence } from '../../../shared/sentences/trend'
import { capital, joined, plain } from '../../../shared/sentences/words'
import type { AnswerState } from '../../api/useAnswer'
import { call } from '../../api/client'
import { ChartFigure } from '../../charts/ChartFigure'
import { TrendChart } from '../../charts/TrendChart'
import { useText } from '../../text/useText'
import { trendTable } from './drawnTables'
import { figurePin } from './pins'
import { nounOf } from './place'
import { stateOf, type RegionProps } from './region'

const NOTHING: Trend = {
  kind: 'run',
  points: [],
  baseline: null,
  mean: null,
  upper: null,
  lower: null,
  moving_range: null,
  signals: [],
}

/** Has the number changed: a control chart, its answer in the sentence. */
export function TrendFigure({ place, filter, coverage, pin, answer }: RegionProps & { answer: AnswerState<Trend> }) {
  const words = useText()
  const { t, f } = words
  const trend = answer.data ?? NOTHING
  const noun = nounOf(filter, words)
  const title = t('region.trend.title', { noun, place: place.name })
  const sentence = trendSentence(trend, words)
  const { baseline } = trend
  const note = joined(
    trend.kind === 'xmr' && baseline
      ? t('region.trend.note', { noun: capital(noun), from: f.month(baseline.from), to: f.month(baseline.to) })
      : t('region.trend.noteRun', { noun: capital(noun) }),
    coverage && coverageNote(coverage, words),
  )
  const last = trend.points.findLast(({ complete }) => complete)
  const onPin = () =>
    last &&
    pin(
      figurePin(
        {
          query: 'overview.trend',
          params: filter,
          path: `points[${last.month}].received`,
          label: 'metric.received',
          value: last.received,
          format: 'count',
        },
        sentence,
        { filter, unit: place.unit },
      ),
    )
  return (
    <ChartFigure
      id={`bulan-${place.unit ?? 'nasional'}`}
      title={title}
      sentence={sentence}
      note={note}
      table={trendTable(trend, title, words)}
      definition={{ name: t('metric.received'), text: t('metric.received.definition') }}
      onPin={() => void onPin()}
      save={(file) => call('figure:save', file)}
      state={stateOf(answer, ({ points }) => points.length === 0)}
      className="o4"
    >
      <TrendChart trend={trend} label={plain(sentence)} />
    </ChartFigure>
  )
}
