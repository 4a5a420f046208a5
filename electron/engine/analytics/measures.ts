/**
 * One pass over the cases gives every count that a unit can be asked for; a unit with all under it is the difference of
 * two running sums, because the index is in tree order.
 */
import type { Filter } from '../../../shared/domain/filter'
import { DAY, NONE } from '../../../shared/domain/time'
import { CODES, EMPTY } from '../columns/layout'
import type { QueryContext } from './context'
import { BLOCKED, regulations } from './due'
import { FACTS, factsOf } from './facts'
import { eachUnit, periodMoments, select, withoutUnit, type Selection, type UnitRange } from './selection'

export const MEASURES = ['received', ...FACTS, 'closed', 'substantiated', 'open', 'over90', 'overdue'] as const
export type Measure = (typeof MEASURES)[number]
/** Running sums: the count of units `low` … `high - 1` is `sums[high] - sums[low]`. */
export type Measures = Readonly<Record<Measure, Int32Array>>

export const LONG_OPEN_DAYS = 90

export const countOf = (measures: Measures, name: Measure, { low, high }: UnitRange): number =>
  (measures[name][high] as number) - (measures[name][low] as number)

/** Counts of every unit under the filter's period and codes, whatever its unit. */
export const measure = (context: QueryContext, asked: Filter): Measures => runningSums(context, withoutUnit(asked))

/** The same where only units inside the filter's own are asked for: the others' cases are not looked at. */
export const measureWithin = (context: QueryContext, asked: Filter): Measures => runningSums(context, asked)

function runningSums(context: QueryContext, filter: Filter): Measures {
  return context.memo(`measures ${JSON.stringify(filter)}`, () => {
    const counts = countUnits(context, filter)
    for (const name of MEASURES) {
      const sums = counts[name]
      for (let unit = 1; unit < sums.length; unit++) sums[unit]! += sums[unit - 1] as number
    }
    return counts
  }, 'medium') // prettier-ignore
}

/** Counts of unit u at position u + 1. */
function countUnits(context: QueryContext, filter: Filter): Record<Measure, Int32Array> {
  const selection = select(context, filter)
  const result = Object.fromEntries(
    MEASURES.map((name) => [name, new Int32Array(context.index.units.length + 1)]),
  ) as unknown as Record<Measure, Int32Array>
  countReceived(context, selection, result)
  countStock(context, selection, result)
  return result
}

type Result = Record<Measure, Int32Array>

/** Counts of the cases received in the period: each bit of a case's facts is one count. */
function countReceived(context: QueryContext, selection: Selection, result: Result): void {
  const { mask } = selection
  const facts = factsOf(context)
  const counts = FACTS.map((name) => result[name])
  eachUnit(context, selection, (unit, _, __, a, b) => {
    let [n, f0, f1, f2, f3, f4, f5, f6, f7, f8, f9] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    for (let row = a; row < b; row++) {
      if (mask !== null && mask[row] === 0) continue
      const fact = facts[row] as number
      n++
      f0 += fact & 1
      f1 += (fact >>> 1) & 1
      f2 += (fact >>> 2) & 1
      f3 += (fact >>> 3) & 1
      f4 += (fact >>> 4) & 1
      f5 += (fact >>> 5) & 1
      f6 += (fact >>> 6) & 1
      f7 += (fact >>> 7) & 1
      f8 += (fact >>> 8) & 1
      f9 += (fact >>> 9) & 1
    }
    result.received[unit + 1] = n
    const sums = [f0, f1, f2, f3, f4, f5, f6, f7, f8, f9]
    counts.forEach((array, bit) => (array[unit + 1] = sums[bit] as number))
  })
}

/** Counts of the cases closed in the period, and of those open or overdue at its end or at the unit's as_of. */
function countStock(context: QueryContext, selection: Selection, result: Result): void {
  const { index, zones, asOf } = context
  const { mask } = selection
  const { times, codes } = index.cases
  const { received_at: received, closed_at: closedAt } = times
  const { reporter } = index
  const outcome = codes.outcome
  const upheldCode = CODES.outcome.indexOf('substantiated')
  const limits = regulations(context).map(({ due, to }) => ({ due, done: times[to] }))
  const long = (LONG_OPEN_DAYS + 1) * DAY
  eachUnit(context, selection, (unit, start, end) => {
    const [first, after] = periodMoments(selection, zones[unit] as number)
    let [closedCount, upheld, open, over90, overdue] = [0, 0, 0, 0, 0]
    for (let row = start; row < end; row++) {
      if (mask !== null && mask[row] === 0) continue
      const begun = received[row] as number
      const closed = closedAt[row] as number
      if (closed >= first && closed < after) {
        closedCount++
        if (outcome[row] === upheldCode) upheld++
      }
      const known = Math.min((asOf[reporter[row] as number] as number) + 1, after)
      if (begun >= known) continue
      if (closed === NONE || closed >= known) {
        open++
        if (known - begun >= long) over90++
      }
      for (const { due, done } of limits) {
        const limit = due[row] as number
        if (limit > BLOCKED && limit <= known && ((done[row] as number) >= known || done[row] === NONE)) {
          overdue++
          break
        }
      }
    }
    result.closed[unit + 1] = closedCount
    result.substantiated[unit + 1] = upheld
    result.open[unit + 1] = open
    result.over90[unit + 1] = over90
    result.overdue[unit + 1] = overdue
  })
}

/** Running sums over all units of the cases received in the period, and nothing else. */
export function receivedSums(context: QueryContext, filter: Filter): Int32Array {
  const selection = select(context, withoutUnit(filter))
  const sums = new Int32Array(context.index.units.length + 1)
  eachUnit(context, selection, (unit, _, __, a, b) => {
    let count = selection.mask === null ? b - a : 0
    if (selection.mask !== null) for (let row = a; row < b; row++) count += selection.mask[row] as number
    sums[unit + 1] = count
  })
  for (let unit = 1; unit < sums.length; unit++) sums[unit]! += sums[unit - 1] as number
  return sums
}

/** Counts of the cases received in the period, by a code column; EMPTY and UNKNOWN have their own places. */
export function codeCounts(context: QueryContext, filter: Filter, column: 'channel' | 'category'): Int32Array {
  const selection = select(context, filter)
  const codes = context.index.cases.codes[column]
  const counts = new Int32Array(EMPTY + 1)
  eachUnit(context, selection, (_, __, ___, a, b) => {
    for (let row = a; row < b; row++) if (selection.mask === null || selection.mask[row] === 1) counts[codes[row] as number]! += 1
  }) // prettier-ignore
  return counts
}

/** Counts of the cases closed in the period, by outcome. */
export function outcomeCounts(context: QueryContext, filter: Filter): Int32Array {
  const selection = select(context, filter)
  const { times, codes } = context.index.cases
  const counts = new Int32Array(EMPTY + 1)
  eachUnit(context, selection, (unit, start, end) => {
    const [first, after] = periodMoments(selection, context.zones[unit] as number)
    for (let row = start; row < end; row++) {
      const closed = times.closed_at[row] as number
      if (closed === NONE || closed < first || closed >= after) continue
      if (selection.mask === null || selection.mask[row] === 1) counts[codes.outcome[row] as number]! += 1
    }
  })
  return counts
}
