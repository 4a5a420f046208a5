/**
 * Benjamini & Hochberg 1995: p-values adjusted for how many were tried, in the order given. What stays at or under a
 * level holds the share of false ones among those kept under it on average. The same as R's p.adjust(p, "BH").
 */
export function adjustedP(p: readonly number[]): number[] {
  const falling = p.map((_, i) => i).toSorted((a, b) => (p[b] as number) - (p[a] as number))
  const adjusted = p.map(() => 1)
  let least = 1
  falling.forEach((at, i) => {
    least = Math.min(least, ((p[at] as number) * p.length) / (p.length - i))
    adjusted[at] = least
  })
  return adjusted
}

/** Which of many p-values to keep so that false ones stay under `level` on average. */
export const benjaminiHochberg = (p: readonly number[], level = 0.05): boolean[] =>
  adjustedP(p).map((value) => value <= level)
