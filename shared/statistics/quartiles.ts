/** Quantile of a sample by linear interpolation (Hyndman & Fan type 7, R's default). null for an empty sample. */
export function sampleQuantile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * p
  const low = Math.floor(at)
  const [below, above] = [sorted[low] as number, sorted[Math.min(low + 1, sorted.length - 1)] as number]
  return below + (at - low) * (above - below)
}
