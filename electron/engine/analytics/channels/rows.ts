/** The cases of some channels that pass a filter, and what is asked of each. */
import type { CodeCount, Estimate } from '../../../../shared/contract/results/common'
import type { Filter } from '../../../../shared/domain/filter'
import { NONE } from '../../../../shared/domain/time'
import type { Channel } from '../../../../shared/export/enums'
import { CODES, EMPTY, REFERRED_IN, REFERRED_OUT, UNKNOWN_CODE, type CodeColumn } from '../../columns/layout'
import type { QueryContext } from '../context'
import { shareEstimate } from '../estimates'
import { eachUnit, select } from '../selection'

/** Rows of the cases received in the filter's period on one of the channels, rising. */
export function rowsOf(context: QueryContext, filter: Filter, channels: readonly Channel[]): Uint32Array {
  if (channels.length === 0) return new Uint32Array(0)
  return context.memo(
    `rows ${JSON.stringify([channels, filter])}`,
    () => {
      const selection = select(context, { ...filter, channels: [...channels] })
      const rows: number[] = []
      eachUnit(selection, (_, __, ___, a, b) => {
        for (let i = a; i < b; i++) rows.push(selection.rows === null ? i : (selection.rows[i] as number))
      })
      return Uint32Array.from(rows)
    },
    'large',
  )
}

/** Rows of the cases received in the filter's period of which something is true, rising. */
export function receivedWhere(context: QueryContext, filter: Filter, is: (row: number) => boolean): Uint32Array {
  const selection = select(context, filter)
  const found: number[] = []
  eachUnit(selection, (_, __, ___, a, b) => {
    for (let i = a; i < b; i++) {
      const row = selection.rows === null ? i : (selection.rows[i] as number)
      if (is(row)) found.push(row)
    }
  })
  return Uint32Array.from(found)
}

/** First transfer of each case with one, by row, in seconds since 2000. */
export const transfers = (
  context: QueryContext,
): { in: ReadonlyMap<number, number>; out: ReadonlyMap<number, number> } =>
  context.once('transfers', () => {
    const { row, kind, at } = context.index.flow
    const found = { in: new Map<number, number>(), out: new Map<number, number>() }
    for (let i = 0; i < row.length; i++) {
      const into = kind[i] === REFERRED_IN ? found.in : kind[i] === REFERRED_OUT ? found.out : null
      const held = into?.get(row[i] as number)
      if (into && (held === undefined || (at[i] as number) < held)) into.set(row[i] as number, at[i] as number)
    }
    return found
  })

/** How many of the rows satisfy `is`, as a share of them. */
export function share(rows: Uint32Array, is: (row: number) => boolean): Estimate {
  let count = 0
  for (const row of rows) if (is(row)) count++
  return shareEstimate(count, rows.length)
}

export const countOf = (rows: Uint32Array, is: (row: number) => boolean): number =>
  rows.reduce((sum, row) => (is(row) ? sum + 1 : sum), 0)

/** Counts by a code column: the codes of the format that occur, in their order, then unknown and empty as `unknown`. */
export function byCode(context: QueryContext, rows: Uint32Array, column: CodeColumn): CodeCount[] {
  const codes = context.index.cases.codes[column]
  const counts = new Uint32Array(EMPTY + 1)
  for (const row of rows) counts[codes[row] as number]! += 1
  const known = CODES[column].map((code, i) => ({ code, count: counts[i] as number }))
  const rest = rows.length - known.reduce((sum, { count }) => sum + count, 0)
  return [...known, { code: UNKNOWN_CODE, count: rest }].filter(({ count }) => count > 0)
}

/** Whether the case is closed as its unit knows it. */
export const isClosed = (context: QueryContext) => {
  const closed = context.index.cases.times.closed_at
  return (row: number): boolean => closed[row] !== NONE
}

/** Whether a code column holds one of the codes. */
export function hasCode(
  context: QueryContext,
  column: CodeColumn,
  wanted: readonly string[],
): (row: number) => boolean {
  const table = new Uint8Array(EMPTY + 1)
  for (const code of wanted) table[CODES[column].indexOf(code)] = 1
  const codes = context.index.cases.codes[column]
  return (row) => table[codes[row] as number] === 1
}

export const isFilled = (context: QueryContext, column: CodeColumn) => {
  const codes = context.index.cases.codes[column]
  return (row: number): boolean => codes[row] !== EMPTY
}
