/**
 * Time to a stage: who was watched, from when, until when. Hours elapsed, rounded down; open cases end at their unit's
 * as_of, cases closed without the stage at their closing.
 */
import type { Estimate } from '../../../shared/contract/results/common'
import type { Filter } from '../../../shared/domain/filter'
import { quantile, quantileValue } from '../../../shared/statistics/kaplanMeier'
import { CODES, type CodeColumn } from '../columns/layout'
import type { QueryContext } from './context'
import { eachUnit, select, type Selection, type UnitRange } from './selection'
import { BEYOND, secondsWatched, stageHours, type Stage } from './stageHours'
import { HOURS_A_DAY, WatchBook, type Durations } from './watchBook'

export { HOURS_A_DAY, type Durations, type Stage }

const inDays = (hours: number | null) => (hours === null ? null : hours / HOURS_A_DAY)

/** Survival of the cases received in the filter's period, in whole hours. */
export const durations = (context: QueryContext, filter: Filter, stage: Stage): Durations =>
  context.memo(`durations ${stage} ${JSON.stringify(filter)}`, () => {
    const book = new WatchBook()
    fill(context, select(context, filter), stage, null, [book])
    return book.result()
  }, 'medium') // prettier-ignore

/** Median days to a stage of each of many units, for their distribution; null where the curve never gets there. */
export function mediansOf(
  context: QueryContext,
  filter: Filter,
  stage: Stage,
  units: readonly UnitRange[],
): (number | null)[] {
  // prettier-ignore
  const selection = select(context, filter)
  const book = new WatchBook()
  return units.map(({ low, high }) => {
    book.clear()
    fill(context, { ...selection, low, high }, stage, null, [book])
    return inDays(quantileValue(book.result().curve, 0.5))
  })
}

/** Survival for every code of a column, in the order of the codes, in one pass. */
export const durationsByCode = (context: QueryContext, filter: Filter, stage: Stage, column: CodeColumn): Durations[] =>
  context.memo(`durations ${stage} by ${column} ${JSON.stringify(filter)}`, () => {
    const books = CODES[column].map(() => new WatchBook())
    fill(context, select(context, filter), stage, context.index.cases.codes[column], books)
    return books.map((book) => book.result())
  }, 'medium') // prettier-ignore

/** Puts every case of the selection into its book: by its code, or all into the first. */
function fill(
  context: QueryContext,
  selection: Selection,
  stage: Stage,
  codes: Uint8Array | null,
  books: readonly WatchBook[],
): void {
  // prettier-ignore
  const { index, coveredFrom } = context
  const { rows } = selection
  const { received_at: received } = index.cases.times
  const keys = stageHours(context, stage)
  const latest = latestCover(context)
  const exact = (row: number) => {
    const covered = coveredFrom[index.reporter[row] as number] as number
    const { begun, seconds, isReached } = secondsWatched(context, stage, row)
    books[codes === null ? 0 : (codes[row] as number)]?.add(seconds, isReached, covered - begun)
  }
  eachUnit(selection, (unit, _, __, a, b) => {
    let from = a
    // Cases received before their unit's exports cover come first: they may have been watched from later on.
    const covered = latest[unit] as number
    for (; from < b; from++) {
      const row = rows === null ? from : (rows[from] as number)
      if ((received[row] as number) >= covered) break
      exact(row)
    }
    if (codes === null) countAll(rows, from, b, keys, books[0] as WatchBook, exact)
    else countByCode(rows, from, b, keys, codes, books, exact)
  })
}

function countAll(
  rows: Uint32Array | null,
  from: number,
  to: number,
  keys: Uint16Array,
  book: WatchBook,
  exact: (row: number) => void,
): void {
  // prettier-ignore
  const { counts } = book
  let { most } = book
  for (let i = from; i < to; i++) {
    const row = rows === null ? i : (rows[i] as number)
    const key = keys[row] as number
    if (key === BEYOND) exact(row)
    else {
      counts[key]! += 1
      if (key > most) most = key
    }
  }
  book.most = Math.max(book.most, most)
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
      if (key > book.most) book.most = key
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
