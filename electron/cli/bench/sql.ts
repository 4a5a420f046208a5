/** The overview's widgets in SQL, one statement a widget, over the table of `table.ts`. */
import type { Filter } from '../../../shared/domain/filter'
import { DAY, HOUR, dayOf, monthText } from '../../../shared/domain/time'
import { CODES, codeText, type CodeColumn } from '../../engine/columns/layout'
import type { QueryContext } from '../../engine/analytics/context'
import { LONG_OPEN_DAYS } from '../../engine/analytics/stateAtAsOf'
import { comparedUnits } from '../../engine/analytics/funnel'
import { kaplanMeier, quantileValue } from '../../../shared/statistics/kaplanMeier'
import { put, type Cells } from './cells'
import { COLUMNS, LATE, ON_TIME, dayBegins } from './table'

type Rows = readonly (readonly unknown[])[]
/** Runs one statement; numbers may come as bigint. */
export type Ask = (sql: string) => Rows | Promise<Rows>
/** What differs between the engines. */
export interface Dialect {
  least: 'min' | 'least'
  divide: '/' | '//'
}

export const CREATE = `CREATE TABLE cases (${COLUMNS.map((name) => `${name} INTEGER`).join(', ')})`

/** Indexes that hold every column a statement needs, led by what each filter asks first. */
export const COVERING = ['rday', 'polda, rday', 'polres, rday', 'channel, category, rday', 'cday'].map((lead, i) => {
  const rest = COLUMNS.filter((name) => !lead.split(', ').includes(name))
  return `CREATE INDEX covering${i} ON cases (${lead}, ${rest.join(', ')})`
})

interface Wheres {
  codes: string
  received: string
  closed: string
  from: number
  to: number
}

function wheres(context: QueryContext, filter: Filter): Wheres {
  const parts: string[] = []
  const list = (column: CodeColumn, codes: readonly string[] | undefined) => {
    if (codes) parts.push(`${column} IN (${codes.map((code) => CODES[column].indexOf(code)).join(', ')})`)
  }
  list('channel', filter.channels)
  list('category', filter.categories)
  const node = filter.unit === undefined ? undefined : context.registry.unit(filter.unit)
  if (node) parts.push(`${node.current.level === 'polda' ? 'polda' : 'polres'} = ${node.index}`)
  if (filter.from === undefined || filter.to === undefined) throw new Error('a period has both ends here')
  const [from, to] = [dayOf(filter.from), dayOf(filter.to)]
  const all = (...more: string[]) => [...parts, ...more].join(' AND ') || '1 = 1'
  return { codes: all(), received: all(`rday BETWEEN ${from} AND ${to}`), closed: all(`cday BETWEEN ${from} AND ${to}`), from, to } // prettier-ignore
}

const sum = (condition: string) => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`
const IS_OPEN = '(closed IS NULL OR closed >= k)'
const passed = (limit: number) => `(due${limit} <= k AND (done${limit} IS NULL OR done${limit} >= k))`

function stock({ codes, from, to }: Wheres, { least }: Dialect): string {
  const [first, after] = [dayBegins(from), dayBegins(to + 1)]
  return `SELECT ${[
    sum(`received < k AND ${IS_OPEN}`),
    sum(`received < k AND ${IS_OPEN} AND k - received >= ${(LONG_OPEN_DAYS + 1) * DAY}`),
    sum(`received < k AND (${passed(0)} OR ${passed(1)})`),
    sum('received < o AND (closed IS NULL OR closed >= o)'),
    sum('received >= o AND received < k'),
    sum('closed >= o AND closed < k'),
  ].join(', ')} FROM (
    SELECT *, ${least}(${first}, k) AS o FROM (SELECT *, ${least}(known, ${after}) AS k FROM cases WHERE ${codes}) AS a
  ) AS b`
}

/** Asks every widget and names its cells as `cells.ts` does. */
export async function sqlCells(context: QueryContext, filter: Filter, ask: Ask, dialect: Dialect): Promise<Cells> {
  const cells: Cells = new Map()
  const where = wheres(context, filter)
  const numbers = async (sql: string) => (await ask(sql)).map((row) => row.map((value) => Number(value ?? 0)))
  const named = async (sql: string, name: (key: number) => string) => {
    for (const [key, count] of await numbers(sql)) put(cells, name(key as number), count as number)
  }
  const substantiated = CODES.outcome.indexOf('substantiated')
  const [received, onTime, judged] = (await numbers(`SELECT count(*), ${sum(`notice = ${ON_TIME}`)}, ${sum(`notice IN (${ON_TIME}, ${LATE})`)} FROM cases WHERE ${where.received}`))[0] as number[] // prettier-ignore
  const [closed, upheld] = (await numbers(`SELECT count(*), ${sum(`outcome = ${substantiated}`)} FROM cases WHERE ${where.closed}`))[0] as number[] // prettier-ignore
  const [open, over90, overdue, opening, flowReceived, flowClosed] = (await numbers(stock(where, dialect)))[0] as number[] // prettier-ignore
  const counts = { received, closed, open, overdue, opening, closing: open, substantiated: upheld, 'notices on time': onTime, 'notices judged': judged, 'open over 90 days': over90, 'flow received': flowReceived, 'flow closed': flowClosed } // prettier-ignore
  for (const [name, value] of Object.entries(counts)) put(cells, name, value ?? 0)
  const by = (column: string, condition: string) => `SELECT ${column}, count(*) FROM cases WHERE ${condition} GROUP BY ${column}` // prettier-ignore
  await named(by('rmonth', where.received), (month) => `received ${monthText(month)}`)
  await named(by('cmonth', where.closed), (month) => `closed ${monthText(month)}`)
  const codeOf = (column: CodeColumn) => (code: number) => `${column} ${codeText(column, code) ?? 'unknown'}`
  await named(by('channel', where.received), codeOf('channel'))
  await named(by('category', where.received), codeOf('category'))
  await named(by('outcome', where.closed), codeOf('outcome'))
  await units(context, filter, where, named)
  await answers(where, dialect, numbers, cells)
  return cells
}

/** Received of the units beside one another: by Polda, by Polres, or by the units under a Polres. */
async function units(
  context: QueryContext,
  filter: Filter,
  { received }: Wheres,
  named: (sql: string, name: (key: number) => string) => Promise<void>,
): Promise<void> {
  // prettier-ignore
  const level = comparedUnits(context, filter)[0]?.current.level
  const column = level === 'polda' || level === 'polres' ? level : 'unit'
  const shown = new Set(comparedUnits(context, filter).map(({ index }) => index))
  const list = `${column} IN (${[...shown].join(', ')})`
  await named(
    `SELECT ${column}, count(*) FROM cases WHERE ${received} AND ${list} GROUP BY ${column}`,
    (index) => `unit ${context.registry.units[index]?.code ?? ''}`,
  )
}

/** Time to the first answer: whole hours by SQL, the product over them by the one implementation. */
async function answers(
  { received }: Wheres,
  { divide }: Dialect,
  numbers: (sql: string) => Promise<number[][]>,
  cells: Cells,
): Promise<void> {
  // prettier-ignore
  const lives = await numbers(
    `SELECT (coalesce(first, closed, known - 1) - received) ${divide} ${HOUR} AS h, CASE WHEN first IS NULL THEN 0 ELSE 1 END AS e, count(*)
     FROM cases WHERE ${received} GROUP BY h, e`,
  )
  const total = lives.reduce((all, [, , count]) => all + (count as number), 0)
  const exit = new Int32Array(total)
  const event = new Uint8Array(total)
  let at = 0
  for (const [hours, isEvent, count] of lives) {
    exit.fill(hours as number, at, at + (count as number))
    event.fill(isEvent as number, at, at + (count as number))
    at += count as number
  }
  const curve = kaplanMeier({ exit, event })
  const hours = quantileValue(curve, 0.5)
  put(cells, 'answered', curve.events)
  put(cells, 'watched', curve.n)
  put(cells, 'median days to answer', hours === null ? null : hours / 24)
}
