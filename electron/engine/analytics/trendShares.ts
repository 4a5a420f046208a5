/** A rate or a share by month of receipt: what was counted, and of how many. */
import type { TrendMetric } from '../../../shared/contract/trendMetrics'
import type { Filter } from '../../../shared/domain/filter'
import { dayText, monthStart } from '../../../shared/domain/time'
import {
  proportionBaseline,
  proportionLimits,
  rateSpread,
  rateLimits,
  type Limits,
} from '../../../shared/statistics/controlChart'
import type { QueryContext } from './context'
import { PER, exposure } from './exposure'
import { countOf, measureWithin, type Measure } from './measures'
import { rangeOf } from './selection'

export type RatioMetric = Exclude<TrendMetric, 'received'>
export interface Ratio {
  count: number
  /** cases; for a rate, hundred thousands of people, cut to what reported */
  of: number
}

const SHARES: Readonly<Record<Exclude<RatioMetric, 'received_per_100k'>, readonly [Measure, readonly Measure[]]>> = {
  sp3d_on_time: ['sp3dOnTime', ['sp3dOnTime', 'sp3dLate']],
  share_first_response_72h: ['answered72h', ['matured72h']],
}

/** Months since January 2000. `of` is 0 where there is nothing to divide by. */
export function ratioOf(context: QueryContext, filter: Filter, metric: RatioMetric, month: number): Ratio {
  const asked = { ...filter, from: dayText(monthStart(month)), to: dayText(monthStart(month + 1) - 1) }
  const measures = measureWithin(context, asked)
  const range = rangeOf(context, filter.unit)
  const count = (name: Measure) => countOf(measures, name, range)
  if (metric === 'received_per_100k') {
    const people = exposure(context, asked, filter.unit, 'population') ?? 0
    return { count: count('received'), of: people / PER.population }
  }
  const [of, among] = SHARES[metric]
  return { count: count(of), of: among.reduce((sum, name) => sum + count(name), 0) }
}

export interface RatioChart {
  kind: 'u' | 'p'
  mean: number
  sigmaZ: number
  limits: (of: number) => Limits
}
/** Limits from baseline months; as wide as chance, or as the months spread where that is wider (Laney). */
export function ratioChart(metric: RatioMetric, base: readonly Ratio[]): RatioChart {
  const [counts, sizes] = [base.map(({ count }) => count), base.map(({ of }) => of)]
  const isRate = metric === 'received_per_100k'
  const { mean, sigmaZ } = (isRate ? rateSpread : proportionBaseline)(counts, sizes)
  const width = Math.max(1, sigmaZ)
  return {
    kind: isRate ? 'u' : 'p',
    mean,
    sigmaZ,
    limits: (of) => (isRate ? rateLimits : proportionLimits)(mean, of, width),
  }
}
