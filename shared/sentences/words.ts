/** What sentences are made of: texts, formats, and the few ways in which the field writes shares, ranges and durations. */
import type { Translate } from '../messages/catalogue'
import type { Format } from '../messages/format'

export interface Words {
  t: Translate
  f: Format
}

/** The result of a test in words: the answer first (bold on screens), then the caution. */
export interface Sentence {
  /** which template was used: a signal, none, or too little data to tell */
  kind: 'signal' | 'quiet' | 'insufficient'
  answer: string
  caution: string
}

/** The sentence as one line of text, for labels, reports and frozen figures. */
export const plain = ({ answer, caution }: Pick<Sentence, 'answer' | 'caution'>): string =>
  [answer, caution].filter((part) => part !== '').join(' ')

/** Parts joined by one space, empty ones left out. */
export const joined = (...parts: (string | false | null | undefined)[]): string => parts.filter(Boolean).join(' ')

/** A share 0 to 1; whole percent where the denominator is under 100, since decimals would feign precision. */
export const shareText = (value: number, denominator: number | null, { f }: Words): string =>
  f.share(value, denominator !== null && denominator < 100 ? 0 : 1)

/** "18 dari 34 (53%)" */
export const ofTotal = (n: number, total: number, words: Words): string =>
  words.t('say.ofTotalShare', {
    n: words.f.count(n),
    total: words.f.count(total),
    share: shareText(total === 0 ? 0 : n / total, total, words),
  })

/** A duration's number without its unit: whole days, or one decimal where it says more. */
export const dayNumber = (days: number, { f }: Words): string =>
  Math.abs(days - Math.round(days)) < 0.05 ? f.count(Math.round(days)) : f.number(days, 1)

/** "9 hari", "2,5 hari"; under a day in whole hours, under an hour in words. Unit of `days`: days. */
export function daysText(days: number, words: Words): string {
  const hours = Math.round(days * 24)
  if (days < 1 && days >= 0)
    return hours === 0 ? words.t('say.underHour') : words.t('say.hours', { n: words.f.count(hours) })
  return words.t('say.days', { n: dayNumber(days, words) })
}

/** "5 s.d. 6" */
export const rangeText = (low: string, high: string, { t }: Words): string => t('say.range', { low, high })

/** A rate per 100,000 or 1,000: two decimals under 10, one under 100, none above. */
export const rateText = (rate: number, { f }: Words): string => f.number(rate, rate < 10 ? 2 : rate < 100 ? 1 : 0)

/** The unit's name without the word for its level, as tiles and sentences use it: "Polda Jawa Tengah" → "Jawa Tengah". */
export const placeName = (name: string): string =>
  name.replace(/^(Polda|Polrestabes|Polresta|Polres|Polsek) (?=\S)/, '')

/** At most `most` names, then how many others: "a, b, c dan 4 lainnya". */
export function someNames(names: readonly string[], most: number, { t, f }: Words): string {
  if (names.length <= most) return f.list(names)
  return f.list([...names.slice(0, most), t('say.others', { n: f.count(names.length - most) })])
}

/** First letter capital, for a text that begins a sentence. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('id') + text.slice(1)
