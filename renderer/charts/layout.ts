/** Where ticks and labels go. Pure; lengths in px, values in the chart's own unit. */

/** Round steps from `low` to `high` at about `count` intervals: 0, 20, 40 … Both ends are inside or on the range. */
export function niceTicks(low: number, high: number, count: number): number[] {
  const span = high - low
  if (!(span > 0)) return [low]
  const raw = span / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= raw * 0.999) ?? raw
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  // Multiplying keeps 0.3 from becoming 0.30000000000000004.
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)))
}

/** The end of a scale from zero that holds `most`, on a round tick. */
export function niceEnd(most: number, count: number): number {
  if (!(most > 0)) return 1
  const ticks = niceTicks(0, most * 2, count * 2)
  return ticks.find((tick) => tick >= most) ?? most
}

/** Quarter starts among months `YYYY-MM`: their positions, and a label with the year at the first and each January. */
export function quarterTicks(
  months: readonly string[],
  fits: number,
): { at: number; january: boolean; first: boolean }[] {
  const every = months.length <= 8 ? 1 : 3
  const found = months
    .map((month, at) => ({ at, month: Number(month.slice(5, 7)) }))
    .filter(({ month }) => (month - 1) % every === 0)
    .map(({ at, month }, order) => ({ at, january: month === 1, first: order === 0 }))
  const step = Math.ceil(found.length / Math.max(1, fits))
  return found.filter((_, order) => order % step === 0)
}

/** Moves positions apart to at least `gap`, keeping their order and the middle of each crowd, inside `low` to `high`. */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, at) => at).toSorted((a, b) => wanted[a]! - wanted[b]!)
  // Crowds of labels that stand gap by gap: `sum` is of the starts that their members would have liked.
  const crowds: { size: number; sum: number }[] = []
  const start = ({ size, sum }: { size: number; sum: number }) => sum / size
  for (const at of order) {
    crowds.push({ size: 1, sum: wanted[at]! })
    while (crowds.length > 1) {
      const [before, last] = [crowds.at(-2)!, crowds.at(-1)!]
      if (start(before) + before.size * gap <= start(last)) break
      crowds.splice(-2, 2, {
        size: before.size + last.size,
        sum: before.sum + last.sum - last.size * before.size * gap,
      })
    }
  }
  const placed = crowds.flatMap((crowd) => Array.from({ length: crowd.size }, (_, rank) => start(crowd) + rank * gap))
  const over = Math.max(0, (placed.at(-1) ?? 0) - high)
  const under = Math.max(0, low - ((placed[0] ?? 0) - over))
  const result = Array.from<number>({ length: wanted.length })
  order.forEach((at, rank) => (result[at] = placed[rank]! - over + under))
  return result
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}
export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** About the width of a text at 12.5 px in the bundled typeface, without asking the page; errs to the wide side. */
export const textWidth = (text: string, bold = false): number => text.length * (bold ? 6.6 : 6.2)

/** The text, or its beginning with an ellipsis where it would be wider than `room` px at `size` px of type. */
export function fitting(text: string, room: number, size = 12.5): string {
  const width = (part: string) => (textWidth(part) * size) / 12.5
  if (width(text) <= room) return text
  let end = text.length - 1
  while (end > 1 && width(`${text.slice(0, end)}…`) > room) end--
  return `${text.slice(0, end).trimEnd()}…`
}

export interface Placed {
  x: number
  y: number
  anchor: 'start' | 'end'
}

/**
 * Places labels beside their points without covering each other or the marks: right, left, above or below, in that
 * order. A label without room is left out; its full text stays in the table.
 */
export function placeLabels(
  points: readonly { x: number; y: number; text: string; bold: boolean }[],
  marks: readonly { x: number; y: number }[],
  area: Box,
): (Placed | null)[] {
  const taken: Box[] = marks.map(({ x, y }) => ({ x: x - 3.5, y: y - 3.5, width: 7, height: 7 }))
  return points.map(({ x, y, text, bold }) => {
    const width = textWidth(text, bold)
    const tries: { placed: Placed; box: Box }[] = [0, -13, 13, -20, 20].flatMap((lift) => {
      const at = (anchor: 'start' | 'end', from: number) => ({
        placed: { x: anchor === 'start' ? from : from + width, y: y + 4 + lift, anchor },
        box: { x: from, y: y - 7 + lift, width, height: 14 },
      })
      return [at('start', x + 10), at('end', x - 10 - width)]
    })
    const inside = ({ box }: { box: Box }) =>
      box.x >= area.x &&
      box.x + box.width <= area.x + area.width &&
      box.y >= area.y &&
      box.y + box.height <= area.y + area.height
    const own = (mark: Box) => Math.abs(mark.x + 3.5 - x) < 0.5 && Math.abs(mark.y + 3.5 - y) < 0.5
    const found = tries.find((each) => inside(each) && taken.every((box) => own(box) || !overlaps(box, each.box)))
    if (!found) return null
    taken.push(found.box)
    return found.placed
  })
}

/**
 * Where the baseline of the last point's label stands, clear of the line that it is written over: above the highest of
 * what lies under it, or below the lowest where that is nearer and there is room.
 * @param points of the line, from left to right; @param right where the label ends; @param floor the axis
 */
export function labelBaseline(
  points: readonly { x: number; y: number }[],
  { right, width, floor }: { right: number; width: number; floor: number },
): number {
  const last = points.at(-1)
  if (!last) return 0
  const left = right - width - 6
  const before = points.findLast(({ x }) => x <= left)
  const under = points.filter(({ x }) => x > left)
  const [after] = under
  // The line enters the label's room between two points.
  const entry =
    before && after ? before.y + ((after.y - before.y) * (left - before.x)) / (after.x - before.x || 1) : last.y
  const heights = [entry, ...under.map(({ y }) => y)]
  const [above, below] = [Math.min(...heights) - 10, Math.max(...heights) + 19]
  return below < floor - 3 && below - last.y <= last.y - above + 6 ? below : above
}
