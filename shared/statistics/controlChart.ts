/**
 * Control charts and the rules that make a point a signal. Limits come from a frozen baseline: the functions that end in
 * `Baseline` take its points, those that end in `Limits` give the limits of any later point.
 * Sources: Shewhart 1931 (p, u); Wheeler, Understanding Variation (XmR, 2.66 = 3 / 1.128); Laney 2002 (p′, u′); Benneyan 2001
 * (g); Nelson 1994 (t); Provost & Murray, The Health Care Data Guide, 2011 (which chart for which data, median of g).
 */
export interface Limits {
  mean: number
  /** may be cut where a value cannot lie beyond (shares at 0 and 1, rates and times at 0) */
  upper: number
  lower: number
  /** two thirds of the way to the uncut limits: 2 σ from the centre. Where no value can lie beyond one, none is a signal */
  upper2: number
  lower2: number
}
export interface XmrLimits extends Limits {
  movingRange: number
}
const D2 = 1.128

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const meanOf = (values: readonly number[]) => sumOf(values) / values.length
const movingRange = (values: readonly number[]) =>
  meanOf(values.slice(1).map((value, i) => Math.abs(value - (values[i] as number))))

/** Mean ± 2.66 · mean moving range, in the values' own unit. Needs two values or more. */
export function xmr(values: readonly number[]): XmrLimits {
  const mean = meanOf(values)
  const range = movingRange(values)
  return { ...around(mean, 2.66 * range), movingRange: range }
}

/** Limits on both sides of a mean, `half` away, and the lines two thirds of the way to them. */
const around = (mean: number, half: number): Limits => ({
  mean,
  upper: mean + half,
  lower: mean - half,
  upper2: mean + (2 / 3) * half,
  lower2: mean - (2 / 3) * half,
})

/**
 * Whether a baseline had any spread at all. Without one (every share 0 % or 100 %, every count the same) the limits have no
 * width, and the smallest change would lie outside: such a baseline judges nothing.
 */
export const hasWidth = ({ lower2, upper2 }: Limits): boolean => upper2 > lower2

export interface SpreadBaseline {
  /** pooled share or rate */
  mean: number
  /** Laney's σz: 1 when the spread is that of chance */
  sigmaZ: number
}
/** Pooled share of `k[i]` of `n[i]`, and how much wider than binomial the shares spread. A spread of nothing is 0. */
export function proportionBaseline(k: readonly number[], n: readonly number[]): SpreadBaseline {
  const mean = sumOf(k) / sumOf(n)
  const z = k.map((value, i) => {
    const deviation = value / (n[i] as number) - mean
    return deviation === 0 ? 0 : deviation / Math.sqrt((mean * (1 - mean)) / (n[i] as number))
  })
  return { mean, sigmaZ: movingRange(z) / D2 }
}
/** Limits of a share of `n`, cut at 0 and 1: p chart with `sigmaZ` 1, Laney's p′ chart with the baseline's own. */
export function proportionLimits(mean: number, n: number, sigmaZ = 1): Limits {
  const half = 3 * Math.sqrt((mean * (1 - mean)) / n) * sigmaZ
  const limits = around(mean, half)
  return { ...limits, lower: Math.max(0, limits.lower), upper: Math.min(1, limits.upper) }
}

/** Pooled rate of counts among exposures (people, sessions). */
export const rateBaseline = (counts: readonly number[], exposures: readonly number[]): number =>
  sumOf(counts) / sumOf(exposures)
/** The same, and how much wider than Poisson the rates spread. */
export function rateSpread(counts: readonly number[], exposures: readonly number[]): SpreadBaseline {
  const mean = rateBaseline(counts, exposures)
  const z = counts.map((count, i) => {
    const deviation = count / (exposures[i] as number) - mean
    return deviation === 0 ? 0 : deviation / Math.sqrt(mean / (exposures[i] as number))
  })
  return { mean, sigmaZ: movingRange(z) / D2 }
}
/** Limits of a rate at an exposure, cut at 0: u chart with `sigmaZ` 1, Laney's u′ chart with the baseline's own. */
export function rateLimits(mean: number, exposure: number, sigmaZ = 1): Limits {
  const limits = around(mean, 3 * Math.sqrt(mean / exposure) * sigmaZ)
  return { ...limits, lower: Math.max(0, limits.lower) }
}

/**
 * Limits of the g chart: whole numbers of free days (or opportunities) between events that come one by one with the same
 * chance a day. ḡ ± 3 √(ḡ (ḡ + 1)); `mean` is the median line 0.693 ḡ, on each side of which half of the points fall.
 */
export function geometricLimits(gaps: readonly number[]): Limits {
  const mean = meanOf(gaps)
  const limits = around(mean, 3 * Math.sqrt(mean * (mean + 1)))
  return { ...limits, mean: Math.LN2 * mean, lower: Math.max(0, limits.lower) }
}

/** Exponential times are near normal after this power (Nelson 1994). */
const NELSON = 1 / 3.6
/** Limits of the t chart: times between rare events. XmR of the times to the power 1/3.6, turned back; lower cut at 0. */
export function timeBetweenLimits(times: readonly number[]): Limits {
  const { mean, upper, lower, upper2, lower2 } = xmr(times.map((time) => time ** NELSON))
  const back = (value: number) => Math.max(0, value) ** (1 / NELSON)
  return { mean: back(mean), upper: back(upper), lower: back(lower), upper2: back(upper2), lower2: back(lower2) }
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
 * Signals among `values`, against one pair of limits or each its own: a point outside a limit; 7 on one side of the mean;
 * 7 points each higher (lower) than the one before; 2 of 3 beyond two thirds of the way to an uncut limit, on one side.
 * Overlapping runs of a kind are given as one.
 */
export function signals(values: readonly number[], limits: Limits | readonly Limits[]): Run[] {
  const runs: Run[] = []
  for (const direction of ['up', 'down'] as const) {
    const sign = direction === 'up' ? 1 : -1
    const [limit, zone] = direction === 'up' ? (['upper', 'upper2'] as const) : (['lower', 'lower2'] as const)
    const beyond = (at: number, line: keyof Limits) =>
      sign * ((values[at] as number) - ('mean' in limits ? limits : (limits[at] as Limits))[line]) > 0
    runs.push(
      ...streaks(values.length, 1, (i) => beyond(i, limit), { kind: 'outside', direction }),
      ...streaks(values.length, RUN, (i) => beyond(i, 'mean'), { kind: 'shift', direction }),
      ...streaks(values.length, RUN, (i) => i > 0 && sign * ((values[i] as number) - (values[i - 1] as number)) > 0, {
        kind: 'trend',
        direction,
      }),
      ...twoOfThree(values.length, (i) => beyond(i, zone), direction),
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
