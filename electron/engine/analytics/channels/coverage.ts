/** Who runs a channel, who reports for them, and up to when. */
import type { ChannelCoverage, ReportState } from '../../../../shared/contract/results/channels'
import { CHANNEL_PAGES, OWN_CHANNELS, type ChannelPage } from '../../../../shared/contract/results/channels'
import type { Filter } from '../../../../shared/domain/filter'
import { dayText, momentOf } from '../../../../shared/domain/time'
import type { Channel } from '../../../../shared/export/enums'
import type { UnitNode } from '../../registry/model'
import { headOf, type QueryContext } from '../context'
import { hasReported, periodOf, reportersOf, unitMonths } from '../delivery'
import { rangeOf } from '../selection'

/** Channels of a page that the filter leaves. */
export const channelsOf = (page: ChannelPage, { channels }: Pick<Filter, 'channels'>): Channel[] =>
  CHANNEL_PAGES[page].filter((channel) => channels?.includes(channel) ?? true)

/** Channels by which a page's units are counted: its own; where nobody of the filter's unit operates them, all of it. */
export function ownChannels(context: QueryContext, page: ChannelPage, filter: Filter): readonly Channel[] {
  const all = channelsOf(page, filter)
  const own = all.filter((channel) => OWN_CHANNELS[page].includes(channel))
  return operatorsOf(context, filter.unit, own).length > 0 ? own : all
}

/** For each unit of the registry, by place in the tree: the unit that reports for it, itself or the nearest above; null = none. */
export function reporters(context: QueryContext, period: Pick<Filter, 'from' | 'to'>): readonly (UnitNode | null)[] {
  const { months } = periodOf(context, period)
  return context.memo(
    `reporters ${months[0]} ${months.at(-1)}`,
    () => {
      const expected = new Set(reportersOf(context, undefined, months))
      const found: (UnitNode | null)[] = []
      for (const node of context.registry.units)
        found[node.index] = expected.has(node) ? node : node.parent ? (found[node.parent.index] ?? null) : null
      return found
    },
    'medium',
  )
}

/** Units of the filter that run one of the channels, in tree order. */
function operatorsOf(
  context: QueryContext,
  unit: string | undefined,
  channels: readonly Channel[],
): readonly UnitNode[] {
  const { low, high } = rangeOf(context, unit)
  const wanted = new Set<string>(channels)
  return context.registry.units
    .slice(low, high)
    .filter(({ current }) => current.channels.some((one) => wanted.has(one)))
}

/** Reporting units that delivered the last month expected of them in the period. */
const reportedIn = (context: QueryContext, { from, to }: Pick<Filter, 'from' | 'to'>): ReadonlySet<UnitNode> =>
  context.memo(`reported in ${from} ${to}`, () => {
    const period = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
    return new Set(unitMonths(context, period).filter(hasReported).map(({ unit }) => unit)) // prettier-ignore
  })

export interface Operating {
  /** units that run it */
  units: readonly UnitNode[]
  /** of those, the ones whose reporting unit reported to the end */
  reported: number
  /** who reports for them */
  desks: readonly UnitNode[]
  desksReported: number
}

export function operating(context: QueryContext, filter: Filter, channels: readonly Channel[]): Operating {
  const units = operatorsOf(context, filter.unit, channels)
  const byPlace = reporters(context, filter)
  const done = reportedIn(context, filter)
  const desks = new Set<UnitNode>()
  let reported = 0
  for (const { index } of units) {
    const desk = byPlace[index]
    if (!desk) continue
    desks.add(desk)
    if (done.has(desk)) reported++
  }
  return { units, reported, desks: [...desks], desksReported: [...desks].filter((desk) => done.has(desk)).length }
}

/** Reported when there is a case or somebody reported to the end; else not reported, or nobody runs it. */
export const stateOf = ({ units, reported }: Operating, rows: number): ReportState =>
  rows > 0 || reported > 0 ? 'reported' : units.length > 0 ? 'not_reported' : 'not_applicable'

export function coverage(context: QueryContext, filter: Filter, channels: readonly Channel[]): ChannelCoverage {
  const { from, to } = periodOf(context, filter)
  const { units, reported, desks, desksReported } = operating(context, filter, channels)
  const times = desks
    .flatMap(({ code }) => headOf(context, code)?.as_of ?? [])
    .toSorted((a, b) => momentOf(a) - momentOf(b))
  return {
    period: { from: dayText(from), to: dayText(to) },
    channels: [...channels],
    operating: units.length,
    operating_reported: reported,
    expected: desks.length,
    reported: desksReported,
    as_of_min: times[0] ?? null,
    as_of_max: times.at(-1) ?? null,
  }
}
