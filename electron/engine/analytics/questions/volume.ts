/** Signals of how much a unit receives: fewer or more complaints than its peers let expect, or none at all. */
import type { Filter } from '../../../../shared/domain/filter'
import { dayText, monthStart } from '../../../../shared/domain/time'
import {
  LEAST_EXPECTED,
  flagOf,
  flagOfZ,
  overdispersion,
  rateDeviation,
  rateTails,
} from '../../../../shared/statistics/funnel'
import { ZERO_ALERT, zeroReport } from '../../../../shared/statistics/signals'
import { twoSided } from '../../../../shared/statistics/tails'
import type { UnitNode } from '../../registry/model'
import { coverageShare, unitMonths } from '../delivery'
import { exposure } from '../exposure'
import { countOf, measure } from '../measures'
import { withoutUnit } from '../selection'
import { discovered, groupOf, isWhollyKnown, rangeOfUnit, strengthOf, type Answered, type Asked } from './asked'

/** Complaints, app reports and community issues are no one rate: without a filter by subject, complaints only. */
const complaints = (filter: Filter): Filter => (filter.subjects ? filter : { ...filter, subjects: ['complaint'] })

interface Volume {
  unit: UnitNode
  observed: number
  expected: number
}

/**
 * Cases received in the filter's period against the peers' pooled rate: by people where all peers have a number of them,
 * else by unit, both cut to what was delivered.
 */
function volumes(question: Asked, filter: Filter): Volume[] {
  const { context, units } = question
  const measures = measure(context, filter)
  const lines = unitMonths(context, withoutUnit(filter))
  const observed = (unit: UnitNode) => countOf(measures, 'received', rangeOfUnit(unit))
  const base = (unit: UnitNode, byPeople: boolean) =>
    byPeople
      ? (exposure(context, filter, unit.code, 'population') ?? 0)
      : (coverageShare(lines, rangeOfUnit(unit)) ?? 0)
  const rates = new Map<readonly UnitNode[], { byPeople: boolean; rate: number }>()
  const rateOf = (group: readonly UnitNode[]) => {
    let known = rates.get(group)
    if (!known) {
      const byPeople = group.every((unit) => exposure(context, filter, unit.code, 'population') !== null)
      const [cases, all] = group.reduce(([sum, bases], unit) => [sum + observed(unit), bases + base(unit, byPeople)], [0, 0]) // prettier-ignore
      rates.set(group, (known = { byPeople, rate: all === 0 ? 0 : cases / all }))
    }
    return known
  }
  return units.map((unit) => {
    const { byPeople, rate } = rateOf(groupOf(question, unit))
    return { unit, observed: observed(unit), expected: base(unit, byPeople) * rate }
  })
}

/**
 * Units beyond the exact limits that stay beyond those adjusted for the spread that all units share. A unit without any
 * case is the zero report's.
 */
export function unlikeExpected(question: Asked): Answered {
  const held = volumes(question, complaints(question.filter)).filter(({ expected }) => expected >= LEAST_EXPECTED)
  const byLevel = new Map<string, Volume[]>()
  for (const volume of held) {
    const { level } = volume.unit.current
    byLevel.set(level, [...(byLevel.get(level) ?? []), volume])
  }
  const tests = [...byLevel.values()].flatMap((level) => {
    const { adjusted } = overdispersion(level.map(({ observed, expected }) => rateDeviation(observed, expected)))
    return level.map((volume, i) => {
      const tails = rateTails(volume.observed, volume.expected)
      return { ...volume, tails, adjusted: adjusted[i] as number, p: twoSided(tails.low, tails.high) }
    })
  })
  const shown = discovered(tests).filter(({ tails, expected, adjusted, observed }) => {
    const flag = flagOf(tails, expected)
    return observed > 0 && flag !== 'none' && flagOfZ(adjusted, expected).slice(0, 3) === flag.slice(0, 3)
  })
  return {
    tests: tests.length,
    shown: shown.map(({ unit, observed, expected, tails }) => {
      const p = Math.min(tails.low, tails.high)
      const signal = tails.low < tails.high ? 'fewer_than_expected' : 'more_than_expected'
      return { unit, signal, evidence: { received: observed, expected }, p, strength: strengthOf(p), room: 'wilayah' }
    }),
  }
}

/** Months at the period's end in which nothing at all is asked about. */
const MONTHS = 3

export function zeroReports(question: Asked): Answered {
  const { filter, period } = question
  const last = period.months.at(-1)
  if (last === undefined) return { tests: 0, shown: [] }
  const from = Math.max(period.from, monthStart(last - MONTHS + 1))
  const to = Math.min(period.to, monthStart(last + 1) - 1)
  const window = { ...complaints(filter), from: dayText(from), to: dayText(to) }
  const tests = volumes(question, window)
    .filter(({ expected, unit }) => expected >= ZERO_ALERT && isWhollyKnown(question, unit, from, to))
    .map((volume) => ({ ...volume, p: volume.observed > 0 ? 1 : zeroReport(volume.expected) }))
  return {
    tests: tests.length,
    shown: discovered(tests).map(({ unit, expected, p }) => ({
      unit,
      signal: 'zero_report',
      evidence: { months: Math.min(MONTHS, period.months.length), expected },
      p,
      strength: strengthOf(p),
      room: 'wilayah',
    })),
  }
}
