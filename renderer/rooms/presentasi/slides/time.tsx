import { backlogSentence } from '../../../../shared/sentences/backlog'
import { curveSentence } from '../../../../shared/sentences/curve'
import { flowSentence } from '../../../../shared/sentences/flow'
import { comparablePoints, trendSentence } from '../../../../shared/sentences/trend'
import { daysText, plain, rangeText } from '../../../../shared/sentences/words'
import { BacklogBars } from '../../../charts/BacklogBars'
import { CurveChart } from '../../../charts/CurveChart'
import { FlowTable } from '../../../charts/FlowTable'
import { ControlChart } from '../../../charts/ControlChart'
import type { Text } from '../../../text/useText'
import { CHART, type SlideContent } from '../Slide'
import type { DeckData } from '../useDeck'

const labelled = (title: string, sentence: { answer: string; caution: string }) => `${title} ${plain(sentence)}`

export function trendSlide({ trend }: DeckData, text: Text, note: string): SlideContent {
  const { t, f } = text
  const title = t('report.trend.title')
  const sentence = trendSentence(trend, text)
  const last = comparablePoints(trend).at(-1)
  return {
    id: 'trend',
    title,
    sentence,
    drawing: <ControlChart trend={trend} label={labelled(title, sentence)} printing={{ ...CHART, height: 280 }} />,
    isEmpty: trend.points.length === 0,
    notes: t('overview.trend.definition'),
    ...(last && {
      big: { value: f.count(last.received), caption: t('present.trend.caption', { month: f.month(last.month) }) },
    }),
    ask: t('present.trend.ask'),
    note,
  }
}

export function waitingSlide({ curve }: DeckData, text: Text, note: string): SlideContent {
  const { t, f } = text
  const title = t('report.response.title')
  const sentence = curveSentence(curve, 'first_response', text)
  const { median, lower, upper } = curve
  const range = lower !== null && upper !== null && rangeText(daysText(lower, text), daysText(upper, text), text)
  return {
    id: 'waiting',
    title,
    sentence,
    drawing: <CurveChart curve={curve} stage="first_response" label={labelled(title, sentence)} printing={CHART} />,
    isEmpty: curve.n === 0,
    notes: t('metric.first_response_median_days.definition'),
    ...(median !== null && {
      big: {
        value: daysText(median, text),
        caption: range
          ? t('present.waiting.caption', { range, n: f.count(curve.n) })
          : t('present.waiting.captionAlone', { n: f.count(curve.n) }),
      },
    }),
    ask: t('present.waiting.ask'),
    note,
  }
}

export function flowSlide({ flow }: DeckData, text: Text, note: string): SlideContent {
  const { t, f } = text
  const title = t('report.flow.title')
  const sentence = flowSentence(flow, text)
  return {
    id: 'flow',
    title,
    sentence,
    drawing: <FlowTable flow={flow} label={labelled(title, sentence)} />,
    isEmpty: flow.opening + flow.received + flow.reopened + flow.transferred_in + flow.closing === 0,
    notes: t('overview.flow.definition'),
    big: {
      value: f.count(flow.closing),
      caption: t('present.flow.caption', { day: f.day(flow.to), opening: f.count(flow.opening) }),
    },
    ask: t('present.flow.ask'),
    note,
  }
}

export function backlogSlide({ backlog }: DeckData, text: Text, note: string): SlideContent {
  const { t, f } = text
  const title = t('report.backlog.title')
  const sentence = backlogSentence(backlog, text)
  return {
    id: 'backlog',
    title,
    sentence,
    drawing: (
      <BacklogBars
        backlog={backlog}
        label={labelled(title, sentence)}
        printing={{ ...CHART, height: backlog.buckets.length * 38 + 12 }}
      />
    ),
    isEmpty: backlog.total + (backlog.last_year?.total ?? 0) === 0,
    notes: t('metric.open_over_90_days.definition'),
    big: {
      value: t('say.ofTotal', { n: f.count(backlog.over_90), total: f.count(backlog.total) }),
      caption: t('present.backlog.caption'),
    },
    ask: t('present.backlog.ask'),
    note,
  }
}
