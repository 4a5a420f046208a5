import { describe, expect, test } from 'vitest'
import { cumulativeIncidence, incidenceAt } from '../../../shared/statistics/cumulativeIncidence'
import { kaplanMeier } from '../../../shared/statistics/kaplanMeier'

const digits = (values: readonly number[], places: number) => values.map((value) => Number(value.toFixed(places)))

describe('cumulative incidence', () => {
  const lives = { exit: [1, 2, 2, 3, 4, 5, 6, 6], outcome: [1, 2, 1, 0, 2, 1, 0, 1], outcomes: 2 }
  const curve = cumulativeIncidence(lives)
  test('by hand: 1/8, then 1/8 at 7 of 8 free, …', () => {
    expect(curve.time).toEqual([1, 2, 3, 4, 5, 6])
    expect(curve.atRisk).toEqual([8, 7, 5, 4, 3, 2])
    expect(digits(curve.byOutcome[0]!.incidence, 6)).toEqual([0.125, 0.25, 0.25, 0.25, 0.40625, 0.5625])
    expect(digits(curve.byOutcome[1]!.incidence, 6)).toEqual([0, 0.125, 0.125, 0.28125, 0.28125, 0.28125])
    expect(curve).toMatchObject({ n: 8, delayed: 0, censored: 2 })
    expect(curve.byOutcome.map((one) => one.events)).toEqual([4, 2])
  })
  test('the shares make 1 at every time', () => {
    curve.free.forEach((free, i) =>
      expect(free + curve.byOutcome.reduce((sum, one) => sum + (one.incidence[i] ?? 0), 0)).toBeCloseTo(1, 14),
    )
  })
  test('under 1 − Kaplan–Meier of one outcome alone, which takes the others for censored', () => {
    const alone = kaplanMeier({ exit: lives.exit, event: lives.outcome.map((k) => (k === 1 ? 1 : 0)) })
    expect(incidenceAt(curve, 1, 6)).toBeLessThan(1 - alone.survival.at(-1)!)
  })
  test('a single outcome is 1 − Kaplan–Meier, with its variance', () => {
    const [exit, event] = [
      [3, 5, 6, 7, 8, 10, 12, 12],
      [1, 0, 1, 1, 0, 1, 1, 0],
    ]
    const one = cumulativeIncidence({ exit: exit!, outcome: event!, outcomes: 1 })
    const km = kaplanMeier({ exit: exit!, event: event! })
    km.survival.forEach((survival, i) => {
      expect(one.byOutcome[0]!.incidence[i]).toBeCloseTo(1 - survival, 14)
      expect(one.byOutcome[0]!.variance[i]).toBeCloseTo(survival ** 2 * km.variance[i]!, 14)
    })
  })
  test('delayed entry takes part only afterwards', () => {
    const late = cumulativeIncidence({ exit: [4, 6, 5], outcome: [1, 2, 1], outcomes: 2, entry: [-1, 4, 5] })
    expect(late).toMatchObject({ n: 2, delayed: 1, time: [4, 6], atRisk: [1, 1], free: [0, 0] })
  })
  test('before the first outcome, nobody, nothing but censored', () => {
    expect(incidenceAt(curve, 2, 1)).toBe(0)
    expect(cumulativeIncidence({ exit: [], outcome: [], outcomes: 2 })).toMatchObject({ n: 0, time: [], free: [] })
    const censored = cumulativeIncidence({ exit: [2, 2], outcome: [0, 0], outcomes: 1 })
    expect(censored).toMatchObject({ free: [1], byOutcome: [{ incidence: [0], variance: [0], lower: [NaN] }] })
  })
})
