/**
 * Exact tails of the binomial and the Poisson. The smaller tail is computed on its own side, never as 1 − the other, so
 * that chances of 1e-20 keep their digits. Both agree with R's pbinom and ppois to 1e-8 and better (test/engine/rOracle).
 * Binomial: Abramowitz & Stegun 26.5.24, the incomplete beta function of Boost via stdlib. Poisson: the sum itself, from
 * Loader's saddle-point density (stdlib's incomplete gamma function is 1 % off at means over 2,000).
 */
import betainc from '@stdlib/math-base-special-betainc'

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
  if (mean <= 0) return 1
  return k < mean ? sumDown(k, mean) : 1 - sumUp(k + 1, mean)
}

/** P(Y ≥ k) for Y ~ Poisson(mean). */
export function poissonUpper(k: number, mean: number): number {
  if (k <= 0) return 1
  if (mean <= 0) return 0
  return k > mean ? sumUp(k, mean) : 1 - sumDown(k - 1, mean)
}

/** Chance of k and all under it, k under the mean: each term is smaller than the one before. */
function sumDown(k: number, mean: number): number {
  let [term, sum] = [1, 1]
  for (let y = k; y > 0 && term > Number.EPSILON * sum * 1e-3; y--) sum += term *= y / mean
  return poissonDensity(k, mean) * sum
}
/** Chance of k and all over it, k over the mean. */
function sumUp(k: number, mean: number): number {
  let [term, sum] = [1, 1]
  for (let y = k + 1; term > Number.EPSILON * sum * 1e-3; y++) sum += term *= mean / y
  return poissonDensity(k, mean) * sum
}

/** P(Y = k). Source: Loader, Fast and Accurate Computation of Binomial Probabilities, 2000; as R's dpois. */
function poissonDensity(k: number, mean: number): number {
  if (k < STIRLING_FROM) return Math.exp(k * Math.log(mean) - mean - logFactorial(k))
  return Math.exp(-stirlingError(k) - deviance(k, mean)) / Math.sqrt(2 * Math.PI * k)
}

const STIRLING_FROM = 16
function logFactorial(k: number): number {
  let product = 1
  for (let i = 2; i <= k; i++) product *= i
  return Math.log(product)
}

/** log k! minus Stirling's formula, k from 16. */
function stirlingError(k: number): number {
  const square = k * k
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / k
}

/** k log(k / mean) + mean − k without cancellation where the two are close. */
function deviance(k: number, mean: number): number {
  if (Math.abs(k - mean) >= 0.1 * (k + mean)) return k * Math.log(k / mean) + mean - k
  const v = (k - mean) / (k + mean)
  let [sum, power] = [(k - mean) * v, 2 * k * v]
  for (let j = 1; ; j++) {
    power *= v * v
    const next = sum + power / (2 * j + 1)
    if (next === sum) return sum
    sum = next
  }
}

/** Two-sided chance from the two tails of one exact test: min(1, 2 · the smaller tail). */
export const twoSided = (low: number, high: number): number => Math.min(1, 2 * Math.min(low, high))
