/** Key figures of a page: a number, its interval, its denominator. Pure. */
import type { Estimate } from '../../../shared/contract/results/common'
import type { DurationCurve } from '../../../shared/contract/results/region'
import { daysRange, missingWord, shareOf, shareRange, tells } from '../../../shared/sentences/channels/estimate'
import { daysText, type Words } from '../../../shared/sentences/words'
import type { Pinned } from './context'

/** Key of a key figure's name; its definition stands under the same key with `.definition`. */
export type KeyName =
  | 'fridays'
  | 'sessions'
  | 'perSession'
  | 'becameCases'
  | 'followedUp'
  | 'messages'
  | 'firstResponse'
  | 'resolved'
  | 'resolved30'
  | 'sentOn'
  | 'within72'
  | 'beforeViral'
  | 'allThree'
  | 'posts'
  | 'prank'
  | 'emergency'
  | 'cameIn'
  | 'transferTime'
  | 'reportedBack'
  | 'graded'
  | 'sp3d'
  | 'upheld'
  | 'complaints'

export interface KeyView {
  name: KeyName
  value: string
  /** what the number counts, beside it */
  unit: string
  known: boolean
  strip: { value: number; low: number; high: number } | null
  lines: string[]
  pinned: Pinned | null
}
const pinned = (name: KeyName, path: string, value: number | null, format: Pinned['format']): Pinned | null =>
  value === null ? null : { path, label: `channelKey.${name}`, value, format }

/** @param rest further lines, such as what is still pending */
export function shareKey(name: KeyName, estimate: Estimate, path: string, words: Words, rest: string[] = []): KeyView {
  const { t, f } = words
  const { value, low, high, numerator, denominator } = estimate
  const range = shareRange(estimate, words)
  return {
    name,
    value: shareOf(estimate, words),
    unit: '',
    known: value !== null,
    strip: value !== null && low !== null && high !== null ? { value, low, high } : null,
    lines: [
      range === '' ? '' : t('figure.interval', { range }),
      value !== null && numerator !== null && denominator !== null
        ? t('say.ofTotal', { n: f.count(numerator), total: f.count(denominator) })
        : '',
      ...rest,
    ].filter((line) => line !== ''),
    pinned: pinned(name, `${path}.value`, value, 'share'),
  }
}

export function countKey(
  name: KeyName,
  value: number,
  path: string,
  unit: string,
  words: Words,
  rest: string[] = [],
): KeyView {
  return {
    name,
    value: words.f.count(value),
    unit,
    known: true,
    strip: null,
    lines: rest.filter((line) => line !== ''),
    pinned: pinned(name, path, value, 'count'),
  }
}

/** A median by Kaplan-Meier. */
export function medianKey(name: KeyName, curve: DurationCurve, path: string, words: Words): KeyView {
  const { t, f } = words
  const { n, events, median, lower, upper } = curve
  const told = tells(curve) ? median : null
  const counts = { n: f.count(n), censored: f.count(n - events) }
  return {
    name,
    value:
      told !== null
        ? daysText(told, words)
        : n === 0
          ? missingWord({ missing: 'insufficient' }, words)
          : tells(curve)
            ? t('channels.unreached')
            : t('missing.insufficient'),
    unit: told === null ? '' : t('channels.median'),
    known: told !== null,
    strip: null,
    lines: [
      told !== null && lower !== null && upper !== null
        ? t('figure.interval', { range: daysRange(lower, upper, words) })
        : '',
      n === 0 ? '' : events < n ? t('figure.survivalCensored', counts) : t('figure.survival', counts),
    ].filter((line) => line !== ''),
    pinned: pinned(name, `${path}.median`, told, 'days'),
  }
}

/** The key figure as one line, as it is frozen in a finding. */
export const keySentence = ({ name, value, unit, lines }: KeyView, { t }: Words): string =>
  `${t(`channelKey.${name}`)}: ${[[value, unit].filter(Boolean).join(' '), ...lines].join('. ')}.`
