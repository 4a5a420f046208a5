/**
 * Cumulative incidence of one outcome among several (Aalen–Johansen), with left truncation: the share that has had
 * outcome k by time t while the others compete with it; never 1 − Kaplan–Meier of k alone.
 * Sources: Aalen & Johansen 1978; variance of Greenwood's kind (Andersen, Borgan, Gill & Keiding 1993, IV.4), which
 * without delayed entry is that of R `survival` 3.x, survfit of a multi-state Surv. Ties: outcomes before censorings.
 */
import { Z95 } from './intervals'

/**
 * `exit[i]`: time at which i had an outcome or was censored, whole numbers of any one unit. `outcome[i]`: 0 = censored,
 * 1 … `outcomes`. `entry[i]`: time from which i was watched; negative = from the origin. One whose exit is not after its
 * delayed entry was never watched and is left out.
 */
export interface CompetingLives {
  exit: ArrayLike<number>
  outcome: ArrayLike<number>
  outcomes: number
  entry?: ArrayLike<number>
}
/** One outcome at each time of the curve it belongs to. */
export interface Incidence {
  /** how many had it */
  events: number
  incidence: number[]
  variance: number[]
  /** 95 % limits on the log(−log) scale; NaN while the incidence is 0 or once it is 1 */
  lower: number[]
  upper: number[]
}
/** One entry for each time at which somebody left. `byOutcome[k - 1]` is outcome k. */
export interface IncidenceCurve {
  n: number
  /** how many entered after the origin */
  delayed: number
  censored: number
  time: number[]
  atRisk: number[]
  /** share without any of the outcomes yet; with the incidences it makes 1 */
  free: number[]
  byOutcome: Incidence[]
}

/** An empty input gives an empty curve. */
export function cumulativeIncidence({ exit, outcome, outcomes, entry }: CompetingLives): IncidenceCurve {
  const from = (i: number) => (entry === undefined ? -1 : (entry[i] as number))
  const watched = Array.from({ length: exit.length }, (_, i) => i)
    .filter((i) => (exit[i] as number) > from(i))
    .toSorted((a, b) => (exit[a] as number) - (exit[b] as number))
  const entries = watched.map(from)
  const delayed = entries.filter((at) => at >= 0).toSorted((a, b) => a - b)
  const curve: IncidenceCurve = {
    n: watched.length,
    delayed: delayed.length,
    censored: 0,
    time: [],
    atRisk: [],
    free: [],
    byOutcome: Array.from({ length: outcomes }, () => ({
      events: 0,
      incidence: [],
      variance: [],
      lower: [],
      upper: [],
    })),
  }
  const spreads = curve.byOutcome.map(() => new Spread())
  let [free, entered] = [1, 0]
  for (let i = 0; i < watched.length;) {
    const time = exit[watched[i] as number] as number
    while (entered < delayed.length && (delayed[entered] as number) < time) entered++
    const atRisk = watched.length - delayed.length + entered - i
    const had = new Array<number>(outcomes + 1).fill(0)
    for (; i < watched.length && exit[watched[i] as number] === time; i++)
      had[outcome[watched[i] as number] as number]! += 1
    const all = had.slice(1).reduce((sum, count) => sum + count, 0)
    curve.byOutcome.forEach((one, k) => {
      const count = had[k + 1] as number
      const incidence = (one.incidence.at(-1) ?? 0) + (free * count) / atRisk
      const variance = (spreads[k] as Spread).after({ free, atRisk, count, all })
      const { lower, upper } = logLog(incidence, variance)
      one.events += count
      one.incidence.push(incidence)
      one.variance.push(variance)
      one.lower.push(lower)
      one.upper.push(upper)
    })
    free *= 1 - all / atRisk
    curve.censored += had[0] as number
    curve.time.push(time)
    curve.atRisk.push(atRisk)
    curve.free.push(free)
  }
  return curve
}

interface Step {
  /** share free of outcomes just before */
  free: number
  atRisk: number
  /** how many had this outcome, and any */
  count: number
  all: number
}
/** Greenwood's variance carried from time to time: of the free share, of the incidence, and what ties the two. */
class Spread {
  #free = 0
  #both = 0
  #incidence = 0

  after({ free, atRisk, count, all }: Step): number {
    const [own, any, unit] = [count / atRisk, all / atRisk, (free * free) / atRisk]
    this.#incidence += own * own * this.#free + 2 * own * this.#both + unit * own * (1 - own)
    this.#both = (1 - any) * (this.#both + own * this.#free - unit * own)
    this.#free = (1 - any) * ((1 - any) * this.#free + unit * any)
    return Math.max(0, this.#incidence)
  }
}

/** Sums of shares fall this much short of 1. */
const ROUNDING = 1e-12

/** log(−log F) ± 1.96 · σ / (F log F), turned back. */
function logLog(incidence: number, variance: number): { lower: number; upper: number } {
  if (incidence <= 0 || incidence >= 1 - ROUNDING) return { lower: NaN, upper: NaN }
  const width = (Z95 * Math.sqrt(variance)) / (incidence * Math.log(incidence))
  return { lower: incidence ** Math.exp(-width), upper: incidence ** Math.exp(width) }
}

/** Incidence of one outcome at `time` (0 before the first). */
export function incidenceAt(curve: IncidenceCurve, outcome: number, time: number): number {
  const { incidence } = curve.byOutcome[outcome - 1] as Incidence
  let value = 0
  for (let i = 0; i < curve.time.length && (curve.time[i] as number) <= time; i++) value = incidence[i] as number
  return value
}
