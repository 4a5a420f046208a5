/**
 * Funnel plots: exact flags, exact interpolated limits to draw, over-dispersion.
 * Source: Spiegelhalter 2005, Statistics in Medicine 24:1185, doi 10.1002/sim.1970.
 */
import { LEAST_EXPECTED } from './least'
import { Z95, Z998 } from './intervals'
import { binomialLower, binomialUpper, poissonLower, poissonUpper } from './tails'

export type Flag = 'none' | 'low_alert' | 'low_alarm' | 'high_alert' | 'high_alarm' | 'insufficient'
export interface Tails {
  low: number
  high: number
}
export const ALERT = 0.025
export const ALARM = 0.001

/** P(X ≤ k) and P(X ≥ k) of k among n at the target share. */
export const proportionTails = (k: number, n: number, target: number): Tails => ({
  low: binomialLower(k, n, target),
  high: binomialUpper(k, n, target),
})
/** P(Y ≤ observed) and P(Y ≥ observed) at the expected count. */
export const rateTails = (observed: number, expected: number): Tails => ({
  low: poissonLower(observed, expected),
  high: poissonUpper(observed, expected),
})

/** The verdict of the raw exact tails; `insufficient` when fewer than 5 are expected. */
export function flagOf({ low, high }: Tails, expected: number): Flag {
  if (expected < LEAST_EXPECTED) return 'insufficient'
  const side = low < high ? 'low' : 'high'
  const p = Math.min(low, high)
  if (p > ALERT) return 'none'
  return `${side}_${p <= ALARM ? 'alarm' : 'alert'}`
}

/** The verdict of an (adjusted) z-score on the normal scale. */
export function flagOfZ(z: number, expected: number): Flag {
  if (expected < LEAST_EXPECTED) return 'insufficient'
  if (Math.abs(z) < Z95) return 'none'
  return `${z < 0 ? 'low' : 'high'}_${Math.abs(z) >= Z998 ? 'alarm' : 'alert'}`
}

/** Count at which the distribution function reaches `p`, interpolated between whole counts; `start` is a first guess. */
function interpolated(cdf: (k: number) => number, p: number, start: number): number {
  let k = Math.max(0, Math.floor(start))
  while (k > 0 && cdf(k - 1) > p) k--
  while (cdf(k) <= p) k++
  const below = k === 0 ? 0 : cdf(k - 1)
  const at = cdf(k)
  return k - (at - p) / (at - below)
}

export interface FunnelLimits {
  low95: number
  high95: number
  low998: number
  high998: number
}
/** Limits of a share at a denominator `n`, exact and interpolated (Spiegelhalter's appendix A.1.1), cut at 0 and 1. */
export function proportionLimits(n: number, target: number): FunnelLimits {
  const spread = Math.sqrt(n * target * (1 - target))
  const at = (p: number, z: number) => {
    const count = interpolated((k) => binomialLower(k, n, target), p, n * target + z * spread)
    return Math.min(1, Math.max(0, count / n))
  }
  return limitsFrom(at)
}
/** Limits of observed ÷ expected at an expected count, exact and interpolated, cut at 0. */
export function rateLimits(expected: number): FunnelLimits {
  const at = (p: number, z: number) => {
    const start = expected + z * Math.sqrt(expected)
    return Math.max(0, interpolated((k) => poissonLower(k, expected), p, start) / expected)
  }
  return limitsFrom(at)
}
const limitsFrom = (at: (p: number, z: number) => number): FunnelLimits => ({
  low95: at(ALERT, -Z95),
  high95: at(1 - ALERT, Z95),
  low998: at(ALARM, -Z998),
  high998: at(1 - ALARM, Z998),
})

/** A unit's deviation from the target on the analysis scale: y − θ₀, and its standard error there. */
export interface Deviation {
  difference: number
  error: number
}
/** Shares stay on their own scale, with the error that the target gives. */
export const proportionDeviation = (k: number, n: number, target: number): Deviation => ({
  difference: k / n - target,
  error: Math.sqrt((target * (1 - target)) / n),
})
/** Observed ÷ expected on the square-root scale: √(O/E) − 1 with error 1 / (2√E). */
export const rateDeviation = (observed: number, expected: number): Deviation => ({
  difference: Math.sqrt(observed / expected) - 1,
  error: 1 / (2 * Math.sqrt(expected)),
})

export interface Overdispersion {
  z: number[]
  phi: number
  tau2: number
  /** z with the between-unit variance τ² added */
  adjusted: number[]
}
/**
 * φ and τ² by the additive random-effects model (method of moments). `winsorise`: share of units pulled in at each end
 * before φ is taken; errors and weights are never pulled in.
 */
export function overdispersion(deviations: readonly Deviation[], winsorise = 0.1): Overdispersion {
  const n = deviations.length
  const z = deviations.map(({ difference, error }) => difference / error)
  const pulled = winsorised(z, winsorise)
  const phi = pulled.reduce((sum, value) => sum + value * value, 0) / n
  let [sum, squares] = [0, 0]
  for (const { error } of deviations) {
    const weight = 1 / (error * error)
    sum += weight
    squares += weight * weight
  }
  const spread = sum - squares / sum
  const tau2 = spread > 0 ? Math.max(0, (n * phi - (n - 1)) / spread) : 0
  const adjusted = deviations.map(({ difference, error }) => difference / Math.sqrt(error * error + tau2))
  return { z, phi, tau2, adjusted }
}

/** The ⌊share · n⌋ lowest and highest values are set to the next one inwards. */
function winsorised(values: readonly number[], share: number): number[] {
  const cut = Math.floor(share * values.length)
  if (cut === 0) return [...values]
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[cut] as number, sorted[sorted.length - 1 - cut] as number]
  return values.map((value) => Math.min(high, Math.max(low, value)))
}
