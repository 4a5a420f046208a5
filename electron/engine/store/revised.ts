/**
 * How an export stands to the accepted one before it, counted while it is compared: the same numbers as reading both files
 * again gives (`revisions/facts.ts`), known at once and for every export. Source: the metrics, revision rate.
 */
import { TABLES } from '../../../shared/export/tables'
import type { Comparison } from './compare'
import { presentUndeclared } from './diff'
import { isComparable, type Cell } from './judge'
import type { Database } from './sqlite'

/** Cells of cases held in both exports: those that can be compared, and those changed though nothing allows it. */
export interface RevisedCells {
  comparable: number
  changed: number
}

const { columns } = TABLES.cases
const ALWAYS = columns.filter((column) => isComparable(column, null)).length
const ONCE_SET = columns.filter((column) => !isComparable(column, null) && isComparable(column, 'set'))
const PLAIN = `SELECT count(*), ${ONCE_SET.map((column) =>
  isComparable(column, 'pending') ? `count("${column.name}")` : `count(nullif("${column.name}", 'pending'))`,
).join(' + ')} FROM cases WHERE state = 'present' AND undeclared IS NULL`

const comparableIn = (reported: readonly Cell[]): number =>
  columns.filter((column, index) => isComparable(column, reported[index] ?? null)).length

/** To be asked before the comparison is applied: the rows are still those of the export before. */
export function revisedCells(database: Database, { changed, gone }: Comparison): RevisedCells {
  const [rows, set] = database.prepare(PLAIN).first() ?? [0, 0]
  let comparable = Number(rows) * ALWAYS + Number(set)
  for (const { reported } of presentUndeclared(database, 'cases')) comparable += comparableIn(reported)
  for (const { resource, held } of gone) if (resource === 'cases') comparable -= comparableIn(held.reported)
  const again = changed.filter(({ resource, held }) => resource === 'cases' && held.state === 'present')
  return {
    comparable,
    changed: again.reduce((sum, { differences }) => sum + differences.filter(({ permitted }) => !permitted).length, 0),
  }
}
