/** Local programmes by the names that the registry gives them. */
import type { ProgrammeLine } from '../../../../shared/contract/results/channels'
import type { Estimate } from '../../../../shared/contract/results/common'
import type { Filter } from '../../../../shared/domain/filter'
import type { Channel } from '../../../../shared/export/enums'
import { CODES } from '../../columns/layout'
import type { QueryContext } from '../context'
import { daysAt } from '../durations'
import { rangeOf } from '../selection'
import { timeOf, watchRows } from './curves'
import { programmesOf } from '../programmesOf'
import { isClosed, rowsOf, share } from './rows'

interface Group {
  line: ProgrammeLine
  rows: Uint32Array
}

/**
 * The cases of some channels by programme and channel: those that the registry names for a unit of the filter, also
 * without a case, then what cases name otherwise, then the cases that name none.
 */
export function groups(context: QueryContext, filter: Filter, channels: readonly Channel[]): Group[] {
  const { programmes: codes, cases } = context.index
  const { programmes } = context.registry.registry
  const numbers = programmesOf(context)
  const rows = new Map<string, number[]>()
  for (const row of rowsOf(context, filter, channels)) {
    const key = `${cases.codes.channel[row]} ${numbers[row]}`
    const held = rows.get(key)
    if (held) held.push(row)
    else rows.set(key, [row])
  }
  const take = (channel: Channel, code: string | null): Uint32Array => {
    // A programme that no case names has no number: 0 stands for the cases without a programme.
    if (code !== null && !codes.includes(code)) return new Uint32Array(0)
    const key = `${CODES.channel.indexOf(channel)} ${code === null ? 0 : codes.indexOf(code) + 1}`
    const found = Uint32Array.from(rows.get(key) ?? [])
    rows.delete(key)
    return found
  }
  const inside = isInside(context, filter.unit)
  const named = programmes
    .filter(({ channel, units }) => channels.includes(channel) && (units.length === 0 || units.some(inside)))
    .map(({ code, name, channel, units }): Group => ({ line: { code, name, channel, cases: 0, units: units.length }, rows: take(channel, code) })) // prettier-ignore
  const others = channels.flatMap((channel) =>
    [...codes, null].map((code): Group => {
      const name = programmes.find((programme) => programme.code === code)?.name ?? null
      return { line: { code, name, channel, cases: 0, units: 0 }, rows: code !== null && named.some(({ line }) => line.code === code && line.channel === channel) ? new Uint32Array(0) : take(channel, code) } // prettier-ignore
    }),
  )
  return [...named, ...others.filter((group) => group.rows.length > 0)].map(({ line, rows: own }) => ({ line: { ...line, cases: own.length }, rows: own })) // prettier-ignore
}

/** Whether a unit lies inside the filter's, or above it: a programme of the Polres is one of its Polsek. */
function isInside(context: QueryContext, unit: string | undefined): (code: string) => boolean {
  const { low, high } = rangeOf(context, unit)
  const above = new Set(unit === undefined ? [] : context.registry.path(unit).map(({ code }) => code))
  // Where the filter's unit is one that others moved to or from, a unit that moved stands at its places.
  const placesOf = (code: string) => context.places?.stays.get(code)?.map(({ key }) => key) ?? [code]
  return (code) =>
    above.has(code) ||
    placesOf(code).some((key) => {
      const node = context.registry.unit(key)
      return node !== undefined && low <= node.index && node.index < high
    })
}

export const programmeLines = (context: QueryContext, filter: Filter, channels: readonly Channel[]): ProgrammeLine[] =>
  groups(context, filter, channels).map(({ line }) => line)

/** With how fast they are answered and how many are closed. */
export const answeredLines = (
  context: QueryContext,
  filter: Filter,
  channels: readonly Channel[],
): (ProgrammeLine & { median_days: number | null; resolved: Estimate })[] =>
  groups(context, filter, channels).map(({ line, rows }) => ({
    ...line,
    median_days: daysAt(watchRows(context, rows, { reached: timeOf(context, 'first_response_at') }), 0.5).value,
    resolved: share(rows, isClosed(context)),
  }))

/** The rows of one programme. */
export function onProgramme(context: QueryContext, rows: Uint32Array, programme: string | undefined): Uint32Array {
  if (programme === undefined) return rows
  const number = context.index.programmes.indexOf(programme) + 1
  const numbers = programmesOf(context)
  return number === 0 ? new Uint32Array(0) : rows.filter((row) => numbers[row] === number)
}
