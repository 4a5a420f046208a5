/** Benjamini & Hochberg 1995: which of many p-values to keep so that false ones stay under `level` on average. */
export function benjaminiHochberg(p: readonly number[], level = 0.05): boolean[] {
  const order = p.map((_, i) => i).toSorted((a, b) => (p[a] as number) - (p[b] as number))
  let kept = 0
  order.forEach((at, rank) => {
    if ((p[at] as number) <= ((rank + 1) / p.length) * level) kept = rank + 1
  })
  const keep = p.map(() => false)
  for (const at of order.slice(0, kept)) keep[at] = true
  return keep
}
