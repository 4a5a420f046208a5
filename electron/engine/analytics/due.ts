/** Deadlines of all cases at once: for each rule, the first moment after each case's due moment. */
import type { Rule } from '../../../shared/export/registry'
import { DAY, NONE, OPEN_END, cut, dayOf, dayStart } from '../../../shared/domain/time'
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

type Group = Omit<Deadline, 'due'>

/** The registry's rules by what they limit, in its order. */
const groupsOf = (context: QueryContext): Group[] =>
  context.once('deadline rules', () => {
    const groups = new Map<string, Group>()
    for (const rule of context.registry.rules) {
      const { code, kind, from, to } = rule
      if (!isColumn(from) || !isColumn(to)) continue
      const key = `${code} ${kind} ${from} ${to}`
      const group = groups.get(key)
      if (group) group.rules.push(rule)
      else groups.set(key, { code, kind, from, to, rules: [rule] })
    }
    return [...groups.values()]
  })

const dueOf = (context: QueryContext, group: Group, place: number): Int32Array =>
  context.once(`due ${place}`, () => dueColumn(context, group))

/** Deadlines of the registry's rules, in its order. */
export const deadlines = (context: QueryContext): Deadline[] =>
  context.once('deadlines', () =>
    groupsOf(context).map((group, place) => ({ ...group, due: dueOf(context, group, place) })),
  )

/** Making them one after the other: a piece of work each. */
export const deadlineSteps = (context: QueryContext): (() => unknown)[] =>
  groupsOf(context).map((group, place) => () => dueOf(context, group, place))

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

/** From when until when each case is late for some regulation; both moments count. */
export interface OverdueSpans {
  /** OPEN_END and NONE where it never is */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly gaps: Gaps
}
/** Cases that are not late all the time between: by rising row, the last moment before each gap and the first after it. */
export interface Gaps {
  readonly rows: Uint32Array
  readonly from: Int32Array
  readonly to: Int32Array
}

/** Not kept: a pass over all cases. */
export function overdueSpans(context: QueryContext): OverdueSpans {
  const { rows, times } = context.index.cases
  const [from, to] = [new Int32Array(rows).fill(OPEN_END), new Int32Array(rows).fill(NONE)]
  const limits = regulations(context).map((limit) => ({ due: limit.due, done: times[limit.to] }))
  const gapped = new Set(limits.flatMap(({ due, done }) => addSpans(due, done, from, to)))
  const gaps = [...gapped].toSorted((a, b) => a - b).flatMap((row) => gapsOf(limits, row))
  const column = (pick: (gap: Gap) => number) => Int32Array.from(gaps, pick)
  return { from, to, gaps: { rows: Uint32Array.from(gaps, ({ row }) => row), from: column((gap) => gap.from), to: column((gap) => gap.to) } } // prettier-ignore
}

type Limit = Record<'due' | 'done', Int32Array>
interface Gap {
  row: number
  from: number
  to: number
}

const isNever = (due: number, end: number) => due <= BLOCKED || end < due
const endOf = (done: number) => (done === NONE ? OPEN_END : done)

/** @returns rows whose new span does not touch the one before */
function addSpans(due: Int32Array, done: Int32Array, from: Int32Array, to: Int32Array): number[] {
  const apart: number[] = []
  for (let row = 0; row < due.length; row++) {
    const begin = due[row] as number
    const end = endOf(done[row] as number)
    if (isNever(begin, end)) continue
    const [first, last] = [from[row] as number, to[row] as number]
    if (last !== NONE && (begin > last + 1 || end + 1 < first)) apart.push(row)
    if (begin < first) from[row] = begin
    if (end > last) to[row] = end
  }
  return apart
}

/** What lies between the spans of one row; none where a third one fills it. */
function gapsOf(limits: readonly Limit[], row: number): Gap[] {
  const spans = limits
    .map(({ due, done }) => ({ begin: due[row] as number, end: endOf(done[row] as number) }))
    .filter(({ begin, end }) => !isNever(begin, end))
    .toSorted((a, b) => a.begin - b.begin)
  const gaps: Gap[] = []
  let last = spans[0]?.end ?? NONE
  for (const { begin, end } of spans) {
    if (begin > last + 1) gaps.push({ row, from: last, to: begin })
    last = Math.max(last, end)
  }
  return gaps
}

/** One version after another, and inside each one unit after the other: an earlier version's word stands. */
function dueColumn(context: QueryContext, { from, rules }: Group): Int32Array {
  const { index, zones } = context
  const due = new Int32Array(index.cases.rows).fill(NONE)
  for (const rule of rules) {
    const version = prepare(context, rule)
    for (let unit = 0; unit < index.units.length; unit++) {
      fillDue(due, version, index.cases.times, from, zones[unit] as number, index.unitStart[unit] as number, index.unitStart[unit + 1] as number) // prettier-ignore
    }
  }
  return due
}

type Version = ReturnType<typeof prepare>

function fillDue(
  due: Int32Array,
  version: Version,
  times: Readonly<Record<TimeColumn, Int32Array>>,
  from: TimeColumn,
  zone: number,
  start: number,
  end: number,
): void {
  const [received, began] = [times.received_at, times[from]]
  const first = cut(dayStart(version.first, zone))
  const after = Number.isFinite(version.last) ? cut(dayStart(version.last + 1, zone)) : OPEN_END
  const days = version.days(zone)
  for (let row = start; row < end; row++) {
    const [begun, at] = [received[row] as number, began[row] as number]
    if (at === NONE || begun < first || begun >= after || due[row] !== NONE || !version.applies(row)) continue
    if (days === null) {
      due[row] = version.due(at, zone)
      continue
    }
    const day = Math.floor((at + zone) / DAY) + REACH
    const held = days[day] as number
    due[row] = held === NONE ? (days[day] = version.due((day - REACH) * DAY - zone, zone)) : held
  }
}

/** A rule with its days as numbers, its conditions as tables and its due days remembered by the day they begin. */
function prepare({ calendar, index }: QueryContext, rule: Rule) {
  const conditions = Object.entries(rule.applies).map(([column, codes]) => {
    const table = new Uint8Array(256)
    if (!(CODE_COLUMNS as readonly string[]).includes(column)) return { codes: index.cases.codes.channel, table }
    const name = column as CodeColumn
    for (const code of codes) if (CODES[name].includes(code)) table[CODES[name].indexOf(code)] = 1
    return { codes: index.cases.codes[name], table }
  })
  const remembered = new Map<number, Int32Array>()
  return {
    first: dayOf(rule.effective_from),
    last: rule.effective_to === null ? Infinity : dayOf(rule.effective_to),
    applies(row: number): boolean {
      for (const { codes, table } of conditions) if (table[codes[row] as number] === 0) return false
      return true
    },
    /** by day + REACH; null for limits that count hours */
    days(zone: number): Int32Array | null {
      if (rule.limit.unit === 'hours') return null
      const held = remembered.get(zone) ?? new Int32Array(2 * REACH + 1).fill(NONE)
      remembered.set(zone, held)
      return held
    },
    due(from: number, zone: number): number {
      const after = dueAfter(rule, from, zone, calendar)
      return after === null ? BLOCKED : Math.min(after, OPEN_END)
    },
  }
}
