/** Deadlines of all cases at once: for each rule, the first moment after each case's due moment. */
import type { Rule } from '../../../shared/export/registry'
import { DAY, NONE, OPEN_END, dayAt, dayOf } from '../../../shared/domain/time'
import { dueAfter } from '../../../shared/domain/rule'
import { CODES, CODE_COLUMNS, TIME_COLUMNS, type CodeColumn, type TimeColumn } from '../columns/layout'
import { REACH } from '../columns/months'
import type { QueryContext } from './context'

/** In a due column: the rule applies, but a calendar is missing. NONE: no rule applies or its start is empty. */
export const BLOCKED = NONE + 1

/** Versions of one rule (same code, same two times): at most one is in force on a day. */
export interface Deadline {
  code: string
  kind: Rule['kind']
  from: TimeColumn
  to: TimeColumn
  rules: Rule[]
  /** first moment after the deadline, one a case; see also BLOCKED and NONE */
  due: Int32Array
}

const isColumn = (name: string): name is TimeColumn => (TIME_COLUMNS as readonly string[]).includes(name)

/** Deadlines of the registry's rules, in its order. */
export function deadlines(context: QueryContext): Deadline[] {
  return context.once('deadlines', () => {
    const groups = new Map<string, Omit<Deadline, 'due'>>()
    for (const rule of context.registry.rules) {
      const { code, kind, from, to } = rule
      if (!isColumn(from) || !isColumn(to)) continue
      const key = `${code} ${kind} ${from} ${to}`
      const group = groups.get(key)
      if (group) group.rules.push(rule)
      else groups.set(key, { code, kind, from, to, rules: [rule] })
    }
    return [...groups.values()].map((group) => ({ ...group, due: dueColumn(context, group) }))
  })
}

/** Limits that count for "overdue" and for a case's state: those of regulations. */
export const regulations = (context: QueryContext): Deadline[] =>
  deadlines(context).filter((deadline) => deadline.kind === 'regulation')

/** The regulations' limit from receipt to the progress notice (SP3D), as one column: the first that applies. */
export function sp3dDue(context: QueryContext): Int32Array {
  return context.once('sp3d', () => {
    const columns = regulations(context)
      .filter(({ from, to }) => from === 'received_at' && to === 'progress_at')
      .map(({ due }) => due)
    const first = columns[0] ?? new Int32Array(context.index.cases.rows).fill(NONE)
    return columns.slice(1).reduce((held, next) => held.map((due, row) => (due === NONE ? (next[row] as number) : due)), first) // prettier-ignore
  })
}

function dueColumn(context: QueryContext, { from, rules }: Omit<Deadline, 'due'>): Int32Array {
  const { index, zones } = context
  const { rows, times } = index.cases
  const due = new Int32Array(rows).fill(NONE)
  const versions = rules.map((rule) => prepare(context, rule))
  const received = times.received_at
  const start = times[from]
  for (let unit = 0; unit < index.units.length; unit++) {
    const zone = zones[unit] as number
    for (let row = index.unitStart[unit] as number; row < (index.unitStart[unit + 1] as number); row++) {
      const began = start[row] as number
      if (began === NONE) continue
      const day = dayAt(received[row] as number, zone)
      const version = versions.find((item) => item.first <= day && day <= item.last && item.applies(row))
      if (version) due[row] = version.due(began, zone)
    }
  }
  return due
}

/** A rule with its days as numbers, its conditions as tables and its due days remembered. */
function prepare({ calendar, index }: QueryContext, rule: Rule) {
  const conditions = Object.entries(rule.applies).map(([column, codes]) => {
    const table = new Uint8Array(256)
    if (!(CODE_COLUMNS as readonly string[]).includes(column)) return { codes: null, table }
    const name = column as CodeColumn
    for (const code of codes) if (CODES[name].includes(code)) table[CODES[name].indexOf(code)] = 1
    return { codes: index.cases.codes[name], table }
  })
  const remembered = new Map<number, Int32Array>()
  const dueOf = (from: number, zone: number): number => {
    const after = dueAfter(rule, from, zone, calendar)
    return after === null ? BLOCKED : Math.min(after, OPEN_END)
  }
  return {
    first: dayOf(rule.effective_from),
    last: rule.effective_to === null ? Infinity : dayOf(rule.effective_to),
    applies: (row: number) =>
      conditions.every(({ codes, table }) => codes !== null && table[codes[row] as number] === 1),
    due(from: number, zone: number): number {
      if (rule.limit.unit === 'hours') return dueOf(from, zone)
      let days = remembered.get(zone)
      if (!days) remembered.set(zone, (days = new Int32Array(2 * REACH + 1).fill(NONE)))
      const day = dayAt(from, zone)
      const held = days[day + REACH] as number
      return held === NONE ? (days[day + REACH] = dueOf(day * DAY - zone, zone)) : held
    },
  }
}
