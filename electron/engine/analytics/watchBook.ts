/** Cases counted by the hour at which their watching ended. */
import { HOUR } from '../../../shared/domain/time'
import { kaplanMeierCounted, type Leaving, type SurvivalCurve } from '../../../shared/statistics/kaplanMeier'
import { BEYOND, MOST_HOURS } from './stageHours'

export const HOURS_A_DAY = 24

export interface Durations {
  curve: SurvivalCurve
  /** cases whose stage lies before their receipt */
  negative: number
  /** mean of those that reached the stage, in days; null without any. Biased: it ignores who still waits. */
  meanOfReached: number | null
}

export class WatchBook {
  /** by the keys of `stageHours`: cases watched from their receipt on; what is beyond is added by `add` */
  readonly counts = new Int32Array(BEYOND + 1)
  /** all bits of the keys counted: none is greater */
  #bits = 0
  /** cases that ended later than the keys reach, by hour */
  #far = new Map<number, Leaving>()
  /** hours after their receipt at which others came under watch */
  #entries: number[] = []
  /** hours and number of those that reached the stage without ever being watched */
  #unseen = { hours: 0, reached: 0 }
  #negative = 0

  /** Keys were added to `counts`; several can be told at once, their bits together. */
  noteKeys(bits: number): void {
    this.#bits |= bits
  }

  /** `seconds` from receipt to the stage or the end of watching; `entered`: seconds from receipt to the first day covered. */
  add(seconds: number, isReached: boolean, entered: number): void {
    if (seconds < 0) {
      this.#negative++
      return
    }
    const hours = Math.floor(seconds / HOUR)
    const entry = entered > 0 ? Math.floor(entered / HOUR) : -1
    if (hours <= entry) {
      if (isReached) this.#unseen = { hours: this.#unseen.hours + hours, reached: this.#unseen.reached + 1 }
      return
    }
    if (entry >= 0) this.#entries.push(entry)
    if (hours <= MOST_HOURS) {
      const key = 2 * hours + (isReached ? 0 : 1)
      this.counts[key]! += 1
      this.noteKeys(key)
      return
    }
    const held = this.#far.get(hours) ?? { time: hours, died: 0, censored: 0 }
    if (isReached) held.died++
    else held.censored++
    this.#far.set(hours, held)
  }

  clear(): void {
    this.counts.fill(0, 0, this.#bits + 1)
    this.#bits = 0
    this.#far = new Map()
    this.#entries = []
    this.#unseen = { hours: 0, reached: 0 }
    this.#negative = 0
  }

  result(): Durations {
    const leaving = this.#leaving()
    let { hours, reached } = this.#unseen
    let all = 0
    for (const { time, died, censored } of leaving) {
      hours += time * died
      reached += died
      all += died + censored
    }
    const delayed = Float64Array.from(this.#entries).toSorted()
    return {
      curve: kaplanMeierCounted({ origin: all - delayed.length, delayed, leaving }),
      negative: this.#negative,
      meanOfReached: reached === 0 ? null : hours / reached / HOURS_A_DAY,
    }
  }

  /** By rising time. */
  #leaving(): Leaving[] {
    const { counts } = this
    const leaving: Leaving[] = []
    const most = Math.min(this.#bits, 2 * MOST_HOURS + 1)
    for (let hour = 0; 2 * hour <= most; hour++) {
      const [died, censored] = [counts[2 * hour] as number, counts[2 * hour + 1] as number]
      if (died + censored > 0) leaving.push({ time: hour, died, censored })
    }
    return [...leaving, ...[...this.#far.values()].toSorted((a, b) => a.time - b.time)]
  }
}
