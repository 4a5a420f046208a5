/** How long an import still takes, from its pace so far. Pure. */
import type { ImportProgress } from '../../../shared/contract/results/data'

/** Seconds; null while too little is done to say. */
export function secondsLeft({
  done,
  total,
  seconds,
}: Pick<ImportProgress, 'done' | 'total' | 'seconds'>): number | null {
  if (done < 3 || seconds < 1 || total <= 0 || done >= total) return null
  return Math.max(1, Math.round((seconds / done) * (total - done)))
}
