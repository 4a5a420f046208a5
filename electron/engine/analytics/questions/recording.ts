/** Signals of how times are written down: all at midnight, before receipt, long after it. */
import { DAY, NONE } from '../../../../shared/domain/time'
import { ALARM } from '../../../../shared/statistics/funnel'
import { binomialUpper } from '../../../../shared/statistics/tails'
import { zoneOffset } from '../../columns/layout'
import type { UnitNode } from '../../registry/model'
import { eachUnit, select } from '../selection'
import { discovered, homes, strengthOf, type Answered, type Asked, type Shown } from './asked'

interface Counts {
  total: number
  midnight: number
  negative: number
  late: number
}

function count(question: Asked): [UnitNode, Counts][] {
  const { context, filter } = question
  const { cases } = context.index
  const { received_at: received, first_response_at: answered, progress_at: progress, closed_at: closed, recorded_at: recorded } = cases.times // prettier-ignore
  const selection = select(context, filter)
  const { rows } = selection
  const home = homes(question)
  const tolerance = context.registry.registry.policy.backdate_tolerance_days * DAY
  const found = new Map<UnitNode, Counts>()
  const isBefore = (time: number, begun: number) => time !== NONE && time < begun
  eachUnit(selection, (u, _, __, a, b) => {
    const node = home[u]
    if (!node) return
    let held = found.get(node)
    if (!held) found.set(node, (held = { total: 0, midnight: 0, negative: 0, late: 0 }))
    for (let i = a; i < b; i++) {
      const row = rows === null ? i : (rows[i] as number)
      const begun = received[row] as number
      held.total++
      if ((begun + zoneOffset(cases.zone[row] as number)) % DAY === 0) held.midnight++
      if (isBefore(answered[row] as number, begun) || isBefore(progress[row] as number, begun) || isBefore(closed[row] as number, begun)) held.negative++ // prettier-ignore
      if ((recorded[row] as number) - begun > tolerance) held.late++
    }
  })
  return [...found].filter(([, { total }]) => total > 0)
}

/** Fewer cases have no habit. */
const LEAST = 10
const MIDNIGHT_SHARE = 0.5
/** Times as often as in all units of the level. */
const LATE_FACTOR = 2

export function recording(question: Asked): Answered {
  const held = count(question)
  const late = lateRecording(question, held)
  const shown: Shown[] = late.shown
  for (const [unit, { total, midnight, negative }] of held) {
    if (total >= LEAST && midnight >= MIDNIGHT_SHARE * total) {
      shown.push({ unit, signal: 'midnight_times', evidence: { cases: midnight, total }, p: null, strength: 'alert', room: 'kasus' }) // prettier-ignore
    }
    if (negative > 0) {
      shown.push({ unit, signal: 'negative_duration', evidence: { cases: negative, total }, p: null, strength: 'notice', room: 'kasus' }) // prettier-ignore
    }
  }
  return { tests: 2 * held.length + late.tests, shown }
}

/** Recorded later than the registry tolerates, against the share of all units of the level. */
function lateRecording({ context }: Asked, held: readonly [UnitNode, Counts][]): Answered {
  const days = context.registry.registry.policy.backdate_tolerance_days
  const pooled = new Map<string, { late: number; total: number }>()
  for (const [{ current }, { late, total }] of held) {
    const sum = pooled.get(current.level) ?? { late: 0, total: 0 }
    pooled.set(current.level, { late: sum.late + late, total: sum.total + total })
  }
  const tests = held.flatMap(([unit, { late, total }]) => {
    const { late: all, total: of } = pooled.get(unit.current.level) as { late: number; total: number }
    return total < LEAST ? [] : [{ unit, late, total, share: all / of, p: binomialUpper(late, total, all / of) }]
  })
  return {
    tests: tests.length,
    shown: discovered(tests, ALARM)
      .filter(({ late, total, share }) => late >= LATE_FACTOR * share * total)
      .map(({ unit, late, total, p }) => ({
        unit,
        signal: 'late_recording',
        evidence: { cases: late, total, days },
        p,
        strength: strengthOf(p),
        room: 'kasus',
      })),
  }
}
