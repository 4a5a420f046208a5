/**
 * Which unit delivered which month. A month is delivered when accepted exports cover all its days inside the asked
 * period: by their periods, and the first one by its whole coverage window, which it brings at once.
 */
import type { BoardState } from '../../../shared/contract/results/common'
import type { BoardCell } from '../../../shared/contract/results/data'
import type { Filter } from '../../../shared/domain/filter'
import { dayOf, dayText, monthOf, monthStart, monthText } from '../../../shared/domain/time'
import { FINDING_CODES } from '../../../shared/export/codes'
import type { UnitNode } from '../registry/model'
import { headOf, type ExportFacts, type QueryContext } from './context'
import { expectedIn, expectedOn, reporters } from './reporters'
import { rangeOf } from './selection'
import { isWithin, spans, toldDays, type Span } from './spans'

/** Days (since 2000) and months (since January 2000) that a filter asks about, both ends inclusive. */
export interface Period {
  readonly from: number
  readonly to: number
  readonly months: readonly number[]
}
/** First and last day that accepted exports of the nation tell about, archived years left out; null when there is none. */
export function held(context: QueryContext): { from: number; to: number } | null {
  return context.once('held', () => {
    let span: { from: number; to: number } | null = null
    for (const { exports } of context.ledger) {
      for (const item of exports) {
        if (item.state !== 'accepted') continue
        const [from, to] = [Math.min(dayOf(item.coverage_from), dayOf(item.period_from)), dayOf(item.period_to)]
        span = span ? { from: Math.min(span.from, from), to: Math.max(span.to, to) } : { from, to }
      }
    }
    const archived = archivedDay(context)
    return span && { from: Math.max((span as Span).from, archived), to: (span as Span).to }
  })
}

/** First day of the active columns, days since 2000; before all days when nothing is archived. */
const archivedDay = ({ archivedBefore }: QueryContext): number => (archivedBefore ? dayOf(archivedBefore) : -Infinity)

/**
 * The filter's period as days, ends filled in from what is held. A period that runs beyond the last day that any unit
 * reported is cut there for counting months: nobody is late for what nobody has.
 */
export function periodOf(context: QueryContext, { from, to }: Pick<Filter, 'from' | 'to'>): Period {
  return context.memo(`period ${from} ${to}`, () => {
    const span = held(context) ?? { from: dayOf(context.today), to: dayOf(context.today) }
    const first = from === undefined ? span.from : dayOf(from)
    const asked = to === undefined ? span.to : dayOf(to)
    const last = span.to >= first ? Math.min(asked, span.to) : asked
    const months: number[] = []
    for (let month = monthOf(first); month <= monthOf(Math.max(first, last)); month++) months.push(month)
    return { from: first, to: asked, months: last < first ? [] : months }
  })
}

/** Whether the days of a month that lie inside the period were delivered. */
export function isDelivered(
  context: QueryContext,
  unit: string,
  month: number,
  period?: Pick<Period, 'from' | 'to'>,
): boolean {
  // prettier-ignore
  return isWithin(daysOf(context, month, period), spans(context).get(unit) ?? [])
}

/** The days of a month that lie inside the period and before the end of what anybody reported. */
export const daysOf = (context: QueryContext, month: number, period?: Pick<Period, 'from' | 'to'>): Span => ({
  from: Math.max(monthStart(month), period?.from ?? -Infinity),
  to: Math.min(monthStart(month + 1) - 1, period?.to ?? Infinity, held(context)?.to ?? Infinity),
})

/** Whether the held snapshots tell what a unit received on all days from `from` to `to`, delivered month by month or not. */
export function isKnown(context: QueryContext, unit: string, from: number, to: number): boolean {
  if (from < archivedDay(context)) return false
  const days = toldDays(context).get(unit)
  return days !== undefined && days.to >= to && days.from <= from
}

/** Whether the unit's exports tell of any day from `from` to `to`. */
export function tellsOf(context: QueryContext, unit: string, from: number, to: number): boolean {
  const days = toldDays(context).get(unit)
  return days !== undefined && days.to >= from && days.from <= to
}

/**
 * Units that are expected to report for a range of units: those inside that hold a key in some month; where none does
 * (a Polsek whose Polres reports for it), the nearest unit above that does.
 */
export function reportersOf(
  context: QueryContext,
  unit: string | undefined,
  months: readonly number[],
): readonly UnitNode[] {
  // prettier-ignore
  return context.memo(`reporters ${unit} ${months[0]} ${months.at(-1)}`, () => findReporters(context, unit, months))
}

function findReporters(
  context: QueryContext,
  unit: string | undefined,
  months: readonly number[],
): readonly UnitNode[] {
  const { nodes, before } = reporters(context)
  const expected = expectedIn(context, months)
  const { low, high } = rangeOf(context, unit)
  const last = Math.min(high, before.length - 1)
  const first = before[Math.min(low, last)] as number
  const inside = nodes.slice(first, before[last]).filter((_, i) => expected[first + i] === 1)
  if (inside.length > 0 || unit === undefined) return inside
  const above = context.registry.path(unit).find(({ index }) => expected[before[index] as number] === 1 && before[index] !== before[index + 1]) // prettier-ignore
  return above ? [above] : []
}

export interface UnitMonths {
  unit: UnitNode
  expected: number[]
  delivered: number[]
}
/** For each unit expected to report: the months expected and those delivered. */
export function unitMonths(context: QueryContext, filter: Pick<Filter, 'unit' | 'from' | 'to'>): UnitMonths[] {
  const { unit, from, to } = filter
  return context.memo(`unit months ${JSON.stringify([unit, from, to])}`, () => {
    const period = periodOf(context, filter)
    const { before } = reporters(context)
    const due = period.months.map((month) => ({ ...daysOf(context, month, period), month, units: expectedOn(context, month) })) // prettier-ignore
    const delivered = spans(context)
    return reportersOf(context, unit, period.months).map((node) => monthsOf(node, before[node.index] as number, due, delivered.get(node.code) ?? [])) // prettier-ignore
  })
}

interface DueMonth extends Span {
  month: number
  /** 1 for each of the reporters that is expected to report */
  units: Uint8Array
}

function monthsOf(unit: UnitNode, place: number, due: readonly DueMonth[], delivered: readonly Span[]): UnitMonths {
  const line: UnitMonths = { unit, expected: [], delivered: [] }
  for (let i = 0; i < due.length; i++) {
    const days = due[i] as DueMonth
    if (days.units[place] !== 1) continue
    line.expected.push(days.month)
    if (isWithin(days, delivered)) line.delivered.push(days.month)
  }
  return line
}

/** Whether a unit has reported to the end: the last month expected of it came. */
export const hasReported = ({ expected, delivered }: UnitMonths): boolean =>
  expected.length > 0 && delivered.at(-1) === expected.at(-1)

const covers = (item: ExportFacts, month: number) =>
  dayOf(item.period_from) < monthStart(month + 1) && dayOf(item.period_to) >= monthStart(month)
const isFlag = ({ code }: { code: keyof typeof FINDING_CODES }) => {
  const { severity } = FINDING_CODES[code]
  return severity === 'high' || severity === 'flag'
}

/**
 * What the board says of a unit and month. Quarantined and missing come first, then late (signed after the day of grace
 * of the following month), then flagged, nil (delivered without a case), delivered.
 */
export function boardCell(context: QueryContext, unit: string, month: number): BoardCell {
  const exports = context.exportsOf.get(unit) ?? []
  const about = exports.filter((item) => covers(item, month))
  const delivering = about.findLast((item) => item.state === 'accepted')
  const flags = about.reduce((sum, item) => sum + item.findings.filter(isFlag).length, 0)
  const state = stateOf(context, unit, month, delivering, about.some((item) => item.state === 'quarantined'), flags) // prettier-ignore
  const shown = delivering ?? about.at(-1)
  return { unit, month: monthText(month), state, ...(shown && { sequence: shown.sequence }), flags }
}

function stateOf(
  context: QueryContext,
  unit: string,
  month: number,
  delivering: ExportFacts | undefined,
  inQuarantine: boolean,
  flags: number,
): BoardState {
  // prettier-ignore
  const { due_day, grace_days } = context.registry.registry.policy
  const due = monthStart(month + 1) + due_day - 1 + grace_days
  if (!isDelivered(context, unit, month)) {
    if (inQuarantine) return 'quarantined'
    return dayOf(context.today) > due ? 'missing' : 'not_due'
  }
  if (!delivering) return 'delivered'
  if (dayOf(delivering.created) > due && monthOf(dayOf(delivering.period_to)) === month) return 'late'
  if (flags > 0) return 'flagged'
  return delivering.rows['cases'] === 0 ? 'nil' : 'delivered'
}

/** The board: `months` months up to the end of the period, a line for each unit expected in one of them. */
export function boardCells(context: QueryContext, filter: Filter & { months: number }): BoardCell[] {
  const last = monthOf(periodOf(context, filter).to)
  const months = Array.from({ length: filter.months }, (_, i) => last - filter.months + 1 + i)
  const units = reportersOf(context, filter.unit, months)
  const { before } = reporters(context)
  return units.flatMap((unit) =>
    months
      .filter((month) => expectedOn(context, month)[before[unit.index] as number] === 1)
      .map((month) => boardCell(context, unit.code, month)),
  )
}

/** Last day that a unit's accepted exports reach; null without any. */
export function lastDayOf(context: QueryContext, unit: string): string | null {
  const head = headOf(context, unit)
  return head ? dayText(dayOf(head.period_to)) : null
}
