/** Signals of when cases are closed: many in one minute, many on the last day of a quarter, before any first answer. */
import { NONE, dayAt, dayOf, dayText, momentText, weekday } from '../../../../shared/domain/time'
import { ALARM } from '../../../../shared/statistics/funnel'
import { binomialUpper } from '../../../../shared/statistics/tails'
import type { UnitNode } from '../../registry/model'
import { eachUnit, periodMoments, select } from '../selection'
import { discovered, homes, strengthOf, type Answered, type Asked, type Shown } from './asked'

interface Closings {
  zone: number
  /** moments of closing, and how many came before the first answer */
  closed: number[]
  early: number
  minute: { at: number; count: number }
}

/** Closings in the period by the unit they belong to; minutes are counted inside the unit that closed. */
function closingsOf(question: Asked): Map<UnitNode, Closings> {
  const { context, filter } = question
  const selection = select(context, filter)
  const { rows } = selection
  const { closed_at: closedAt, first_response_at: answered } = context.index.cases.times
  const home = homes(question)
  const found = new Map<UnitNode, Closings>()
  eachUnit(selection, (u, start, end) => {
    const node = home[u]
    if (!node) return
    const zone = context.zones[u] as number
    const [first, after] = periodMoments(selection, zone)
    let held = found.get(node)
    if (!held) found.set(node, (held = { zone, closed: [], early: 0, minute: { at: NONE, count: 0 } }))
    const minutes = new Int32Array(end - start)
    let count = 0
    for (let i = start; i < end; i++) {
      const row = rows === null ? i : (rows[i] as number)
      const closed = closedAt[row] as number
      if (closed === NONE || closed < first || closed >= after) continue
      held.closed.push(closed)
      minutes[count++] = Math.floor(closed / 60)
      if ((answered[row] as number) > closed) held.early++
    }
    const busiest = busiestMinute(minutes.subarray(0, count).sort())
    if (busiest.count > held.minute.count) held.minute = busiest
  })
  return found
}

/** The first of the minutes with most closings. */
function busiestMinute(rising: Int32Array): Closings['minute'] {
  let most = { at: NONE, count: 0 }
  for (let i = 0; i < rising.length;) {
    let end = i + 1
    while (end < rising.length && rising[end] === rising[i]) end++
    if (end - i > most.count) most = { at: (rising[i] as number) * 60, count: end - i }
    i = end
  }
  return most
}

const BULK_ALERT = 10
const BULK_ALARM = 25
/** From this share on, and not for single slips. */
const EARLY_SHARE = 0.05
const EARLY_LEAST = 5

export function closings(question: Asked): Answered {
  const held = [...closingsOf(question)].filter(([, { closed }]) => closed.length > 0)
  const quarter = quarterEnds(question, held)
  const shown: Shown[] = quarter.shown
  for (const [unit, { closed, early, minute, zone }] of held) {
    if (minute.count >= BULK_ALERT) {
      shown.push({
        unit,
        signal: 'bulk_closing',
        evidence: { closed: minute.count, at: momentText(minute.at, zone) },
        p: null,
        strength: minute.count >= BULK_ALARM ? 'alarm' : 'alert',
        room: 'kasus',
      })
    }
    if (early >= EARLY_LEAST && early >= EARLY_SHARE * closed.length) {
      const evidence = { cases: early, total: closed.length }
      shown.push({ unit, signal: 'closed_before_response', evidence, p: null, strength: 'notice', room: 'kasus' })
    }
  }
  return { tests: 2 * held.length + quarter.tests, shown }
}

/** Fewer closings have no end of a quarter. */
const LEAST_CLOSED = 20

/** Closings on the last day of a quarter against the share of working days that such days are. */
function quarterEnds({ context, period }: Asked, held: readonly (readonly [UnitNode, Closings])[]): Answered {
  const days = workingAndQuarterEnds(period.from, Math.min(period.to, dayOf(context.today)))
  if (days.ends.size === 0 || days.working === 0) return { tests: 0, shown: [] }
  const share = days.ends.size / days.working
  const tests = held.flatMap(([unit, { closed, zone }]) => {
    if (closed.length < LEAST_CLOSED) return []
    const onEnds = new Map<number, number>()
    for (const moment of closed) {
      const day = dayAt(moment, zone)
      if (days.ends.has(day)) onEnds.set(day, (onEnds.get(day) ?? 0) + 1)
    }
    const most = [...onEnds].toSorted((a, b) => b[1] - a[1])[0]
    const count = [...onEnds.values()].reduce((sum, value) => sum + value, 0)
    return [{ unit, count, most, total: closed.length, p: binomialUpper(count, closed.length, share) }]
  })
  return {
    tests: tests.length,
    shown: discovered(tests, ALARM).map(({ unit, count, most, total, p }) => ({
      unit,
      signal: 'quarter_end_closing',
      evidence: { closed: count, total, day: most ? dayText(most[0]) : '' },
      p,
      strength: strengthOf(p),
      room: 'kasus',
    })),
  }
}

/** Longest period that is walked through day by day. */
const MOST_DAYS = 40 * 366

function workingAndQuarterEnds(from: number, to: number): { working: number; ends: Set<number> } {
  const ends = new Set<number>()
  let working = 0
  for (let day = Math.max(from, to - MOST_DAYS); day <= to; day++) {
    const name = weekday(day)
    if (name !== 0 && name !== 6) working++
    const text = dayText(day)
    if (/-(03-31|06-30|09-30|12-31)$/.test(text)) ends.add(day)
  }
  return { working, ends }
}
