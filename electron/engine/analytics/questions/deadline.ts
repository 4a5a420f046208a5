/** Signals of the SP3D deadline: kept too rarely, or kept by heaping just before it. */
import { SP3D_TARGET } from '../../../../shared/domain/targets'
import { DAY, NONE } from '../../../../shared/domain/time'
import { ALARM } from '../../../../shared/statistics/funnel'
import { LEAST_EXPECTED } from '../../../../shared/statistics/least'
import { deadlineHeaping } from '../../../../shared/statistics/signals'
import { binomialLower } from '../../../../shared/statistics/tails'
import { BLOCKED, sp3dDue } from '../due'
import type { UnitNode } from '../../registry/model'
import { countOf, measure, type Measure } from '../measures'
import { eachUnit, select } from '../selection'
import { discovered, homes, rangeOfUnit, strengthOf, type Answered, type Asked } from './asked'

export function sp3dBelowTarget({ context, filter, units }: Asked): Answered {
  const measures = measure(context, filter)
  const tests = units.flatMap((unit) => {
    const onTime = countOf(measures, 'sp3dOnTime', rangeOfUnit(unit))
    const matured = onTime + countOf(measures, 'sp3dLate', rangeOfUnit(unit))
    return matured * SP3D_TARGET < LEAST_EXPECTED ? [] : [{ unit, onTime, matured, p: binomialLower(onTime, matured, SP3D_TARGET) }] // prettier-ignore
  })
  return {
    tests: tests.length,
    shown: discovered(tests).map(({ unit, onTime, matured, p }) => ({
      unit,
      signal: 'sp3d_below_target',
      evidence: { on_time: onTime, matured, share: onTime / matured, target: SP3D_TARGET },
      p,
      strength: strengthOf(p),
      room: 'wilayah',
    })),
  }
}

/** Days on each side of the deadline. */
const WINDOW = 3
/** Fewer notices around the deadline say nothing. */
const LEAST_AROUND = 10
/** Even without any habit more notices fall before a deadline than after it: asked about from this share on. */
const HEAPED_SHARE = 0.5

/**
 * Notices in the three days up to the deadline against those in the three days after it. An honest effort makes a cliff
 * too; so it is asked about only where most of all notices fall into those last days.
 */
export function heaping(question: Asked): Answered {
  const { context, filter } = question
  const due = sp3dDue(context)
  const { progress_at: progress } = context.index.cases.times
  const selection = select(context, filter)
  const { rows } = selection
  const home = homes(question)
  const counts = new Map(question.units.map((unit) => [unit, { before: 0, after: 0, all: 0 }]))
  eachUnit(selection, (u, _, __, a, b) => {
    const count = home[u] && counts.get(home[u])
    if (!count) return
    for (let i = a; i < b; i++) {
      const row = rows === null ? i : (rows[i] as number)
      const [limit, done] = [due[row] as number, progress[row] as number]
      if (limit <= BLOCKED || done === NONE) continue
      count.all++
      if (done < limit && done >= limit - WINDOW * DAY) count.before++
      else if (done >= limit && done < limit + WINDOW * DAY) count.after++
    }
  })
  const tests = [...counts].flatMap(([unit, { before, after, all }]) =>
    before + after < LEAST_AROUND ? [] : [{ unit, before, after, all, p: deadlineHeaping(before, after) }],
  )
  return {
    tests: tests.length,
    shown: discovered(tests, ALARM)
      .filter(({ before, all }) => before > HEAPED_SHARE * all)
      .map(({ unit, before, after, all, p }) => ({
        unit,
        signal: 'deadline_heaping',
        evidence: { before, after, days: WINDOW, total: all, ...beside(question, unit) },
        p,
        strength: strengthOf(p),
        room: 'wilayah',
      })),
  }
}

/** What stands beside heaping, since an honest effort makes a cliff too: how much came back, how much was upheld. */
function beside({ context, filter }: Asked, unit: UnitNode): { reopened_share: number; upheld_share: number } {
  const measures = measure(context, filter)
  const count = (name: Measure) => countOf(measures, name, rangeOfUnit(unit))
  const part = (of: Measure, among: Measure) => (count(among) === 0 ? 0 : count(of) / count(among))
  return { reopened_share: part('reopened', 'everClosed'), upheld_share: part('substantiated', 'closed') }
}
