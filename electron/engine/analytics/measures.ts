/**
 * One pass over the cases gives every count that a unit can be asked for; a unit with all under it is the difference of
 * two running sums, because the index is in tree order.
 */
import type { Filter } from '../../../shared/domain/filter'
import { DAY, HOUR, NONE } from '../../../shared/domain/time'
import { CODES, EMPTY, HAS_DISTRICT, UNKNOWN } from '../columns/layout'
import type { QueryContext } from './context'
import { BLOCKED, regulations, sp3dDue } from './due'
import { eachUnit, knownBefore, periodMoments, select, withoutUnit, type UnitRange } from './selection'

export const MEASURES = [
  'received', 'unknownCategory', 'unknownDistrict', 'sp3dOnTime', 'sp3dLate', 'sp3dPending', 'sp3dBlocked',
  'answered72h', 'matured72h', 'everClosed', 'reopened', 'closed', 'substantiated', 'open', 'over90', 'overdue',
] as const // prettier-ignore
export type Measure = (typeof MEASURES)[number]
/** Running sums: the count of units `low` … `high - 1` is `sums[high] - sums[low]`. */
export type Measures = Readonly<Record<Measure, Int32Array>>

export const LONG_OPEN_DAYS = 90
/** The 72 hours in which a social-media matter should be answered. */
export const FIRST_RESPONSE_HOURS = 72

export const countOf = (measures: Measures, measure: Measure, { low, high }: UnitRange): number =>
  (measures[measure][high] as number) - (measures[measure][low] as number)

/** Counts of every unit under the filter's period and codes, whatever its unit. */
export function measure(context: QueryContext, asked: Filter): Measures {
  const filter = withoutUnit(asked)
  return context.memo(`measures ${JSON.stringify(filter)}`, () => {
    const counts = count(context, filter)
    for (const name of MEASURES) {
      const sums = counts[name]
      for (let unit = 1; unit < sums.length; unit++) sums[unit]! += sums[unit - 1] as number
    }
    return counts
  })
}

/** Counts of unit u at position u + 1. */
function count(context: QueryContext, filter: Filter): Record<Measure, Int32Array> {
  const { index, zones, asOf } = context
  const { times, codes, bits, reopened: reopenedCount } = index.cases
  const { received_at: received, first_response_at: answered, progress_at: progress, closed_at: closedAt } = times
  const selection = select(context, filter)
  const { mask } = selection
  const limits = regulations(context).map(({ due, to }) => ({ due, done: times[to] }))
  const sp3d = sp3dDue(context)
  const upheld = CODES.outcome.indexOf('substantiated')
  const result = Object.fromEntries(
    MEASURES.map((name) => [name, new Int32Array(index.units.length + 1)]),
  ) as unknown as Record<Measure, Int32Array>

  eachUnit(context, selection, (unit, start, end, a, b) => {
    const [first, after] = periodMoments(selection, zones[unit] as number)
    const at = unit + 1
    const add = (name: Measure) => (result[name][at]! += 1)
    for (let row = start; row < end; row++) {
      if (mask !== null && mask[row] === 0) continue
      const begun = received[row] as number
      const closed = closedAt[row] as number
      const asKnown = asOf[index.reporter[row] as number] as number
      if (row >= a && row < b) {
        add('received')
        if ((codes.category[row] as number) >= UNKNOWN) add('unknownCategory')
        if (((bits[row] as number) & HAS_DISTRICT) === 0) add('unknownDistrict')
        if (closed !== NONE || (reopenedCount[row] as number) > 0) add('everClosed')
        if ((reopenedCount[row] as number) > 0) add('reopened')
        const due = sp3d[row] as number
        if (due !== NONE) {
          const done = progress[row] as number
          if (done === NONE || done >= begun) {
            if (due === BLOCKED) add('sp3dBlocked')
            else if (asKnown + 1 < due) add('sp3dPending')
            else add(done !== NONE && done < due ? 'sp3dOnTime' : 'sp3dLate')
          }
        }
        const response = answered[row] as number
        const limit = begun + FIRST_RESPONSE_HOURS * HOUR
        if ((response === NONE || response >= begun) && limit <= asKnown) {
          add('matured72h')
          if (response !== NONE && response <= limit) add('answered72h')
        }
      }
      if (closed !== NONE && closed >= first && closed < after) {
        add('closed')
        if (codes.outcome[row] === upheld) add('substantiated')
      }
      const known = knownBefore(asKnown, after)
      if (begun >= known) continue
      if (closed === NONE || closed >= known) {
        add('open')
        if (Math.floor((known - begun) / DAY) > LONG_OPEN_DAYS) add('over90')
      }
      for (const { due, done } of limits) {
        const limit = due[row] as number
        if (limit <= BLOCKED || known < limit) continue
        if (done[row] === NONE || (done[row] as number) >= known) {
          add('overdue')
          break
        }
      }
    }
  })
  return result
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
