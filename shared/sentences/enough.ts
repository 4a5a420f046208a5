/** Whether a figure rests on enough to be judged against anything. */
import type { Figure } from '../contract/results/common'
import { LEAST_EXPECTED } from '../statistics/least'

/** Shares and medians of fewer cases than this get no verdict. */
const LEAST_CASES = 10

/** A share against a target needs five expected on target, as in the funnel; other shares and medians ten cases. */
export function isEnough({ method, denominator, target }: Figure): boolean {
  if (method === 'poisson' || denominator === null) return true
  return method === 'wilson' && target ? denominator * target.value >= LEAST_EXPECTED : denominator >= LEAST_CASES
}
