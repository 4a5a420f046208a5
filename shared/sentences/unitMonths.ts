/** Units month by month in words: whose last month lies outside the range of its own months before. */
import type { UnitMonths } from '../contract/results/region'
import { capital, joined, placeName, someNames, type Sentence, type Words } from './words'

/** Months before the last one that make the range. */
const BEFORE = 12
/** With fewer known months a range says nothing. */
const LEAST = 6
const MOST_NAMES = 3
type Unit = UnitMonths['units'][number]

export interface MonthRecords {
  /** units whose last month was reported and has months enough before it */
  judged: Unit[]
  high: Unit[]
  low: Unit[]
  /** units without the last month */
  missing: Unit[]
}

/** Units whose last month is above or below every known month of the twelve before it. */
export function monthRecords({ months, units }: UnitMonths): MonthRecords {
  const end = months.length - 1
  const beforeOf = ({ received }: Unit) =>
    received.slice(Math.max(0, end - BEFORE), end).filter((value): value is number => value !== null)
  const lastOf = ({ received }: Unit) => received[end] ?? null
  const judged = units.filter((unit) => lastOf(unit) !== null && beforeOf(unit).length >= LEAST)
  return {
    judged,
    high: judged.filter((unit) => (lastOf(unit) ?? 0) > Math.max(...beforeOf(unit))),
    low: judged.filter((unit) => (lastOf(unit) ?? 0) < Math.min(...beforeOf(unit))),
    missing: units.filter((unit) => lastOf(unit) === null),
  }
}

/**
 * A month is the highest or the lowest of thirteen in two cases of thirteen by chance alone, so that many units outside
 * their range are to be expected: the caution says how many. @param level the word for the units, such as "Polda"
 */
export function unitMonthsSentence(data: UnitMonths, level: string, words: Words): Sentence {
  const { t, f } = words
  const { judged, high, low, missing } = monthRecords(data)
  const last = data.months.at(-1)
  if (last === undefined || judged.length === 0)
    return { kind: 'insufficient', answer: t('say.insufficient'), caution: '' }
  const names = (units: readonly Unit[]) =>
    someNames(
      units.map(({ name }) => placeName(name)),
      MOST_NAMES,
      words,
    )
  const month = f.month(last)
  const n = f.count(Math.min(BEFORE, data.months.length - 1))
  const unreported = missing.length > 0 && t('months.missing', { n: f.count(missing.length) })
  if (high.length + low.length === 0)
    return { kind: 'quiet', answer: capital(t('months.quiet', { month, level, n })), caution: joined(unreported) }
  const parts = f.list([
    ...(high.length > 0 ? [t('months.high', { names: names(high) })] : []),
    ...(low.length > 0 ? [t('months.low', { names: names(low) })] : []),
  ])
  const expected = f.count(Math.round((judged.length * 2) / (BEFORE + 1)))
  return {
    kind: 'signal',
    answer: capital(t('months.outside', { month, parts, n })),
    caution: joined(t('months.chance', { expected, units: f.count(judged.length) }), unreported),
  }
}
