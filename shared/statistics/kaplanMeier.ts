/**
 * Kaplan–Meier with left truncation, Greenwood's variance and the log-log interval, and R's rule for quantiles.
 * Sources: Kaplan & Meier 1958; Kalbfleisch & Prentice 2002 (log-log); R package `survival` 3.x, survfit and
 * quantile.survfit. Ties: events before censorings. Times are whole numbers of any one unit.
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
  readonly n: number
  readonly events: number
  /** how many entered after the origin */
  readonly delayed: number
  /** the time at which the last one left; null without any */
  readonly longest: number | null
  readonly time: readonly number[]
  readonly atRisk: readonly number[]
  readonly died: readonly number[]
  readonly censored: readonly number[]
  readonly survival: readonly number[]
  readonly variance: readonly number[]
  /** 95 % limits of S on the log(−log) scale */
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  /** how many entries there are, and single ones: worked out as far as somebody asks, for most ask where S falls to a half */
  readonly steps: number
  timeAt: (i: number) => number
  survivalAt: (i: number) => number
  limitsAt: (i: number) => { lower: number; upper: number }
}

class Curve implements SurvivalCurve {
  readonly n: number
  readonly events: number
  readonly delayed: number
  readonly steps: number
  readonly #watched: Watched
  /** as far as they were asked for */
  readonly #atRisk: number[] = []
  readonly #survival: number[] = []
  readonly #variance: number[] = []
  #entered = 0
  #gone = 0
  #bands: { lower: number; upper: number }[] | null = null

  constructor(watched: Watched) {
    const { origin, delayed, leaving } = watched
    this.#watched = watched
    this.n = origin + delayed.length
    this.delayed = delayed.length
    this.steps = leaving.time.length
    this.events = leaving.died.reduce((sum, died) => sum + died, 0)
  }

  get longest(): number | null {
    return this.steps === 0 ? null : this.timeAt(this.steps - 1)
  }
  get time(): number[] {
    return Array.from(this.#watched.leaving.time)
  }
  get died(): number[] {
    return Array.from(this.#watched.leaving.died)
  }
  get censored(): number[] {
    return Array.from(this.#watched.leaving.censored)
  }
  get atRisk(): readonly number[] {
    this.#walk(this.steps)
    return this.#atRisk
  }
  get survival(): readonly number[] {
    this.#walk(this.steps)
    return this.#survival
  }
  get variance(): readonly number[] {
    this.#walk(this.steps)
    return this.#variance
  }
  get lower(): number[] {
    return this.#limits().map((band) => band.lower)
  }
  get upper(): number[] {
    return this.#limits().map((band) => band.upper)
  }

  timeAt(i: number): number {
    return this.#watched.leaving.time[i] as number
  }
  survivalAt(i: number): number {
    this.#walk(i + 1)
    return this.#survival[i] as number
  }
  limitsAt(i: number): { lower: number; upper: number } {
    this.#walk(i + 1)
    return logLog(this.#survival[i] as number, this.#variance[i] as number)
  }

  #limits(): { lower: number; upper: number }[] {
    return (this.#bands ??= Array.from({ length: this.steps }, (_, i) => this.limitsAt(i)))
  }

  /** Works out the entries before `end`. */
  #walk(end: number): void {
    const { origin, delayed, leaving } = this.#watched
    for (let i = this.#survival.length; i < end; i++) {
      while (this.#entered < delayed.length && (delayed[this.#entered] as number) < this.timeAt(i)) this.#entered++
      const atRisk = origin + this.#entered - this.#gone
      const died = leaving.died[i] as number
      let [survival, variance] = i === 0 ? [1, 0] : [this.#survival[i - 1] as number, this.#variance[i - 1] as number]
      if (died > 0) {
        survival *= 1 - died / atRisk
        variance += died / (atRisk * (atRisk - died))
      }
      this.#atRisk.push(atRisk)
      this.#survival.push(survival)
      this.#variance.push(variance)
      this.#gone += died + (leaving.censored[i] as number)
    }
  }
}

/** Estimates S(t). An empty input gives an empty curve. */
export const kaplanMeier = (lives: Lives): SurvivalCurve => kaplanMeierCounted(watched(lives))

/** The same from lives that were counted by their time already. */
export const kaplanMeierCounted = (watched: Watched): SurvivalCurve => new Curve(watched)

/** Who left, time by time, rising. */
export interface Leaving {
  time: Float64Array
  died: Int32Array
  censored: Int32Array
}
/** Lives counted: nobody among them left before being watched. */
export interface Watched {
  /** how many were watched from the origin */
  origin: number
  /** entries of the others, rising */
  delayed: Readonly<ArrayLike<number>>
  leaving: Leaving
}

/** `more`: those who left later than the table reaches, by rising time. */
export type LeftLater = readonly { time: number; died: number; censored: number }[]

/**
 * Who left, from a table of counts: at time t, `counts[2 t]` had their event and `counts[2 t + 1]` were censored.
 * `most`: the greatest place that may hold a count.
 */
export function leavingFrom(counts: Int32Array, most: number, more: LeftLater = []): Leaving {
  const steps = stepsIn(counts, most)
  const leaving = nobodyLeaving(steps + more.length)
  takeFrom(counts, most, leaving)
  more.forEach(({ time, died, censored }, i) => setLeaving(leaving, steps + i, time, died, censored))
  return leaving
}

function stepsIn(counts: Int32Array, most: number): number {
  let steps = 0
  for (let key = 0; key <= most; key += 2) steps += +(((counts[key] as number) | (counts[key + 1] as number)) !== 0)
  return steps
}

function takeFrom(counts: Int32Array, most: number, leaving: Leaving): void {
  let at = 0
  for (let key = 0; key <= most; key += 2) {
    const [died, censored] = [counts[key] as number, counts[key + 1] as number]
    if ((died | censored) !== 0) setLeaving(leaving, at++, key / 2, died, censored)
  }
}

const nobodyLeaving = (steps: number): Leaving => ({
  time: new Float64Array(steps),
  died: new Int32Array(steps),
  censored: new Int32Array(steps),
})

function setLeaving(leaving: Leaving, i: number, time: number, died: number, censored: number): void {
  leaving.time[i] = time
  leaving.died[i] = died
  leaving.censored[i] = censored
}

function watched({ exit, event, entry }: Lives): Watched {
  const key = new Float64Array(exit.length)
  const late: number[] = []
  let [kept, most] = [0, 0]
  for (let i = 0; i < exit.length; i++) {
    const out = exit[i] as number
    const from = entry === undefined ? -1 : (entry[i] as number)
    if (out <= from) continue
    if (from >= 0) late.push(from)
    if (out > most) most = out
    key[kept++] = 2 * out + (event[i] === 1 ? 0 : 1)
  }
  const keys = key.subarray(0, kept)
  return {
    origin: kept - late.length,
    delayed: Float64Array.from(late).toSorted(),
    leaving: most < Math.min(COUNTED, 4 * kept) ? counted(keys, most) : sorted(keys),
  }
}

/** Times up to this are counted in a table when there are many; sorting a million takes ten times as long. */
const COUNTED = 1 << 20

function counted(keys: Float64Array, most: number): Leaving {
  const counts = new Int32Array(2 * most + 2)
  for (const key of keys) counts[key]! += 1
  return leavingFrom(counts, 2 * most)
}

/** Events come first within a time: their keys are the even ones. */
function sorted(keys: Float64Array): Leaving {
  const rising = keys.toSorted()
  const timeOf = (key: number) => (key % 2 === 1 ? (key - 1) / 2 : key / 2)
  let steps = 0
  rising.forEach((key, i) => (steps += +(i === 0 || timeOf(rising[i - 1] as number) !== timeOf(key))))
  const leaving = nobodyLeaving(steps)
  let at = -1
  rising.forEach((key, i) => {
    const time = timeOf(key)
    if (i === 0 || leaving.time[at] !== time) leaving.time[++at] = time
    if (key % 2 === 1) leaving.censored[at]! += 1
    else leaving.died[at]! += 1
  })
  return leaving
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
 * Smallest time at which a value (S or one of its limits) is below `level`; where it equals `level` on an interval,
 * the interval's middle, the last interval ending at the last time. null = never reached.
 */
function crossing(curve: SurvivalCurve, valueAt: (i: number) => number, level: number): number | null {
  for (let i = 0; i < curve.steps; i++) {
    const value = valueAt(i)
    if (!(value < level + TOLERANCE)) continue
    const from = curve.timeAt(i)
    if (value < level - TOLERANCE) return from
    let next = i + 1
    while (next < curve.steps && !(valueAt(next) < level - TOLERANCE)) next++
    return (from + curve.timeAt(Math.min(next, curve.steps - 1))) / 2
  }
  return null
}

export interface Quantile {
  value: number | null
  low: number | null
  high: number | null
}
/** Time by which the share `p` had its event (median: 0.5); null when the curve never gets there. */
export const quantileValue = (curve: SurvivalCurve, p: number): number | null =>
  crossing(curve, (i) => curve.survivalAt(i), 1 - p)

/** The same with the interval from the curve's own limits, worked out as far as they are needed. */
export const quantile = (curve: SurvivalCurve, p: number): Quantile => ({
  value: quantileValue(curve, p),
  low: crossing(curve, (i) => curve.limitsAt(i).lower, 1 - p),
  high: crossing(curve, (i) => curve.limitsAt(i).upper, 1 - p),
})
