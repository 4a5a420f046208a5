/** Chances behind single signals. Source: the figures' specification, "Signals worth a question". */
import { binomialUpper } from './tails'

/** Expected count from which a report of nothing is surprising at 2.5 %. */
export const ZERO_ALERT = 3.689

/** P(0) when `expected` were due: e^−E. */
export const zeroReport = (expected: number): number => Math.exp(-expected)

/** `before` closures in the days up to a deadline against `after` in as many days after it: one-sided Binomial(a+b, ½). */
export const deadlineHeaping = (before: number, after: number): number => binomialUpper(before, before + after, 0.5)
