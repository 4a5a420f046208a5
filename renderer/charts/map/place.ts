/** One unit on a map or tile in words: what a tooltip shows and a screen reader says. */
import type { MapUnit } from '../../../shared/contract/results/overview'
import { fullyReported } from '../../../shared/sentences/map'
import { rateText, type Words } from '../../../shared/sentences/words'

export function placeLines(unit: MapUnit, words: Words): string[] {
  const { t, f } = words
  const { name, rate, received, expected, flag } = unit
  const missing = t('map.placeMissing', {
    name,
    reported: f.count(unit.units_reported),
    expected: f.count(unit.units_expected),
  })
  if (rate === null) return [missing]
  const counts = { name, rate: rateText(rate, words), received: f.count(received) }
  const said =
    expected === null
      ? t('map.place', counts)
      : t('map.placeExpected', { ...counts, expected: f.count(Math.round(expected)) })
  return [said, ...(flag === 'none' ? [] : [t(`flag.${flag}`)]), ...(fullyReported(unit) ? [] : [missing])]
}
