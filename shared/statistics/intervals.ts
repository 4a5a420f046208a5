/** 95 % intervals of a share and of a count. */
import { poissonLower, poissonUpper } from './tails'

export interface Interval {
  readonly low: number
  readonly high: number
}
/** Standard normal quantiles at .975 and .999, to double precision. */
export const Z95 = 1.959963984540054
export const Z998 = 3.090232306167813

/** Wilson's score interval of `k` of `n` (Wilson 1927). Shares 0 to 1; null without a denominator. */
export function wilson(k: number, n: number, z = Z95): Interval | null {
  if (n <= 0) return null
  const p = k / n
  const z2 = z * z
  const scale = 1 + z2 / n
  const centre = (p + z2 / (2 * n)) / scale
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  return { low: k === 0 ? 0 : centre - half, high: k === n ? 1 : centre + half }
}

/** The count above which the closed form of Byar replaces the exact Poisson limits. */
const EXACT_UP_TO = 10

const exactIntervals: Interval[] = []

/** 95 % interval of a Poisson mean: exact (Garwood 1936) up to 10, Byar's approximation from 11 (Breslow & Day 1987). */
export function countInterval(count: number): Interval {
  if (count > EXACT_UP_TO) return { low: byar(count, -Z95), high: byar(count + 1, Z95) }
  return (exactIntervals[count] ??= exactInterval(count))
}

function exactInterval(count: number): Interval {
  const tail = 0.025
  const high = solve((mean) => poissonLower(count, mean) - tail, count, 2 * count + 12)
  return { low: count === 0 ? 0 : solve((mean) => tail - poissonUpper(count, mean), 0, count), high }
}

const byar = (count: number, z: number) => count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3

/** Root of a falling function between `from` (positive there) and `to`, by bisection down to the last bit. */
function solve(falling: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (falling(middle) > 0) low = middle
    else high = middle
  }
}
