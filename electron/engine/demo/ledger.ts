/**
 * The generator's own book: what the figures must come to, counted from the simulated lives and never from the exports.
 * Only exports that intake accepts count; where a unit rewrote its history, the first reported value does.
 */
import { known, stateAt } from './asOf'
import { DAY } from './clock'
import type { SimCase } from './journey'
import type { DemoPlan } from './plan'
import { isWritten } from './calls'
import { monthOf, type UnitLife } from './population'

export interface Ledger {
  cases: number
  open: number
  closed: number
  overdue: number
  received_by_month: Record<string, number>
  closed_by_month: Record<string, number>
  by_channel: Record<string, number>
  /** sessions held, by kind; people who came and issues they raised on Fridays */
  sessions: Record<string, number>
  attendees: number
  issues: number
  /** by line: days written down, calls offered, answered, pranks */
  call_days: Record<string, number>
  offered: Record<string, number>
  answered: Record<string, number>
  pranks: Record<string, number>
}

export const emptyLedger = (): Ledger => ({
  cases: 0,
  open: 0,
  closed: 0,
  overdue: 0,
  received_by_month: {},
  closed_by_month: {},
  by_channel: {},
  sessions: {},
  attendees: 0,
  issues: 0,
  call_days: {},
  offered: {},
  answered: {},
  pranks: {},
})

const count = (into: Record<string, number>, key: string, by = 1) => {
  into[key] = (into[key] ?? 0) + by
}

/** Adds a case as it stands at `asOf`, if it is known by then. */
export function enter(ledger: Ledger, plan: DemoPlan, life: SimCase, asOf: number): void {
  if (!known(life, asOf)) return
  const now = stateAt(life, asOf)
  ledger.cases++
  count(ledger.received_by_month, monthOf(life.received))
  count(ledger.by_channel, life.channel)
  if (now.closed === null) ledger.open++
  else {
    ledger.closed++
    count(ledger.closed_by_month, monthOf(now.closed))
  }
  if (overdue(plan, life, asOf)) ledger.overdue++
}

/** Adds what stands at `asOf` of a unit's sessions and call lines. */
export function enterChannels(ledger: Ledger, { sessions, calls }: UnitLife, asOf: number): void {
  for (const { kind, recorded, attendees, issues } of sessions) {
    if (recorded > asOf) continue
    count(ledger.sessions, kind)
    if (kind !== 'jumat_curhat') continue
    ledger.attendees += attendees
    ledger.issues += issues
  }
  for (const call of calls) {
    if (!isWritten(call, asOf)) continue
    const [, , line = '', offered, answered, , prank] = call.row
    count(ledger.call_days, line)
    count(ledger.offered, line, Number(offered))
    count(ledger.answered, line, Number(answered))
    count(ledger.pranks, line, Number(prank))
  }
}

/** A regulation's limit has passed and its step is empty: SP3D in 20 working days, the result 40 after it. */
function overdue(plan: DemoPlan, life: SimCase, asOf: number): boolean {
  const now = stateAt(life, asOf)
  if (life.graded !== 'graded' || now.response === null || life.received < RULES_FROM) return false
  if (now.progress === null) return plan.due(life.received, 20) < asOf
  return now.closed === null && plan.due(now.progress, 40) < asOf
}
const RULES_FROM = (Date.UTC(2024, 2, 1) / 86_400_000) * DAY

const BOOKS = [
  'received_by_month', 'closed_by_month', 'by_channel', 'sessions', 'call_days', 'offered', 'answered', 'pranks',
] as const // prettier-ignore

/** Sums ledgers. */
export function addLedger(into: Ledger, from: Ledger): void {
  into.cases += from.cases
  into.open += from.open
  into.closed += from.closed
  into.overdue += from.overdue
  into.attendees += from.attendees
  into.issues += from.issues
  for (const key of BOOKS) for (const [name, value] of Object.entries(from[key])) count(into[key], name, value)
}
