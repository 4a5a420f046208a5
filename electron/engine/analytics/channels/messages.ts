/** `channel.messages`: chats with a commander, by whom people wrote to. */
import type { QueryParams } from '../../../../shared/contract/queries'
import type { ChannelMessages, MessageLine } from '../../../../shared/contract/results/channels'
import type { Estimate } from '../../../../shared/contract/results/common'
import type { RegistryUnit } from '../../../../shared/export/registry'
import { CODES, EMPTY, codeText } from '../../columns/layout'
import type { QueryContext } from '../context'
import { medianEstimate } from '../durations'
import { countEstimate } from '../estimates'
import { channelsOf, coverage } from './coverage'
import { curveTo, reachedWithin, timeOf, watchRows } from './curves'
import { lastYearOf } from './lastYear'
import { answeredLines, onProgramme } from './programmes'
import { byCode, isClosed, isFilled, rowsOf, share, transfers } from './rows'

/** Days within which a chat is expected to be settled: a common measure for all units, no rule. */
const RESOLVED_DAYS = 30
/** The level at which an addressee sits; a Bhabinkamtibmas belongs to a Polsek. */
const LEVEL_OF: Readonly<Record<string, RegistryUnit['level']>> = {
  kapolda: 'polda',
  kapolres: 'polres',
  kapolsek: 'polsek',
  bhabinkamtibmas: 'polsek',
}
const HEIGHT: Readonly<Record<RegistryUnit['level'], number>> = { polda: 2, polres: 1, polsek: 0 }

export function channelMessages(context: QueryContext, params: QueryParams<'channel.messages'>): ChannelMessages {
  const { programme, ...filter } = params
  const channels = channelsOf('messages', filter)
  const rows = onProgramme(context, rowsOf(context, filter, channels), programme)
  const { addressee } = context.index.cases.codes
  const groups = Array.from({ length: EMPTY + 1 }, (): number[] => [])
  for (const row of rows) groups[addressee[row] as number]?.push(row)
  return {
    coverage: coverage(context, filter, channels),
    last_year: lastYearOf(context, filter, (before) => {
      const own = onProgramme(context, rowsOf(context, before, channels), programme)
      return {
        cases: countEstimate(own.length),
        first_response: medianEstimate(watchRows(context, own, { reached: timeOf(context, 'first_response_at') })),
        resolved_30_days: resolvedSoon(context, own),
      }
    }),
    cases: rows.length,
    all: lineOf(context, rows, null),
    by_addressee: groups.flatMap((group, code) => {
      if (group.length === 0 && code >= CODES.addressee.length) return []
      const text = codeText('addressee', code)
      return [{ addressee: text, ...lineOf(context, Uint32Array.from(group), text) }]
    }),
    by_programme: answeredLines(context, filter, channels).filter(
      ({ code }) => programme === undefined || code === programme,
    ),
    by_subject: byCode(context, rows, 'subject'),
  }
}

const resolvedSoon = (context: QueryContext, rows: Uint32Array): Estimate =>
  reachedWithin(watchRows(context, rows, { reached: timeOf(context, 'closed_at') }), RESOLVED_DAYS)

function lineOf(context: QueryContext, rows: Uint32Array, addressee: string | null): Omit<MessageLine, 'addressee'> {
  const moved = transfers(context)
  const [from, to] = [isFilled(context, 'referred_from'), isFilled(context, 'referred_to')]
  return {
    cases: rows.length,
    first_response: curveTo(context, rows, { reached: timeOf(context, 'first_response_at') }),
    resolved: share(rows, isClosed(context)),
    resolved_30_days: resolvedSoon(context, rows),
    handled: handledBy(context, rows, addressee),
    sent_on: share(rows, (row) => to(row) || moved.out.has(row)),
    came_in: share(rows, (row) => from(row) || moved.in.has(row)),
  }
}

/** Whether the unit that handles each case stands above, at or below the level of the addressee. */
function handledBy(context: QueryContext, rows: Uint32Array, addressee: string | null): MessageLine['handled'] {
  const level = addressee === null ? undefined : LEVEL_OF[addressee]
  if (level === undefined) return null
  const handled = { above: 0, same: 0, below: 0 }
  const { units, unitStart } = context.index
  const heights = context.once('heights', () =>
    units.map((code) => {
      const own = context.registry.unit(code)?.current.level
      return own === undefined ? null : HEIGHT[own]
    }),
  )
  let unit = 0
  for (const row of rows) {
    while ((unitStart[unit + 1] as number) <= row) unit++
    const height = heights[unit] ?? null
    if (height === null) continue
    handled[height > HEIGHT[level] ? 'above' : height < HEIGHT[level] ? 'below' : 'same']++
  }
  return handled
}
