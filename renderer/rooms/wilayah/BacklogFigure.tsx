import type { Backlog } from '../../../shared/contract/results/region'
import { backlogSentence } from '../../../shared/sentences/backlog'
import { figureSubtitle, zeroWords } from '../../../shared/sentences/coverage'
import { plain } from '../../../shared/sentences/words'
import type { AnswerState } from '../../api/useAnswer'
import { saveFigure } from '../../api/saveFigure'
import { BacklogBars } from '../../charts/BacklogBars'
import { ChartFigure } from '../../charts/ChartFigure'
import { backlogTable } from '../../charts/tables/region'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { figurePin } from './pins'
import { stateOf, type RegionProps } from './region'

const NOTHING: Backlog = { as_of: null, total: 0, over_90: 0, last_year: null, buckets: [], oldest: null }

/** Open cases by age, beside a year before; the oldest is one click away. */
export function BacklogFigure({
  place,
  filter,
  coverage,
  pin,
  answer,
}: RegionProps & { answer: AnswerState<Backlog> }) {
  const words = useText()
  const { t, f } = words
  const { href } = useRoute()
  const backlog = answer.data ?? NOTHING
  const title = t('region.backlog.title')
  const sentence = backlogSentence(backlog, words)
  const lastYear = backlog.last_year ? t('region.backlog.noteLastYear', { day: f.day(backlog.last_year.as_of) }) : ''
  const note = t('region.backlog.note', { day: f.day(backlog.as_of ?? filter.to ?? ''), lastYear })
  const { oldest } = backlog
  const onPin = () =>
    pin(
      figurePin(
        {
          query: 'region.backlog',
          params: filter,
          path: 'over_90',
          label: 'metric.open_over_90_days',
          value: backlog.over_90,
          format: 'count',
        },
        sentence,
        { filter, unit: place.unit },
      ),
    )
  return (
    <ChartFigure
      id={`umur-${place.unit ?? 'nasional'}`}
      title={title}
      sentence={sentence}
      more={
        oldest && (
          <a href={href('kasus', { params: { case: oldest.case_id, of: oldest.reporting_unit } })}>
            {t('region.backlog.oldest')}
          </a>
        )
      }
      subtitle={figureSubtitle(coverage, words)}
      note={note}
      table={backlogTable(backlog, title, words)}
      definition={{ name: t('metric.open_over_90_days'), text: t('metric.open_over_90_days.definition') }}
      onPin={onPin}
      save={saveFigure}
      state={stateOf(
        answer,
        ({ total, last_year: before }) =>
          total === 0 && (before?.total ?? 0) === 0 && { title: t('backlog.none'), text: zeroWords(coverage, words) },
      )}
      className="o3"
    >
      <BacklogBars backlog={backlog} label={plain(sentence)} />
    </ChartFigure>
  )
}
