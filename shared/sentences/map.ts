/** Where more or fewer than expected: units outside the exact 99.8 % limits that the discovery rate keeps. */
import type { MapUnit, OverviewMap } from '../contract/results/overview'
import type { Filter } from '../domain/filter'
import { matterOf } from './matter'
import { capital, joined, placeName, rateText, someNames, type Sentence, type Words } from './words'

const MOST_NAMES = 3

/** Units outside the 99.8 % limits, above and below, in the order given. */
export const outsideLimits = ({ units }: OverviewMap) => ({
  above: units.filter(({ flag }) => flag === 'high_alarm'),
  below: units.filter(({ flag }) => flag === 'low_alarm'),
})

/** Whether the unit is outside the exact 99.8 % limits, and on which side. */
export const outside = ({ flag }: MapUnit): 'up' | 'down' | null =>
  flag === 'high_alarm' ? 'up' : flag === 'low_alarm' ? 'down' : null

/** Whether the unit's area has a figure that may be compared: all its reporting units delivered. */
export const fullyReported = (unit: MapUnit): boolean =>
  unit.units_expected > 0 && unit.units_reported >= unit.units_expected

/** Under this share of its reporting units an area's figure says too little to be shown. */
const ENOUGH = 0.5
export type Completeness = 'full' | 'part' | 'none'

/** How far the unit's area is known: fully, in part (its figure is of those that reported), or not enough to show. */
export function completenessOf(unit: MapUnit): Completeness {
  if (unit.rate === null || unit.units_reported < ENOUGH * unit.units_expected || unit.units_reported === 0)
    return 'none'
  return fullyReported(unit) ? 'full' : 'part'
}

/** What a unit shows: a rate, or which kind of nothing. None of them may look like another. */
export type PlaceKind = 'rate' | 'zero' | 'not_reported' | 'not_applicable' | 'suppressed'
/** A unit whose figures must not leave the console holds none of them. */
export type PlacedUnit = MapUnit & { suppressed?: true }

/** `not_applicable`: reported, but without people to set the cases against, so that there is no rate. */
export function placeKind(unit: PlacedUnit): PlaceKind {
  if (unit.suppressed) return 'suppressed'
  if (unit.units_reported === 0 || unit.units_reported < ENOUGH * unit.units_expected) return 'not_reported'
  if (unit.received === 0 && fullyReported(unit)) return 'zero'
  return unit.rate === null ? 'not_applicable' : 'rate'
}

/** Whether no unit has people to set its cases against: then counts are shown, and nothing is judged. */
export const countsOnly = ({ units }: OverviewMap): boolean =>
  units.length > 0 && units.every(({ population }) => population === null)

/** Names while they are few, a count with the level when they are many. */
function side(units: readonly MapUnit[], level: string, { t, f }: Words): string {
  if (units.length > MOST_NAMES) return t('map.count', { n: f.count(units.length), level })
  return f.list(units.map(({ name }) => placeName(name)))
}

/** @param level the word for the units drawn, such as "Polda" */
export function mapSentence(map: OverviewMap, level: string, words: Words): Sentence {
  const { t } = words
  const reporting = map.units.filter(({ units_reported }) => units_reported > 0)
  if (countsOnly(map) && reporting.length > 0) {
    const some = map.units.filter(({ received }) => received > 0)
    const counts = {
      n: words.f.count(map.units.reduce((sum, { received }) => sum + received, 0)),
      some: words.f.count(some.length),
      all: words.f.count(map.units.length),
      level,
    }
    return { kind: 'insufficient', answer: t('map.counts', counts), caution: t('map.countsOnly', { level }) }
  }
  if (map.target === null || reporting.length === 0) {
    return { kind: 'insufficient', answer: t('say.insufficient'), caution: missingNote(map, level, words) }
  }
  const { above, below } = outsideLimits(map)
  const against = t('map.against', { rate: rateText(map.target, words) })
  if (above.length + below.length === 0) {
    return { kind: 'quiet', answer: t('map.quiet', { level }), caution: against }
  }
  const names = { above: side(above, level, words), below: side(below, level, words) }
  const answer =
    below.length === 0
      ? t('map.above', { names: names.above })
      : above.length === 0
        ? t('map.below', { names: names.below })
        : t('map.both', names)
  const many = above.length + below.length > map.units.length / 2
  return {
    kind: 'signal',
    answer: capital(answer),
    caution: joined(against, t(many ? 'map.manyOutside' : 'map.low')),
  }
}

/** Which units did not report in full, for the note; empty when all did. */
export function missingNote({ units }: OverviewMap, level: string, words: Words): string {
  const missing = units.filter((unit) => !fullyReported(unit))
  if (missing.length === 0) return ''
  const names = someNames(
    missing.map(({ name }) => placeName(name)),
    MOST_NAMES,
    words,
  )
  return words.t('map.missing', { n: words.f.count(missing.length), level, names })
}

/** What is measured and tested, what did not report, and that a Polda is no province. */
export function mapNote(map: OverviewMap, level: string, filter: Filter, words: Words): string {
  const { t, f } = words
  const matter = t(`overview.matterStart.${matterOf(filter)}`)
  const { fdr } = map
  const counts = { tested: f.count(fdr.tested), kept: f.count(fdr.kept.length), level: f.share(fdr.level, 0) }
  return joined(
    countsOnly(map)
      ? t('overview.map.countsNote', { matter })
      : t('overview.map.note', { matter, units: level, ...counts }),
    missingNote(map, level, words),
    filter.unit === undefined && t('overview.map.province'),
  )
}
