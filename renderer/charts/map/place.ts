/** One unit on a map or tile in words: what a tooltip shows and a screen reader says. */
import type { MapUnit } from '../../../shared/contract/results/overview'
import { fullyReported } from '../../../shared/sentences/map'
import { rateText, type Words } from '../../../shared/sentences/words'

/** Name, figure, verdict, and what is missing; one line each. */
export function placeLines(unit: MapUnit, words: Words): string[] {
  const { t, f } = words
  const { name, rate, received, expected, flag } = unit
  const missing = t('map.placeMissing', {
    reported: f.count(unit.units_reported),
    expected: f.count(unit.units_expected),
  })
  if (rate === null) return [name, missing]
  const counts = { rate: rateText(rate, words), received: f.count(received) }
  const said =
    expected === null
      ? t('map.place', counts)
      : t('map.placeExpected', { ...counts, expected: f.count(Math.round(expected)) })
  return [name, said, ...(flag === 'none' ? [] : [t(`flag.${flag}`)]), ...(fullyReported(unit) ? [] : [missing])]
}
