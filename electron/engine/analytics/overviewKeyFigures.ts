/** `overview.keyFigures` */
import type { MetricId } from '../../../shared/contract/results/common'
import type { KeyFigures } from '../../../shared/contract/results/overview'
import type { Filter } from '../../../shared/domain/filter'
import { dayText } from '../../../shared/domain/time'
import { lastYearPeriod } from './comparison'
import type { QueryContext } from './context'
import { periodOf } from './delivery'
import { figure } from './metrics'

const KEY: readonly MetricId[] = [
  'received', 'sp3d_on_time', 'first_response_median_days', 'open_over_90_days', 'substantiated',
] // prettier-ignore

export function overviewKeyFigures(context: QueryContext, filter: Filter): KeyFigures {
  const { from, to } = periodOf(context, filter)
  return {
    period: { from: dayText(from), to: dayText(to) },
    last_year: lastYearPeriod(context, filter),
    figures: KEY.map((metric) => figure(context, filter, metric)),
  }
}
