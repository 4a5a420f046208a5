import '../../charts/charts.css'
import './ikhtisar.css'
import { useDeferredValue } from 'react'
import type { Coverage } from '../../../shared/contract/results/overview'
import type { Filter } from '../../../shared/domain/filter'
import { leadSentence } from '../../../shared/sentences/lead'
import type { Question } from '../../api/askAhead'
import type { AnswerState } from '../../api/useAnswer'
import { useQuestion } from '../../api/useNamedQuery'
import { useUnits, type Units } from '../../api/useUnits'
import type { RoomParams } from '../../state/route'
import { Held, HeldLater } from '../../state/Held'
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

const levelOf = (filter: Filter, asked: string | undefined, units: Pick<Units, 'byCode'>) =>
  comparedLevel(asked, comparedLevels(filter.unit === undefined ? undefined : units.byCode.get(filter.unit)?.level))

/** Everything that the room asks, in the order in which it is answered: what stands above first, what takes longest last. */
const asks = (filter: Filter, level: ComparedLevel | undefined) =>
  ({
    coverage: ['overview.coverage', filter],
    keyFigures: ['overview.keyFigures', filter],
    trend: ['overview.trend', filter],
    flow: ['overview.flow', filter],
    map: ['overview.map', { ...filter, ...(level && { level }) }],
    channels: ['overview.byChannel', filter],
    categories: ['overview.byCategory', filter],
    outcomes: ['overview.byOutcome', filter],
    questions: ['overview.questions', filter],
  }) as const satisfies Readonly<Record<string, Question>>

export const questions = (filter: Filter, params: RoomParams, units: Pick<Units, 'byCode'>): readonly Question[] =>
  Object.values(asks(filter, levelOf(filter, params['level'], units)))

function useAnswers(filter: Filter, level: ComparedLevel | undefined) {
  const asked = asks(filter, level)
  return {
    coverage: useQuestion(asked.coverage),
    keyFigures: useQuestion(asked.keyFigures),
    trend: useQuestion(asked.trend),
    flow: useQuestion(asked.flow),
    map: useQuestion(asked.map),
    channels: useQuestion(asked.channels),
    categories: useQuestion(asked.categories),
    outcomes: useQuestion(asked.outcomes),
    questions: useQuestion(asked.questions),
  }
}

/** Deferred as the lower figures are: the room is not ready before they are drawn. */
function Ready({ settled }: { settled: boolean }) {
  const drawn = useDeferredValue(settled)
  useReady('ikhtisar', settled && drawn)
  return null
}

/** How complete the figures below are. */
function Completeness({ coverage }: { coverage: Coverage }) {
  const { t } = useText()
  const { href } = useRoute()
  return (
    <Stale>
      <CoverageStrip
        coverage={coverage}
        action={
          <a href={href('integritas')} className="nw">
            {t('overview.board')}
          </a>
        }
      />
    </Stale>
  )
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
  // Every figure says its coverage too: it changes when both are there.
  const isHeld = (answer: AnswerState<unknown>) => answer.isStale || coverage.isStale
  const title =
    filter.unit === undefined ? t('overview.title') : t('overview.titleUnit', { name: units.name(filter.unit) })
  usePageTitle(title)
  const settled = Object.values(answers).every(
    ({ data, error, isStale }) => (data !== undefined && !isStale) || error !== null,
  )
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
      <Ready settled={settled} />
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
        <Held on={coverage.isStale}>
          <Completeness coverage={coverage.data} />
        </Held>
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
            <Held on={isHeld(keyFigures)}>
              <Stale>
                <KeyFigures keyFigures={keyFigures.data} coverage={coverage.data} />
              </Stale>
            </Held>
          ) : keyFigures.error ? (
            <ErrorState error={keyFigures.error} onRetry={keyFigures.refetch} />
          ) : (
            <Loading />
          )}
          <div className="g g3 ikhtisar">
            <Held on={isHeld(answers.trend)}>
              <TrendFigure answer={answers.trend} coverage={coverage.data} className="o1" />
            </Held>
            <Held on={isHeld(flow)}>
              <FlowFigure answer={flow} coverage={coverage.data} className="o4" />
            </Held>
            <HeldLater on={isHeld(answers.map)}>
              <MapFigure answer={answers.map} coverage={coverage.data} className="w2 o2" level={level} />
            </HeldLater>
            <HeldLater on={isHeld(answers.questions)}>
              <QuestionsFigure answer={answers.questions} coverage={coverage.data} className="w2 o5" />
            </HeldLater>
            <HeldLater on={isHeld(answers.channels)}>
              <CodesFigure kind="channel" answer={answers.channels} coverage={coverage.data} className="o6" />
            </HeldLater>
            <HeldLater on={isHeld(answers.categories)}>
              <CodesFigure kind="category" answer={answers.categories} coverage={coverage.data} className="o6" />
            </HeldLater>
            <HeldLater on={isHeld(answers.outcomes)}>
              <CodesFigure kind="outcome" answer={answers.outcomes} coverage={coverage.data} className="o6" />
            </HeldLater>
          </div>
        </>
      )}
    </>
  )
}
