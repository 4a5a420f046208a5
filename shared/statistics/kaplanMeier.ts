/**
 * Kaplan–Meier with left truncation, Greenwood's variance and the log-log interval, and R's rule for quantiles.
 * Sources: Kaplan & Meier 1958; Kalbfleisch & Prentice 2002 (log-log); R package `survival` 3.x, survfit and
 * quantile.survfit. Ties: events before censorings. Times may be in any one unit.
 */
import { Z95 } from './intervals'

/**
 * `exit[i]`: time at which i had its event or was censored. `event[i]`: 1 or 0. `entry[i]`: time from which i was
 * watched (delayed entry); negative = from the origin. One whose exit is not after its delayed entry was never watched
 * and is left out.
 */
export interface Lives {
  exit: ArrayLike<number>
  event: ArrayLike<number>
  entry?: ArrayLike<number>
}
/** One entry for each time at which somebody left. `variance`: Greenwood's sum, the variance of log S. */
export interface SurvivalCurve {
  n: number
  events: number
  /** how many entered after the origin */
  delayed: number
  time: number[]
  atRisk: number[]
  died: number[]
  censored: number[]
  survival: number[]
  variance: number[]
  lower: number[]
  upper: number[]
}

/** Estimates S(t). An empty input gives an empty curve. */
export function kaplanMeier(lives: Lives): SurvivalCurve {
  const { keys, entries, delayed } = watched(lives)
  const curve: SurvivalCurve = {
    n: keys.length,
    events: 0,
    delayed,
    time: [],
    atRisk: [],
    died: [],
    censored: [],
    survival: [],
    variance: [],
    lower: [],
    upper: [],
  }
  let [survival, variance, entered, at] = [1, 0, 0, 0]
  while (at < keys.length) {
    const time = Math.floor((keys[at] as number) / 2)
    while (entered < entries.length && (entries[entered] as number) < time) entered++
    const atRisk = entered - at
    let died = 0
    while (at + died < keys.length && keys[at + died] === 2 * time) died++
    let left = died
    while (at + left < keys.length && keys[at + left] === 2 * time + 1) left++
    if (died > 0) {
      survival *= 1 - died / atRisk
      variance += died / (atRisk * (atRisk - died))
    }
    curve.events += died
    curve.time.push(time)
    curve.atRisk.push(atRisk)
    curve.died.push(died)
    curve.censored.push(left - died)
    curve.survival.push(survival)
    curve.variance.push(variance)
    const band = logLog(survival, variance)
    curve.lower.push(band.lower)
    curve.upper.push(band.upper)
    at += left
  }
  return curve
}

/** Sorted keys `2 · exit + (censored ? 1 : 0)`, so that events come first within a time, and sorted entries. */
function watched({ exit, event, entry }: Lives): { keys: Float64Array; entries: Float64Array; delayed: number } {
  const keys = new Float64Array(exit.length)
  const entries = new Float64Array(exit.length)
  let [kept, delayed] = [0, 0]
  for (let i = 0; i < exit.length; i++) {
    const out = exit[i] as number
    const from = entry === undefined ? -1 : (entry[i] as number)
    if (out <= from) continue
    if (from >= 0) delayed++
    keys[kept] = 2 * out + (event[i] === 1 ? 0 : 1)
    entries[kept++] = from
  }
  const sorted = entries.subarray(0, kept)
  return { keys: keys.subarray(0, kept).toSorted(), entries: delayed === 0 ? sorted : sorted.toSorted(), delayed }
}

/** 95 % limits of S on the log(−log) scale; S = 1 has no width, S = 0 no variance (NaN, as R's NA). */
function logLog(survival: number, variance: number): { lower: number; upper: number } {
  if (survival >= 1) return { lower: 1, upper: 1 }
  if (survival <= 0) return { lower: NaN, upper: NaN }
  const log = Math.log(survival)
  const width = (Z95 * Math.sqrt(variance)) / log
  const centre = Math.log(-log)
  return { lower: Math.exp(-Math.exp(centre - width)), upper: Math.exp(-Math.exp(centre + width)) }
}

/** R compares with the square root of the machine's precision. */
const TOLERANCE = Math.sqrt(Number.EPSILON)

/**
 * Smallest time at which `values` (S or one of its limits) is below `level`; where it equals `level` on an interval,
 * the interval's middle, the last interval ending at the last time. null = never reached.
 */
export function crossing(time: readonly number[], values: readonly number[], level: number): number | null {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (!(value < level + TOLERANCE)) continue
    const from = time[i] as number
    if (value < level - TOLERANCE) return from
    let next = i + 1
    while (next < values.length && !((values[next] as number) < level - TOLERANCE)) next++
    return (from + (time[Math.min(next, values.length - 1)] as number)) / 2
  }
  return null
}

export interface Quantile {
  value: number | null
  low: number | null
  high: number | null
}
/** Time by which the share `p` had its event (median: 0.5), with the interval from the curve's own limits. */
export function quantile(curve: SurvivalCurve, p: number): Quantile {
  const at = (values: readonly number[]) => crossing(curve.time, values, 1 - p)
  return { value: at(curve.survival), low: at(curve.lower), high: at(curve.upper) }
}
