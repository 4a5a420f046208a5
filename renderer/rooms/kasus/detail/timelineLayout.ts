/** Where the marks, bands and labels of a timeline go at a given width. Pure; lengths in px. */
import { textWidth } from '../../../charts/layout'
import type { TimelineBand, TimelineMark, TimelineModel } from './timelineModel'

/** height of the track and of every lane */
export const TRACK = 14
const INSET = 14
/** room above a track for the words of its due date */
const ABOVE = 42
const LINE = 16
const AIR = 10

export interface Label {
  x: number
  anchor: 'start' | 'middle' | 'end'
}
export interface PlacedMark extends Label {
  mark: TimelineMark
  /** of the mark itself; `x` is the label's */
  at: number
  /** 0 = next to the track; every further tier one label lower */
  tier: number
  /** base line of the label's first line */
  y: number
}
export interface PlacedBand {
  band: TimelineBand
  y: number
  from: number
  due: number
  over: number | null
  label: Label
}
export interface TimelineLayout {
  height: number
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

/** Labels go on as few tiers as possible without touching each other, in the order of time. */
function placeMarks(model: TimelineModel, width: number, at: (moment: number) => number, top: number): PlacedMark[] {
  const ends: number[] = []
  return model.marks.map((mark) => {
    const wide = Math.max(textWidth(mark.label), textWidth(mark.day)) + AIR
    const { x, anchor, left } = labelAt(at(mark.at), wide, width)
    const free = ends.findIndex((end) => end <= left)
    const tier = free === -1 ? ends.length : free
    ends[tier] = left + wide
    return { mark, at: at(mark.at), x, anchor, tier, y: top + tier * LINE * 2 }
  })
}

export function timelineLayout(model: TimelineModel, width: number): TimelineLayout {
  const span = Math.max(1, model.to - model.from)
  const at = (moment: number) => INSET + ((moment - model.from) / span) * Math.max(1, width - 2 * INSET)
  const track = model.main ? ABOVE : TRACK
  const marks = placeMarks(model, width, at, track + TRACK + 20)
  const tiers = 1 + Math.max(0, ...marks.map(({ tier }) => tier))
  const below = track + TRACK + 12 + tiers * LINE * 2
  const bands = [...(model.main ? [model.main] : []), ...model.others].map((band, order): PlacedBand => {
    const lane = order - (model.main ? 1 : 0)
    const { x, anchor } = labelAt(at(band.due), textWidth(band.label, true), width)
    return {
      band,
      y: lane < 0 ? track : below + lane * (ABOVE + TRACK) + ABOVE,
      from: at(band.from),
      due: at(band.due),
      over: band.over === null ? null : at(band.over),
      label: { x, anchor },
    }
  })
  const lowest = Math.max(below, ...bands.map(({ y }) => y + TRACK + 10))
  return { height: lowest, track, from: at(model.from), to: at(model.to), marks, bands }
}
