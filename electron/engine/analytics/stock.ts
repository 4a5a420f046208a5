/**
 * One pass over the cases of a selection, whenever they were received: open or overdue at the end of the period or at the
 * reporting unit's as_of, whichever comes first, and what moved through the stock.
 */
import { lowerBound } from '../columns/search'
import { cellsOf } from './cells'
import { ClosingBook } from './closings'
import type { QueryContext } from './context'
import { overdueSpans, type OverdueSpans } from './due'
import { eachUnit, firstFrom, knownBefore, periodMoments, type Selection } from './selection'
import { LONG, REFERRED, STATE, STATES, stateAtAsOf } from './stateAtAsOf'

/** `opening` … `left` tell of cases with no other movement than receipt and closing. `closed`: in the whole period. */
export type StockCounts = Record<
  'closed' | 'open' | 'over90' | 'overdue' | 'opening' | 'came' | 'left' | 'referredOpen',
  number
>
export const noStock = (): StockCounts => ({ closed: 0, open: 0, over90: 0, overdue: 0, opening: 0, came: 0, left: 0, referredOpen: 0 }) // prettier-ignore

/** Calls `visit` for each unit with its counts, one object used again; its closings are added to `closings`. */
export function eachStock(
  context: QueryContext,
  selection: Selection,
  closings: ClosingBook,
  visit: (unit: number, counts: Readonly<StockCounts>) => void,
): void {
  const { index, zones, asOf } = context
  const columns = columnsOf(context)
  const reporterOf = soleReporters(context)
  const counts = noStock()
  const { rows } = selection
  eachUnit(selection, (unit, start, end) => {
    const [first, after] = periodMoments(selection, zones[unit] as number)
    clear(counts)
    counts.closed = closings.add(unit, rows, start, end, first, after)
    const sole = reporterOf[unit] as number
    for (let from = start; from < end;) {
      const reporter = sole >= 0 ? sole : (index.reporter[rows === null ? from : (rows[from] as number)] as number)
      const to = sole >= 0 ? end : from + 1
      const seen = (asOf[reporter] as number) + 1
      const known = knownBefore(asOf[reporter] as number, after)
      if (known === seen) countAtAsOf(columns, rows, from, to, counts)
      else countAt(columns, rows, from, to, known, counts)
      countFlow(columns, rows, from, to, Math.min(first, known), known, counts)
      // In most periods what left the stock is what was closed in it.
      const isSame = sole >= 0 && first <= known && (known === after || closings.last(unit) < known)
      counts.left += isSame ? counts.closed : countLeft(columns, rows, from, to, Math.min(first, known), known)
      from = to
    }
    if (columns.spans.gaps.rows.length > 0) correctOverdue(context, columns, selection, unit, after, counts)
    visit(unit, counts)
  })
}

function clear(counts: StockCounts): void {
  counts.closed = counts.open = counts.over90 = counts.overdue = 0
  counts.opening = counts.came = counts.left = counts.referredOpen = 0
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
  status: Uint8Array
  cells: Uint16Array
  states: Uint8Array
  spans: OverdueSpans
  /** counts by state, used again */
  byState: Int32Array
}
const columnsOf = (context: QueryContext): Columns => {
  const { times, codes } = context.index.cases
  return {
    received: times.received_at,
    closedAt: times.closed_at,
    status: codes.status,
    cells: cellsOf(context),
    states: stateAtAsOf(context),
    spans: overdueSpans(context),
    byState: new Int32Array(STATES),
  }
}

function countAtAsOf(
  { states, byState }: Columns,
  rows: Uint32Array | null,
  from: number,
  to: number,
  counts: StockCounts,
): void {
  // prettier-ignore
  byState.fill(0)
  for (let i = from; i < to; i++) byState[states[rows === null ? i : (rows[i] as number)] as number]! += 1
  for (let state = 1; state < STATES; state++) {
    const count = byState[state] as number
    if (count === 0) continue
    if (state & STATE.open) counts.open += count
    if (state & STATE.over90) counts.over90 += count
    if (state & STATE.late) counts.overdue += count
    if (state & STATE.referred) counts.referredOpen += count
  }
}

/** An empty closing is the least number, so that one subtraction makes it the greatest: later than every moment. */
const isClosedLater = (closed: number, moment: number) => ((closed - 1) | 0) >= moment - 1

/** The same at a moment before as_of. Cases are in the order of receipt: the first ones had begun. */
function countAt(
  { received, closedAt, status, spans }: Columns,
  rows: Uint32Array | null,
  from: number,
  to: number,
  known: number,
  counts: StockCounts,
): void {
  // prettier-ignore
  const begun = firstFrom(received, rows, from, to, known)
  const { from: begins, to: ends } = spans
  const long = known - LONG
  let [open, over90, late, referred] = [0, 0, 0, 0]
  for (let i = from; i < begun; i++) {
    const row = rows === null ? i : (rows[i] as number)
    if ((begins[row] as number) <= known && (ends[row] as number) >= known) late++
    if (!isClosedLater(closedAt[row] as number, known)) continue
    open++
    if ((received[row] as number) <= long) over90++
    if (status[row] === REFERRED) referred++
  }
  counts.open += open
  counts.over90 += over90
  counts.overdue += late
  counts.referredOpen += referred
}

function countFlow(
  { received, closedAt }: Columns,
  rows: Uint32Array | null,
  from: number,
  to: number,
  opens: number,
  known: number,
  counts: StockCounts,
): void {
  // prettier-ignore
  const before = firstFrom(received, rows, from, to, opens)
  counts.came += firstFrom(received, rows, before, to, known) - before
  let opening = 0
  for (let i = from; i < before; i++) if (isClosedLater(closedAt[rows === null ? i : (rows[i] as number)] as number, opens)) opening++ // prettier-ignore
  counts.opening += opening
}

function countLeft(
  { closedAt }: Columns,
  rows: Uint32Array | null,
  from: number,
  to: number,
  opens: number,
  known: number,
): number {
  // prettier-ignore
  const span = known > opens ? (known - opens) >>> 0 : 0
  let left = 0
  for (let i = from; i < to; i++) if (((closedAt[rows === null ? i : (rows[i] as number)] as number) - opens) >>> 0 < span) left++ // prettier-ignore
  return left
}

/** Takes out the cases that were late before and after, and not at the moment asked about. */
function correctOverdue(
  { index, asOf }: QueryContext,
  { received, cells, spans: { gaps } }: Columns,
  { table }: Selection,
  unit: number,
  after: number,
  counts: StockCounts,
): void {
  // prettier-ignore
  const end = index.unitStart[unit + 1] as number
  let i = lowerBound(gaps.rows, index.unitStart[unit] as number)
  for (; i < gaps.rows.length; i++) {
    const row = gaps.rows[i] as number
    if (row >= end) return
    if (table !== null && table[cells[row] as number] === 0) continue
    const seen = asOf[index.reporter[row] as number] as number
    if (after > seen || (received[row] as number) >= after) continue // the state at as_of knows its gaps
    if ((gaps.from[i] as number) < after && after < (gaps.to[i] as number)) counts.overdue--
  }
}
