import { TREND_METRICS } from '../../../shared/contract/trendMetrics'
import type { Trend } from '../../../shared/contract/results/overview'
import { figureSubtitle } from '../../../shared/sentences/coverage'
import { comparablePoints, pointValue, trendSentence } from '../../../shared/sentences/trend'
import { trendNone } from '../../../shared/sentences/trendNone'
import { plain } from '../../../shared/sentences/words'
import type { AnswerState } from '../../api/useAnswer'
import { saveFigure } from '../../api/saveFigure'
import { ChartFigure } from '../../charts/ChartFigure'
import { ControlChart } from '../../charts/ControlChart'
import { trendTable } from '../../charts/tables/trend'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { Select } from '../../ui/Select'
import { figurePin } from './pins'
import { nounOf } from './place'
import { stateOf, unreported, type RegionProps } from './region'
import { trendMetricOf, trendNote } from './trend'

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

const FORMATS = { received: 'count', received_per_100k: 'rate', sp3d_on_time: 'share', share_first_response_72h: 'share' } as const // prettier-ignore

/** Has it changed: the control chart that the data call for, its answer in the sentence. */
export function TrendFigure({ place, filter, coverage, pin, answer }: RegionProps & { answer: AnswerState<Trend> }) {
  const words = useText()
  const { t } = words
  const { params, setParams } = useRoute()
  const trend = answer.data ?? NOTHING
  const metric = trendMetricOf(params)
  const noun = nounOf(filter, words)
  const title =
    metric === 'received'
      ? t('region.trend.title', { noun, place: place.name })
      : t('region.trend.titleRatio', { measure: t(`region.trend.${metric}`), place: place.name })
  const sentence = trendSentence(trend, words)
  const last = comparablePoints(trend).at(-1)
  const onPin = () =>
    last &&
    pin(
      figurePin(
        {
          query: 'overview.trend',
          params: metric === 'received' ? filter : { ...filter, metric },
          path: `points[${last.month}].${metric === 'received' ? 'received' : 'value'}`,
          label: `metric.${metric}`,
          value: pointValue(last),
          format: FORMATS[metric],
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
      subtitle={figureSubtitle(coverage, words)}
      note={trendNote(trend, metric, noun, words)}
      table={trendTable(trend, title, words)}
      definition={{ name: t(`metric.${metric}`), text: t(`metric.${metric}.definition`) }}
      onPin={() => void onPin()}
      save={saveFigure}
      state={stateOf(answer, (found) =>
        found.points.length === 0 ? unreported(coverage, words) || true : (trendNone(found, words) ?? false),
      )}
      className="o4 w2"
      legend={
        <Select
          label={t('region.trend.measure')}
          items={TREND_METRICS.map((id) => ({ id, label: t(`region.trend.${id}`) }))}
          selected={metric}
          onSelect={(id) => setParams({ trend: id === 'received' ? undefined : id }, { replace: true })}
        />
      }
    >
      <ControlChart trend={trend} label={plain(sentence)} />
    </ChartFigure>
  )
}
