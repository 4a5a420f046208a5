/**
 * Time to a stage: who was watched, from when, until when. Hours elapsed, rounded down; open cases end at their unit's
 * as_of, cases closed without the stage at their closing.
 */
import type { DURATION_STAGES } from '../../../shared/contract/queries'
import type { Estimate } from '../../../shared/contract/results/common'
import type { Filter } from '../../../shared/domain/filter'
import { FAR_FUTURE, FAR_PAST, HOUR, NONE } from '../../../shared/domain/time'
import { kaplanMeier, quantile, quantileValue, type SurvivalCurve } from '../../../shared/statistics/kaplanMeier'
import { CODES, type CodeColumn, type TimeColumn } from '../columns/layout'
import type { QueryContext } from './context'
import { exactTime } from './exact'
import { eachUnit, select, type Selection, type UnitRange } from './selection'

export type Stage = (typeof DURATION_STAGES)[number]
const STAGE_COLUMN: Readonly<Record<Stage, TimeColumn>> = {
  first_response: 'first_response_at',
  progress: 'progress_at',
  publication: 'published_at',
  close: 'closed_at',
}
export const HOURS_A_DAY = 24
const inDays = (hours: number | null) => (hours === null ? null : hours / HOURS_A_DAY)

export interface Durations {
  curve: SurvivalCurve
  /** cases whose stage lies before their receipt */
  negative: number
  /** mean of those that reached the stage, in days; null without any. Biased: it ignores who still waits. */
  meanOfReached: number | null
}

/** Survival of the cases received in the filter's period, in whole hours. */
export const durations = (context: QueryContext, filter: Filter, stage: Stage): Durations =>
  context.memo(`durations ${stage} ${JSON.stringify(filter)}`, () => watch(context, select(context, filter), stage, null)[0] as Durations, 'large') // prettier-ignore

/** Median days to a stage of each of many units, for their distribution; null where the curve never gets there. */
export function mediansOf(
  context: QueryContext,
  filter: Filter,
  stage: Stage,
  units: readonly UnitRange[],
): (number | null)[] {
  // prettier-ignore
  const selection = select(context, filter)
  const inside = units.map(({ low, high }) => ({ ...selection, low, high }))
  const group = new Watch(Math.max(0, ...inside.map((one) => rooms(context, one, null, 1)[0] as number)))
  return inside.map((one) => {
    group.clear()
    fill(context, one, stage, null, [group])
    return inDays(quantileValue(group.result().curve, 0.5))
  })
}

/** Survival for every code of a column, in the order of the codes, in one pass. */
export const durationsByCode = (context: QueryContext, filter: Filter, stage: Stage, column: CodeColumn): Durations[] =>
  context.memo(`durations ${stage} by ${column} ${JSON.stringify(filter)}`, () => watch(context, select(context, filter), stage, column), 'large') // prettier-ignore

/** Collects those that wait for a step, and gives their survival. */
export class Watch {
  readonly #exit: Int32Array
  readonly #event: Uint8Array
  readonly #entry: Int32Array
  #kept = 0
  #negative = 0
  #hours = 0
  #reached = 0

  constructor(room: number) {
    this.#exit = new Int32Array(room)
    this.#event = new Uint8Array(room)
    this.#entry = new Int32Array(room)
  }

  /** `seconds` from receipt to the stage or the end of watching; `entered`: seconds from receipt to the first day covered. */
  add(seconds: number, isReached: boolean, entered: number): void {
    if (seconds < 0) {
      this.#negative++
      return
    }
    const elapsed = Math.floor(seconds / HOUR)
    this.#exit[this.#kept] = elapsed
    this.#event[this.#kept] = isReached ? 1 : 0
    this.#entry[this.#kept++] = entered > 0 ? Math.floor(entered / HOUR) : -1
    if (!isReached) return
    this.#hours += elapsed
    this.#reached++
  }

  clear(): void {
    this.#kept = this.#negative = this.#hours = this.#reached = 0
  }

  result(): Durations {
    const [exit, event, entry] = [this.#exit, this.#event, this.#entry].map((array) => array.subarray(0, this.#kept))
    return {
      curve: kaplanMeier({ exit: exit as Int32Array, event: event as Uint8Array, entry: entry as Int32Array }),
      negative: this.#negative,
      meanOfReached: this.#reached === 0 ? null : this.#hours / this.#reached / HOURS_A_DAY,
    }
  }
}

function watch(context: QueryContext, selection: Selection, stage: Stage, by: CodeColumn | null): Durations[] {
  const codes = by === null ? null : context.index.cases.codes[by]
  const groups = rooms(context, selection, codes, by === null ? 1 : CODES[by].length).map((room) => new Watch(room))
  fill(context, selection, stage, codes, groups)
  return groups.map((group) => group.result())
}

/** Puts every case of the selection into its group: by its code, or all into the first. */
function fill(
  context: QueryContext,
  selection: Selection,
  stage: Stage,
  codes: Uint8Array | null,
  groups: readonly Watch[],
): void {
  // prettier-ignore
  const { index, asOf, coveredFrom } = context
  const { mask } = selection
  const column = STAGE_COLUMN[stage]
  const [received, reachedAt, closedAt] = [index.cases.times.received_at, index.cases.times[column], index.cases.times.closed_at] // prettier-ignore
  const exact = (name: TimeColumn, held: number, row: number) => (held > FAR_PAST && held < FAR_FUTURE ? held : exactTime(index, name, row)) // prettier-ignore
  eachUnit(context, selection, (_, __, ___, a, b) => {
    for (let row = a; row < b; row++) {
      if (mask !== null && mask[row] === 0) continue
      const group = groups[codes === null ? 0 : (codes[row] as number)]
      if (group === undefined) continue
      const reporter = index.reporter[row] as number
      const begun = exact('received_at', received[row] as number, row)
      const reached = reachedAt[row] as number
      const closed = closedAt[row] as number
      const end = reached !== NONE ? exact(column, reached, row) : closed !== NONE ? exact('closed_at', closed, row) : (asOf[reporter] as number) // prettier-ignore
      group.add(end - begun, reached !== NONE, (coveredFrom[reporter] as number) - begun)
    }
  })
}

/** How many cases of the selection fall to each group at most. */
function rooms(context: QueryContext, selection: Selection, codes: Uint8Array | null, groups: number): number[] {
  const counts = Array.from({ length: groups }, () => 0)
  eachUnit(context, selection, (_, __, ___, a, b) => {
    if (codes === null) counts[0]! += b - a
    else for (let row = a; row < b; row++) if ((codes[row] as number) < groups) counts[codes[row] as number]! += 1
  })
  return counts
}

/** The p-quantile of a duration in days with its 95 % limits; null where the curve never gets there. */
export function daysAt(
  { curve }: Durations,
  p: number,
): { value: number | null; low: number | null; high: number | null } {
  // prettier-ignore
  const { value, low, high } = quantile(curve, p)
  return { value: inDays(value), low: inDays(low), high: inDays(high) }
}

/** The median in days as a figure: numerator = how many reached the stage, denominator = how many were watched. */
export function medianEstimate(held: Durations): Estimate {
  const { n, events } = held.curve
  return { ...daysAt(held, 0.5), missing: daysAt(held, 0.5).value === null ? 'insufficient' : null, numerator: events, denominator: n } // prettier-ignore
}
