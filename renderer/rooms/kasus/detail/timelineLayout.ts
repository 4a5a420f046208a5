/** Where the marks, bands and labels of a timeline go at a given width. Pure; lengths in px. */
import { textWidth } from '../../../charts/layout'
import type { TimelineBand, TimelineMark, TimelineModel } from './timelineModel'

/** height of the track and of every lane */
export const TRACK = 14
const INSET = 14
/** room above a track for the words of its due date */
const ABOVE = 46
/** room above a track without a deadline, for a label that finds no place below */
const BARE = 26
/** the same for a lane, which has no marks above it */
const ABOVE_LANE = 30
const LINE = 16
const AIR = 10
/** an as-of that lies this share of the whole span after everything else is drawn behind a break */
const FAR = 0.4
/** width that what lies behind the break gets */
const BEHIND = 0.12

export interface Label {
  x: number
  anchor: 'start' | 'middle' | 'end'
}
export interface PlacedMark extends Label {
  mark: TimelineMark
  /** of the mark itself; `x` is the label's */
  at: number
  /** −1 = above the track, on one line; 0 = right below it; every further tier one label lower */
  tier: number
  /** base line of the label's first line */
  y: number
  /** the label's extent */
  left: number
  wide: number
  /** pieces of the line from the mark down to its label, top and bottom: it never runs through another label */
  leader: [number, number][]
}
export interface PlacedBand {
  band: TimelineBand
  y: number
  from: number
  due: number
  over: number | null
  met: number | null
  /** how far above the band the words of its due date stand */
  lift: number
  label: Label
}
export interface TimelineLayout {
  height: number
  /** where the scale is broken, in the middle of the track; null while time runs evenly */
  break: number | null
  /** top of the track */
  track: number
  from: number
  to: number
  marks: PlacedMark[]
  bands: PlacedBand[]
}

/** A label of `width` around `x`, kept inside 0 to `limit`. */
function labelAt(x: number, width: number, limit: number): Label & { left: number } {
  if (x - width / 2 < 0) return { x: Math.max(0, x - 7), anchor: 'start', left: Math.max(0, x - 7) }
  if (x + width / 2 > limit) return { x: Math.min(limit, x + 7), anchor: 'end', left: Math.min(limit, x + 7) - width }
  return { x, anchor: 'middle', left: x - width / 2 }
}

/** One line for a label above the track, where there is no room for two. */
export const oneLine = ({ label, day }: TimelineMark): string => `${label}, ${day}`

/**
 * Labels go below the track; one that would touch its neighbour goes above it, and where that is taken too, a tier
 * lower. In the order of time.
 */
function placeMarks(model: TimelineModel, width: number, at: (moment: number) => number, track: number): PlacedMark[] {
  // Tick and words of the due date stand above the track.
  const due = model.main && labelAt(at(model.main.due), textWidth(model.main.label, true) + AIR, width)
  let endAbove = 0
  const ends: number[] = []
  const placed = model.marks.map((mark): PlacedMark => {
    const wide = Math.max(textWidth(mark.label), textWidth(mark.day)) + AIR
    const below = labelAt(at(mark.at), wide, width)
    if ((ends[0] ?? 0) > below.left) {
      const long = textWidth(oneLine(mark)) + AIR
      const above = labelAt(at(mark.at), long, width)
      const free = endAbove <= above.left && (due === null || above.left + long < due.left)
      if (free) {
        endAbove = above.left + long
        return { mark, at: at(mark.at), x: above.x, anchor: above.anchor, tier: -1, y: track - 9, left: above.left, wide: long, leader: [] } // prettier-ignore
      }
    }
    const found = ends.findIndex((end) => end <= below.left)
    const tier = found === -1 ? ends.length : found
    ends[tier] = below.left + wide
    const y = track + TRACK + 20 + tier * LINE * 2
    return { mark, at: at(mark.at), x: below.x, anchor: below.anchor, tier, y, left: below.left, wide, leader: [] } // prettier-ignore
  })
  return placed.map((one) => ({ ...one, leader: leaderOf(one, placed, track + TRACK / 2) }))
}

/** Time in pixels; long after everything else only the as-of is left, which is drawn behind a break. */
function scaleOf(model: TimelineModel, width: number): { at: (moment: number) => number; broken: number | null } {
  const room = Math.max(1, width - 2 * INSET)
  const { from, to } = model
  const moments = [
    ...model.marks.flatMap(({ at, kind }) => (kind === 'asOf' ? [] : [at])),
    ...[model.main, ...model.others].flatMap((band) => (band ? [band.due] : [])),
  ]
  const last = Math.max(from, ...moments)
  const [span, near] = [Math.max(1, to - from), last - from]
  if (near <= 0 || to - last < span * FAR)
    return { at: (moment) => INSET + ((moment - from) / span) * room, broken: null }
  const [before, after] = [room * (1 - BEHIND), room * BEHIND]
  return {
    at: (moment) =>
      moment <= last
        ? INSET + ((moment - from) / near) * before
        : INSET + before + ((moment - last) / Math.max(1, to - last)) * after,
    broken: INSET + before + after / 2,
  }
}

/** The line from a mark to a label on a lower tier, interrupted where it would run through a label above that. */
function leaderOf(placed: PlacedMark, all: readonly PlacedMark[], middle: number): [number, number][] {
  if (placed.tier <= 0) return []
  const pieces: [number, number][] = []
  let top = middle + 8
  const crossed = all
    .filter(({ tier, left, wide }) => tier >= 0 && tier < placed.tier && left <= placed.at && placed.at <= left + wide)
    .toSorted((a, b) => a.y - b.y)
  for (const { y } of crossed) {
    if (y - LINE > top) pieces.push([top, y - LINE])
    top = y + LINE + 5
  }
  const bottom = placed.y - 12
  return bottom > top ? [...pieces, [top, bottom]] : pieces
}

export function timelineLayout(model: TimelineModel, width: number): TimelineLayout {
  const { at, broken } = scaleOf(model, width)
  const track = model.main ? ABOVE : BARE
  const marks = placeMarks(model, width, at, track)
  const tiers = 1 + Math.max(0, ...marks.map(({ tier }) => tier))
  const below = track + TRACK + 12 + tiers * LINE * 2
  const bands = [...(model.main ? [model.main] : []), ...model.others].map((band, order): PlacedBand => {
    const lane = order - (model.main ? 1 : 0)
    const { x, anchor } = labelAt(at(band.due), textWidth(band.label, true), width)
    return {
      band,
      y: lane < 0 ? track : below + lane * (ABOVE_LANE + TRACK + 6) + ABOVE_LANE,
      lift: lane < 0 ? 26 : 12,
      from: at(band.from),
      due: at(band.due),
      over: band.over === null ? null : at(band.over),
      // On the track itself the mark of the event stands already.
      met: lane < 0 || band.met === null ? null : at(band.met),
      label: { x, anchor },
    }
  })
  const lowest = Math.max(below, ...bands.map(({ y }) => y + TRACK + 10))
  return { height: lowest, break: broken, track, from: at(model.from), to: at(model.to), marks, bands }
}
