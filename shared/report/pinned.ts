/** A pinned figure in words. */
import type { FrozenFigure } from '../contract/findings'
import type { RuleInForce } from '../contract/results/common'
import type { Language, Translate } from '../messages/catalogue'
import { daysText, rateText, shareText, type Words } from '../sentences/words'

type Format = FrozenFigure['format']

/** A value of a pinned figure with its unit; null is said to be missing. */
export function pinnedValue(value: number | null, format: Format, words: Words): string {
  const { t, f } = words
  if (value === null) return t('missing.insufficient')
  switch (format) {
    case 'count':
      return f.count(value)
    case 'share':
      return shareText(value, null, words)
    case 'days':
      return daysText(value, words)
    case 'rate':
      return rateText(value, words)
    case 'probability':
      return f.probability(value)
  }
}

/** The figure's name: `label` is a message key such as `metric.received`; a text that is none is shown as it is. */
export function pinnedLabel(label: string, t: Translate): string {
  const dot = label.indexOf('.')
  const text = t.code(label.slice(0, dot), label.slice(dot + 1))
  return text === label.slice(dot + 1) ? label : text
}

/** "SP3D paling lambat 20 hari kerja. Perpol 2/2024 (peraturan), berlaku sejak 1 Maret 2024." */
export function criterionText(rule: RuleInForce, language: Language, { t, f }: Words): string {
  const parts = { title: rule.title[language], basis: rule.basis, kind: t(`ruleKind.${rule.kind}`) }
  const from = f.day(rule.effective_from)
  return rule.effective_to === null
    ? t('findings.criterion', { ...parts, from })
    : t('findings.criterionUntil', { ...parts, from, to: f.day(rule.effective_to) })
}
