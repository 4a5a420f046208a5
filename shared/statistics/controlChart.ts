/**
 * Control charts: XmR for counts, p and Laney p′ for shares, and the rules that make a point a signal.
 * Sources: Shewhart 1931; Wheeler, Understanding Variation (2.66 = 3 / 1.128); Laney 2002 (p′).
 */
export interface Limits {
  mean: number
  upper: number
  lower: number
}
export interface XmrLimits extends Limits {
  movingRange: number
}
/** Fewer points make a run chart without limits. */
export const LEAST_POINTS = 12
const D2 = 1.128

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const movingRange = (values: readonly number[]) =>
  meanOf(values.slice(1).map((value, i) => Math.abs(value - (values[i] as number))))

/** Mean ± 2.66 · mean moving range, in the values' own unit. Needs two values or more. */
export function xmr(values: readonly number[]): XmrLimits {
  const mean = meanOf(values)
  const range = movingRange(values)
  return { mean, upper: mean + 2.66 * range, lower: mean - 2.66 * range, movingRange: range }
}

export interface ProportionChart {
  mean: number
  /** Laney's σz: 1 when the spread is binomial */
  sigmaZ: number
  /** limits of the p chart and of the p′ chart, one pair a point, cut at 0 and 1 */
  p: { lower: number; upper: number }[]
  laney: { lower: number; upper: number }[]
}
/** Shares `k[i]` of `n[i]`: p chart and Laney's p′ chart. */
export function proportionChart(k: readonly number[], n: readonly number[]): ProportionChart {
  const total = n.reduce((sum, value) => sum + value, 0)
  const mean = k.reduce((sum, value) => sum + value, 0) / total
  const sigma = n.map((size) => Math.sqrt((mean * (1 - mean)) / size))
  const z = k.map((value, i) => (value / (n[i] as number) - mean) / (sigma[i] as number))
  const sigmaZ = movingRange(z) / D2
  const pair = (half: number) => ({ lower: Math.max(0, mean - half), upper: Math.min(1, mean + half) })
  return { mean, sigmaZ, p: sigma.map((s) => pair(3 * s)), laney: sigma.map((s) => pair(3 * s * sigmaZ)) }
}

export type ChartSignal = 'outside' | 'shift' | 'trend' | 'two_of_three'
export interface Run {
  kind: ChartSignal
  /** indexes of the first and last point, inclusive */
  from: number
  to: number
  direction: 'up' | 'down'
}
const RUN = 7

/**
 * Signals among `values`: a point outside a limit; 7 on one side of the mean; 7 points each higher (lower) than the one
 * before; 2 of 3 beyond two thirds of the way to a limit, on one side. Overlapping runs of a kind are given as one.
 */
export function signals(values: readonly number[], { mean, upper, lower }: Limits): Run[] {
  const runs: Run[] = []
  for (const direction of ['up', 'down'] as const) {
    const sign = direction === 'up' ? 1 : -1
    const limit = direction === 'up' ? upper : lower
    const beyond = (at: number, share: number) => sign * ((values[at] as number) - (mean + share * (limit - mean))) > 0
    runs.push(
      ...streaks(values.length, 1, (i) => beyond(i, 1), { kind: 'outside', direction }),
      ...streaks(values.length, RUN, (i) => beyond(i, 0), { kind: 'shift', direction }),
      ...streaks(values.length, RUN, (i) => i > 0 && sign * ((values[i] as number) - (values[i - 1] as number)) > 0, {
        kind: 'trend',
        direction,
      }),
      ...twoOfThree(values.length, (i) => beyond(i, 2 / 3), direction),
    )
  }
  return runs.toSorted((a, b) => a.from - b.from || a.to - b.to)
}

/** Longest stretches of at least `least` points in a row that satisfy `is`. */
function streaks(n: number, least: number, is: (at: number) => boolean, what: Pick<Run, 'kind' | 'direction'>): Run[] {
  const found: Run[] = []
  for (let i = 0; i < n; i++) {
    if (!is(i)) continue
    let end = i
    while (end + 1 < n && is(end + 1)) end++
    if (end - i + 1 >= least) found.push({ ...what, from: i, to: end })
    i = end
  }
  return found
}

function twoOfThree(n: number, beyond: (at: number) => boolean, direction: Run['direction']): Run[] {
  const found: Run[] = []
  for (let i = 1; i < n; i++) {
    if (!beyond(i)) continue
    const from = beyond(i - 1) ? i - 1 : i >= 2 && beyond(i - 2) ? i - 2 : -1
    if (from < 0) continue
    const last = found.at(-1)
    if (last && from <= last.to) last.to = i
    else found.push({ kind: 'two_of_three', from, to: i, direction })
  }
  return found
}
