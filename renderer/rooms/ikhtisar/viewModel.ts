/** The overview in words: from results of named queries to titles, sentences, notes, tables and pins. Pure. */
import type { FigureToPin } from '../../../shared/contract/findings'
import type { CodeCount, Figure } from '../../../shared/contract/results/common'
import type {
  Coverage,
  Flow,
  KeyFigures,
  OverviewMap,
  Questions,
  Trend,
} from '../../../shared/contract/results/overview'
import { groupsTouched } from '../../../shared/domain/channelGroups'
import type { Filter } from '../../../shared/domain/filter'
import { CHANNELS } from '../../../shared/export/enums'
import { bySize, codesSentence } from '../../../shared/sentences/codes'
import { figureSubtitle } from '../../../shared/sentences/coverage'
import {
  figureSentence,
  figureWords,
  valueKind,
  type FigureContext,
  type FigureWords,
} from '../../../shared/sentences/figure'
import { flowSentence, flowSum } from '../../../shared/sentences/flow'
import { mapNote, mapSentence } from '../../../shared/sentences/map'
import { matterOf } from '../../../shared/sentences/matter'
import { questionsSentence } from '../../../shared/sentences/questions'
import { chartChoice, comparablePoints, trendSentence } from '../../../shared/sentences/trend'
import { joined, plain, type Sentence, type Words } from '../../../shared/sentences/words'
import { codesTable, flowTable, mapTable, questionsTable } from '../../charts/tables/overview'
import { trendTable } from '../../charts/tables/trend'
import type { FigureTable } from '../../charts/table'

/** What a figure of this room shows, apart from its drawing. */
export interface FigureView {
  title: string
  sentence: Sentence
  /** coverage and rule */
  subtitle: string
  note: string
  table: FigureTable
  definition: { name: string; text: string; rules: string[] }
  /** null where there is no number to freeze */
  pin: FigureToPin | null
}

export interface Setting {
  filter: Filter
  /** undefined while it is being computed: notes then say nothing about it */
  coverage: Coverage | undefined
  words: Words
}

/** Whether the filter adds up doors that are never one measure. */
export const isMixed = ({ channels }: Filter): boolean => groupsTouched(channels ?? CHANNELS) > 1

/** "SP3D paling lambat 20 hari kerja: Perpol 2/2024 (peraturan), berlaku sejak 1 Maret 2024" */
export function ruleLines({ coverage, words }: Setting): string[] {
  const { t, f } = words
  return (coverage?.rules ?? []).map(({ title, basis, kind, effective_from }) =>
    t('chart.ruleSince', { title: title[t.language], basis, kind: t(`ruleKind.${kind}`), day: f.day(effective_from) }),
  )
}

const subtitled = ({ coverage, words }: Setting): string => figureSubtitle(coverage, words)

type Number = Pick<FigureToPin, 'query' | 'path' | 'label' | 'value' | 'format'>
function pinOf({ filter }: Setting, sentence: string, number: Number): FigureToPin {
  return { ...number, params: { ...filter }, sentence: sentence.slice(0, 1000), filter, unit: filter.unit ?? null }
}

/** Ends of a strip's scale: as much room on both sides as the marks take, so that an interval never looks like the whole. */
export function stripScale({ value, low, high, last_year, target }: Figure): { min: number; max: number } {
  const marks = [value, low, high, last_year?.value, target?.value].filter((mark) => typeof mark === 'number')
  if (marks.length === 0) return { min: 0, max: 1 }
  const [least, most] = [Math.min(...marks), Math.max(...marks)]
  const air = (most - least || Math.abs(most) || 1) * 0.9
  return { min: least - air, max: most + air }
}

export interface KeyFigureView {
  figure: Figure
  words: FigureWords
  /** all of it as one sentence */
  sentence: string
  definition: string
  pin: FigureToPin
}

/** The key figures in the query's order; each can be pinned by its place in the result. */
export function keyFigureViews(keyFigures: KeyFigures, setting: Setting): KeyFigureView[] {
  const { words } = setting
  const context: FigureContext = { period: keyFigures.period, lastYear: keyFigures.last_year }
  return keyFigures.figures.map((figure, at) => {
    const sentence = figureSentence(figure, context, words)
    const number: Number = {
      query: 'overview.keyFigures',
      path: `figures.${at}.value`,
      label: `metric.${figure.metric}`,
      value: figure.value,
      format: valueKind(figure.metric),
    }
    return {
      figure,
      words: figureWords(figure, context, words),
      sentence,
      definition: words.t.code('metric', `${figure.metric}.definition`),
      pin: pinOf(setting, sentence, number),
    }
  })
}

export function trendView(trend: Trend, setting: Setting): FigureView {
  const { filter, words } = setting
  const { t, f } = words
  const matter = matterOf(filter)
  const start = t(`overview.matterStart.${matter}`)
  const title = t('overview.trend.title', { matter: t(`overview.matter.${matter}`) })
  const sentence = trendSentence(trend, words)
  const { baseline } = trend
  const frozen = baseline
    ? t('overview.trend.baseline', { from: f.month(baseline.from), to: f.month(baseline.to) })
    : trend.rare
      ? t('overview.trend.baseline', { from: f.day(trend.rare.baseline.from), to: f.day(trend.rare.baseline.to) })
      : ''
  const method =
    trend.kind === 'xmr'
      ? t('overview.trend.note', { matter: start, baseline: frozen })
      : joined(t('overview.trend.plainNote', { matter: start }), chartChoice(trend, words), frozen)
  const last = comparablePoints(trend).at(-1)
  const at = last ? trend.points.indexOf(last) : -1
  const number: Number = {
    query: 'overview.trend',
    path: `points.${at}.received`,
    label: 'metric.received',
    value: last?.received ?? null,
    format: 'count',
  }
  return {
    title,
    sentence,
    subtitle: subtitled(setting),
    note: joined(method, trend.kind === 'xmr' && t('overview.trend.axis')),
    table: trendTable(trend, title, words),
    definition: { name: t('metric.received'), text: t('overview.trend.definition'), rules: [] },
    pin: at < 0 ? null : pinOf(setting, plain(sentence), number),
  }
}

/** @param level the word for the units drawn: "Polda", "Polres" */
export function mapView(map: OverviewMap, level: string, setting: Setting): FigureView {
  const { filter, words } = setting
  const { t } = words
  const matter = matterOf(filter)
  const title = t('overview.map.title', { matter: t(`overview.matter.${matter}`) })
  const sentence = mapSentence(map, level, words)
  const number: Number = {
    query: 'overview.map',
    path: 'target',
    label: 'metric.received_per_100k',
    value: map.target,
    format: 'rate',
  }
  return {
    title,
    sentence,
    subtitle: subtitled(setting),
    note: mapNote(map, level, filter, words),
    table: mapTable(map, title, words),
    definition: { name: t('metric.received_per_100k'), text: t('metric.received_per_100k.definition'), rules: [] },
    pin: map.target === null ? null : pinOf(setting, plain(sentence), number),
  }
}

export function flowView(flow: Flow, setting: Setting): FigureView {
  const { words } = setting
  const { t } = words
  const title = t('overview.flow.title')
  const sentence = flowSentence(flow, words)
  const number: Number = {
    query: 'overview.flow',
    path: 'closing',
    label: 'overview.flow.title',
    value: flow.closing,
    format: 'count',
  }
  return {
    title,
    sentence,
    subtitle: subtitled(setting),
    note: t('overview.flow.note', { sum: flowSum(flow, words) }),
    table: flowTable(flow, title, words),
    definition: { name: title, text: t('overview.flow.definition'), rules: [] },
    pin: pinOf(setting, plain(sentence), number),
  }
}

/** Questions end in a disposition, not in a pin: their figures are pinned where they stand. */
export function questionsView(questions: Questions, setting: Setting): FigureView {
  const { words } = setting
  const title = words.t('overview.questions.title')
  return {
    title,
    sentence: questionsSentence(questions, words),
    subtitle: subtitled(setting),
    note: words.t('overview.questions.note'),
    table: questionsTable(questions, title, words),
    definition: { name: title, text: words.t('overview.questions.definition'), rules: ruleLines(setting) },
    pin: null,
  }
}

export const CODE_FIGURES = {
  channel: { query: 'overview.byChannel', title: 'overview.channels.title' },
  category: { query: 'overview.byCategory', title: 'overview.categories.title' },
  outcome: { query: 'overview.byOutcome', title: 'overview.outcomes.title' },
} as const
export type CodeKind = keyof typeof CODE_FIGURES

export function codesView(codes: readonly CodeCount[], kind: CodeKind, setting: Setting): FigureView {
  const { filter, words } = setting
  const { t } = words
  const title = t(CODE_FIGURES[kind].title)
  const sentence = codesSentence(codes, kind, words)
  const matter = t(`overview.matterStart.${matterOf(filter)}`)
  const note = kind === 'outcome' ? t('overview.outcomes.note') : t('overview.codes.note', { matter })
  const [largest] = bySize(codes)
  const number: Number | null = largest
    ? {
        query: CODE_FIGURES[kind].query,
        path: `[${largest.code}].count`,
        label: CODE_FIGURES[kind].title,
        value: largest.count,
        format: 'count',
      }
    : null
  return {
    title,
    sentence,
    subtitle: subtitled(setting),
    note,
    table: codesTable(codes, kind, title, words),
    definition: { name: title, text: t('overview.codes.definition'), rules: [] },
    pin: number && pinOf(setting, plain(sentence), number),
  }
}
