/** Where a key leads in a grid of rows and columns. Pure. */
export interface Place {
  row: number
  column: number
}
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
}
const PAGE = 10

const within = (value: number, count: number) => Math.min(Math.max(0, value), Math.max(0, count - 1))

/** null = the key does not move. `mod` is Ctrl or Command: the far ends of the grid. */
export function moveInGrid(key: string, mod: boolean, from: Place, rows: number, columns: number): Place | null {
  const step = STEPS[key]
  if (step) return { row: within(from.row + step[0], rows), column: within(from.column + step[1], columns) }
  switch (key) {
    case 'Home':
      return { row: mod ? 0 : from.row, column: 0 }
    case 'End':
      return { row: mod ? within(rows, rows) : from.row, column: within(columns, columns) }
    case 'PageDown':
      return { row: within(from.row + PAGE, rows), column: from.column }
    case 'PageUp':
      return { row: within(from.row - PAGE, rows), column: from.column }
    default:
      return null
  }
}
