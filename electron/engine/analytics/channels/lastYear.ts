/**
 * The figures of a channel's page for the same period a year before: those that can be set beside this year's. What is
 * counted as it stands on a later day (closed, sent on, upheld) has had a year longer and is left out.
 */
import type { ChannelLastYear } from '../../../../shared/contract/results/channels'
import type { Filter } from '../../../../shared/domain/filter'
import { lastYear, lastYearPeriod } from '../comparison'
import type { QueryContext } from '../context'

export function lastYearOf(
  context: QueryContext,
  filter: Filter,
  figures: (before: Filter) => NonNullable<ChannelLastYear['figures']>,
): ChannelLastYear {
  const before = lastYear(context, filter)
  return { ...lastYearPeriod(context, filter), figures: before && figures(before) }
}
