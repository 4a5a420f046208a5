/** One unit on a map or tile in words: what a tooltip shows and a screen reader says. */
import type { MapUnit } from '../../../shared/contract/results/overview'
import { fullyReported, placeKind } from '../../../shared/sentences/map'
import { rateText, type Words } from '../../../shared/sentences/words'

/** Name, figure or which kind of nothing, verdict, and what is missing; one line each. */
export function placeLines(unit: MapUnit, words: Words): string[] {
  const { t, f } = words
  const { name, rate, received, expected, flag } = unit
  const missing = t('map.placeMissing', {
    reported: f.count(unit.units_reported),
    expected: f.count(unit.units_expected),
  })
  const kind = placeKind(unit)
  if (kind === 'suppressed') return [name, t('chart.suppressed')]
  if (kind === 'not_reported') return [name, t('map.placeNone'), missing]
  const part = fullyReported(unit) ? [] : [missing]
  if (kind === 'zero' && rate === null) return [name, t('map.placeZero')]
  if (rate === null) return [name, t('map.placeCount', { received: f.count(received) }), ...part]
  const counts = { rate: rateText(rate, words), received: f.count(received) }
  const said =
    expected === null
      ? t('map.place', counts)
      : t('map.placeExpected', { ...counts, expected: f.count(Math.round(expected)) })
  return [name, said, ...(flag === 'none' ? [] : [t(`flag.${flag}`)]), ...part]
}

/** What stands upon a mark: the rate, a count where no rate can be, 0, a dash; nothing where it did not report. */
export function placeNumber(unit: MapUnit, counts: boolean, words: Words): string {
  const kind = placeKind(unit)
  if (kind === 'not_reported') return ''
  if (kind === 'zero') return words.f.count(0)
  if (kind === 'suppressed') return words.t('chart.suppressed')
  if (counts) return words.f.count(unit.received)
  return unit.rate === null ? '–' : rateText(unit.rate, words)
}
