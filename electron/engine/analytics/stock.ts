/**
 * One pass over the cases of a selection, whenever they were received: open or overdue at the end of the period or at the
 * reporting unit's as_of, whichever comes first, and what moved through the stock.
 */
import { dayAt } from '../../../shared/domain/time'
import { caseKeys, type CaseKeys } from './caseKeys'
import { closedBefore, closingOrder, type ClosingOrder } from './closingOrder'
import type { ClosingBook } from './closings'
import type { QueryContext } from './context'
import { dayPlace, overdue, type Overdue } from './overdue'
import { eachUnit, firstFrom, knownBefore, periodMoments, type Selection } from './selection'
import type { SettledBook } from './settled'
import { LONG, REFERRED, STATE } from './stateAtAsOf'
import { clearStock, noStock, type StockCounts } from './stockCounts'

/**
 * Calls `visit` for each unit with its counts, one object used again; its closings are added to `closings`. Units that are
 * settled are put into `settled` instead, where there is one.
 */
export function eachStock(
  context: QueryContext,
  selection: Selection,
  closings: ClosingBook,
  visit: (unit: number, counts: Readonly<StockCounts>) => void,
  settled?: SettledBook,
): void {
  const { index, zones, asOf } = context
  const columns = columnsOf(context, selection)
  const reporterOf = soleReporters(context)
  const counts = noStock()
  const order = closingOrder(context)
  const { rows } = selection
  let [zone, first, after] = [NaN, 0, 0]
  eachUnit(selection, (unit, start, end, a, b) => {
    if (zones[unit] !== zone) {
      zone = zones[unit] as number
      ;[first, after] = periodMoments(selection, zone)
    }
    const sole = reporterOf[unit] as number
    if (settled !== undefined && sole >= 0 && settled.has(unit, first, after, (asOf[sole] as number) + 1)) {
      settled.add(start, end)
      return
    }
    clearStock(counts)
    counts.closed = closings.add(unit, rows, start, end, first, after)
    const isOrderly = sole >= 0 && rows === null && order.isTurned[unit] === 0
    for (let from = start; from < end;) {
      const reporter = sole >= 0 ? sole : (index.reporter[rows === null ? from : (rows[from] as number)] as number)
      const to = sole >= 0 ? end : from + 1
      const seen = (asOf[reporter] as number) + 1
      const known = knownBefore(asOf[reporter] as number, after)
      const opens = Math.min(first, known)
      const before = sole >= 0 && opens === first ? a : firstFrom(columns.received, rows, from, to, opens)
      const begun = sole >= 0 && known === after ? b : firstFrom(columns.received, rows, before, to, known)
      counts.came += begun - before
      if (known === seen) countAtAsOf(columns, rows, from, to, counts)
      else countAt(columns, rows, unit, zone, from, begun, known, counts)
      if (isOrderly) countOrderly(order, unit, before - from, opens, known, counts)
      else countMoves(columns, rows, from, before, to, opens, known, counts)
      from = to
    }
    if (columns.gaps[unit] !== columns.gaps[unit + 1]) correctOverdue(context, columns, unit, after, counts)
    visit(unit, counts)
  })
}

/** The only reporting unit of each unit's cases; -1 where there are several. */
const soleReporters = (context: QueryContext): Int32Array =>
  context.once('sole reporters', () => {
    const { reporter, unitStart, units } = context.index
    return Int32Array.from(units, (_, unit) => {
      const [start, end] = [unitStart[unit] as number, unitStart[unit + 1] as number]
      const first = reporter[start] as number
      for (let row = start; row < end; row++) if (reporter[row] !== first) return -1
      return start < end ? first : -1
    })
  })

interface Columns {
  received: Int32Array
  closedAt: Int32Array
  keys: CaseKeys['keys']
  overdue: Overdue
  /** where the gaps of each unit's spans begin */
  gaps: Uint32Array
  /** rows whose status is referred, and where those of each unit begin; few */
  referred: { rows: Uint32Array; starts: Uint32Array }
  passes: Selection['passes']
}
const columnsOf = (context: QueryContext, { passes }: Selection): Columns => {
  const { times } = context.index.cases
  return {
    received: times.received_at,
    closedAt: times.closed_at,
    keys: caseKeys(context).keys,
    overdue: overdue(context),
    gaps: context.once('gaps by unit', () => startsOf(context.index.unitStart, overdue(context).gaps.rows)),
    referred: referredRows(context),
    passes,
  }
}

const referredRows = (context: QueryContext): Columns['referred'] =>
  context.once('referred rows', () => {
    const { status } = context.index.cases.codes
    const rows: number[] = []
    for (let row = status.indexOf(REFERRED); row >= 0; row = status.indexOf(REFERRED, row + 1)) rows.push(row)
    return { rows: Uint32Array.from(rows), starts: startsOf(context.index.unitStart, rows) }
  })

/** Where each unit begins in a rising list of rows. */
function startsOf(unitStart: Uint32Array, rows: ArrayLike<number>): Uint32Array {
  let at = 0
  return unitStart.map((start) => {
    while (at < rows.length && (rows[at] as number) < start) at++
    return at
  })
}

/** The bits of the states (see `stateAtAsOf`) summed one by one: units are too small for a table of counts to pay. */
function countAtAsOf({ keys }: Columns, rows: Uint32Array | null, from: number, to: number, counts: StockCounts): void {
  // prettier-ignore
  let [open, over90, late, referred] = [0, 0, 0, 0]
  for (let i = from; i < to; i++) {
    const key = keys[rows === null ? i : (rows[i] as number)] as number
    open += key & STATE.open
    over90 += key & STATE.over90
    late += key & STATE.late
    referred += key & STATE.referred
  }
  counts.open += open / STATE.open
  counts.over90 += over90 / STATE.over90
  counts.overdue += late / STATE.late
  counts.referredOpen += referred / STATE.referred
}

/**
 * 1 for a case that is not closed before a moment. An empty closing is the least number, so that one subtraction makes it
 * the greatest: later than every moment.
 */
const closedLater = (closed: number, moment: number) => +(((closed - 1) | 0) >= moment - 1)

/** The same at the end of a period that lies before as_of, the begin of a day. Cases are in the order of receipt: the first ones had begun, the very first long ago. */
function countAt(
  { received, closedAt, referred, passes, overdue: late }: Columns,
  rows: Uint32Array | null,
  unit: number,
  zone: number,
  from: number,
  begun: number,
  known: number,
  counts: StockCounts,
): void {
  // prettier-ignore
  if (begun <= from) return
  const old = firstFrom(received, rows, from, begun, known - LONG + 1)
  const over90 = openAmong(closedAt, rows, from, old, known)
  counts.over90 += over90
  counts.open += over90 + openAmong(closedAt, rows, old, begun, known)
  counts.overdue += lateAmong(late, rows, from, begun, dayPlace(dayAt(known, zone)))
  const [first, last] = rows === null ? [from, begun - 1] : [rows[from] as number, rows[begun - 1] as number]
  for (let i = referred.starts[unit] as number; i < (referred.starts[unit + 1] as number); i++) {
    const row = referred.rows[i] as number
    if (row < first || row > last || (passes !== null && !passes(row))) continue
    counts.referredOpen += closedLater(closedAt[row] as number, known)
  }
}

function openAmong(closedAt: Int32Array, rows: Uint32Array | null, from: number, to: number, moment: number): number {
  let open = 0
  if (rows === null) for (let i = from; i < to; i++) open += closedLater(closedAt[i] as number, moment)
  else for (let i = from; i < to; i++) open += closedLater(closedAt[rows[i] as number] as number, moment)
  return open
}

/** `day`: the place of the day at whose begin it is asked (see `overdue`). */
function lateAmong({ first, days }: Overdue, rows: Uint32Array | null, from: number, to: number, day: number): number {
  // prettier-ignore
  let late = 0
  if (rows === null)
    for (let i = from; i < to; i++) late += +((day - (first[i] as number)) >>> 0 <= (days[i] as number)) // prettier-ignore
  else {
    for (let i = from; i < to; i++) {
      const row = rows[i] as number
      late += +((day - (first[row] as number)) >>> 0 <= (days[row] as number))
    }
  }
  return late
}

/** What was there before and what left, case by case; `before`: the first place received in the period. */
function countMoves(
  { closedAt }: Columns,
  rows: Uint32Array | null,
  from: number,
  before: number,
  to: number,
  opens: number,
  known: number,
  counts: StockCounts,
): void {
  // prettier-ignore
  counts.opening += openAmong(closedAt, rows, from, before, opens)
  const span = known > opens ? (known - opens) >>> 0 : 0
  let left = 0
  for (let i = from; i < to; i++) left += +(((closedAt[rows === null ? i : (rows[i] as number)] as number) - opens) >>> 0 < span) // prettier-ignore
  counts.left += left
}

/** The same where every closing follows its receipt: of those received before a moment, all closed before it are closed. */
function countOrderly(
  order: ClosingOrder,
  unit: number,
  received: number,
  opens: number,
  known: number,
  counts: StockCounts,
): void {
  // prettier-ignore
  const gone = closedBefore(order, unit, opens)
  counts.opening += received - (gone - (order.starts[unit] as number))
  counts.left += closedBefore(order, unit, known) - gone
}

/** Takes out the cases that were late before and after, and not at the moment asked about. */
function correctOverdue(
  { index, asOf }: QueryContext,
  { received, passes, overdue: { gaps }, gaps: starts }: Columns,
  unit: number,
  after: number,
  counts: StockCounts,
): void {
  // prettier-ignore
  for (let i = starts[unit] as number; i < (starts[unit + 1] as number); i++) {
    const row = gaps.rows[i] as number
    if (passes !== null && !passes(row)) continue
    const seen = asOf[index.reporter[row] as number] as number
    if (after > seen || (received[row] as number) >= after) continue // the state at as_of knows its gaps
    if ((gaps.from[i] as number) < after && after < (gaps.to[i] as number)) counts.overdue--
  }
}
