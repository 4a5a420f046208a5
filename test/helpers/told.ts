/** The numbers that a sentence tells, and numbers of a query's answer as the field writes them: by Intl, not by our formats. */
import type { Language } from '../../shared/messages/catalogue'
import type { Estimate } from '../../shared/contract/results/common'
import type { DurationCurve } from '../../shared/contract/results/region'

export type Writing = ReturnType<typeof writing>

export function writing(language: Language) {
  const locale = language === 'id' ? 'id-ID' : 'en-GB'
  const fixed = (value: number, digits: number, style: 'decimal' | 'percent' = 'decimal') =>
    new Intl.NumberFormat(locale, { style, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
  const count = (value: number) => fixed(value, 0)
  /** whole percent of fewer than a hundred */
  const share = (value: number, of: number | null) => fixed(value, of !== null && of < 100 ? 0 : 1, 'percent')
  const rate = (value: number) => fixed(value, value < 10 ? 2 : value < 100 ? 1 : 0)
  const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 0.05
  const days = (value: number) => {
    if (value >= 1) return isWhole(value) ? count(value) : fixed(value, 1)
    return Math.round(value * 24) === 0 ? '1' : count(value * 24)
  }
  const dates = (day: string) => [String(Number(day.slice(8, 10))), day.slice(0, 4)]
  /** "280 dari 305 (91,8%; 95%: 88,2% s.d. 94,4%)" */
  const stated = ({ value, numerator, denominator, low, high }: Estimate): string[] => {
    if (value === null) return []
    const all = numerator === null || denominator === null ? [] : [count(numerator), count(denominator)]
    const isRanged = all.length > 0 && low !== null && high !== null
    const range = isRanged ? ['95%', share(low, denominator), share(high, denominator)] : []
    return [...all, share(value, denominator), ...range]
  }
  /** "n dari total (share)" */
  const part = (n: number, total: number) => [count(n), count(total), share(total === 0 ? 0 : n / total, total)]
  /** two significant digits; below one in ten thousand that bound itself */
  const chance = (p: number) =>
    new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(Math.max(p, 0.0001))
  return { language, chance, fixed, count, share, rate, days, dates, stated, part }
}

/** Every number of a text in order; digits in the names of units, in `names` and in words such as SP3D are none. */
export function numbersIn(text: string, names: readonly string[] = []): string[] {
  let rest = text.replaceAll(/\b(Satuan )?(POLDA|POLRES|POLSEK)-[\d.]*\d/g, '')
  for (const name of names) rest = rest.replaceAll(name, '')
  return rest.match(/(?<![\p{L}\d])\d+(?:[.,]\d+)*%?/gu) ?? []
}

/** What the sentence of a curve tells: half, what is left at the end of what is drawn, three quarters. */
export function waits(curve: DurationCurve, w: Writing): string[] {
  if (curve.n < 10) return [w.count(curve.n), w.count(curve.events)]
  const end = curve.points.at(-1)?.t ?? 0
  if (curve.median === null) return [w.days(end)]
  const wanted = Math.max((curve.q3 ?? end / 2) * 1.6, curve.median * (curve.q3 === null ? 6 : 3))
  const step = [10, 20, 30, 60, 90, 120, 180, 240, 360, 540, 720].find((days) => days >= wanted) ?? end
  const horizon = Math.max(1, Math.min(step, Math.ceil(end)))
  const rest = Math.min(1, ...curve.points.filter(({ t }) => t <= horizon).map(({ survival }) => survival))
  return [
    w.days(curve.median),
    ...(rest > 0.005 ? [w.share(rest, 0), w.days(horizon)] : []),
    w.days(curve.q3 ?? end),
  ] // prettier-ignore
}
