/** `channel.list`: which doors there are, under the names that people know, and who operates and who reports them. */
import {
  CHANNEL_PAGES, type ChannelLine, type ChannelList, type ChannelPage,
} from '../../../../shared/contract/results/channels' // prettier-ignore
import type { Filter } from '../../../../shared/domain/filter'
import { CHANNELS, type Channel } from '../../../../shared/export/enums'
import type { QueryContext } from '../context'
import { codesOf } from '../cells'
import { received } from '../received'
import { channelsOf, coverage, operating, ownChannels, stateOf } from './coverage'
import { programmeLines } from './programmes'

const PAGES = Object.keys(CHANNEL_PAGES) as ChannelPage[]

export function channelList(context: QueryContext, filter: Filter): ChannelList {
  const counts = codesOf(received(context, filter).cells, 'channel')
  const line = (channel: Channel): ChannelLine => {
    const run = operating(context, filter, [channel])
    const cases = counts[CHANNELS.indexOf(channel)] as number
    return { channel, cases, operating: run.units.length, operating_reported: run.reported, state: stateOf(run, cases) }
  }
  const asked = CHANNELS.filter((channel) => PAGES.some((page) => channelsOf(page, filter).includes(channel)))
  const lines = new Map(asked.map((channel) => [channel, line(channel)]))
  return {
    coverage: coverage(context, filter, asked),
    pages: PAGES.map((page) => {
      const channels = channelsOf(page, filter)
      const own = channels.map((channel) => lines.get(channel) as ChannelLine)
      const run = operating(context, filter, ownChannels(context, page, filter))
      return {
        page,
        cases: own.reduce((sum, { cases }) => sum + cases, 0),
        channels: own,
        operating: run.units.length,
        operating_reported: run.reported,
        programmes: programmeLines(context, filter, channels).filter(({ code }) => code !== null),
      }
    }),
    other:
      counts.reduce((sum, count) => sum + count, 0) - [...lines.values()].reduce((sum, { cases }) => sum + cases, 0),
  }
}
