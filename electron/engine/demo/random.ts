/** Seeded randomness for the demo nation: the same seed gives the same exports on every machine. */
import { createHash } from 'node:crypto'

export interface Random {
  /** uniform in [0, 1) */
  next: () => number
  /** whole number in [from, to] */
  between: (from: number, to: number) => number
  chance: (probability: number) => boolean
  /** positive, skewed, with this median; sigma of the logarithm */
  lognormal: (median: number, sigma: number) => number
  pick: <T>(items: readonly T[]) => T
  /** index drawn in proportion to the weights */
  weighted: (cumulative: readonly number[]) => number
}

/** Running sums of weights, for `weighted`. */
export function cumulate(weights: readonly number[]): number[] {
  let sum = 0
  return weights.map((weight) => (sum += weight))
}

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by SHA-256 of the words. */
export function random(...words: readonly string[]): Random {
  const seed = createHash('sha256').update(words.join('\n')).digest()
  let [a, b, c, d] = [seed.readInt32LE(0), seed.readInt32LE(4), seed.readInt32LE(8), 1]
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    c |= 0
    return (t >>> 0) / 4_294_967_296
  }
  for (let round = 0; round < 12; round++) next()
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new Error('pick from nothing')
      return item
    },
    weighted: (cumulative) => {
      const at = next() * (cumulative.at(-1) ?? 0)
      let [low, high] = [0, cumulative.length - 1]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((cumulative[middle] ?? 0) > at) high = middle
        else low = middle + 1
      }
      return low
    },
  }
}
