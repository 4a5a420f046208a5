import { expect, test } from 'vitest'
import {
  labelBaseline,
  niceEnd,
  niceTicks,
  overlaps,
  placeLabels,
  quarterTicks,
  spread,
  textWidth,
} from '../../../../renderer/charts/layout'

test('ticks are round and inside the range', () => {
  expect(niceTicks(0, 60, 6)).toEqual([0, 10, 20, 30, 40, 50, 60])
  expect(niceTicks(0, 1, 4)).toEqual([0, 0.25, 0.5, 0.75, 1])
  expect(niceTicks(0.3, 0.9, 3)).toEqual([0.4, 0.6, 0.8])
  expect(niceTicks(5, 5, 4)).toEqual([5])
  expect(niceEnd(0, 5)).toBe(1)
  for (const most of [3, 17, 46, 260, 1999]) expect(niceEnd(most, 6)).toBeGreaterThanOrEqual(most)
})

test('quarter starts are marked, January and the first carry the year', () => {
  const months = Array.from(
    { length: 24 },
    (_, at) => `${2024 + Math.floor((at + 3) / 12)}-${String(((at + 3) % 12) + 1).padStart(2, '0')}`,
  )
  const ticks = quarterTicks(months, 8)
  expect(ticks.map(({ at }) => months[at])).toEqual([
    '2024-04',
    '2024-07',
    '2024-10',
    '2025-01',
    '2025-04',
    '2025-07',
    '2025-10',
    '2026-01',
  ])
  expect(ticks.filter(({ january }) => january)).toHaveLength(2)
  expect(quarterTicks(months, 4)).toHaveLength(4)
  expect(quarterTicks(months.slice(0, 5), 9)).toHaveLength(5)
})

test('labels that would collide are moved apart and stay inside', () => {
  const placed = spread([100, 102, 104], 28, 0, 236)
  expect(placed).toEqual([74, 102, 130])
  expect(spread([20, 100, 104], 28, 0, 236)).toEqual([20, 88, 116])
  expect(spread([10, 100, 200], 28, 0, 236)).toEqual([10, 100, 200])
  expect(Math.max(...spread([230, 234], 28, 0, 236))).toBeLessThanOrEqual(236)
  expect(spread([90, 10], 28, 0, 200)).toEqual([90, 10])
})

test('no two placed labels overlap, and none leaves the area', () => {
  const points = Array.from({ length: 12 }, (_, at) => ({
    x: 80 + (at % 4) * 40,
    y: 60 + Math.floor(at / 4) * 12,
    text: `Polres ${at}, 3 dari 9`,
    bold: false,
  }))
  const area = { x: 0, y: 0, width: 400, height: 160 }
  const placed = placeLabels(points, points, area)
  const boxes = placed.flatMap((place, at) => {
    if (!place) return []
    const width = textWidth(points[at]!.text)
    return [{ x: place.anchor === 'start' ? place.x : place.x - width, y: place.y - 11, width, height: 14 }]
  })
  expect(boxes.length).toBeGreaterThan(2)
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(overlaps(a, b)).toBe(false)))
  for (const box of boxes) expect(box.x >= 0 && box.x + box.width <= 400 && box.y >= 0 && box.y + 14 <= 160).toBe(true)
})

test('the last value is written clear of the line: above a rise, below a steep fall, above where there is no room', () => {
  const place = { right: 100, width: 34, floor: 200 }
  // flat: just above
  expect(labelBaseline([{ x: 0, y: 100 }, { x: 50, y: 100 }, { x: 100, y: 100 }], place)).toBe(90) // prettier-ignore
  // a steep fall to the last point crosses the room above it, so it stands below
  expect(labelBaseline([{ x: 0, y: 10 }, { x: 50, y: 10 }, { x: 100, y: 110 }], place)).toBe(129) // prettier-ignore
  // the same fall down to the axis: above the line, where it enters the label's room between two points
  const above = labelBaseline([{ x: 0, y: 10 }, { x: 50, y: 10 }, { x: 100, y: 199 }], place) // prettier-ignore
  expect(above).toBeCloseTo(10 + (189 * 10) / 50 - 10, 9)
  expect(labelBaseline([], place)).toBe(0)
})
