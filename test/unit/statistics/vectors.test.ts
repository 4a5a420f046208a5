/** The vectors of the figures' specification, to the last digit that it gives. */
import { describe, expect, test } from 'vitest'
import {
  geometricLimits,
  hasWidth,
  proportionBaseline,
  proportionLimits as shareLimits,
  rateBaseline,
  rateLimits,
  rateSpread,
  signals,
  timeBetweenLimits,
  xmr,
} from '../../../shared/statistics/controlChart'
import { adjustedP, benjaminiHochberg } from '../../../shared/statistics/falseDiscovery'
import {
  flagOf,
  overdispersion,
  proportionLimits,
  proportionTails,
  rateDeviation,
  rateTails,
} from '../../../shared/statistics/funnel'
import { countInterval, wilson } from '../../../shared/statistics/intervals'
import { kaplanMeier, quantile } from '../../../shared/statistics/kaplanMeier'
import { sampleQuantile } from '../../../shared/statistics/quartiles'
import { ZERO_ALERT, deadlineHeaping, zeroReport } from '../../../shared/statistics/signals'
import { binomialLower, binomialUpper, poissonLower, poissonUpper } from '../../../shared/statistics/tails'

/** Rounds to the digits that the vector has. */
const digits = (value: number, places: number) => Number(value.toFixed(places))
const each = (values: readonly number[], places: number) => values.map((value) => digits(value, places))

describe('intervals', () => {
  test.each([
    [8, 10, 0.490162, 0.943318],
    [0, 5, 0, 0.434482],
    [65, 100, 0.552544, 0.736358],
    [114, 1766, 0.05401, 0.076985],
  ])('Wilson %i of %i', (k, n, low, high) => {
    const interval = wilson(k, n)
    expect(each([interval?.low ?? NaN, interval?.high ?? NaN], 6)).toEqual([low, high])
  })
  test('Wilson of nothing is nothing', () => expect(wilson(0, 0)).toBeNull())
  test.each([
    [0, 0, 3.6889],
    [5, 1.6235, 11.6683],
    [10, 4.7954, 18.3904],
    [65, 50.1632, 82.8491],
  ])('count %i', (count, low, high) => {
    const interval = countInterval(count)
    expect(each([interval.low, interval.high], 4)).toEqual([low, high])
  })
})

describe('exact tails', () => {
  test('Poisson', () => {
    expect(each([poissonLower(11, 20), poissonLower(12, 20), poissonLower(8, 20)], 5)).toEqual([
      0.02139, 0.03901, 0.00209,
    ])
    expect(each([poissonUpper(29, 20), poissonUpper(30, 20), poissonUpper(36, 20)], 5)).toEqual([
      0.03433, 0.02182, 0.0008,
    ])
    expect(each([poissonLower(0, 5), poissonUpper(12, 5), poissonUpper(14, 5)], 5)).toEqual([0.00674, 0.00545, 0.0007])
  })
  test('binomial', () => {
    const values = [binomialLower(18, 30, 0.8), binomialLower(16, 30, 0.8), binomialLower(66, 100, 0.8)]
    expect(each(values, 5)).toEqual([0.00949, 0.0009, 0.00074])
  })
  test('far tails keep their digits (scipy.stats)', () => {
    expect(binomialUpper(900, 1000, 0.5) / 6.701717790006182e-162).toBeCloseTo(1, 12)
    expect(binomialLower(300, 500, 0.8) / 1.0921782808272e-24).toBeCloseTo(1, 12)
    expect(poissonUpper(100, 20) / 3.48887866968955e-37).toBeCloseTo(1, 12)
    expect(poissonLower(5, 300) / 1.06011972198526e-120).toBeCloseTo(1, 12)
  })
  test('edges', () => {
    expect([binomialLower(-1, 5, 0.5), binomialLower(5, 5, 0.5), binomialUpper(0, 5, 0.5)]).toEqual([0, 1, 1])
    expect([binomialUpper(6, 5, 0.5), binomialLower(0, 5, 0), binomialLower(4, 5, 1)]).toEqual([0, 1, 0])
    expect([binomialUpper(1, 5, 0), binomialUpper(5, 5, 1), poissonUpper(0, 3)]).toEqual([0, 1, 1])
    expect([poissonLower(0, 0), poissonUpper(1, 0), poissonLower(-1, 2)]).toEqual([1, 0, 0])
  })
})

describe('Kaplan–Meier', () => {
  const curve = kaplanMeier({ exit: [3, 5, 6, 7, 8, 10, 12, 12], event: [1, 0, 1, 1, 0, 1, 1, 0] })
  const at = (time: number) => digits(curve.survival[curve.time.indexOf(time)] ?? NaN, 6)
  test('survival', () => {
    expect([at(3), at(6), at(7), at(10), at(12)]).toEqual([0.875, 0.729167, 0.583333, 0.388889, 0.194444])
    expect(quantile(curve, 0.5).value).toBe(10)
    expect(curve).toMatchObject({ n: 8, events: 5, atRisk: [8, 7, 6, 5, 4, 3, 2], censored: [0, 1, 0, 0, 1, 0, 1] })
  })
  test('the median of the closed alone says 7', () => expect(sampleQuantile([3, 6, 7, 10, 12], 0.5)).toBe(7))
  test('log-log limits and those of the median (R survfit, conf.type = "log-log")', () => {
    expect(each(curve.lower, 6)).toEqual([0.387, 0.387, 0.27639, 0.180189, 0.180189, 0.063003, 0.009335])
    expect(each(curve.upper, 6)).toEqual([0.981393, 0.981393, 0.925353, 0.844069, 0.844069, 0.724223, 0.563398])
    expect(quantile(curve, 0.5)).toEqual({ value: 10, low: 3, high: null })
    expect([quantile(curve, 0.25).value, quantile(curve, 0.75).value]).toEqual([6, 12])
  })
  test('exactly one half on an interval: its middle', () => {
    expect(quantile(kaplanMeier({ exit: [1, 2, 4, 9], event: [1, 1, 1, 0] }), 0.5).value).toBe(3)
    expect(quantile(kaplanMeier({ exit: [1, 2, 4, 9], event: [1, 1, 0, 0] }), 0.5).value).toBe(5.5)
    expect(quantile(kaplanMeier({ exit: [1, 2, 4, 9], event: [1, 0, 0, 0] }), 0.5).value).toBeNull()
    expect(quantile(kaplanMeier({ exit: [1, 2, 4, 9], event: [1, 1, 1, 0] }), 0.25).value).toBe(1.5)
  })
  test('delayed entry takes part only afterwards', () => {
    const delayed = kaplanMeier({ exit: [4, 6, 8, 9, 5], event: [1, 1, 1, 0, 1], entry: [-1, -1, 5, 4, 5] })
    expect(delayed).toMatchObject({ n: 4, delayed: 2, time: [4, 6, 8, 9], atRisk: [2, 3, 2, 1] })
    expect(each(delayed.survival, 6)).toEqual([0.5, 0.333333, 0.166667, 0.166667])
  })
  test('nobody', () => {
    const empty = kaplanMeier({ exit: [], event: [] })
    expect([empty.n, quantile(empty, 0.5).value]).toEqual([0, null])
  })
  test('events at the origin, and all gone at once', () => {
    const gone = kaplanMeier({ exit: [0, 0, 0], event: [1, 1, 1] })
    expect(gone).toMatchObject({ time: [0], atRisk: [3], survival: [0], lower: [NaN], upper: [NaN] })
    expect(quantile(gone, 0.5)).toEqual({ value: 0, low: null, high: null })
  })
})

describe('funnel', () => {
  test.each([
    [10, 0.4705, 0.9767, 0.3025, 0.9991],
    [30, 0.6321, 0.919, 0.5348, 0.9731],
    [100, 0.7135, 0.8703, 0.6632, 0.909],
    [500, 0.7634, 0.8335, 0.7421, 0.8525],
  ])('limits at n = %i, target .80', (n, ...expected) => {
    const limits = proportionLimits(n, 0.8)
    expect(each([limits.low95, limits.high95, limits.low998, limits.high998], 4)).toEqual(expected)
  })
  test('over-dispersion on the square-root scale', () => {
    const [o, e] = [
      [10, 25, 40, 8, 60, 33],
      [15, 20, 30, 12, 50, 45],
    ]
    const result = overdispersion(
      o!.map((value, i) => rateDeviation(value, e![i]!)),
      0,
    )
    expect(each(result.z, 3)).toEqual([-1.421, 1.056, 1.695, -1.271, 1.35, -1.927])
    expect([digits(result.phi, 4), digits(result.tau2, 7)]).toEqual([2.1933, 0.0150004])
    expect(each(result.adjusted, 3)).toEqual([-1.031, 0.712, 1.013, -0.969, 0.675, -1.002])
  })
  test('winsorising pulls in φ only', () => {
    const deviations = [-9, -1, 0, 0, 0, 0, 0, 0, 2, 9].map((difference) => ({ difference, error: 1 }))
    const result = overdispersion(deviations)
    expect(result.phi).toBeCloseTo((1 + 1 + 4 + 4) / 10, 12)
    expect(result.z[0]).toBe(-9)
  })
  test('the exact tail decides, not the drawn limit', () => {
    expect(flagOf(rateTails(11, 20), 20)).toBe('low_alert')
    expect(flagOf(rateTails(12, 20), 20)).toBe('none')
    expect(flagOf(rateTails(30, 20), 20)).toBe('high_alert')
    expect(flagOf(rateTails(36, 20), 20)).toBe('high_alarm')
    expect(flagOf(proportionTails(16, 30, 0.8), 24)).toBe('low_alarm')
    expect(flagOf(rateTails(0, 4.9), 4.9)).toBe('insufficient')
  })
})

describe('control charts', () => {
  test('XmR', () => {
    const limits = xmr([12, 15, 11, 14, 13, 18, 12, 16, 14, 13])
    expect(each([limits.mean, limits.movingRange, limits.upper, limits.lower], 4)).toEqual([
      13.8, 3.2222, 22.3711, 5.2289,
    ])
  })
  test('p and Laney', () => {
    const n = [50, 52, 49, 60, 55, 50]
    const { mean, sigmaZ } = proportionBaseline([40, 45, 38, 50, 47, 30], n)
    expect([digits(mean, 6), digits(sigmaZ, 4)]).toEqual([0.791139, 1.5349])
    const lower = (width?: number) => each(n.map((size) => shareLimits(mean, size, width).lower), 4) // prettier-ignore
    expect(lower()).toEqual([0.6187, 0.622, 0.6169, 0.6337, 0.6267, 0.6187])
    expect(lower(sigmaZ)).toEqual([0.5264, 0.5316, 0.5237, 0.5495, 0.5387, 0.5264])
    expect(shareLimits(mean, 49, sigmaZ).upper).toBe(1)
    expect(proportionBaseline([5, 5], [5, 5])).toEqual({ mean: 1, sigmaZ: 0 })
  })
  test('u: limits move with the exposure and stop at 0', () => {
    const { mean, sigmaZ } = rateSpread([4, 6, 5], [100, 120, 80])
    expect(mean).toBe(0.05)
    // z = −.4472, 0, .5: mean moving range .4736 / 1.128
    expect(digits(sigmaZ, 4)).toBe(0.4199)
    expect(rateBaseline([4, 6], [100, 100])).toBe(mean)
    expect(rateSpread([0, 0], [1, 2])).toEqual({ mean: 0, sigmaZ: 0 })
    const limits = rateLimits(mean, 100)
    expect(each([limits.lower, limits.upper], 6)).toEqual([0, 0.117082])
    expect(rateLimits(mean, 900).lower).toBeCloseTo(0.05 - 3 * Math.sqrt(0.05 / 900), 15)
  })
  test('g: free days between events, median line', () => {
    const limits = geometricLimits([10, 0, 25, 5, 40, 16])
    expect(each([limits.mean, limits.lower, limits.upper], 4)).toEqual([11.0904, 0, 65.4773])
  })
  test('t: XmR after the power 1/3.6, turned back', () => {
    const times = [8, 20, 3, 45, 12, 30]
    const { mean, upper, lower } = xmr(times.map((time) => time ** (1 / 3.6)))
    const limits = timeBetweenLimits(times)
    expect(limits.mean).toBeCloseTo(mean ** 3.6, 12)
    expect(limits.upper).toBeCloseTo(upper ** 3.6, 10)
    expect(limits.lower).toBe(lower <= 0 ? 0 : lower ** 3.6)
    expect(timeBetweenLimits([1, 100, 1, 100]).lower).toBe(0)
  })
  test('each point against its own limits', () => {
    const limits = [4, 9, 4].map((upper) => ({
      mean: 2,
      upper,
      lower: 0,
      upper2: 2 + (2 / 3) * (upper - 2),
      lower2: 2 / 3,
    }))
    expect(signals([5, 5, 5], limits).filter(({ kind }) => kind === 'outside')).toEqual([
      { kind: 'outside', from: 0, to: 0, direction: 'up' },
      { kind: 'outside', from: 2, to: 2, direction: 'up' },
    ])
  })
  test('signals', () => {
    const limits = { mean: 10, upper: 16, lower: 4, upper2: 14, lower2: 6 }
    expect(signals([10, 17, 10], limits)).toEqual([{ kind: 'outside', from: 1, to: 1, direction: 'up' }])
    expect(signals([10, 9, 9, 9, 9, 9, 9, 9, 10], limits)).toEqual([
      { kind: 'shift', from: 1, to: 7, direction: 'down' },
    ])
    expect(signals([9, 9, 9, 9, 9, 9, 10, 9], limits)).toEqual([])
    expect(signals([7, 8, 9, 9.5, 10.5, 11, 12, 13], limits)).toEqual([
      { kind: 'trend', from: 1, to: 7, direction: 'up' },
    ])
    expect(signals([15, 10, 15, 10, 10, 15], limits)).toEqual([
      { kind: 'two_of_three', from: 0, to: 2, direction: 'up' },
    ])
    expect(signals([14, 14, 14], limits)).toEqual([])
  })
  test('two of three is measured to 2 σ, not to a limit cut where no value can lie', () => {
    // p̄ .9 of 25: σ .06, so 3 σ is cut at 1 and 2 σ lies at 1.02, which no share reaches.
    const high = shareLimits(0.9, 25)
    expect(each([high.upper, high.upper2, high.lower, high.lower2], 10)).toEqual([1, 1.02, 0.72, 0.78])
    expect(signals([0.9, 0.97, 0.99, 0.9], high)).toEqual([])
    expect(signals([0.9, 0.77, 0.9, 0.77], high)).toEqual([{ kind: 'two_of_three', from: 1, to: 3, direction: 'down' }])
    // ū .05 among 100: σ .0224, so the lower 2 σ line is 0.0053 and the lower limit is cut at 0.
    const low = rateLimits(0.05, 100)
    expect(each([low.lower, low.lower2], 4)).toEqual([0, 0.0053])
    expect(signals([0.01, 0.01, 0.06], low)).toEqual([])
    expect(signals([0.005, 0.06, 0.005], low)).toMatchObject([{ kind: 'two_of_three', direction: 'down' }])
    // Gaps between rare events have no lower 2 σ line: short ones are the commonest.
    expect(geometricLimits([10, 0, 25, 5, 40, 16]).lower2).toBeLessThan(0)
    expect(signals([1, 2, 20, 1, 0, 30], geometricLimits([10, 0, 25, 5, 40, 16]))).toEqual([])
    const times = [8, 20, 3, 45, 12, 30]
    const { upper2 } = xmr(times.map((time) => time ** (1 / 3.6)))
    expect(timeBetweenLimits(times).upper2).toBeCloseTo(upper2 ** 3.6, 10)
  })
  test('a baseline without spread has limits of no width', () => {
    expect([shareLimits(1, 8), shareLimits(0, 8), rateLimits(0, 4), xmr([3, 3, 3]), geometricLimits([0, 0])].map(hasWidth)).toEqual([false, false, false, false, false]) // prettier-ignore
    expect([shareLimits(0.99, 8), rateLimits(0.1, 4), xmr([3, 3, 4]), geometricLimits([0, 1])].every(hasWidth)).toBe(true) // prettier-ignore
  })
})

describe('signals and false discovery', () => {
  test('zero report', () => {
    expect([digits(zeroReport(ZERO_ALERT), 3), digits(zeroReport(6.908), 3)]).toEqual([0.025, 0.001])
  })
  test('heaping', () => expect(Number(deadlineHeaping(40, 12).toPrecision(2))).toBe(6.4e-5))
  test('Benjamini–Hochberg (the example of the paper)', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ]
    expect(benjaminiHochberg(p).filter(Boolean)).toHaveLength(4)
    expect(benjaminiHochberg([0.2, 0.04])).toEqual([false, false])
    expect(benjaminiHochberg([])).toEqual([])
    expect(adjustedP([0.02, 0.01, 0.5])).toEqual([0.03, 0.03, 0.5])
  })
})
