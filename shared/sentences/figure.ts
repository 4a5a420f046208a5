/** A key figure in words: its number, its interval, the same period last year, its denominator. */
import type { Estimate, Figure, MetricId } from '../contract/results/common'
import { periodShort } from '../messages/period'
import { dayNumber, daysText, rangeText, rateText, shareText, type Words } from './words'

/** The way a metric's value is written. */
export type ValueKind = 'count' | 'share' | 'days' | 'rate'
const KINDS: Record<MetricId, ValueKind> = {
  received: 'count',
  received_per_100k: 'rate',
  received_per_1000_personnel: 'rate',
  sp3d_on_time: 'share',
  first_response_median_days: 'days',
  open_over_90_days: 'share',
  substantiated: 'share',
  share_first_response_72h: 'share',
  close_median_days: 'days',
  share_reopened: 'share',
}
export const valueKind = (metric: MetricId): ValueKind => KINDS[metric]

/** A value of a metric as text without its unit. `denominator` decides the decimals of a share. */
export function valueText(metric: MetricId, value: number, denominator: number | null, words: Words): string {
  const kind = KINDS[metric]
  if (kind === 'share') return shareText(value, denominator, words)
  if (kind === 'days') return dayNumber(value, words)
  return kind === 'rate' ? rateText(value, words) : words.f.count(value)
}

/** The same with its unit, for tables and sentences: "9 hari", "77,6%". */
export const valueWithUnit = (metric: MetricId, value: number, denominator: number | null, words: Words): string =>
  KINDS[metric] === 'days' ? daysText(value, words) : valueText(metric, value, denominator, words)

/** A number beside the figure's own, in the figure's unit: not "12 jam" beside "0,5 hari". */
const besideText = (metric: MetricId, value: number, denominator: number | null, words: Words): string => {
  const text = valueText(metric, value, denominator, words)
  return KINDS[metric] === 'days' ? words.t('say.days', { n: text }) : text
}

/** Why there is no value, in words. */
export function missingText(estimate: Pick<Estimate, 'missing'>, { t }: Words): string {
  return estimate.missing ? t.code('missing', estimate.missing) : t('figure.unreached')
}

/** "5 s.d. 6"; empty without an interval, open when only the lower end is known. */
export function intervalText(metric: MetricId, estimate: Estimate, words: Words): string {
  const { low, high, denominator } = estimate
  const text = (value: number) => valueText(metric, value, denominator, words)
  if (low !== null && high !== null) return rangeText(text(low), text(high), words)
  return low !== null && KINDS[metric] === 'days' ? words.t('say.moreThanDays', { n: text(low) }) : ''
}

export interface FigureContext {
  period: { from: string; to: string }
  lastYear: { from: string; to: string }
}
export interface FigureWords {
  label: string
  /** the big number, or why there is none */
  value: string
  /** what the number counts, beside it */
  unit: string
  interval: string
  lastYear: string
  denominator: string
}

/** "−2,3%" or "+4,1%" */
const changeText = (now: number, before: number, { f }: Words): string =>
  `${now >= before ? '+' : ''}${f.share((now - before) / before)}`

function lastYearLine(figure: Figure, { lastYear }: FigureContext, words: Words): string {
  const { t, f } = words
  const before = figure.last_year
  const period =
    figure.metric === 'open_over_90_days' ? f.day(lastYear.to, true) : periodShort(lastYear.from, lastYear.to, t, f)
  if (!before) return t('figure.lastYearNone', { period, reason: t('figure.noCoverage') })
  if (before.value === null) return t('figure.lastYearNone', { period, reason: missingText(before, words) })
  const value = besideText(figure.metric, before.value, before.denominator, words)
  const changes = KINDS[figure.metric] === 'count' && figure.value !== null && before.value > 0
  if (!changes) return t('figure.lastYear', { period, value })
  return t('figure.lastYearChange', { period, value, change: changeText(figure.value ?? 0, before.value, words) })
}

function ratesLine({ extra }: Figure, words: Words): string {
  const perPopulation = extra['per_100k'] ?? null
  const perPersonnel = extra['per_1000_personnel'] ?? null
  if (perPopulation !== null && perPersonnel !== null) {
    return words.t('figure.rates', {
      perPopulation: rateText(perPopulation, words),
      perPersonnel: rateText(perPersonnel, words),
    })
  }
  if (perPopulation !== null) return words.t('figure.ratePopulation', { perPopulation: rateText(perPopulation, words) })
  return perPersonnel === null ? '' : words.t('figure.ratePersonnel', { perPersonnel: rateText(perPersonnel, words) })
}

/** The line that names the denominator. */
function denominatorLine(figure: Figure, context: FigureContext, words: Words): string {
  const { t, f } = words
  const { metric, numerator, denominator, extra } = figure
  if (KINDS[metric] === 'count') return ratesLine(figure, words)
  if (denominator === null) return ''
  if (KINDS[metric] === 'days') {
    const censored = extra['censored'] ?? 0
    const n = f.count(denominator)
    return censored > 0 ? t('figure.survivalCensored', { n, censored: f.count(censored) }) : t('figure.survival', { n })
  }
  const counts = { n: f.count(numerator ?? 0), total: f.count(denominator) }
  if (metric === 'open_over_90_days') return t('figure.asOf', { day: f.day(context.period.to, true) })
  if (metric === 'substantiated' || metric === 'share_reopened') return t('figure.ofClosed', counts)
  if (metric !== 'sp3d_on_time') return t('figure.ofAnswered', counts)
  const pending = extra['pending'] ?? 0
  const blocked = extra['blocked'] ?? 0
  return [
    t('figure.matured', counts),
    ...(pending > 0 ? [t('figure.pending', { n: f.count(pending) })] : []),
    ...(blocked > 0 ? [t('figure.blocked', { n: f.count(blocked) })] : []),
  ].join('; ')
}

/** Everything a key figure says. A share of open cases shows its count, since the count is what has to be worked off. */
export function figureWords(figure: Figure, context: FigureContext, words: Words): FigureWords {
  const { t, f } = words
  const { metric, value, denominator, numerator, target } = figure
  const label = t.code('metric', metric)
  const lastYear = lastYearLine(figure, context, words)
  const withTarget = target
    ? t('figure.lastYearTarget', { lastYear, target: besideText(metric, target.value, 0, words) })
    : lastYear
  const range = intervalText(metric, figure, words)
  const interval = range && t('figure.interval', { range })
  const rest = { label, lastYear: withTarget, denominator: denominatorLine(figure, context, words) }
  if (value === null) return { ...rest, value: missingText(figure, words), unit: '', interval }
  if (metric === 'open_over_90_days' && numerator !== null && denominator !== null) {
    return {
      ...rest,
      value: f.count(numerator),
      unit: t('figure.ofOpen', { total: f.count(denominator) }),
      interval: range && t('figure.shareInterval', { share: shareText(value, denominator, words), range }),
    }
  }
  const unit = KINDS[metric] === 'count' ? t('figure.cases') : KINDS[metric] === 'days' ? t('figure.daysMedian') : ''
  return { ...rest, value: valueText(metric, value, denominator, words), unit, interval }
}

/** One line for labels and frozen figures: "SP3D tepat waktu: 77,6%. 95%: 75,5% s.d. 79,7%. TW I 2025: …" */
export function figureSentence(figure: Figure, context: FigureContext, words: Words): string {
  const { label, value, unit, interval, lastYear, denominator } = figureWords(figure, context, words)
  const head = `${label}: ${[value, unit].filter(Boolean).join(' ')}`
  return `${[head, interval, lastYear, denominator].filter(Boolean).join('. ')}.`
}
