/** Where a period begins and ends among each unit's cases: as a walk over all of them finds it. */
import { expect, test } from 'vitest'
import { placesAround, receipts, receiptSlots } from '../../../electron/engine/analytics/receipts'
import { select } from '../../../electron/engine/analytics/selection'
import { cut, dayStart, dayText } from '../../../shared/domain/time'
import { caseOn, smallNation } from '../../helpers/smallNation'

const day = (n: number) => dayText(9000 + n)
// one unit with a case a day and one on many days, one with three, one with none, one in another zone
const context = smallNation([
  { code: 'POLRES-33.01', cases: Array.from({ length: 400 }, (_, n) => caseOn(day((n * 7) % 300))) },
  { code: 'POLRES-33.02', cases: [caseOn(day(0)), caseOn(day(150)), caseOn(day(299))] },
  { code: 'POLRES-33.03' },
  { code: 'POLRES-91.01', cases: Array.from({ length: 90 }, (_, n) => caseOn(day(3 * n))) },
])
const { unitStart, cases, units } = context.index
const received = cases.times.received_at

/** By looking at every case. */
function placeOf(unit: number, moment: number): number {
  let place = unitStart[unit] as number
  while (place < (unitStart[unit + 1] as number) && (received[place] as number) < moment) place++
  return place
}

test('every place lies between those that its slot is given, also at the very edges of slots', () => {
  const { first, width } = receiptSlots(context)
  const edges = Array.from({ length: 66 }, (_, n) => first + n * width)
  const moments = [first - 5, ...edges.flatMap((edge) => [edge - 1, edge, edge + 1])]
  for (const moment of moments) {
    const { from, to } = placesAround(context, moment)
    for (const unit of units.keys()) {
      if (unitStart[unit] === unitStart[unit + 1] || (receipts(context).last[unit] as number) < moment) continue
      const place = placeOf(unit, moment)
      expect([from[unit], place, to[unit]]).toEqual([from[unit], place, to[unit]].toSorted((a, b) => a! - b!))
    }
  }
})

test('a period holds the cases that a walk finds, for every first and last day', () => {
  for (let n = -2; n < 303; n++) {
    const { base, firsts, afters } = select(context, { from: day(n), to: day(n + 20) })
    for (const unit of units.keys()) {
      const start = (days: number) => placeOf(unit, cut(dayStart(9000 + days, context.zones[unit] as number)))
      expect(firsts?.[unit - base] ?? unitStart[unit], `from ${n}`).toBe(start(n))
      expect(afters?.[unit - base] ?? unitStart[unit + 1], `to ${n}`).toBe(start(n + 21))
    }
  }
})
