/**
 * The generator's own book: what the figures must come to, counted from the simulated lives and never from the exports.
 * Only exports that intake accepts count; where a unit rewrote its history, the first reported value does.
 */
import { known, stateAt } from './asOf'
import { DAY } from './clock'
import type { SimCase } from './journey'
import type { DemoPlan } from './plan'
import { monthOf } from './population'

export interface Ledger {
  cases: number
  open: number
  closed: number
  overdue: number
  received_by_month: Record<string, number>
  closed_by_month: Record<string, number>
  by_channel: Record<string, number>
}

export const emptyLedger = (): Ledger => ({
  cases: 0,
  open: 0,
  closed: 0,
  overdue: 0,
  received_by_month: {},
  closed_by_month: {},
  by_channel: {},
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

/** A regulation's limit has passed and its step is empty: SP3D in 20 working days, the result 40 after it. */
function overdue(plan: DemoPlan, life: SimCase, asOf: number): boolean {
  const now = stateAt(life, asOf)
  if (life.graded !== 'graded' || now.response === null || life.received < RULES_FROM) return false
  if (now.progress === null) return plan.due(life.received, 20) < asOf
  return now.closed === null && plan.due(now.progress, 40) < asOf
}
const RULES_FROM = (Date.UTC(2024, 2, 1) / 86_400_000) * DAY

/** Sums ledgers. */
export function addLedger(into: Ledger, from: Ledger): void {
  into.cases += from.cases
  into.open += from.open
  into.closed += from.closed
  into.overdue += from.overdue
  for (const key of ['received_by_month', 'closed_by_month', 'by_channel'] as const)
    for (const [name, value] of Object.entries(from[key])) count(into[key], name, value)
}
