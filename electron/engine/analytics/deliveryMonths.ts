/** What the reporters owed and delivered of each month, summed month by month, so that a period's whole months are two rows. */
import { monthOf } from '../../../shared/domain/time'
import type { QueryContext } from './context'
import { daysOf, held } from './delivery'
import { expectedOn, reporters } from './reporters'
import { spans, type Span } from './spans'

/** One entry for each of `reporters`: how many months were expected, how many of them came, and 1 where the last one did. */
export type DeliverySums<A extends Uint16Array | Int32Array> = Record<'expected' | 'delivered' | 'reported', A> // prettier-ignore

/** Row r tells of the months `first` … `first + r - 1`; a row has one entry for each of `reporters`. */
export interface DeliveryMonths extends Readonly<DeliverySums<Uint16Array>> {
  /** months since January 2000 that anything held tells of; `last` < `first` without any */
  readonly first: number
  readonly last: number
}

export const deliveryMonths = (context: QueryContext): DeliveryMonths =>
  context.once('delivery by month', () => {
    const span = held(context)
    const [first, last] = span === null ? [0, -1] : [monthOf(span.from), monthOf(span.to)]
    const size = reporters(context).nodes.length
    const rows = (last - first + 2) * size
    const sums = { expected: new Uint16Array(rows), delivered: new Uint16Array(rows), reported: new Uint16Array(rows) }
    for (let month = first; month <= last; month++) {
      const row = (month - first + 1) * size
      for (const sum of Object.values(sums)) sum.copyWithin(row, row - size, row)
      addMonth(context, month, daysOf(context, month), {
        expected: sums.expected.subarray(row, row + size),
        delivered: sums.delivered.subarray(row, row + size),
        reported: sums.reported.subarray(row, row + size),
      })
    }
    return { first, last, ...sums }
  })

/** Adds a month of which some days are asked about to sums over months. */
export function addMonth(
  context: QueryContext,
  month: number,
  days: Span,
  { expected, delivered, reported }: DeliverySums<Uint16Array | Int32Array>,
): void {
  const due = expectedOn(context, month)
  const came = deliveredOn(context, days)
  for (let i = 0; i < due.length; i++) {
    if (due[i] === 0) continue
    expected[i]! += 1
    delivered[i]! += came[i] as number
    reported[i] = came[i] as number
  }
}

/** 1 for each of the reporters that delivered all these days. */
function deliveredOn(context: QueryContext, { from, to }: Span): Uint8Array {
  const { of, first, last } = deliveredSpans(context)
  const marks = new Uint8Array(reporters(context).nodes.length)
  if (from > to) return marks
  for (let i = 0; i < of.length; i++) {
    if ((first[i] as number) <= from && to <= (last[i] as number)) marks[of[i] as number] = 1
  }
  return marks
}

/** What the reporters delivered, span by span: whose it is, its first and its last day. */
const deliveredSpans = (context: QueryContext): { of: Uint32Array; first: Float64Array; last: Float64Array } =>
  context.once('delivered spans', () => {
    const all = reporters(context).nodes.flatMap(({ code }, of) => (spans(context).get(code) ?? []).map((span) => ({ of, ...span }))) // prettier-ignore
    return {
      of: Uint32Array.from(all, ({ of }) => of),
      first: Float64Array.from(all, ({ from }) => from),
      last: Float64Array.from(all, ({ to }) => to),
    }
  })
