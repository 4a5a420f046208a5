/** Neighbouring points that have a value, as pieces of a line. */
export function pieces<T extends { value: number | null }>(points: readonly T[]): { at: number; point: T }[][] {
  const found: { at: number; point: T }[][] = []
  points.forEach((point, at) => {
    if (point.value === null) return
    const last = found.at(-1)
    if (last && last.at(-1)?.at === at - 1) last.push({ at, point })
    else found.push([{ at, point }])
  })
  return found
}
