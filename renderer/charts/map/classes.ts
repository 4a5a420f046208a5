/** Classes of rates for map and tiles, computed from the figure that units are compared with. Pure. */
import type { MapUnit } from '../../../shared/contract/results/overview'
import { placeKind } from '../../../shared/sentences/map'

/** Steps as ratios of the overall rate: well below, below, above, well above what is expected. */
const RATIOS = [0.7, 1, 4 / 3] as const
export type RateClass = 0 | 1 | 2 | 3
/** Upper ends of the first three classes. */
export type Breaks = readonly [number, number, number]

/** Breaks around the overall rate on steps that can be read aloud (0.05, 0.1, 5 …); null without a rate to compare with. */
export function breaksOf(target: number | null): Breaks | null {
  if (target === null || !(target > 0)) return null
  const power = 10 ** Math.floor(Math.log10(target))
  const step = (target / power >= 5 ? 5 : 1) * (power / 10)
  const [low, middle, high] = RATIOS.map((ratio) => Number((Math.round((ratio * target) / step) * step).toPrecision(6)))
  return [low ?? 0, middle ?? 0, high ?? 0]
}

export const classOf = (rate: number, breaks: Breaks): RateClass =>
  rate < breaks[0] ? 0 : rate < breaks[1] ? 1 : rate < breaks[2] ? 2 : 3

export interface Shade {
  fill: string
  /** colour of text upon it */
  ink: string
}
/** The four steps of the sequence; the third needs dark text in both themes. */
export const SHADES: readonly [Shade, Shade, Shade, Shade] = [
  { fill: 'var(--q1)', ink: 'q-least' },
  { fill: 'var(--q2)', ink: 'q-lo' },
  { fill: 'var(--q3)', ink: 'q-mid' },
  { fill: 'var(--q4)', ink: 'q-hi' },
]

/** A unit's shade; null where there is no rate to shade: not reported, zero, not applicable. */
export function shadeOf(unit: MapUnit, breaks: Breaks | null): Shade | null {
  if (!breaks || unit.rate === null || placeKind(unit) !== 'rate') return null
  return SHADES[classOf(unit.rate, breaks)]
}

/** What fills the unit's mark: its shade, the hatch of what did not report, or paper for 0 and –. @param counts counts are shown instead of rates */
export function fillOf(unit: MapUnit, breaks: Breaks | null, counts = false): string {
  const shade = shadeOf(unit, breaks)
  if (shade) return shade.fill
  const kind = placeKind(unit)
  if (kind === 'not_reported') return 'url(#hx)'
  if (kind === 'suppressed') return 'var(--paper)'
  // Where only counts are shown, one shade tells some from none.
  return counts && kind !== 'zero' ? SHADES[1].fill : 'var(--paper)'
}
