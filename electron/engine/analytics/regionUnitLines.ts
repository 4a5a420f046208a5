/** `region.unitLines`: the units under a unit, one line each, in the order of their codes; no ranking. */
import type { UnitLine } from '../../../shared/contract/results/region'
import type { Filter } from '../../../shared/domain/filter'
import { SP3D_TARGET } from '../../../shared/domain/targets'
import { monthText } from '../../../shared/domain/time'
import { flagOf, proportionTails } from '../../../shared/statistics/funnel'
import type { UnitNode } from '../registry/model'
import type { QueryContext } from './context'
import { boardCell, periodOf, unitMonths } from './delivery'
import { countOf, measureWithin } from './measures'
import { estimate } from './metrics'
import { monthlyReceived } from './monthlyReceived'
import { directUnits } from './places'
import { overviewQuestions } from './overviewQuestions'

/** Months of the small bars, and of the delivery marks at most. */
const MONTHS = 12

export function regionUnitLines(context: QueryContext, filter: Filter): UnitLine[] {
  const children = directUnits(context, filter)
  const open = overviewQuestions(context, filter).items.filter(({ disposition }) => disposition === null)
  return children.map((node) => lineOf(context, { ...filter, unit: node.code }, node, open.filter(({ unit }) => unit === node.code).length)) // prettier-ignore
}

function lineOf(context: QueryContext, filter: Filter, node: UnitNode, questions: number): UnitLine {
  const measures = measureWithin(context, filter)
  const range = { low: node.index, high: node.end }
  const sp3d = estimate(context, filter, 'sp3d_on_time')
  const [onTime, matured] = [sp3d.numerator ?? 0, sp3d.denominator ?? 0]
  return {
    unit: node.code,
    name: node.current.name,
    level: node.current.level,
    monthly: monthlyReceived(context, filter, MONTHS),
    received: countOf(measures, 'received', range),
    sp3d,
    open: countOf(measures, 'open', range),
    over_90: countOf(measures, 'over90', range),
    delivery: delivery(context, filter),
    flag: flagOf(proportionTails(onTime, matured, SP3D_TARGET), matured * SP3D_TARGET),
    questions,
  }
}

/** Who was expected to report for the unit in the months of the period, and who did: itself and all under it. */
function delivery(context: QueryContext, filter: Filter): UnitLine['delivery'] {
  const months = periodOf(context, filter).months.slice(-MONTHS)
  const lines = unitMonths(context, filter)
  return months.flatMap((month) => {
    const due = lines.filter(({ expected }) => expected.includes(month))
    const [only] = due
    if (!only) return []
    const reported = due.filter(({ delivered }) => delivered.includes(month)).length
    const whole = reported === due.length ? 'delivered' : 'missing'
    const state = due.length === 1 ? boardCell(context, only.unit.code, month).state : whole
    return [{ month: monthText(month), state, reported, expected: due.length }]
  })
}
