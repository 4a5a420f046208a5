/**
 * `overview.flow`: opening + received + reopened + transferred in − closed − transferred out = closing, unit by unit.
 * The two stocks are read from each case's state at a moment, the movements between them from its events; where a unit's
 * own records do not add up, the difference says by how much.
 */
import type { Flow } from '../../../shared/contract/results/overview'
import type { Filter } from '../../../shared/domain/filter'
import { CLOSED, HAS_FLOW, REFERRED_IN, REFERRED_OUT, REOPENED, WITHDRAWN, type FlowEvents } from '../columns/layout'
import { lowerBound } from '../columns/search'
import { NONE, dayText } from '../../../shared/domain/time'
import type { QueryContext } from './context'
import { periodOf } from './delivery'
import { moved } from './moved'
import { knownBefore, periodMoments, select } from './selection'
import { REFERRED } from './stateAtAsOf'

const PARTS = [
  'opening', 'received', 'reopened', 'transferred_in', 'closed', 'transferred_out', 'closing', 'referred_open',
] as const // prettier-ignore
type Parts = Record<(typeof PARTS)[number], number>

export const differenceOf = (parts: Omit<Parts, 'referred_open'>): number =>
  parts.opening + parts.received + parts.reopened + parts.transferred_in - parts.closed - parts.transferred_out - parts.closing // prettier-ignore

export function overviewFlow(context: QueryContext, filter: Filter): Flow {
  const { index, registry } = context
  const period = periodOf(context, filter)
  const held = moved(context, filter)
  const { opening, came, left, open, referredOpen } = held.total
  const total = { ...zero(), opening, received: came, closed: left, closing: open, referred_open: referredOpen }
  const differences = new Map(held.differences)
  eachCorrection(context, filter, (unit, parts) => {
    for (const name of PARTS) total[name] += parts[name]
    differences.set(unit, (differences.get(unit) ?? 0) + differenceOf(parts))
  })
  const mismatches = [...differences]
    .filter(([, difference]) => difference !== 0)
    .toSorted(([a], [b]) => a - b)
    .map(([unit, difference]) => {
      const code = index.units[unit] as string
      return { unit: code, name: registry.unit(code)?.current.name ?? code, difference }
    })
  return { from: dayText(period.from), to: dayText(period.to), ...total, difference: differenceOf(total), mismatches }
}

/** Rows whose way is told by events. */
const flowRows = (context: QueryContext): Uint32Array =>
  context.once('flow rows', () => {
    const { bits } = context.index.cases
    const rows: number[] = []
    for (let row = 0; row < bits.length; row++) if (((bits[row] as number) & HAS_FLOW) !== 0) rows.push(row)
    return Uint32Array.from(rows)
  })

/** For each unit, what its cases with events move otherwise than receipt and closing alone would say. */
function eachCorrection(context: QueryContext, filter: Filter, visit: (unit: number, parts: Parts) => void): void {
  const { index, zones, asOf } = context
  const { received_at: received, closed_at: closedAt } = index.cases.times
  const { status } = index.cases.codes
  const rows = flowRows(context)
  const selection = select(context, filter)
  const walk = new CaseFlow(index.flow)
  let at = lowerBound(rows, index.unitStart[selection.low] as number)
  for (let unit = selection.low; unit < selection.high; unit++) {
    const end = index.unitStart[unit + 1] as number
    if (at >= rows.length) return
    if ((rows[at] as number) >= end) continue
    const [first, after] = periodMoments(selection, zones[unit] as number)
    const parts = zero()
    for (; at < rows.length && (rows[at] as number) < end; at++) {
      const row = rows[at] as number
      if (selection.passes !== null && !selection.passes(row)) continue
      const known = knownBefore(asOf[index.reporter[row] as number] as number, after)
      const opens = Math.min(first, known)
      const [begun, closed, isReferred] = [received[row] as number, closedAt[row] as number, status[row] === REFERRED]
      takeOutPlain(parts, begun, closed, opens, known, isReferred)
      walk.add(parts, row, begun, closed, opens, known, isReferred)
    }
    visit(unit, parts)
  }
}

/** What receipt and closing alone say of a case, as the pass over all cases counted it. */
function takeOutPlain(
  parts: Parts,
  begun: number,
  closed: number,
  opens: number,
  known: number,
  isReferred: boolean,
): void {
  // prettier-ignore
  if (begun < opens && (closed === NONE || closed >= opens)) parts.opening--
  if (begun >= opens && begun < known) parts.received--
  if (closed !== NONE && closed >= opens && closed < known) parts.closed--
  if (begun < known && (closed === NONE || closed >= known)) {
    parts.closing--
    if (isReferred) parts.referred_open--
  }
}

const zero = (): Parts => ({
  opening: 0,
  received: 0,
  reopened: 0,
  transferred_in: 0,
  closed: 0,
  transferred_out: 0,
  closing: 0,
  referred_open: 0,
})

/** Cases whose way is told by events: reopened, transferred, or closed otherwise than closed_at says. */
class CaseFlow {
  #from = 0
  #to = 0

  constructor(private readonly events: FlowEvents) {}

  /** Adds the movements of one case between two moments, and whether it was in the stock at each. */
  add(
    parts: Parts,
    row: number,
    received: number,
    closed: number,
    opens: number,
    known: number,
    referred: boolean,
  ): void {
    // prettier-ignore
    this.#find(row)
    const transferredAt = this.#arrival()
    if (this.#inStock(received, closed, transferredAt, opens)) parts.opening++
    if (this.#inStock(received, closed, transferredAt, known)) {
      parts.closing++
      if (referred) parts.referred_open++
    }
    if (transferredAt === null && received >= opens && received < known) parts.received++
    for (let i = this.#from; i < this.#to; i++) {
      const at = this.events.at[i] as number
      if (at < opens || at >= known) continue
      const kind = this.events.kind[i]
      if (kind === CLOSED || kind === WITHDRAWN) parts.closed++
      else if (kind === REOPENED) parts.reopened++
      else if (kind === REFERRED_IN) parts.transferred_in++
      else parts.transferred_out++
    }
  }

  /** The events of a row. Rows are asked for in rising order, so most are found right behind the one before. */
  #find(row: number): void {
    const { row: rows } = this.events
    this.#from = rows[this.#to] === row ? this.#to : lowerBound(rows, row)
    this.#to = this.#from
    while (this.#to < rows.length && rows[this.#to] === row) this.#to++
  }

  /** When the case came by transfer instead of being received here: its first movement between units is one inwards. */
  #arrival(): number | null {
    for (let i = this.#from; i < this.#to; i++) {
      const kind = this.events.kind[i]
      if (kind === REFERRED_OUT) return null
      if (kind === REFERRED_IN) return this.events.at[i] as number
    }
    return null
  }

  /** Whether the unit had the case open just before a moment, by its events up to then and its closed_at. */
  #inStock(received: number, closed: number, transferredAt: number | null, moment: number): boolean {
    if ((transferredAt ?? received) >= moment) return false
    let [away, done, reopened] = [false, false, NONE]
    for (let i = this.#from; i < this.#to && (this.events.at[i] as number) < moment; i++) {
      const kind = this.events.kind[i]
      if (kind === REFERRED_OUT) away = true
      else if (kind === REFERRED_IN) away = false
      else {
        done = kind !== REOPENED
        if (!done) reopened = this.events.at[i] as number
      }
    }
    return !away && !done && !(closed !== NONE && closed < moment && closed >= reopened)
  }
}
