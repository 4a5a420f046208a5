/**
 * Time to a stage: who was watched, from when, until when. Hours elapsed, rounded down; open cases end at their unit's
 * as_of, cases closed without the stage at their closing.
 */
import type { Estimate } from '../../../shared/contract/results/common'
import type { Filter } from '../../../shared/domain/filter'
import { quantile, quantileValue } from '../../../shared/statistics/kaplanMeier'
import { CODES, type CodeColumn } from '../columns/layout'
import { lowerBound } from '../columns/search'
import { tally } from '../columns/tally'
import type { QueryContext } from './context'
import { Pieces, eachUnit, select, withoutUnit, type Selection, type UnitRange } from './selection'
import { BEYOND, mostHours, secondsWatched, stageHours, type Stage } from './stageHours'
import { HOURS_A_DAY, WatchBook, type Durations } from './watchBook'

export { HOURS_A_DAY, type Durations, type Stage }

/** For one book after the other; all zero between them. */
const watchCounts = (context: QueryContext) => context.once('watch counts', () => new Int32Array(BEYOND + 1))

const inDays = (hours: number | null) => (hours === null ? null : hours / HOURS_A_DAY)

/** Survival of the cases received in the filter's period, in whole hours. */
export const durations = (context: QueryContext, filter: Filter, stage: Stage): Durations =>
  context.memo(`durations ${stage} ${JSON.stringify(filter)}`, () => {
    const book = new WatchBook(watchCounts(context))
    fillOne(context, select(context, filter), stage, book)
    const held = book.result()
    book.clear()
    return held
  }, 'medium') // prettier-ignore

/** Median days to a stage of each of many units, for their distribution; null where the curve never gets there. */
export function mediansOf(
  context: QueryContext,
  filter: Filter,
  stage: Stage,
  units: readonly UnitRange[],
): (number | null)[] {
  // prettier-ignore
  const selection = select(context, withoutUnit(filter))
  const book = new WatchBook(watchCounts(context))
  return units.map(({ low, high }) => {
    fillOne(context, { ...selection, low, high }, stage, book)
    const { curve } = book.result()
    book.clear()
    return inDays(quantileValue(curve, 0.5))
  })
}

/** Survival for every code of a column, in the order of the codes, in one pass. */
export const durationsByCode = (context: QueryContext, filter: Filter, stage: Stage, column: CodeColumn): Durations[] =>
  context.memo(`durations ${stage} by ${column} ${JSON.stringify(filter)}`, () => {
    const books = CODES[column].map(() => new WatchBook())
    fillByCode(context, select(context, filter), stage, context.index.cases.codes[column], books)
    return books.map((book) => book.result())
  }, 'medium') // prettier-ignore

/** Puts every case of the selection into one book. */
function fillOne(context: QueryContext, selection: Selection, stage: Stage, book: WatchBook): void {
  const keys = stageHours(context, stage)
  const most = mostHours(context, stage)
  const beyond = beyondRows(context, stage)
  const { rows } = selection
  const exact = exactInto(context, stage, () => book)
  const pieces = new Pieces((from, to) => {
    book.noteKeys(Math.min(tally(keys, rows, from, to, book.counts), most))
    if (beyond.length > 0) eachBeyond(beyond, keys, rows, from, to, exact)
  })
  eachWatched(context, selection, exact, (from, to) => pieces.add(from, to))
  pieces.end()
}

/** Puts every case of the selection into the book of its code. */
function fillByCode(
  context: QueryContext,
  selection: Selection,
  stage: Stage,
  codes: Uint8Array,
  books: readonly WatchBook[],
): void {
  // prettier-ignore
  const keys = stageHours(context, stage)
  const exact = exactInto(context, stage, (row) => books[codes[row] as number])
  eachWatched(context, selection, exact, (from, to) => countByCode(selection.rows, from, to, keys, codes, books, exact))
}

/** Adds one case from its exact times. */
function exactInto(
  context: QueryContext,
  stage: Stage,
  bookOf: (row: number) => WatchBook | undefined,
): (row: number) => void {
  // prettier-ignore
  const { index, coveredFrom } = context
  return (row) => {
    const covered = coveredFrom[index.reporter[row] as number] as number
    const { begun, seconds, isReached } = secondsWatched(context, stage, row)
    bookOf(row)?.add(seconds, isReached, covered - begun)
  }
}

/**
 * Walks over the cases received in the period. Those received before their unit's exports cover come first in each unit:
 * they may have been watched from later on, and are told to `exact` one by one; the others to `visit`, piece by piece.
 */
function eachWatched(
  context: QueryContext,
  selection: Selection,
  exact: (row: number) => void,
  visit: (from: number, to: number) => void,
): void {
  // prettier-ignore
  const { rows } = selection
  const { received_at: received } = context.index.cases.times
  const latest = latestCover(context)
  eachUnit(selection, (unit, _, __, a, b) => {
    let from = a
    const covered = latest[unit] as number
    for (; from < b; from++) {
      const row = rows === null ? from : (rows[from] as number)
      if ((received[row] as number) >= covered) break
      exact(row)
    }
    visit(from, b)
  })
}

/** Rows that the keys of a stage do not tell about, rising; few. */
const beyondRows = (context: QueryContext, stage: Stage): Uint32Array =>
  context.once(`beyond ${stage}`, () => {
    const keys = stageHours(context, stage)
    const rows: number[] = []
    for (let row = keys.indexOf(BEYOND); row >= 0; row = keys.indexOf(BEYOND, row + 1)) rows.push(row)
    return Uint32Array.from(rows)
  })

function eachBeyond(
  beyond: Uint32Array,
  keys: Uint16Array,
  rows: Uint32Array | null,
  from: number,
  to: number,
  visit: (row: number) => void,
): void {
  // prettier-ignore
  if (rows === null) {
    for (let i = lowerBound(beyond, from); i < beyond.length && (beyond[i] as number) < to; i++) visit(beyond[i] as number) // prettier-ignore
    return
  }
  for (let i = from; i < to; i++) if (keys[rows[i] as number] === BEYOND) visit(rows[i] as number)
}

function countByCode(
  rows: Uint32Array | null,
  from: number,
  to: number,
  keys: Uint16Array,
  codes: Uint8Array,
  books: readonly WatchBook[],
  exact: (row: number) => void,
): void {
  // prettier-ignore
  for (let i = from; i < to; i++) {
    const row = rows === null ? i : (rows[i] as number)
    const key = keys[row] as number
    const book = books[codes[row] as number]
    if (key === BEYOND) exact(row)
    else if (book) {
      book.counts[key]! += 1
      book.noteKeys(key)
    }
  }
}

/** For each unit of the index, the latest of the first days that the exports of its cases cover. */
const latestCover = (context: QueryContext): Int32Array =>
  context.once('latest cover', () => {
    const { index, coveredFrom } = context
    const { reporter, unitStart } = index
    return Int32Array.from(index.units, (_, unit) => {
      let latest = -Infinity
      for (let row = unitStart[unit] as number; row < (unitStart[unit + 1] as number); row++) {
        latest = Math.max(latest, coveredFrom[reporter[row] as number] as number)
      }
      return latest
    })
  })

/** The p-quantile of a duration in days with its 95 % limits; null where the curve never gets there. */
export function daysAt(
  { curve }: Durations,
  p: number,
): { value: number | null; low: number | null; high: number | null } {
  // prettier-ignore
  const { value, low, high } = quantile(curve, p)
  return { value: inDays(value), low: inDays(low), high: inDays(high) }
}

/** The median in days as a figure: numerator = how many reached the stage, denominator = how many were watched. */
export function medianEstimate(held: Durations): Estimate {
  const { n, events } = held.curve
  const days = daysAt(held, 0.5)
  return { ...days, missing: days.value === null ? 'insufficient' : null, numerator: events, denominator: n }
}
