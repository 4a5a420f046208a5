/** Cases counted by the hour at which their watching ended. */
import { HOUR } from '../../../shared/domain/time'
import {
  kaplanMeierCounted,
  leavingFrom,
  type Leaving,
  type SurvivalCurve,
} from '../../../shared/statistics/kaplanMeier'
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
  /** no key that was counted is greater */
  #most = 0
  /** cases that ended later than the keys reach, by hour */
  #far = new Map<number, { died: number; censored: number }>()
  /** hours after their receipt at which others came under watch */
  #entries: number[] = []
  /** hours and number of those that reached the stage without ever being watched */
  #unseen = { hours: 0, reached: 0 }
  #negative = 0

  /**
   * `counts`, all zero: by the keys of `stageHours`, cases watched from their receipt on; what is beyond is added by `add`.
   * A quarter of a megabyte: who makes one book after the other clears it and hands on its counts.
   */
  constructor(readonly counts = new Int32Array(BEYOND + 1)) {}

  /** Keys were added to `counts`, none of them greater than `most` but BEYOND, which stands for none. */
  noteKeys(most: number): void {
    if (most > this.#most) this.#most = most
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
    const held = this.#far.get(hours) ?? { died: 0, censored: 0 }
    if (isReached) held.died++
    else held.censored++
    this.#far.set(hours, held)
  }

  clear(): void {
    this.counts.fill(0, 0, this.#most + 1)
    this.counts[BEYOND] = 0
    this.#most = 0
    this.#far = new Map()
    this.#entries = []
    this.#unseen = { hours: 0, reached: 0 }
    this.#negative = 0
  }

  result(): Durations {
    const leaving = this.#leaving()
    const seen = sumsOf(leaving)
    const [hours, reached] = [this.#unseen.hours + seen.hours, this.#unseen.reached + seen.reached]
    const delayed = Float64Array.from(this.#entries).toSorted()
    return {
      curve: kaplanMeierCounted({ origin: seen.all - delayed.length, delayed, leaving }),
      negative: this.#negative,
      meanOfReached: reached === 0 ? null : hours / reached / HOURS_A_DAY,
    }
  }

  #leaving(): Leaving {
    const far = [...this.#far].toSorted(([a], [b]) => a - b).map(([time, left]) => ({ time, ...left }))
    return leavingFrom(this.counts, Math.min(this.#most, 2 * MOST_HOURS + 1), far)
  }
}

/** Hours of those that reached the stage, how many they are, and how many there are in all. */
function sumsOf({ time, died, censored }: Leaving): { hours: number; reached: number; all: number } {
  let [hours, reached, all] = [0, 0, 0]
  for (let i = 0; i < time.length; i++) {
    hours += (time[i] as number) * (died[i] as number)
    reached += died[i] as number
    all += (died[i] as number) + (censored[i] as number)
  }
  return { hours, reached, all }
}
