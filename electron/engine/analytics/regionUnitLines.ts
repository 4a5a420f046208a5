/** `region.unitLines`: the units under a unit, one line each, in the order of their codes; no ranking. */
import type { UnitLine } from '../../../shared/contract/results/region'
import type { Filter } from '../../../shared/domain/filter'
import { SP3D_TARGET } from '../../../shared/domain/targets'
import { dayText, monthOf, monthStart, monthText } from '../../../shared/domain/time'
import { flagOf, proportionTails } from '../../../shared/statistics/funnel'
import type { UnitNode } from '../registry/model'
import type { QueryContext } from './context'
import { boardCell, held, isKnown, periodOf, reportersOf } from './delivery'
import { countOf, measureWithin, receivedSums } from './measures'
import { estimate } from './metrics'
import { overviewQuestions } from './overviewQuestions'
import { withoutUnit, type UnitRange } from './selection'

/** Months of the small bars, and of the delivery marks at most. */
const MONTHS = 12

export function regionUnitLines(context: QueryContext, filter: Filter): UnitLine[] {
  const children = filter.unit === undefined ? context.registry.roots : (context.registry.unit(filter.unit)?.children ?? []) // prettier-ignore
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
    monthly: monthly(context, filter, range),
    received: countOf(measures, 'received', range),
    sp3d,
    open: countOf(measures, 'open', range),
    over_90: countOf(measures, 'over90', range),
    delivery: delivery(context, filter),
    flag: flagOf(proportionTails(onTime, matured, SP3D_TARGET), matured * SP3D_TARGET),
    questions,
  }
}

/** The last months up to the end of the period; null where no unit that reports for this one is known in that month. */
function monthly(context: QueryContext, filter: Filter, { low, high }: UnitRange): UnitLine['monthly'] {
  const months = receivedByUnit(context, withoutUnit(filter))
  if (months === null) return []
  return months.received.map((sums, i) => {
    const month = months.first + i
    const days = [Math.max(monthStart(month), months.from), Math.min(monthStart(month + 1) - 1, months.to)] as const
    const known = reportersOf(context, filter.unit, [month]).some((unit) => isKnown(context, unit.code, ...days))
    return { month: monthText(month), received: known ? (sums[high] as number) - (sums[low] as number) : null }
  })
}

interface UnitMonths {
  /** days held and asked for */
  from: number
  to: number
  first: number
  /** for each month, running sums over the units of the index */
  received: Int32Array[]
}

/** Cases received by unit and month, for all units at once; months since January 2000. */
function receivedByUnit(context: QueryContext, filter: Filter): UnitMonths | null {
  const span = held(context)
  if (span === null) return null
  const to = Math.min(periodOf(context, filter).to, span.to)
  const first = Math.max(monthOf(to) - MONTHS + 1, monthOf(span.from))
  return context.memo(`received by month ${JSON.stringify([filter, first, to])}`, () => {
    const received = Array.from({ length: monthOf(to) - first + 1 }, (_, i) => {
      const window = { ...filter, from: dayText(monthStart(first + i)), to: dayText(Math.min(to, monthStart(first + i + 1) - 1)) } // prettier-ignore
      return receivedSums(context, window)
    })
    return { from: span.from, to, first, received }
  })
}

/** The board's marks of the unit that reports, for the months of the period. */
function delivery(context: QueryContext, filter: Filter): UnitLine['delivery'] {
  const months = periodOf(context, filter).months.slice(-MONTHS)
  const reporter = reportersOf(context, filter.unit, months)[0]
  if (!reporter) return []
  return months
    .filter((month) => context.registry.expected(monthText(month)).includes(reporter))
    .map((month) => ({ month: monthText(month), state: boardCell(context, reporter.code, month).state }))
}
