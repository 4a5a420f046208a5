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
  /** 95 % limits of S on the log(−log) scale */
  readonly lower: readonly number[]
  readonly upper: readonly number[]
}

/** The limits are worked out when somebody asks for them: of hundreds of units only the medians are wanted. */
class Curve implements SurvivalCurve {
  readonly time: number[] = []
  readonly atRisk: number[] = []
  readonly died: number[] = []
  readonly censored: number[] = []
  readonly survival: number[] = []
  readonly variance: number[] = []
  events = 0
  #bands: { lower: number; upper: number }[] | null = null

  constructor(
    readonly n: number,
    readonly delayed: number,
  ) {}

  private get bands() {
    return (this.#bands ??= this.survival.map((survival, i) => logLog(survival, this.variance[i] as number)))
  }
  get lower(): number[] {
    return this.bands.map((band) => band.lower)
  }
  get upper(): number[] {
    return this.bands.map((band) => band.upper)
  }
}

/** Estimates S(t). An empty input gives an empty curve. */
export const kaplanMeier = (lives: Lives): SurvivalCurve => kaplanMeierCounted(watched(lives))

/** The same from lives that were counted by their time already. */
export function kaplanMeierCounted({ origin, delayed, leaving }: Watched): SurvivalCurve {
  const curve = new Curve(origin + delayed.length, delayed.length)
  let [survival, variance, entered, gone] = [1, 0, 0, 0]
  for (const { time, died, censored } of leaving) {
    while (entered < delayed.length && (delayed[entered] as number) < time) entered++
    const atRisk = origin + entered - gone
    if (died > 0) {
      survival *= 1 - died / atRisk
      variance += died / (atRisk * (atRisk - died))
    }
    curve.events += died
    curve.time.push(time)
    curve.atRisk.push(atRisk)
    curve.died.push(died)
    curve.censored.push(censored)
    curve.survival.push(survival)
    curve.variance.push(variance)
    gone += died + censored
  }
  return curve
}

/** Who left at one time. */
export interface Leaving {
  time: number
  died: number
  censored: number
}
/** Lives counted: nobody among them left before being watched. */
export interface Watched {
  /** how many were watched from the origin */
  origin: number
  /** entries of the others, rising */
  delayed: Readonly<ArrayLike<number>>
  /** by rising time */
  leaving: Leaving[]
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

function counted(keys: Float64Array, most: number): Leaving[] {
  const counts = new Int32Array(2 * most + 2)
  for (const key of keys) counts[key]! += 1
  const leaving: Leaving[] = []
  for (let time = 0; time <= most; time++) {
    const [died, censored] = [counts[2 * time] as number, counts[2 * time + 1] as number]
    if (died + censored > 0) leaving.push({ time, died, censored })
  }
  return leaving
}

/** Events come first within a time: their keys are the even ones. */
function sorted(keys: Float64Array): Leaving[] {
  const leaving: Leaving[] = []
  let last: Leaving | undefined
  for (const key of keys.toSorted()) {
    const isCensored = key % 2 === 1
    const time = (isCensored ? key - 1 : key) / 2
    if (last?.time !== time) leaving.push((last = { time, died: 0, censored: 0 }))
    if (isCensored) last.censored++
    else last.died++
  }
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
function crossing(time: readonly number[], valueAt: (i: number) => number, level: number): number | null {
  for (let i = 0; i < time.length; i++) {
    const value = valueAt(i)
    if (!(value < level + TOLERANCE)) continue
    const from = time[i] as number
    if (value < level - TOLERANCE) return from
    let next = i + 1
    while (next < time.length && !(valueAt(next) < level - TOLERANCE)) next++
    return (from + (time[Math.min(next, time.length - 1)] as number)) / 2
  }
  return null
}

export interface Quantile {
  value: number | null
  low: number | null
  high: number | null
}
/** Time by which the share `p` had its event (median: 0.5); null when the curve never gets there. */
export const quantileValue = ({ time, survival }: SurvivalCurve, p: number): number | null =>
  crossing(time, (i) => survival[i] as number, 1 - p)

/** The same with the interval from the curve's own limits, worked out as far as they are needed. */
export function quantile(curve: SurvivalCurve, p: number): Quantile {
  const { time, survival, variance } = curve
  const band = (i: number) => logLog(survival[i] as number, variance[i] as number)
  return {
    value: quantileValue(curve, p),
    low: crossing(time, (i) => band(i).lower, 1 - p),
    high: crossing(time, (i) => band(i).upper, 1 - p),
  }
}
