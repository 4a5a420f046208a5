/** Signals of how much a unit receives: fewer or more complaints than its peers let expect, or none at all. */
import type { Filter } from '../../../../shared/domain/filter'
import { dayText, monthStart } from '../../../../shared/domain/time'
import { flagOf, overdispersion, rateDeviation, rateTails } from '../../../../shared/statistics/funnel'
import { LEAST_EXPECTED } from '../../../../shared/statistics/least'
import { Z998 } from '../../../../shared/statistics/intervals'
import { ZERO_ALERT, zeroReport } from '../../../../shared/statistics/signals'
import { twoSided } from '../../../../shared/statistics/tails'
import type { UnitNode } from '../../registry/model'
import { baseOf, exposures, type Base } from '../exposure'
import { countOf, measure } from '../measures'
import { discovered, groupOf, isWhollyKnown, rangeOfUnit, strengthOf, type Answered, type Asked } from './asked'

/** Complaints, app reports and community issues are no one rate: without a filter by subject, complaints only. */
const complaints = (filter: Filter): Filter => (filter.subjects ? filter : { ...filter, subjects: ['complaint'] })

interface Volume {
  unit: UnitNode
  observed: number
  expected: number
}

/**
 * Cases received in the filter's period against the peers' pooled rate, by people, or by personnel where most peers have
 * no people of their own (Polsek); cut to what was delivered. Units whose number is not known are not asked about.
 */
function volumes({ context, ...question }: Asked, filter: Filter): Volume[] {
  const measures = measure(context, filter)
  const observed = (unit: UnitNode) => countOf(measures, 'received', rangeOfUnit(unit))
  const exposure = { population: exposures(context, filter, 'population'), personnel: exposures(context, filter, 'personnel') } // prettier-ignore
  const held = new Map<readonly UnitNode[], { base: Base; rate: number } | null>()
  const peersOf = (unit: UnitNode) => {
    const group = groupOf({ context, ...question }, unit)
    let rate = held.get(group)
    if (rate === undefined) held.set(group, (rate = rateOf(group)))
    return rate
  }
  const rateOf = (group: readonly UnitNode[]) => {
    const base = (['population', 'personnel'] as const).find((name) => {
      const known = group.filter((unit) => baseOf(context, unit.code, name) !== null).length
      return known >= MOST_KNOWN * group.length
    })
    if (base === undefined) return null
    let [cases, all] = [0, 0]
    for (const unit of group) {
      const part = exposure[base](unit.index, unit.end)
      if (part === 0) continue
      cases += observed(unit)
      all += part
    }
    return all === 0 ? null : { base, rate: cases / all }
  }
  return question.units.flatMap((unit) => {
    const peers = peersOf(unit)
    const part = peers && exposure[peers.base](unit.index, unit.end)
    return peers && part ? [{ unit, observed: observed(unit), expected: part * peers.rate }] : []
  })
}
/** Share of a group that must have a number of people before the group is judged by it. */
const MOST_KNOWN = 0.8

/**
 * Units beyond the exact limits that stay beyond the 99.8 % limits adjusted for the spread that all units share: what is
 * common to all is a question to nobody in particular, and the funnel shows it. A unit without any case is the zero
 * report's.
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
    return observed > 0 && flag !== 'none' && Math.abs(adjusted) >= Z998
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
