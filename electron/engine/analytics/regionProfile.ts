/** `region.profile`: a unit's figures beside target, peers, nation and the year before. */
import type { MetricId } from '../../../shared/contract/results/common'
import type { ProfileRow, RegionProfile } from '../../../shared/contract/results/region'
import type { Filter } from '../../../shared/domain/filter'
import { dayText } from '../../../shared/domain/time'
import { sampleQuantile } from '../../../shared/statistics/quartiles'
import type { UnitNode } from '../registry/model'
import type { QueryContext } from './context'
import { periodOf } from './delivery'
import { estimate, figure, valuesOf } from './metrics'
import { peersOf } from './regionHeader'
import { withoutUnit } from './selection'

const PROFILE: readonly MetricId[] = [
  'received_per_100k', 'received_per_1000_personnel', 'sp3d_on_time', 'first_response_median_days', 'open_over_90_days', 'substantiated',
] // prettier-ignore
/** Fewer peers have no middle half. */
const LEAST_PEERS = 4

export function regionProfile(context: QueryContext, filter: Filter): RegionProfile {
  const { from, to } = periodOf(context, filter)
  const nation = withoutUnit(filter)
  const node = filter.unit === undefined ? undefined : context.registry.unit(filter.unit)
  return {
    period: { from: dayText(from), to: dayText(to) },
    rows: PROFILE.map((metric) => ({
      metric,
      figure: figure(context, filter, metric),
      peers: node ? middleHalf(context, filter, metric, node) : null,
      nation: estimate(context, nation, metric).value,
    })),
  }
}

function middleHalf(context: QueryContext, filter: Filter, metric: MetricId, node: UnitNode): ProfileRow['peers'] {
  const { level, peer_group: group } = node.current
  const nation = withoutUnit(filter)
  const { units, byMetric } = context.memo(`peers ${level} ${group} ${JSON.stringify(nation)}`, () => {
    const alike = [node, ...peersOf(context, node)]
    return { units: alike, byMetric: valuesOf(context, nation, PROFILE, alike) }
  })
  const values = (byMetric.get(metric) ?? []).filter((value, i) => value !== null && units[i] !== node) as number[]
  const [low, high] = [sampleQuantile(values, 0.25), sampleQuantile(values, 0.75)]
  return low === null || high === null || values.length < LEAST_PEERS ? null : { low, high, n: values.length }
}
