/** The four columns that a filter can ask for as one number a case, so that any code filter is one look into a table. */
import type { Filter } from '../../../shared/domain/filter'
import { CODES, EMPTY } from '../columns/layout'
import type { QueryContext } from './context'

/** The clauses of a filter that speak of a case's own codes. */
export const CODE_KEYS = ['channels', 'subjects', 'categories', 'statuses', 'addressees', 'programmes'] as const
export type CodeFilter = Pick<Filter, (typeof CODE_KEYS)[number]>
type CellColumn = 'channel' | 'category' | 'subject' | 'status'
const ASKED: readonly (readonly [CellColumn, 'channels' | 'categories' | 'subjects' | 'statuses'])[] = [
  ['channel', 'channels'], ['category', 'categories'], ['subject', 'subjects'], ['status', 'statuses'],
] // prettier-ignore

/** A place for every code, and one more for what is empty or not known. */
const size = (column: CellColumn) => CODES[column].length + 1
const STRIDES = ASKED.map((_, i) => ASKED.slice(i + 1).reduce((product, [column]) => product * size(column), 1))
export const CELLS = ASKED.reduce((product, [column]) => product * size(column), 1)

/** One number below CELLS for every case. */
export function cellsOf(context: QueryContext): Uint16Array {
  return context.once('cells', () => {
    const { rows, codes } = context.index.cases
    const cells = new Uint16Array(rows)
    ASKED.forEach(([column], i) => {
      const places = Uint16Array.from({ length: EMPTY + 1 }, (_, code) => Math.min(code, CODES[column].length) * (STRIDES[i] as number)) // prettier-ignore
      addPlaces(cells, codes[column], places)
    })
    return cells
  })
}

function addPlaces(cells: Uint16Array, codes: Uint8Array, places: Uint16Array): void {
  for (let row = 0; row < cells.length; row++) cells[row]! += places[codes[row] as number] as number
}

const held = new Map<CellColumn, Uint8Array>()

/** The code that each cell has in a column; EMPTY for what is empty or not known. */
function codesByCell(column: CellColumn): Uint8Array {
  const i = ASKED.findIndex(([name]) => name === column)
  const codeOf = (cell: number) => {
    const code = Math.floor(cell / (STRIDES[i] as number)) % size(column)
    return code === CODES[column].length ? EMPTY : code
  }
  const codes = held.get(column) ?? Uint8Array.from({ length: CELLS }, (_, cell) => codeOf(cell))
  held.set(column, codes)
  return codes
}

/** 1 for every cell that passes what the filter asks of the four columns; null when all do. */
export function cellTable(filter: CodeFilter): Uint8Array | null {
  if (ASKED.every(([, key]) => filter[key] === undefined)) return null
  let passing: number[] = [0]
  ASKED.forEach(([column, key], i) => {
    const codes: readonly string[] | undefined = filter[key]
    const places = Array.from({ length: size(column) }, (_, code) => code).filter((code) => codes === undefined || codes.includes(CODES[column][code] ?? '')) // prettier-ignore
    passing = passing.flatMap((cell) => places.map((place) => cell + place * (STRIDES[i] as number)))
  })
  const table = new Uint8Array(CELLS)
  for (const cell of passing) table[cell] = 1
  return table
}

/** What a code filter is known by. */
export const cellKey = (filter: CodeFilter): string => JSON.stringify(CODE_KEYS.map((key) => filter[key] ?? null))

/** Counts of cells as counts of one column's codes; what is empty or not known stands at EMPTY. */
export function codesOf(counts: Int32Array, column: CellColumn, passes: Uint8Array | null = null): Int32Array {
  const codeOf = codesByCell(column)
  const codes = new Int32Array(EMPTY + 1)
  for (let cell = 0; cell < CELLS; cell++) {
    const count = counts[cell] as number
    if (count === 0 || (passes !== null && passes[cell] === 0)) continue
    codes[codeOf[cell] as number]! += count
  }
  return codes
}
