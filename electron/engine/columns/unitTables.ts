/** Tables sorted by unit first (sessions, call lines): putting those of several reporting units together. */
type Column = Int32Array | Uint32Array | Uint16Array | Uint8Array

/** Every array has one entry a row. `unit` rises. */
export type UnitTable = { readonly unit: Uint16Array } & Readonly<Record<string, Column>>

interface Run {
  table: number
  from: number
  to: number
}

/** Rows of the tables, run by run, in the order of the units' new places. */
function runsByUnit(units: readonly Uint16Array[], places: readonly Uint16Array[]): Run[][] {
  const byPlace = new Map<number, Run[]>()
  units.forEach((unit, table) => {
    for (let from = 0; from < unit.length;) {
      let to = from + 1
      while (to < unit.length && unit[to] === unit[from]) to++
      const place = (places[table] as Uint16Array)[unit[from] as number] as number
      const runs = byPlace.get(place)
      if (runs) runs.push({ table, from, to })
      else byPlace.set(place, [{ table, from, to }])
      from = to
    }
  })
  return [...byPlace].toSorted(([a], [b]) => a - b).map(([, runs]) => runs)
}

/** Where each row of a joined table comes from. */
export interface Origin {
  /** position in the list of tables, and row in that table */
  table: Uint32Array
  row: Uint32Array
}

/**
 * The order in which the rows of `tables` follow one another: by the place of their unit, then by the columns named in
 * `by`, then by table. `places[t][u]`: new number of unit u of table t.
 */
export function joinedOrder<T extends UnitTable>(
  tables: readonly T[],
  places: readonly Uint16Array[],
  by: readonly (keyof T)[],
): Origin {
  const length = tables.reduce((sum, table) => sum + table.unit.length, 0)
  const origin = { table: new Uint32Array(length), row: new Uint32Array(length) }
  let at = 0
  const units = tables.map((table) => table.unit)
  for (const runs of runsByUnit(units, places)) {
    const rows = runs.flatMap(({ table, from, to }) =>
      Array.from({ length: to - from }, (_, i) => ({ table, row: from + i })),
    )
    if (runs.length > 1) {
      const value = (column: keyof T, { table, row }: { table: number; row: number }) =>
        ((tables[table] as T)[column] as unknown as Column)[row] as number
      rows.sort((a, b) => {
        for (const column of by) {
          const difference = value(column, a) - value(column, b)
          if (difference !== 0) return difference
        }
        return a.table - b.table || a.row - b.row
      })
    }
    for (const { table, row } of rows) {
      origin.table[at] = table
      origin.row[at++] = row
    }
  }
  return origin
}

/** One column of the joined table; `move` translates a value of table t. */
export function joinedColumn<A extends Column>(
  columns: readonly A[],
  { table, row }: Origin,
  make: (length: number) => A,
  move: (value: number, table: number) => number = (value) => value,
): A {
  const joined = make(row.length)
  for (let i = 0; i < row.length; i++) {
    const from = table[i] as number
    joined[i] = move((columns[from] as A)[row[i] as number] as number, from)
  }
  return joined
}
