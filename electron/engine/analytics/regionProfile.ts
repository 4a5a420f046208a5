/** `region.profile`: a unit's figures beside target, peers, nation and the year before. */
import type { MetricId } from '../../../shared/contract/results/common'
import type { ProfileRow, RegionProfile } from '../../../shared/contract/results/region'
import type { Filter } from '../../../shared/domain/filter'
import { dayText } from '../../../shared/domain/time'
import { sampleQuantile } from '../../../shared/statistics/quartiles'
import type { QueryContext } from './context'
import { periodOf } from './delivery'
import { estimate, figure } from './metrics'
import { peersOf } from './regionHeader'
import { withoutUnit } from './selection'

const PROFILE: readonly MetricId[] = [
  'received_per_100k', 'sp3d_on_time', 'first_response_median_days', 'open_over_90_days', 'substantiated',
] // prettier-ignore
/** Fewer peers have no middle half. */
const LEAST_PEERS = 4

export function regionProfile(context: QueryContext, filter: Filter): RegionProfile {
  const { from, to } = periodOf(context, filter)
  const nation = withoutUnit(filter)
  return {
    period: { from: dayText(from), to: dayText(to) },
    rows: PROFILE.map((metric) => ({
      metric,
      figure: figure(context, filter, metric),
      peers: middleHalf(context, filter, metric),
      nation: estimate(context, nation, metric).value,
    })),
  }
}

function middleHalf(context: QueryContext, filter: Filter, metric: MetricId): ProfileRow['peers'] {
  const node = filter.unit === undefined ? undefined : context.registry.unit(filter.unit)
  if (!node) return null
  return context.memo(`peers ${metric} ${JSON.stringify(filter)}`, () => {
    const values = peersOf(context, node)
      .map((peer) => estimate(context, { ...filter, unit: peer.code }, metric).value)
      .filter((value) => value !== null)
    const [low, high] = [sampleQuantile(values, 0.25), sampleQuantile(values, 0.75)]
    return low === null || high === null || values.length < LEAST_PEERS ? null : { low, high, n: values.length }
  })
}
