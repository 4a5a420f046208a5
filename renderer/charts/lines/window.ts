/** A part of the months of many lines, and where its points stand. Pure; lengths in px. */
import type { UnitMonths } from '../../../shared/contract/results/region'

/** The months from index `low` to `high`, both inclusive. */
export function monthsWithin({ months, units }: UnitMonths, [low, high]: readonly [number, number]): UnitMonths {
  const cut = <T>(list: readonly T[]) => list.slice(low, high + 1)
  return { months: cut(months), units: units.map((unit) => ({ ...unit, received: cut(unit.received) })) }
}

/** The highest month of all units; 1 at least, so that a scale has a height. */
export const mostOf = (units: readonly { received: readonly (number | null)[] }[]): number =>
  Math.max(1, ...units.flatMap(({ received }) => received.map((value) => value ?? 0)))

/**
 * One line as an SVG path, broken where a month was not reported; a month alone between two gaps is a short stroke, so
 * that it can be seen.
 */
export function linePath(
  values: readonly (number | null)[],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  let path = ''
  values.forEach((value, at) => {
    if (value === null) return
    const [px, py] = [x(at).toFixed(1), y(value).toFixed(1)]
    const first = at === 0 || values[at - 1] === null
    const alone = first && (at === values.length - 1 || values[at + 1] === null)
    path += `${first ? 'M' : 'L'}${px} ${py}`
    if (alone) path += 'h1.5'
  })
  return path
}
