/** Ends of a funnel's axes. Pure; y in the metric's unit. */
import type { Funnel, FunnelUnit } from '../../../shared/contract/results/region'
import { niceEnd, niceTicks } from '../layout'

/** Where a unit stands on the horizontal axis: its denominator, or the number expected of it. */
export const across = (unit: FunnelUnit, kind: Funnel['kind']): number =>
  kind === 'proportion' ? unit.n : unit.expected

/** The limits in the metric's unit: those of a rate come as observed ÷ expected. */
export function limitsOf({ limits, kind, target }: Funnel): Funnel['limits'] {
  if (kind === 'proportion' || target === null) return limits
  return limits.map(({ n, low95, high95, low998, high998 }) => ({
    n,
    low95: low95 * target,
    high95: high95 * target,
    low998: low998 * target,
    high998: high998 * target,
  }))
}

export interface FunnelScale {
  x: [number, number]
  y: [number, number]
  xTicks: number[]
  yTicks: number[]
}

/** The end of the horizontal axis when all units are shown. */
export function endOf({ units, kind }: Funnel): number {
  const all = units.filter(({ value }) => value !== null).map((unit) => across(unit, kind))
  return Math.max(1, ...all) * 1.05
}

/** Units that stand within a part of the horizontal axis; those without a value stand nowhere. */
export const unitsWithin = ({ units, kind }: Funnel, [low, high]: readonly [number, number]): FunnelUnit[] =>
  units.filter((unit) => unit.value !== null && across(unit, kind) >= low && across(unit, kind) <= high)

/**
 * Limits that lie within the drawing: those for tiny denominators would press everything else flat.
 * @param part of the horizontal axis that is shown; all of it when not given
 */
export function scaleOf(funnel: Funnel, part: readonly [number, number] = [0, endOf(funnel)]): FunnelScale {
  const { kind, target } = funnel
  const drawn = unitsWithin(funnel, part)
  const [xStart, xEnd] = part
  const values = drawn.map(({ value }) => value ?? 0)
  const usual = limitsOf(funnel).filter(({ n }) => n >= xStart + (xEnd - xStart) * 0.2 && n <= xEnd)
  const highs = [...values, target ?? 0, ...usual.map(({ high998 }) => high998)]
  const lows = [...values, target ?? 1, ...usual.map(({ low998 }) => low998)]
  const [low, high] = [Math.min(...lows), Math.max(...highs)]
  const proportion = kind === 'proportion'
  const top = proportion ? Math.min(1, Math.ceil(high * 5 + 0.01) / 5) : niceEnd(high, 4)
  const bottom = proportion ? Math.max(0, Math.floor((low - 0.02) * 5) / 5) : 0
  // Denominators are whole: half a case has no place on the axis.
  const xTicks = niceTicks(xStart, xEnd, 7).filter((tick) => !proportion || Number.isInteger(tick))
  return { x: [xStart, xEnd], y: [bottom, top], xTicks, yTicks: niceTicks(bottom, top, 4) }
}
