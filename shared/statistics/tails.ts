/**
 * Exact tails of the binomial and the Poisson. Each tail is computed on its own side, never as 1 − the other, so that
 * chances of 1e-20 keep their digits. Identities: Abramowitz & Stegun 26.5.24 and 26.4.21; special functions: Boost via
 * stdlib, which agree with R's pbinom and ppois.
 */
import betainc from '@stdlib/math-base-special-betainc'
import gammainc from '@stdlib/math-base-special-gammainc'

/** P(X ≤ k) for X ~ Binomial(n, p). */
export function binomialLower(k: number, n: number, p: number): number {
  if (k < 0) return 0
  if (k >= n) return 1
  if (p <= 0) return 1
  if (p >= 1) return 0
  return betainc(p, k + 1, n - k, true, true)
}

/** P(X ≥ k) for X ~ Binomial(n, p). */
export function binomialUpper(k: number, n: number, p: number): number {
  if (k <= 0) return 1
  if (k > n) return 0
  if (p <= 0) return 0
  if (p >= 1) return 1
  return betainc(p, k, n - k + 1, true, false)
}

/** P(Y ≤ k) for Y ~ Poisson(mean). */
export function poissonLower(k: number, mean: number): number {
  if (k < 0) return 0
  return mean <= 0 ? 1 : gammainc(mean, k + 1, true, true)
}

/** P(Y ≥ k) for Y ~ Poisson(mean). */
export function poissonUpper(k: number, mean: number): number {
  if (k <= 0) return 1
  return mean <= 0 ? 0 : gammainc(mean, k, true, false)
}

/** Two-sided chance from the two tails of one exact test: min(1, 2 · the smaller tail). */
export const twoSided = (low: number, high: number): number => Math.min(1, 2 * Math.min(low, high))
