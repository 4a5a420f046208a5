/** `channel.city`: emergency and complaint services of cities and regencies: what comes over, how fast, what goes back. */
import type { QueryParams } from '../../../../shared/contract/queries'
import type { ChannelCity } from '../../../../shared/contract/results/channelCalls'
import { NONE } from '../../../../shared/domain/time'
import type { QueryContext } from '../context'
import { exactTime } from '../exact'
import { medianEstimate } from '../durations'
import { callLine, lineChart, lineShares } from './callLines'
import { channelsOf, coverage } from './coverage'
import { curveTo, timeOf, watchRows } from './curves'
import { lastYearOf } from './lastYear'
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
  const toResponse = {
    reached: timeOf(context, 'first_response_at'),
    begun: (row: number) => moved.in.get(row) ?? exactTime(context.index, 'received_at', row),
  }
  const informed = context.index.cases.times.informed_at
  return {
    coverage: coverage(context, filter, channels),
    last_year: lastYearOf(context, filter, (before) => {
      const own = onProgramme(context, rowsOf(context, before, channels), programme)
      const { prank, emergency } = lineShares(context, before, 'gov_112')
      const transfer_time = medianEstimate(watchRows(context, own.filter(cameIn), toResponse))
      return { prank, emergency, came_in: share(own, cameIn), transfer_time }
    }),
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
    transfer_to_response: curveTo(context, came, toResponse),
    reported_back: share(came.filter(isClosed(context)), (row) => informed[row] !== NONE || toCity(row)),
  }
}
