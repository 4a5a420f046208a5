/**
 * Blocks of known height into pages of known height. Chromium before 131 has no margin boxes, and its own header and
 * footer use a system typeface; so the pages are made here, and the preview on screen shows the very same ones. px.
 */
export interface Item {
  key: string
  height: number
  /** stays on the page of the block after it, or of that block's first rows */
  withNext?: boolean
  newPage?: boolean
  /** a table may be cut between rows; caption and head are repeated */
  table?: { head: number; rows: readonly number[] }
}
/** `rows`: from (included) to (excluded); null for a whole block. */
export interface Piece {
  key: string
  rows: [from: number, to: number] | null
}

/** A cut leaves at least this many rows on either side. */
const FEW_ROWS = 3
/** A table of so few rows is not cut, if a page can hold it. */
const SHORT_TABLE = 8
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

const firstRows = (rows: readonly number[]) => (rows.length <= SHORT_TABLE ? rows.length : FEW_ROWS)

/**
 * The least room that a block must find on a page to begin there. A chain that no page can hold is not kept together.
 */
function least(items: readonly Item[], index: number, pageHeight: number): number {
  const item = items[index]
  if (!item) return 0
  const own = item.table ? item.table.head + sum(item.table.rows.slice(0, firstRows(item.table.rows))) : item.height
  const chain = item.withNext ? own + least(items, index + 1, pageHeight) : own
  return chain > pageHeight ? own : chain
}

/** How many rows from `from` fit into `room`, leaving no orphans behind. */
function rowsThatFit(rows: readonly number[], from: number, room: number): number {
  let used = 0
  let count = 0
  for (const height of rows.slice(from)) {
    if (used + height > room) break
    used += height
    count += 1
  }
  const left = rows.length - from - count
  return left > 0 && left < FEW_ROWS ? Math.max(0, count - (FEW_ROWS - left)) : count
}

/** Pieces page by page, and the room left on the last. A block higher than a page has a page of its own. */
function layOut(items: readonly Item[], pageHeight: number): { pages: Piece[][]; room: number } {
  const pages: Piece[][] = [[]]
  let room = pageHeight
  const turn = () => {
    if (pages.at(-1)?.length === 0) return
    pages.push([])
    room = pageHeight
  }
  const put = (piece: Piece, height: number) => {
    pages.at(-1)?.push(piece)
    room -= height
  }
  for (const [index, item] of items.entries()) {
    if (item.newPage || least(items, index, pageHeight) > room) turn()
    if (!item.table) {
      put({ key: item.key, rows: null }, item.height)
      continue
    }
    const { head, rows } = item.table
    for (let from = 0; from < rows.length || (rows.length === 0 && from === 0);) {
      const fit = rowsThatFit(rows, from, room - head)
      if (fit === 0 && pages.at(-1)?.length !== 0) {
        turn()
        continue
      }
      const to = Math.min(rows.length, from + Math.max(1, fit))
      put({ key: item.key, rows: [from, to] }, head + sum(rows.slice(from, to)))
      from = Math.max(to, from + 1)
    }
  }
  return { pages, room }
}

export const paginate = (items: readonly Item[], pageHeight: number): Piece[][] => layOut(items, pageHeight).pages

/** More empty room than this part of a page is filled by a figure that comes later. */
const WASTE = 0.12
/** So many figures are looked ahead. */
const AHEAD = 5

/**
 * The order in which groups of blocks fill pages: their own, but where the next one would leave much of a page empty, one
 * of those soon after it that fits goes first. @returns indices of the groups
 */
export function arrange(front: readonly Item[], groups: readonly Item[][], pageHeight: number): number[] {
  const left = groups.map((_, at) => at)
  const placed = [...front]
  const order: number[] = []
  while (left.length > 0) {
    const { room } = layOut(placed, pageHeight)
    const fits = (at: number) => least(groups[at] ?? [], 0, pageHeight) <= room
    const next = left.findIndex((at, ahead) =>
      ahead === 0 ? fits(at) || room <= WASTE * pageHeight : ahead <= AHEAD && fits(at),
    )
    const [chosen = 0] = left.splice(Math.max(0, next), 1)
    order.push(chosen)
    placed.push(...(groups[chosen] ?? []))
  }
  return order
}
