/** The daily tallies of one call line: from offered to answered to a case, how fast, and which days are missing. */
import { CALL_LINE_CHANNEL, type CallLine, type CallLineCode } from '../../../../shared/contract/results/channelCalls'
import type { ChannelChart } from '../../../../shared/contract/results/channels'
import type { Estimate } from '../../../../shared/contract/results/common'
import type { Filter } from '../../../../shared/domain/filter'
import { monthText } from '../../../../shared/domain/time'
import { CALL_LINES } from '../../../../shared/export/enums'
import { CALL_COUNTS, type CallCount } from '../../columns/calls'
import { monthTable, REACH } from '../../columns/months'
import { lowerBound } from '../../columns/search'
import { lastYear } from '../comparison'
import type { QueryContext } from '../context'
import { periodOf } from '../delivery'
import { nothing, shareEstimate } from '../estimates'
import { rangeOf } from '../selection'
import { answerTime } from './answerTime'
import { monthChart } from './chart'
import { coverage, operating, stateOf } from './coverage'
import { knownDays } from './known'
import { eachMonth } from './months'
import { byCode, rowsOf } from './rows'

interface Month {
  due: number
  reported: number
  offered: number
  answered: number
  cases: number
}
const noMonth = (): Month => ({ due: 0, reported: 0, offered: 0, answered: 0, cases: 0 })

interface Tally {
  /** positions in the table of calls, days of the period */
  rows: number[]
  units: number
  counts: Record<CallCount, number>
  months: Map<number, Month>
}

const monthsOf = (months: Map<number, Month>, month: number): Month => {
  const held = months.get(month) ?? noMonth()
  months.set(month, held)
  return held
}

/** Visits the rows of a line, unit by unit: positions `from` … `to - 1` are the unit's. */
function eachLineUnit(
  context: QueryContext,
  line: CallLineCode,
  filter: Filter,
  visit: (unit: number, from: number, to: number) => void,
): void {
  const { calls } = context.index
  const code = CALL_LINES.indexOf(line)
  const { low, high } = rangeOf(context, filter.unit)
  const end = lowerBound(calls.unit, high)
  for (let at = lowerBound(calls.unit, low); at < end;) {
    const unit = calls.unit[at] as number
    let to = at
    while (to < end && calls.unit[to] === unit) to++
    let from = at
    while (from < to && calls.line[from] !== code) from++
    let last = from
    while (last < to && calls.line[last] === code) last++
    if (last > from) visit(unit, from, last)
    at = to
  }
}

function tally(context: QueryContext, line: CallLineCode, filter: Filter): Tally {
  const { calls } = context.index
  const period = periodOf(context, filter)
  const known = knownDays(context, filter)
  const months = monthTable()
  const result: Tally = { rows: [], units: 0, counts: Object.fromEntries(CALL_COUNTS.map((name) => [name, 0])) as Tally['counts'], months: new Map() } // prettier-ignore
  eachLineUnit(context, line, filter, (unit, from, to) => {
    const before = result.rows.length
    for (let i = from; i < to; i++) {
      const day = calls.day[i] as number
      if (day < period.from || day > period.to) continue
      result.rows.push(i)
      for (const name of CALL_COUNTS) result.counts[name] += calls[name][i] as number
      const month = monthsOf(result.months, months[day + REACH] as number)
      month.reported++
      month.offered += calls.offered[i] as number
      month.answered += calls.answered[i] as number
    }
    if (result.rows.length === before) return
    result.units++
    // Days before the line's first row are none that it could have written.
    const days = known[unit]
    const first = Math.max(period.from, calls.day[from] as number, days?.from ?? -Infinity)
    const last = Math.min(period.to, days?.to ?? (calls.day[to - 1] as number))
    for (let day = first; day <= last; day++) monthsOf(result.months, months[day + REACH] as number).due++
  })
  return result
}

/** A share of tallies that two people may have counted: unknown where the part is larger than the whole. */
const part = (k: number, n: number): Estimate =>
  k > n ? { ...nothing('unknown'), numerator: k, denominator: n } : shareEstimate(k, n)

/** Shares of a line's calls in a period; `not_reported` where it wrote no day of it, `not_applicable` where nobody runs it. */
export function lineShares(
  context: QueryContext,
  filter: Filter,
  line: CallLineCode,
): Record<'answered' | 'prank' | 'emergency', Estimate> {
  const { rows, counts } = tally(context, line, filter)
  const run = operating(context, filter, [CALL_LINE_CHANNEL[line]])
  const absent = nothing(stateOf(run, 0) === 'not_applicable' ? 'not_applicable' : 'not_reported')
  const shareOf = (k: number, n: number) => (rows.length > 0 ? part(k, n) : absent)
  return {
    answered: shareOf(counts.answered, counts.offered),
    prank: shareOf(counts.prank, counts.answered),
    emergency: shareOf(counts.emergency, counts.answered),
  }
}

/** What one line's tallies and the cases of its channel tell. The filter's channels are not looked at here. */
export function callLine(context: QueryContext, filter: Filter, line: CallLineCode): CallLine {
  const channel = CALL_LINE_CHANNEL[line]
  const { rows, units, counts, months } = tally(context, line, filter)
  const run = operating(context, filter, [channel])
  const cases = rowsOf(context, filter, [channel])
  eachMonth(context, cases, (month) => monthsOf(months, month).cases++)
  const { offered, answered, abandoned, prank, emergency } = counts
  const before = lastYear(context, filter)
  const has = rows.length > 0
  const absent = nothing(stateOf(run, 0) === 'not_applicable' ? 'not_applicable' : 'not_reported')
  const sum = (what: keyof Month) => [...months.values()].reduce((total, month) => total + month[what], 0)
  return {
    line,
    channel,
    state: has ? 'reported' : run.units.length > 0 ? 'not_reported' : 'not_applicable',
    coverage: coverage(context, filter, [channel]),
    units_operating: run.units.length,
    units_reporting: units,
    days_due: sum('due'),
    days_reported: rows.length,
    funnel: has ? { offered, answered, abandoned, unaccounted: offered - answered - abandoned } : null,
    cases: cases.length,
    cases_by_subject: byCode(context, cases, 'subject'),
    answered: has ? part(answered, offered) : absent,
    answered_last_year: before && lineShares(context, before, line).answered,
    abandoned: has ? part(abandoned, offered) : absent,
    prank: has ? part(prank, answered) : absent,
    emergency: has ? part(emergency, answered) : absent,
    transferred_out: has ? counts.transferred_out : null,
    transferred_in: has ? counts.transferred_in : null,
    answer_time: answerTime(
      rows.map((i) => context.index.calls.median[i] as number),
      rows.map((i) => context.index.calls.answered[i] as number),
    ),
    answered_by_month: lineChart(context, filter, line, 'answered', 'offered'),
    months: [...months]
      .toSorted(([a], [b]) => a - b)
      .map(([month, { due, reported, offered: calls, answered: taken, cases: made }]) => ({
        month: monthText(month),
        days_due: due,
        days_reported: reported,
        offered: calls,
        answered: taken,
        cases: made,
      })),
  }
}

/** One tally as a share of another, month by month over all that is held. */
export function lineChart(
  context: QueryContext,
  filter: Filter,
  line: CallLineCode,
  numerator: CallCount,
  denominator: CallCount,
): ChannelChart {
  const { calls } = context.index
  const sums = new Map<number, { numerator: number; denominator: number }>()
  const { to: end } = periodOf(context, filter)
  eachLineUnit(context, line, filter, (_, from, to) => {
    for (let i = from; i < to; i++) {
      if ((calls.day[i] as number) > end) continue
      const month = monthTable()[(calls.day[i] as number) + REACH] as number
      const held = sums.get(month) ?? { numerator: 0, denominator: 0 }
      held.numerator += calls[numerator][i] as number
      held.denominator += calls[denominator][i] as number
      sums.set(month, held)
    }
  })
  const { desks } = operating(context, filter, [CALL_LINE_CHANNEL[line]])
  return monthChart(context, 'p', filter, desks, (month) => sums.get(month) ?? { numerator: 0, denominator: 0 })
}
