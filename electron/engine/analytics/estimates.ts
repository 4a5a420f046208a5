/** Figures with their interval and the reason where they have none. */
import type { Estimate, Missing } from '../../../shared/contract/results/common'
import { countInterval, wilson } from '../../../shared/statistics/intervals'

export const nothing = (missing: Missing): Estimate => ({
  value: null,
  missing,
  low: null,
  high: null,
  numerator: null,
  denominator: null,
})

/** A share with Wilson's interval; `insufficient` without a denominator. */
export function shareEstimate(k: number, n: number): Estimate {
  const interval = wilson(k, n)
  if (interval === null) return { ...nothing('insufficient'), numerator: k, denominator: n }
  return { value: k / n, missing: null, low: interval.low, high: interval.high, numerator: k, denominator: n }
}

/** A count with its exact or Byar interval. */
export function countEstimate(count: number): Estimate {
  const { low, high } = countInterval(count)
  return { value: count, missing: null, low, high, numerator: count, denominator: null }
}

/** A count per `per` of an exposure (people, personnel), with the count's interval; `unknown` without one. */
export function rateEstimate(count: number, exposure: number | null, per: number): Estimate {
  if (exposure === null || exposure <= 0) return { ...nothing('unknown'), numerator: count }
  const { low, high } = countInterval(count)
  const scale = per / exposure
  return { value: count * scale, missing: null, low: low * scale, high: high * scale, numerator: count, denominator: exposure } // prettier-ignore
}
