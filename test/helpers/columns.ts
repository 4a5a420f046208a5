/** A segment's source over rows in memory. */
import type { TextRow, UnitSource } from '../../electron/engine/columns/build'
import type { FindingCode } from '../../shared/export/codes'
import { TABLES } from '../../shared/export/tables'

export interface SourceRows {
  cases: readonly TextRow[]
  events?: readonly TextRow[]
  sessions?: readonly TextRow[]
  calls?: readonly TextRow[]
  flags?: ReadonlyMap<string, readonly FindingCode[]>
}

const eventAt = (name: string) => TABLES.events.columns.findIndex((column) => column.name === name)

export const sourceOf = ({
  cases,
  events = [],
  sessions = [],
  calls = [],
  flags = new Map(),
}: SourceRows): UnitSource => ({
  eachCase: (visit) => cases.forEach((values, id) => visit(id, values)),
  eachEvent(visit) {
    const [id, type, at] = [eventAt('case_id'), eventAt('event_type'), eventAt('occurred_at')]
    for (const values of events) visit(values[id] as string, values[type] as string, values[at] as string)
  },
  eachSession: (visit) => sessions.forEach((values) => visit(values)),
  eachCall: (visit) => calls.forEach((values) => visit(values)),
  caseFlags: () => flags,
})
