/** `region.backlog`: what is open, and how old, at the earlier of the units' as_of and the period's end. */
import type { Backlog } from '../../../shared/contract/results/region'
import type { Filter } from '../../../shared/domain/filter'
import { DAY, NONE, dayAt, dayText } from '../../../shared/domain/time'
import { caseId } from '../columns/layout'
import { lastYear } from './comparison'
import type { QueryContext } from './context'
import { eachUnit, knownBefore, periodMoments, select } from './selection'
import { LONG_OPEN_DAYS } from './stateAtAsOf'

/** First and last whole day of age; null = no end. */
const BUCKETS: readonly (readonly [number, number | null])[] = [
  [0, 20], [21, 40], [41, 60], [61, LONG_OPEN_DAYS], [LONG_OPEN_DAYS + 1, 180], [181, null],
] // prettier-ignore

export function regionBacklog(context: QueryContext, filter: Filter): Backlog {
  const now = stock(context, filter)
  const before = lastYear(context, filter, true)
  const then = before && stock(context, before)
  return {
    as_of: now.asOf,
    total: now.total,
    over_90: now.over90,
    last_year: then?.asOf ? { as_of: then.asOf, total: then.total, over_90: then.over90 } : null,
    buckets: BUCKETS.map(([from, to], i) => ({
      from_days: from,
      to_days: to,
      count: now.buckets[i] as number,
      last_year: then?.asOf ? (then.buckets[i] as number) : null,
    })),
    oldest: now.oldest === null ? null : describe(context, now.oldest),
  }
}

interface Oldest {
  age: number
  row: number
  unit: number
}
interface Stock {
  /** the last day at which any of the units was judged */
  asOf: string | null
  total: number
  over90: number
  buckets: number[]
  oldest: Oldest | null
}

function stock(context: QueryContext, filter: Filter): Stock {
  const { index, asOf, zones } = context
  const { received_at: received, closed_at: closedAt } = index.cases.times
  const selection = select(context, filter)
  const { rows } = selection
  const buckets = BUCKETS.map(() => 0)
  let [total, over90, lastDay] = [0, 0, -Infinity]
  let oldest: Oldest | null = null
  eachUnit(selection, (unit, start, end) => {
    const zone = zones[unit] as number
    const [, after] = periodMoments(selection, zone)
    for (let i = start; i < end; i++) {
      const row = rows === null ? i : (rows[i] as number)
      const known = knownBefore(asOf[index.reporter[row] as number] as number, after)
      lastDay = Math.max(lastDay, dayAt(known - 1, zone))
      const begun = received[row] as number
      const closed = closedAt[row] as number
      if (begun >= known || (closed !== NONE && closed < known)) continue
      const age = Math.floor((known - begun) / DAY)
      total++
      if (age > LONG_OPEN_DAYS) over90++
      buckets[BUCKETS.findIndex(([, to]) => to === null || age <= to)]! += 1
      if (oldest === null || age > oldest.age) oldest = { age, row, unit }
    }
  })
  return { asOf: Number.isFinite(lastDay) ? dayText(lastDay) : null, total, over90, buckets, oldest }
}

function describe({ index, registry }: QueryContext, { age, row, unit }: Oldest): NonNullable<Backlog['oldest']> {
  const code = index.units[unit] as string
  return {
    days: age,
    unit: code,
    unit_name: registry.unit(code)?.current.name ?? code,
    reporting_unit: index.reporters[index.reporter[row] as number] as string,
    case_id: caseId(index.cases, row),
  }
}
