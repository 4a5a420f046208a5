/** The calendar of Fridays, added up: a unit's own line, and one for each unit below with all under it. */
import type {
  ChannelCommunity, FridayCell, FridayCounts, FridayLine, FridayState,
} from '../../../../shared/contract/results/channelCommunity' // prettier-ignore
import type { Filter } from '../../../../shared/domain/filter'
import { dayText } from '../../../../shared/domain/time'
import type { UnitNode } from '../../registry/model'
import type { QueryContext } from '../context'
import { periodOf } from '../delivery'
import { shareEstimate } from '../estimates'
import { rangeOf } from '../selection'
import { DUE, fridaysIn, fridaysOf, HOLIDAY, NO_CALENDAR, NOT_DUE, NOT_REPORTED, type UnitFridays } from './fridays' // prettier-ignore
import { knownDays } from './known'

/** Every unit of the filter that ran the programme on some Friday of the period, in tree order. */
export function unitFridays(context: QueryContext, filter: Pick<Filter, 'from' | 'to' | 'unit'>): UnitFridays[] {
  const { from, to, unit } = filter
  return context.memo(
    `fridays ${JSON.stringify([from, to, unit])}`,
    () => {
      const days = fridaysIn(periodOf(context, filter))
      const known = knownDays(context, filter)
      const { low, high } = rangeOf(context, unit)
      const units = context.registry.units.slice(low, high)
      return units.flatMap((node) => fridaysOf(context, node, days, known[node.index] ?? null) ?? [])
    },
    'large',
  )
}

/** Counts of what the sessions of a range of units brought. */
export type BroughtBy = (low: number, high: number) => Pick<FridayLine, 'issues' | 'cases' | 'followed_up'>

export function fridayCalendar(
  context: QueryContext,
  filter: Filter,
  brought: BroughtBy,
): NonNullable<ChannelCommunity['calendar']> {
  const fridays = fridaysIn(periodOf(context, filter))
  const all = unitFridays(context, filter)
  const holidays = new Map(context.registry.holidays.map((holiday) => [holiday.date, holiday]))
  return {
    fridays: fridays.map((day) => {
      const date = dayText(day)
      const holiday = context.calendar.isHoliday(day) ? holidays.get(date) : undefined
      return { date, holiday: holiday?.name ?? null, cuti_bersama: holiday?.kind === 'cuti_bersama' }
    }),
    total: fridayCounts(all),
    lines: lines(context, filter.unit, all, fridays.length, brought),
  }
}

function lines(
  context: QueryContext,
  unit: string | undefined,
  all: readonly UnitFridays[],
  length: number,
  brought: BroughtBy,
): FridayLine[] {
  const node = unit === undefined ? null : context.registry.unit(unit)
  const line = (of: UnitNode, scope: FridayLine['scope']): FridayLine[] => {
    const high = scope === 'own' ? of.index + 1 : of.end
    const own = all.filter((one) => of.index <= one.unit.index && one.unit.index < high)
    if (own.length === 0) return []
    const { name, level } = of.current
    const cells = Array.from({ length }, (_, i) => cell(own, i))
    return [
      { unit: of.code, name, level, scope, units: own.length, ...fridayCounts(own), ...brought(of.index, high), cells },
    ]
  }
  const below = (node ? node.children : context.registry.roots).flatMap((child) => line(child, 'subtree'))
  return node ? [...line(node, 'own'), ...below] : below
}

/** Fridays of units added up; held ÷ due of those that are known. */
export function fridayCounts(units: readonly UnitFridays[]): FridayCounts {
  const sum = { due: 0, held: 0, missed: 0, holiday: 0, not_reported: 0, no_calendar: 0 }
  for (const { what, due, held } of units) {
    what.forEach((state, i) => {
      if (state === HOLIDAY) sum.holiday++
      else if (state === NO_CALENDAR) sum.no_calendar++
      else if (state === NOT_REPORTED) sum.not_reported += due[i] as number
      else if (state === DUE) {
        sum.due += due[i] as number
        sum.held += held[i] as number
      }
    })
  }
  return { ...sum, missed: sum.due - sum.held, share: shareEstimate(sum.held, sum.due) }
}

function cell(units: readonly UnitFridays[], at: number): FridayCell {
  const sum = { due: 0, held: 0, not_reported: 0 }
  const seen = new Set<number>()
  let people = 0
  for (const { what, due, held, attendees } of units) {
    const state = what[at] as number
    seen.add(state)
    if (state === NOT_REPORTED) sum.not_reported += due[at] as number
    if (state !== DUE) continue
    sum.due += due[at] as number
    sum.held += held[at] as number
    people += attendees[at] as number
  }
  return { state: stateOf(sum, seen), ...sum, attendees: sum.held > 0 ? people : null }
}

/** What is known comes first; where nothing is, the reason that says most. */
function stateOf({ due, held }: { due: number; held: number }, seen: ReadonlySet<number>): FridayState {
  if (due > 0) return held === due ? 'held' : held === 0 ? 'missed' : 'partly'
  if (seen.has(NOT_REPORTED)) return 'not_reported'
  if (seen.has(NO_CALENDAR)) return 'no_calendar'
  if (seen.has(HOLIDAY)) return 'holiday'
  return seen.has(NOT_DUE) ? 'not_due' : 'not_applicable'
}
