/** `overview.coverage`: how complete the picture is, before any figure. */
import type { RuleInForce } from '../../../shared/contract/results/common'
import type { Coverage } from '../../../shared/contract/results/overview'
import type { Filter } from '../../../shared/domain/filter'
import { dayOf, dayText, monthText } from '../../../shared/domain/time'
import type { Rule } from '../../../shared/export/registry'
import { headOf, type QueryContext } from './context'
import { boardCell, hasReported, lastDayOf, periodOf, unitMonths, type UnitMonths } from './delivery'
import { counts } from './measures'
import { asOfSpan } from './overviewTotals'

export function overviewCoverage(context: QueryContext, filter: Filter): Coverage {
  const period = periodOf(context, filter)
  const lines = unitMonths(context, filter).filter((line) => line.expected.length > 0)
  const reported = lines.filter(hasReported)
  const count = counts(context, filter)
  const matching = count('received')
  const share = (part: number) => (matching === 0 ? 0 : part / matching)
  const [expected, delivered] = [total(lines, 'expected'), total(lines, 'delivered')]
  return {
    units_expected: lines.length,
    units_reported: reported.length,
    units_quarantined: lines.filter((line) => !hasReported(line) && isQuarantined(context, line)).length,
    unit_months_expected: expected,
    unit_months_delivered: delivered,
    share: expected === 0 ? null : delivered / expected,
    missing: lines.filter((line) => line.delivered.length < line.expected.length).map((line) => missing(context, line)),
    ...asOfSpan(context, filter, lines),
    common_day: commonDay(context, reported, period.to),
    period: { from: dayText(period.from), to: dayText(period.to) },
    registry_version: context.registry.version,
    purpose: context.registry.purpose,
    rules: rulesIn(context.registry.rules, dayText(period.from), dayText(period.to)),
    unknown: {
      category: share(count('unknownCategory')),
      district: share(count('unknownDistrict')),
      matching,
    },
  }
}

const total = (lines: readonly UnitMonths[], what: 'expected' | 'delivered') =>
  lines.reduce((sum, line) => sum + line[what].length, 0)

/** The last month that did not come lies in quarantine. */
const isQuarantined = (context: QueryContext, { unit, expected }: UnitMonths) =>
  boardCell(context, unit.code, expected.at(-1) as number).state === 'quarantined'

function missing(context: QueryContext, { unit, expected, delivered }: UnitMonths): Coverage['missing'][number] {
  return {
    unit: unit.code,
    name: unit.current.name,
    months: expected.filter((month) => !delivered.includes(month)).map(monthText),
    last_as_of: headOf(context, unit.code)?.as_of ?? null,
  }
}

function commonDay(context: QueryContext, reported: readonly UnitMonths[], end: number): string | null {
  const days = reported.map(({ unit }) => lastDayOf(context, unit.code)).filter((day) => day !== null)
  return days.length === 0 ? null : dayText(days.reduce((least, day) => Math.min(least, dayOf(day)), end))
}

/** Rules in force on some day of the period. */
export function rulesIn(rules: readonly Rule[], from: string, to: string): RuleInForce[] {
  return rules
    .filter((rule) => rule.effective_from <= to && (rule.effective_to === null || rule.effective_to >= from))
    .map(({ code, title, basis, kind, limit, effective_from, effective_to }) => ({
      code,
      title,
      basis,
      kind,
      limit,
      effective_from,
      effective_to,
    }))
}
