/** `channel.calls`: hotlines and call centres, line by line. */
import {
  CALL_LINE_CHANNEL,
  type CallLineCode,
  type ChannelCalls,
} from '../../../../shared/contract/results/channelCalls'
import type { Filter } from '../../../../shared/domain/filter'
import type { QueryContext } from '../context'
import { callLine } from './callLines'
import { channelsOf, coverage, ownChannels } from './coverage'

const LINES = Object.keys(CALL_LINE_CHANNEL) as CallLineCode[]

export function channelCalls(context: QueryContext, filter: Filter): ChannelCalls {
  const channels = channelsOf('calls', filter)
  return {
    coverage: coverage(context, filter, ownChannels(context, 'calls', filter)),
    lines: LINES.filter((line) => channels.includes(CALL_LINE_CHANNEL[line])).map((line) => callLine(context, filter, line)), // prettier-ignore
  }
}
