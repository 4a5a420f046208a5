/** Shares and medians of the channels' pages in words, and why there is none where there is none. Pure. */
import type { Estimate } from '../../contract/results/common'
import type { DurationCurve } from '../../contract/results/region'
import { daysText, rangeText, shareText, type Words } from '../words'

/** "belum melapor", "tidak berlaku", "data tidak cukup" */
export const missingWord = ({ missing }: Pick<Estimate, 'missing'>, { t }: Words): string =>
  t.code('missing', missing ?? 'insufficient')

/** "88,2% s.d. 94,4%"; '' without an interval */
export function shareRange({ low, high, denominator }: Estimate, words: Words): string {
  if (low === null || high === null) return ''
  return rangeText(shareText(low, denominator, words), shareText(high, denominator, words), words)
}

/** "91,8%", or why there is none */
export const shareOf = (estimate: Estimate, words: Words): string =>
  estimate.value === null ? missingWord(estimate, words) : shareText(estimate.value, estimate.denominator, words)

/** "280 dari 305 (91,8%; 95%: 88,2% s.d. 94,4%)", or why there is none */
export function statedShare(estimate: Estimate, words: Words): string {
  const { t, f } = words
  const { value, numerator, denominator } = estimate
  if (value === null) return missingWord(estimate, words)
  const share = shareText(value, denominator, words)
  if (numerator === null || denominator === null) return share
  const counts = { n: f.count(numerator), total: f.count(denominator), share }
  const range = shareRange(estimate, words)
  return range === '' ? t('say.ofTotalShare', counts) : t('channels.stated', { ...counts, range })
}

/** Under this many cases a median is not told. */
const FEW = 10

/** "1,9 hari s.d. 2,3 hari"; one text where both ends read alike */
export function daysRange(lower: number, upper: number, words: Words): string {
  const [low, high] = [daysText(lower, words), daysText(upper, words)]
  return low === high ? low : rangeText(low, high, words)
}

/** "2,1 hari (95%: 1,9 s.d. 2,3)", "belum tercapai", or that there are too few cases */
export function medianText(curve: DurationCurve, words: Words): string {
  const { t } = words
  if (curve.n === 0) return t('chart.notApplicable')
  if (curve.n < FEW) return t('channels.fewCases', { n: words.f.count(curve.n) })
  if (curve.median === null) return t('channels.unreached')
  const median = daysText(curve.median, words)
  if (curve.lower === null || curve.upper === null) return median
  return t('channels.medianRange', { median, range: daysRange(curve.lower, curve.upper, words) })
}

/** Whether a curve holds enough cases for its median to be told as a finding. */
export const tells = (curve: DurationCurve): boolean => curve.n >= FEW
