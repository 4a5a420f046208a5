/** `region.units`: the units directly under a unit. */
import type { RegionUnit } from '../../../shared/contract/results/region'
import type { Filter } from '../../../shared/domain/filter'
import type { QueryContext } from './context'
import { coverageOf } from './deliveryCounts'
import { daysAt, durations } from './durations'
import { directUnits } from './places'
import { countOf, measureWithin } from './measures'

export function regionUnits(context: QueryContext, filter: Filter): RegionUnit[] {
  const measures = measureWithin(context, filter)
  const coverage = coverageOf(context, filter)
  const children = directUnits(context, filter)
  return children.map((node) => {
    const range = { low: node.index, high: node.end }
    return {
      unit: node.code,
      name: node.current.name,
      level: node.current.level,
      received: countOf(measures, 'received', range),
      open: countOf(measures, 'open', range),
      closed: countOf(measures, 'closed', range),
      median_close_days: daysAt(durations(context, { ...filter, unit: node.code }, 'close'), 0.5).value,
      coverage: coverage(range.low, range.high),
    }
  })
}
