/** Which units differ by more than chance? Decided by the exact tails that the query computed, never by the drawing. */
import type { Funnel, FunnelUnit } from '../contract/results/region'
import { joined, ofTotal, placeName, rateText, shareText, someNames, type Sentence, type Words } from './words'

const ALARMS = new Set(['low_alarm', 'high_alarm'])
const ALERTS = new Set(['low_alert', 'high_alert'])
const MOST_NAMES = 3

export const isAlarm = ({ flag }: Pick<FunnelUnit, 'flag'>): boolean => ALARMS.has(flag)
export const isAlert = ({ flag }: Pick<FunnelUnit, 'flag'>): boolean => ALERTS.has(flag)

/** The smaller tail, the one that the flag was decided by. */
export const tailOf = ({ p_low, p_high }: Pick<FunnelUnit, 'p_low' | 'p_high'>): number => Math.min(p_low, p_high)

/** "18 dari 34" for a proportion, "35; diharapkan 79" for a rate. */
export function pointEvidence(unit: FunnelUnit, kind: Funnel['kind'], words: Words): string {
  const { t, f } = words
  if (kind === 'proportion') return t('say.ofTotal', { n: f.count(unit.observed), total: f.count(unit.n) })
  return `${f.count(unit.observed)}; ${t('funnel.expected').toLocaleLowerCase()} ${rateText(unit.expected, words)}`
}

function targetWords({ target, kind }: Funnel, given: boolean, words: Words): string {
  const value = target === null ? '–' : kind === 'proportion' ? shareText(target, 0, words) : rateText(target, words)
  return words.t(given ? 'funnel.target' : 'funnel.overall', { target: value })
}

/**
 * @param level the word for the units compared, such as "Polres"
 * @param targetGiven true when the middle line is a set target, false when it is the units' own overall figure
 */
export function funnelSentence(funnel: Funnel, level: string, targetGiven: boolean, words: Words): Sentence {
  const { t, f } = words
  const tested = funnel.units.filter(({ flag }) => flag !== 'insufficient')
  const few = funnel.units.length - tested.length
  const fewText = few > 0 && t('funnel.insufficient', { n: f.count(few), level })
  if (tested.length === 0 || funnel.target === null) {
    return { kind: 'insufficient', answer: t('say.insufficient'), caution: fewText || '' }
  }
  const target = targetWords(funnel, targetGiven, words)
  const alarms = tested.filter(isAlarm).toSorted((a, b) => tailOf(a) - tailOf(b))
  const alerts = tested.filter(isAlert)
  const [first] = alarms
  if (!first && alerts.length === 0) {
    const why = t('funnel.quietWhy', { n: f.count(tested.length), level, target })
    return { kind: 'quiet', answer: t('funnel.quiet', { level }), caution: joined(why, fewText) }
  }
  const alertText = alerts.length > 0 && t('funnel.alert', { n: f.count(alerts.length), level })
  const otherwise = t('funnel.otherwise', { level, target })
  if (!first) {
    return {
      kind: 'signal',
      answer: `${t('funnel.alertOnly', { n: f.count(alerts.length), level })}.`,
      caution: joined(otherwise, fewText),
    }
  }
  if (alarms.length > 1) {
    const answer = t('funnel.outside', {
      names: someNames(
        alarms.map(({ name }) => placeName(name)),
        MOST_NAMES,
        words,
      ),
    })
    return { kind: 'signal', answer: alertText ? answer : `${answer}.`, caution: joined(alertText, otherwise, fewText) }
  }
  const detail = t('funnel.detail', {
    evidence: pointEvidence(first, funnel.kind, words),
    p: f.probability(tailOf(first)),
  })
  const caution = joined(alertText ? detail : `${detail}.`, alertText, otherwise, fewText)
  return { kind: 'signal', answer: t('funnel.outsideDetail', { name: first.name }), caution }
}

/** Over-dispersion for the note: whether adjusted limits say something else. */
export function dispersionNote(funnel: Funnel, level: string, { t, f }: Words): string {
  if (funnel.phi === null || funnel.tau2 === null || funnel.tau2 <= 0) return t('funnel.noDispersion')
  const n = funnel.units.filter(({ adjusted_flag }) => ALARMS.has(adjusted_flag) || ALERTS.has(adjusted_flag)).length
  return t('funnel.dispersion', { phi: f.number(funnel.phi, 2), n: f.count(n), level })
}

/** How many flags survive the control of false discoveries, and of how many tests. */
export function discoveryNote({ fdr }: Funnel, { t, f }: Words): string {
  if (fdr.tested === 0) return ''
  return t('funnel.fdr', { level: f.share(fdr.level, 0), tested: f.count(fdr.tested), kept: f.count(fdr.kept.length) })
}

/** "18 dari 34 (53%)" or the rate, for tables and tooltips. */
export const pointValue = (unit: FunnelUnit, kind: Funnel['kind'], words: Words): string =>
  kind === 'proportion'
    ? ofTotal(unit.observed, unit.n, words)
    : unit.value === null
      ? '–'
      : rateText(unit.value, words)
