import '../../charts/charts.css'
import './ikhtisar.css'
import type { Filter } from '../../../shared/domain/filter'
import { leadSentence } from '../../../shared/sentences/lead'
import type { Question } from '../../api/askAhead'
import { useNamedQuery } from '../../api/useNamedQuery'
import { useUnits, type Units } from '../../api/useUnits'
import type { RoomParams } from '../../state/route'
import { useFilter } from '../../state/useFilter'
import { usePageTitle } from '../../state/usePageTitle'
import { useReady } from '../../state/useReady'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { LinkButton } from '../../ui/Button'
import { CoverageStrip } from '../../ui/CoverageStrip'
import { PageHead } from '../../ui/PageHead'
import { Stale } from '../../ui/Stale'
import { Empty, ErrorState, Loading } from '../../ui/States'
import { CodesFigure, FlowFigure, QuestionsFigure, TrendFigure } from './Figures'
import { KeyFigures } from './KeyFigures'
import { MapFigure } from './MapFigure'
import { comparedLevel, comparedLevels, type ComparedLevel } from '../../state/comparedLevel'
import { isMixed, keyFigureViews, ruleLines } from './viewModel'

const levelOf = (filter: Filter, asked: string | undefined, units: Pick<Units, 'byCode'>) =>
  comparedLevel(asked, comparedLevels(filter.unit === undefined ? undefined : units.byCode.get(filter.unit)?.level))

/** Everything that the room asks, the most important first. */
const asks = (filter: Filter, level: ComparedLevel | undefined) =>
  ({
    coverage: ['overview.coverage', filter],
    keyFigures: ['overview.keyFigures', filter],
    trend: ['overview.trend', filter],
    map: ['overview.map', { ...filter, ...(level && { level }) }],
    flow: ['overview.flow', filter],
    questions: ['overview.questions', filter],
    channels: ['overview.byChannel', filter],
    categories: ['overview.byCategory', filter],
    outcomes: ['overview.byOutcome', filter],
  }) as const satisfies Readonly<Record<string, Question>>

export const questions = (filter: Filter, params: RoomParams, units: Pick<Units, 'byCode'>): readonly Question[] =>
  Object.values(asks(filter, levelOf(filter, params['level'], units)))

function useAnswers(filter: Filter, level: ComparedLevel | undefined) {
  const asked = asks(filter, level)
  return {
    coverage: useNamedQuery(...asked.coverage),
    keyFigures: useNamedQuery(...asked.keyFigures),
    trend: useNamedQuery(...asked.trend),
    map: useNamedQuery(...asked.map),
    flow: useNamedQuery(...asked.flow),
    questions: useNamedQuery(...asked.questions),
    channels: useNamedQuery(...asked.channels),
    categories: useNamedQuery(...asked.categories),
    outcomes: useNamedQuery(...asked.outcomes),
  }
}

/** Is the picture complete; what came in, what is open, how fast; what needs a question. */
export default function Ikhtisar() {
  const words = useText()
  const { t } = words
  const [filter] = useFilter()
  const { href, params } = useRoute()
  const units = useUnits()
  const unit = filter.unit === undefined ? undefined : units.byCode.get(filter.unit)
  const level = levelOf(filter, params['level'], units)
  const answers = useAnswers(filter, level)
  const { coverage, keyFigures, flow } = answers
  const title =
    filter.unit === undefined ? t('overview.title') : t('overview.titleUnit', { name: units.name(filter.unit) })
  usePageTitle(title)
  useReady(
    'ikhtisar',
    Object.values(answers).every(({ data, error, isStale }) => (data !== undefined && !isStale) || error !== null),
  )
  const setting = { filter, coverage: coverage.data, words }
  const nothing = coverage.data !== undefined && coverage.data.units_reported === 0
  const lead =
    coverage.data && keyFigures.data && flow.data
      ? leadSentence(coverage.data, keyFigures.data, flow.data, words)
      : '\u00a0'
  const crumbs =
    unit === undefined
      ? []
      : [
          { label: t('level.nation'), href: href('ikhtisar', { filter: { unit: undefined } }) },
          ...units
            .ancestors(unit.code)
            .map(({ code, name }) => ({ label: name, href: href('ikhtisar', { filter: { unit: code } }) })),
          { label: unit.name },
        ]
  return (
    <>
      <PageHead
        crumbs={crumbs}
        title={title}
        lead={lead}
        actions={
          <>
            <LinkButton href={href('presentasi')}>{t('overview.present')}</LinkButton>
            <LinkButton href={href('temuan', { params: { compose: '1' } })}>{t('overview.anev')}</LinkButton>
          </>
        }
      />
      {coverage.data && (
        <Stale on={coverage.isStale}>
          <CoverageStrip
            coverage={coverage.data}
            action={
              <a href={href('integritas')} className="nw">
                {t('overview.board')}
              </a>
            }
          />
        </Stale>
      )}
      {coverage.error && !coverage.data && <ErrorState error={coverage.error} onRetry={coverage.refetch} />}
      {nothing ? (
        <Empty
          title={t('overview.empty.title')}
          text={t('overview.empty.text')}
          action={<LinkButton href={href('data')}>{t('overview.empty.action')}</LinkButton>}
        />
      ) : (
        <>
          {keyFigures.data ? (
            <Stale on={keyFigures.isStale}>
              <KeyFigures
                views={keyFigureViews(keyFigures.data, setting)}
                rules={ruleLines(setting)}
                note={t(isMixed(filter) ? 'overview.mixed' : 'overview.unmixed')}
              />
            </Stale>
          ) : keyFigures.error ? (
            <ErrorState error={keyFigures.error} onRetry={keyFigures.refetch} />
          ) : (
            <Loading />
          )}
          <div className="g g3 ikhtisar">
            <TrendFigure answer={answers.trend} coverage={coverage.data} className="o1" />
            <FlowFigure answer={flow} coverage={coverage.data} className="o4" />
            <MapFigure answer={answers.map} coverage={coverage.data} className="w2 o2" level={level} />
            <QuestionsFigure answer={answers.questions} coverage={coverage.data} className="w2 o5" />
            <CodesFigure kind="channel" answer={answers.channels} coverage={coverage.data} className="o6" />
            <CodesFigure kind="category" answer={answers.categories} coverage={coverage.data} className="o6" />
            <CodesFigure kind="outcome" answer={answers.outcomes} coverage={coverage.data} className="o6" />
          </div>
        </>
      )}
    </>
  )
}
