/** Runs of a control chart at one of its points. */
import type { TrendSignal } from '../../../shared/contract/results/overview'
import type { Run } from '../../../shared/statistics/controlChart'

/** The strongest signal of a point: outside before runs. */
const STRENGTH: readonly TrendSignal[] = ['outside', 'shift', 'trend', 'two_of_three']

export const signalAt = (runs: readonly Run[], at: number): TrendSignal | null =>
  STRENGTH.find((kind) => at >= 0 && runs.some((run) => run.kind === kind && run.from <= at && at <= run.to)) ?? null
