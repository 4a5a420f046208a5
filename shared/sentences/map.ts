/** Where more or fewer than expected: units outside the exact 99.8 % limits that the discovery rate keeps. */
import type { MapUnit, OverviewMap } from '../contract/results/overview'
import { capital, joined, placeName, rateText, someNames, type Sentence, type Words } from './words'

const MOST_NAMES = 3

/** Units outside the 99.8 % limits, above and below, in the order given. */
export const outsideLimits = ({ units }: OverviewMap) => ({
  above: units.filter(({ flag }) => flag === 'high_alarm'),
  below: units.filter(({ flag }) => flag === 'low_alarm'),
})

/** Whether the unit's area has a figure that may be compared: all its reporting units delivered. */
export const fullyReported = (unit: MapUnit): boolean =>
  unit.units_expected > 0 && unit.units_reported >= unit.units_expected

/** Names while they are few, a count with the level when they are many. */
function side(units: readonly MapUnit[], level: string, { t, f }: Words): string {
  if (units.length > MOST_NAMES) return t('map.count', { n: f.count(units.length), level })
  return f.list(units.map(({ name }) => placeName(name)))
}

/** @param level the word for the units drawn, such as "Polda" */
export function mapSentence(map: OverviewMap, level: string, words: Words): Sentence {
  const { t, f } = words
  const reporting = map.units.filter(({ units_reported }) => units_reported > 0)
  const missing = map.units.filter((unit) => !fullyReported(unit)).length
  const missingText = missing > 0 && t('map.missing', { n: f.count(missing), level })
  if (map.target === null || reporting.length === 0) {
    return { kind: 'insufficient', answer: t('say.insufficient'), caution: missingText || '' }
  }
  const { above, below } = outsideLimits(map)
  const against = t('map.against', { rate: rateText(map.target, words) })
  if (above.length + below.length === 0) {
    return { kind: 'quiet', answer: t('map.quiet', { level }), caution: joined(against, missingText) }
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
    caution: joined(against, t(many ? 'map.manyOutside' : 'map.low'), missingText),
  }
}

/** Names of the units that did not report in full, for notes; empty when all did. */
export const missingNames = (map: OverviewMap, words: Words): string =>
  someNames(
    map.units.filter((unit) => !fullyReported(unit)).map(({ name }) => placeName(name)),
    4,
    words,
  )
