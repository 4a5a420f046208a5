/** `channel.city`: emergency and complaint services of cities and regencies: what comes over, how fast, what goes back. */
import type { QueryParams } from '../../../../shared/contract/queries'
import type { ChannelCity } from '../../../../shared/contract/results/channelCalls'
import { NONE } from '../../../../shared/domain/time'
import type { QueryContext } from '../context'
import { exactTime } from '../exact'
import { callLine, lineChart } from './callLines'
import { channelsOf, coverage } from './coverage'
import { curveTo, timeOf } from './curves'
import { answeredLines, onProgramme } from './programmes'
import { byCode, countOf, hasCode, isClosed, isFilled, rowsOf, share, transfers } from './rows'

const CITY = ['gov_112', 'local_government'] as const

export function channelCity(context: QueryContext, params: QueryParams<'channel.city'>): ChannelCity {
  const { programme, ...filter } = params
  const channels = channelsOf('city', filter)
  const rows = onProgramme(context, rowsOf(context, filter, channels), programme)
  const moved = transfers(context)
  const [fromCity, toCity] = [hasCode(context, 'referred_from', CITY), hasCode(context, 'referred_to', CITY)]
  const isReferred = isFilled(context, 'referred_to')
  const cameIn = (row: number) => fromCity(row) || moved.in.has(row)
  const came = rows.filter(cameIn)
  const informed = context.index.cases.times.informed_at
  return {
    coverage: coverage(context, filter, channels),
    cases: rows.length,
    by_channel: channels.map((channel) => ({ channel, cases: countOf(rows, hasCode(context, 'channel', [channel])) })),
    by_subject: byCode(context, rows, 'subject'),
    by_programme: answeredLines(context, filter, channels).filter(
      ({ code }) => programme === undefined || code === programme,
    ),
    line: callLine(context, filter, 'gov_112'),
    prank_by_month: lineChart(context, filter, 'gov_112', 'prank', 'answered'),
    came_in: share(rows, cameIn),
    sent_out: share(rows, (row) => isReferred(row) || moved.out.has(row)),
    sent_to_city: countOf(rows, toCity),
    transfer_to_response: curveTo(context, came, {
      reached: timeOf(context, 'first_response_at'),
      begun: (row) => moved.in.get(row) ?? exactTime(context.index, 'received_at', row),
    }),
    reported_back: share(came.filter(isClosed(context)), (row) => informed[row] !== NONE || toCity(row)),
  }
}
