/** How long callers waited, as far as daily medians tell: calls themselves are not reported. */
import type { CallLine } from '../../../../shared/contract/results/channelCalls'
import { sampleQuantile } from '../../../../shared/statistics/quartiles'
import { NO_MEDIAN } from '../../columns/calls'

/** Lower ends of the classes, in seconds. */
const CLASSES = [0, 5, 10, 20, 30, 60, 120] as const

/** `medians`: seconds or NO_MEDIAN, one a day; `answered`: answered calls of the same days. */
export function answerTime(medians: readonly number[], answered: readonly number[]): CallLine['answer_time'] {
  const days = medians.flatMap((median, i) =>
    median === NO_MEDIAN ? [] : [{ median, answered: answered[i] as number }],
  )
  const values = days.map(({ median }) => median)
  return {
    median: sampleQuantile(values, 0.5),
    q1: sampleQuantile(values, 0.25),
    q3: sampleQuantile(values, 0.75),
    weighted_median: weightedMedian(days),
    days: days.length,
    days_without: medians.length - days.length,
    distribution: CLASSES.map((from, i) => {
      const to = CLASSES[i + 1] ?? null
      const inside = days.filter(({ median }) => median >= from && (to === null || median < to))
      return { from, to, days: inside.length, answered: inside.reduce((sum, day) => sum + day.answered, 0) }
    }),
  }
}

/** Smallest daily median up to which more than half of the answered calls fall; the middle where it is just half. */
function weightedMedian(days: readonly { median: number; answered: number }[]): number | null {
  const sorted = days.filter(({ answered }) => answered > 0).toSorted((a, b) => a.median - b.median)
  const half = sorted.reduce((sum, { answered }) => sum + answered, 0) / 2
  let sum = 0
  for (const [i, { median, answered }] of sorted.entries()) {
    sum += answered
    if (sum > half) return median
    if (sum === half) return (median + (sorted[i + 1] as (typeof sorted)[number]).median) / 2
  }
  return null
}
