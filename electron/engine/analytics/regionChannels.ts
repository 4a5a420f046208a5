/** `region.channels`: each channel by itself; unlike doors are never added up. */
import type { RegionChannel } from '../../../shared/contract/results/region'
import type { Filter } from '../../../shared/domain/filter'
import { NONE } from '../../../shared/domain/time'
import { CHANNELS } from '../../../shared/export/enums'
import { EMPTY } from '../columns/layout'
import { codesOf } from './cells'
import { lastYear } from './comparison'
import { headOf, type QueryContext } from './context'
import { periodOf, reportersOf } from './delivery'
import { daysAt, durationsByCode, type Durations } from './durations'
import { shareEstimate } from './estimates'
import { received } from './received'
import { eachUnit, select } from './selection'

export function regionChannels(context: QueryContext, filter: Filter): RegionChannel[] {
  const { channels: asked = CHANNELS, ...rest } = filter
  const before = lastYear(context, rest)
  const counts = codesOf(received(context, rest).cells, 'channel')
  const countsBefore = before && codesOf(received(context, before).cells, 'channel')
  const responses = durationsByCode(context, rest, 'first_response', 'channel')
  const taken = followedUp(context, rest)
  const units = reportersOf(context, filter.unit, periodOf(context, filter).months)
  return CHANNELS.filter((channel) => asked.includes(channel)).map((channel) => {
    const number = CHANNELS.indexOf(channel)
    const response = responses[number] as Durations
    const operating = units.filter((unit) => unit.current.channels.includes(channel))
    return {
      channel,
      received: counts[number] as number,
      last_year: countsBefore && (countsBefore[number] as number),
      first_response_median_days: daysAt(response, 0.5).value,
      first_response_n: response.curve.n,
      followed_up: shareEstimate(taken[number] as number, counts[number] as number),
      units_operating: operating.length,
      units_reporting: operating.filter((unit) => headOf(context, unit.code) !== undefined).length,
    }
  })
}

/** By channel, the cases received that were taken further than a first answer: a progress notice, or closed. */
function followedUp(context: QueryContext, filter: Filter): Int32Array {
  const selection = select(context, filter)
  const { rows } = selection
  const { channel } = context.index.cases.codes
  const { progress_at: progress, closed_at: closed } = context.index.cases.times
  const taken = new Int32Array(EMPTY + 1)
  eachUnit(selection, (_, __, ___, a, b) => {
    for (let i = a; i < b; i++) {
      const row = rows === null ? i : (rows[i] as number)
      if (progress[row] !== NONE || closed[row] !== NONE) taken[channel[row] as number]! += 1
    }
  })
  return taken
}
