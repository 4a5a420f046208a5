/** Where tiles of equal size stand, and what they are called. Pure; lengths in px. */
import type { MapUnit } from '../../../shared/contract/results/overview'
import { placeName } from '../../../shared/sentences/words'
import { fitting } from '../layout'
import { COLUMNS, haveTiles, ROWS, TILES } from './tiles'

/** The unit that a unit belongs to. */
export type GroupOf = (unit: string) => { code: string; name: string }

export interface TilePlace {
  unit: MapUnit
  /** its name as it fits; empty on the smallest */
  short: string
  x: number
  y: number
}
export interface TileLayout {
  width: number
  height: number
  /** size of every tile */
  tile: { width: number; height: number }
  tiles: TilePlace[]
  labels: { text: string; x: number; y: number }[]
}

const GAP = 2
const MOST = 40
const LEAST = 33

/** The Polda at their places, in reading order, so that the arrows walk them as one reads. */
function atPlaces(units: readonly MapUnit[], width: number): TileLayout {
  const side = Math.min(MOST, Math.max(LEAST, Math.floor(width / COLUMNS) - GAP))
  const step = side + GAP
  const tiles = units
    .flatMap((unit) => {
      const tile = TILES[unit.unit]
      return tile ? [{ unit, short: tile.short, x: tile.at[0] * step, y: tile.at[1] * step }] : []
    })
    .toSorted((a, b) => a.y - b.y || a.x - b.x)
  return {
    width: Math.max(width, COLUMNS * step),
    height: ROWS * step,
    tile: { width: side, height: side },
    tiles,
    labels: [],
  }
}

const CARD = { least: 82, height: 36, gap: 3 }

/** Short names, whole where a Polrestabes and a Polres share one. */
function namesOf(units: readonly { name: string }[]): (name: string) => string {
  const count = new Map<string, number>()
  for (const name of new Set(units.map((unit) => unit.name)))
    count.set(placeName(name), (count.get(placeName(name)) ?? 0) + 1)
  return (name) => ((count.get(placeName(name)) ?? 0) > 1 ? name : placeName(name))
}

/** Some dozen units in the order given, each with its name. */
function asCards(units: readonly MapUnit[], width: number): TileLayout {
  const columns = Math.max(1, Math.floor((width + CARD.gap) / (CARD.least + CARD.gap)))
  const wide = Math.floor((width - (columns - 1) * CARD.gap) / columns)
  const nameOf = namesOf(units)
  const tiles = units.map((unit, at) => ({
    unit,
    short: fitting(nameOf(unit.name), wide - 8, 11),
    x: (at % columns) * (wide + CARD.gap),
    y: Math.floor(at / columns) * (CARD.height + CARD.gap),
  }))
  const rows = Math.ceil(units.length / columns)
  return {
    width,
    height: rows * (CARD.height + CARD.gap),
    tile: { width: wide, height: CARD.height },
    tiles,
    labels: [],
  }
}

const SQUARE = { side: 14, step: 16, label: 104, between: 20, least: 320 }

/** Hundreds of units as squares, a line for each unit that they belong to, in columns of about equal length. */
function inGroups(units: readonly MapUnit[], width: number, groupOf: GroupOf): TileLayout {
  const groups = new Map<string, { name: string; code: string; members: MapUnit[] }>()
  for (const unit of units) {
    const group = groupOf(unit.unit)
    const known = groups.get(group.code)
    if (known) known.members.push(unit)
    else groups.set(group.code, { ...group, members: [unit] })
  }
  const nameOf = namesOf([...groups.values()])
  const columns = Math.max(1, Math.floor((width + SQUARE.between) / (SQUARE.least + SQUARE.between)))
  const column = (width - (columns - 1) * SQUARE.between) / columns
  const perLine = Math.max(1, Math.floor((column - SQUARE.label) / SQUARE.step))
  const linesOf = (members: readonly MapUnit[]) => Math.ceil(members.length / perLine)
  const lines = [...groups.values()].reduce((sum, { members }) => sum + linesOf(members), 0)
  const target = Math.ceil(lines / columns)
  const layout: TileLayout = {
    width,
    height: 0,
    tile: { width: SQUARE.side, height: SQUARE.side },
    tiles: [],
    labels: [],
  }
  let [at, line] = [0, 0]
  for (const { name, code, members } of groups.values()) {
    // A group goes into the next column when less than half of it would fit.
    if (at < columns - 1 && line > 0 && line + linesOf(members) / 2 > target) [at, line] = [at + 1, 0]
    const left = at * (column + SQUARE.between)
    const whole = nameOf(name)
    const fits = fitting(whole, SQUARE.label - 6)
    const text = fits === whole ? whole : (TILES[code]?.short ?? fits)
    layout.labels.push({ text, x: left, y: line * SQUARE.step + 11 })
    members.forEach((unit, rank) =>
      layout.tiles.push({
        unit,
        short: '',
        x: left + SQUARE.label + (rank % perLine) * SQUARE.step,
        y: (line + Math.floor(rank / perLine)) * SQUARE.step,
      }),
    )
    line += linesOf(members)
    layout.height = Math.max(layout.height, line * SQUARE.step)
  }
  return layout
}

/** More units than this are squares without names. */
const MOST_CARDS = 60

/** @param groupOf the unit that a unit is drawn under, when there are hundreds */
export function layoutTiles(units: readonly MapUnit[], width: number, groupOf: GroupOf): TileLayout {
  if (haveTiles(units)) return atPlaces(units, width)
  return units.length <= MOST_CARDS ? asCards(units, width) : inGroups(units, width, groupOf)
}
