/** When each unit received its cases: first, last, and where in its order of receipt short spans of time begin. */
import { OPEN_END } from '../../../shared/domain/time'
import type { QueryContext } from './context'

/** First and last receipt of each unit. */
export const receipts = (context: QueryContext): Record<'first' | 'last', Int32Array> =>
  context.once('receipts', () => {
    const { units, unitStart, cases } = context.index
    const at = (row: number, unit: number) => ((unitStart[unit] as number) < (unitStart[unit + 1] as number) ? (cases.times.received_at[row] as number) : OPEN_END) // prettier-ignore
    return {
      first: Int32Array.from(units, (_, unit) => at(unitStart[unit] as number, unit)),
      last: Int32Array.from(units, (_, unit) => at((unitStart[unit + 1] as number) - 1, unit)),
    }
  })

/** Spans that the time from the first to the last receipt is divided into: of two years each takes eleven days. */
const SLOTS = 64

interface ReceiptSlots {
  /** of all receipts */
  first: number
  /** of a slot, in the unit of the receipts */
  width: number
  /** slot by slot, for each unit its first place received in that slot or later; one slot more than there are */
  places: readonly Uint32Array[]
}

export const receiptSlots = (context: QueryContext): ReceiptSlots =>
  context.once('slots of receipt', () => {
    const { units, unitStart, cases } = context.index
    const received = cases.times.received_at
    const spans = receipts(context)
    let [first, last] = [Infinity, -Infinity]
    for (let unit = 0; unit < units.length; unit++) {
      if (unitStart[unit] === unitStart[unit + 1]) continue
      first = Math.min(first, spans.first[unit] as number)
      last = Math.max(last, spans.last[unit] as number)
    }
    const width = Math.max(1, Math.ceil((last - first + 1) / SLOTS))
    const places = Array.from({ length: SLOTS + 1 }, () => new Uint32Array(units.length))
    for (let unit = 0; unit < units.length; unit++) {
      const end = unitStart[unit + 1] as number
      let row = unitStart[unit] as number
      places.forEach((slot, at) => {
        const begin = first + at * width
        while (row < end && (received[row] as number) < begin) row++
        slot[unit] = at === SLOTS ? end : row
      })
    }
    return { first, width, places }
  })

/** Between which places of a unit the first one received at a moment or later lies: arrays by unit. */
export function placesAround(context: QueryContext, moment: number): { from: Uint32Array; to: Uint32Array } {
  const { first, width, places } = receiptSlots(context)
  const slot = Math.min(SLOTS - 1, Math.max(0, Math.floor((moment - first) / width)))
  return { from: places[slot] as Uint32Array, to: places[slot + 1] as Uint32Array }
}
