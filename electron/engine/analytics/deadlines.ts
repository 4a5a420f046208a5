/** The deadlines of one case, for its page. */
import type { CaseDeadline } from '../../../shared/contract/results/cases'
import { WorkCalendar } from '../../../shared/domain/calendar'
import { appliesTo, dueAfter, inForce, lastMoment, verdict } from '../../../shared/domain/rule'
import { cut, dayAt, dayText, momentOf, momentText } from '../../../shared/domain/time'
import { TABLES } from '../../../shared/export/tables'
import { zoneSeconds } from '../../../shared/export/time'
import type { TextRow } from '../columns/build'
import type { RegistryModel } from '../registry/model'

const NAMES = TABLES.cases.columns.map((column) => column.name)

/**
 * Every rule in force on the day of receipt that speaks of the case: its due moment and the verdict as known at `asOf`
 * of the reporting unit. `values` in the order of TABLES.cases.
 */
export function caseDeadlines(
  values: TextRow,
  registry: RegistryModel,
  asOf: string,
  settings: { cutiBersama: boolean },
): CaseDeadline[] {
  // prettier-ignore
  const value = (column: string) => values[NAMES.indexOf(column)] || null
  const moment = (column: string) => {
    const text = value(column)
    return text === null ? null : momentOf(text)
  }
  const calendar = new WorkCalendar(registry.holidays, settings.cutiBersama)
  const received = momentOf(value('received_at') as string)
  const zone = zoneSeconds(registry.unit(value('unit_code') as string)?.current.zone ?? '+07:00')
  const known = cut(momentOf(asOf)) + 1
  return registry.rules
    .filter((rule) => inForce(rule, dayText(dayAt(received, zone))) && appliesTo(rule, value))
    .map((rule) => {
      const [from, to] = [moment(rule.from), moment(rule.to)]
      const after = from === null ? null : dueAfter(rule, from, zone, calendar)
      const { code, title, basis, kind, limit } = rule
      return {
        rule: code,
        title,
        basis,
        kind,
        from: rule.from,
        to: rule.to,
        limit,
        due_at: after === null ? null : momentText(lastMoment(after), zone),
        met_at: value(rule.to),
        state: verdict(from, to, after, known),
      }
    })
}
