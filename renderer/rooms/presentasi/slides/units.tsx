import type { Funnel } from '../../../../shared/contract/results/region'
import { funnelSentence, isAlarm, isAlert, pointEvidence, tailOf } from '../../../../shared/sentences/funnel'
import { mapSentence, outsideLimits } from '../../../../shared/sentences/map'
import { evidenceText, openQuestions, questionsSentence, signalText } from '../../../../shared/sentences/questions'
import { plain, rateText } from '../../../../shared/sentences/words'
import { FunnelChart, FunnelLegend } from '../../../charts/FunnelChart'
import { MapChart } from '../../../charts/MapChart'
import { MapLegend } from '../../../charts/MapLegend'
import type { Text } from '../../../text/useText'
import { CHART, type SlideContent } from '../Slide'
import type { DeckData } from '../useDeck'

const MOST_QUESTIONS = 6
/** px at a slide 1,000 px wide: the archipelago is broad */
const MAP = { width: 650, height: 262 }

/** "P = 0,0004", "P kurang dari 0,0001" */
const chanceWords = (p: number, { f }: Text) => `P ${p < 0.0001 ? '' : '= '}${f.probability(p)}`

/** The unit that differs most, if any differs by more than chance. */
const furthest = ({ units }: Funnel) =>
  units.filter((unit) => isAlarm(unit) || isAlert(unit)).toSorted((a, b) => tailOf(a) - tailOf(b))[0]

function funnelSlide(
  id: 'rates' | 'sp3d' | 'sp3dBelow',
  funnel: Funnel,
  targetGiven: boolean,
  level: string,
  text: Text,
  note: string,
): SlideContent | null {
  if (funnel.units.length === 0) return null
  const { t, f } = text
  const isRate = id === 'rates'
  const target = t(targetGiven ? 'region.funnel.target' : 'region.funnel.overall')
  const title =
    id === 'sp3d'
      ? t('report.sp3d.title')
      : isRate
        ? t('present.rates.title', { level })
        : t('region.funnel.title', { level, target })
  const sentence = funnelSentence(funnel, level, targetGiven, text)
  const far = furthest(funnel)
  const values = far && {
    name: far.name,
    p: chanceWords(tailOf(far), text),
    expected: rateText(far.expected, text),
    target: funnel.target === null ? '–' : !isRate ? f.share(funnel.target, 0) : f.number(funnel.target),
  }
  return {
    id,
    title,
    sentence,
    drawing: (
      <>
        <FunnelChart
          funnel={funnel}
          targetGiven={targetGiven}
          label={`${title} ${plain(sentence)}`}
          printing={{ ...CHART, height: 320 }}
        />
        <FunnelLegend funnel={funnel} />
      </>
    ),
    isEmpty: funnel.units.every(({ value }) => value === null),
    notes: t(isRate ? 'metric.received_per_100k.definition' : 'metric.sp3d_on_time.definition'),
    ...(far &&
      values && {
        big: {
          value: !isRate ? pointEvidence(far, funnel.kind, text) : f.count(far.observed),
          caption: t(isRate ? 'present.rates.caption' : 'present.sp3d.caption', values),
        },
        ask: t('present.units.ask', { name: far.name }),
      }),
    note,
  }
}

export function sp3dSlide(data: DeckData, text: Text, note: string): SlideContent | null {
  return funnelSlide('sp3d', data.sp3d, isTarget(data, data.sp3d), data.level, text, note)
}

/** Of the nation: its Polres, hundreds of points; one is named if it differs by more than chance. */
export function sp3dBelowSlide(data: DeckData, text: Text, note: string): SlideContent | null {
  if (data.chosen) return null
  return funnelSlide('sp3dBelow', data.sp3dBelow, isTarget(data, data.sp3dBelow), text.t('level.polres'), text, note)
}

/** Whether the middle line is the target that a rule sets. */
function isTarget({ keyFigures }: DeckData, funnel: Funnel): boolean {
  const target = keyFigures.figures.find(({ metric }) => metric === 'sp3d_on_time')?.target ?? null
  return target !== null && target.value === funnel.target
}

/** Where: on the map while places may be named; otherwise against each other, without a place. */
export function whereSlide(data: DeckData, text: Text, note: string): SlideContent | null {
  const { map, anonymous, chosen } = data
  if (anonymous || chosen || map.units.length === 0)
    return funnelSlide('rates', data.rates, false, data.level, text, note)
  const { t, f } = text
  const title = t('present.map.title')
  const sentence = mapSentence(map, t('level.polda'), text)
  const { above, below } = outsideLimits(map)
  return {
    id: 'map',
    title,
    sentence,
    drawing: (
      <>
        <MapChart map={map} label={`${title} ${plain(sentence)}`} printing={{ width: MAP.width, height: MAP.height }} />
        <MapLegend map={map} />
      </>
    ),
    drawingWidth: MAP.width,
    notes: t('metric.received_per_100k.definition'),
    big: {
      value: t('say.ofTotal', { n: f.count(above.length + below.length), total: f.count(map.units.length) }),
      caption: t('present.map.caption'),
    },
    ask: t('present.map.ask'),
    note,
  }
}

export function questionsSlide({ questions }: DeckData, text: Text, note: string): SlideContent {
  const { t } = text
  return {
    id: 'questions',
    title: t('report.section.questions'),
    sentence: questionsSentence(questions, text),
    isEmpty: openQuestions(questions).length === 0,
    notes: t('overview.questions.definition'),
    wide: true,
    drawing: (
      <ol className="slide-questions">
        {openQuestions(questions)
          .slice(0, MOST_QUESTIONS)
          .map((question) => (
            <li key={question.id}>
              <b>{question.name}</b>
              <span>{signalText(question, text)}</span>
              <span>{evidenceText(question, text)}</span>
              <span>{question.p === null ? '' : chanceWords(question.p, text)}</span>
            </li>
          ))}
      </ol>
    ),
    note,
  }
}
