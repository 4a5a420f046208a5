import type { CodeCount, CodeOfFinding, DeadlineState } from './common'
import type { Severity } from '../../export/codes'

export interface CaseRow {
  case_id: string
  unit: string
  unit_name: string
  reporting_unit: string
  channel: string
  subject: string
  category: string
  received_at: string
  first_response_at: string | null
  closed_at: string | null
  status: string
  outcome: string | null
  /** finding codes that touch the case */
  flags: CodeOfFinding[]
  deadline: DeadlineState
  /** whole days from receipt to closing, or to the as_of of the unit that reported it */
  age_days: number
}
export interface CasesPage {
  total: number
  rows: CaseRow[]
}
export interface CaseFacets {
  total: number
  all: number
  status: CodeCount[]
  category: CodeCount[]
  channel: CodeCount[]
  /** `none`: addressed to nobody by name */
  addressee: CodeCount[]
  deadline: CodeCount[]
  flagged: number
  unflagged: number
  open_over_90: number
}
export interface CaseEvent {
  event_id: string
  event_type: string
  occurred_at: string
  recorded_at: string
  actor_role: string
  sequence: number
  row: number
}
export interface CaseVersion {
  sequence: number
  descriptor_sha256: string
  archive_sha256: string
  received_by_console_at: string
  as_of: string
  row: number | null
  values: Readonly<Record<string, string | null>>
}
export interface CaseDeadline {
  rule: string
  title: { id: string; en: string }
  basis: string
  kind: string
  from: string
  to: string
  limit: { value: number; unit: string }
  due_at: string | null
  met_at: string | null
  state: DeadlineState
}
export interface Provenance {
  sequence: number
  descriptor_sha256: string
  archive_sha256: string
  kid: string
  row: number
  signer_unit: string
  file_name: string
  created: string
  as_of: string
  imported_at: string
}
/** `case`: the column values of cases.csv that count, as text; empty = null. `versions`: oldest first. */
export interface CaseDetail {
  case: Readonly<Record<string, string | null>>
  unit_name: string
  reporting_unit: string
  reporting_unit_name: string
  events: CaseEvent[]
  versions: CaseVersion[]
  provenance: Provenance
  deadlines: CaseDeadline[]
  findings: {
    code: CodeOfFinding
    severity: Severity
    field: string | null
    details: Readonly<Record<string, string | number | boolean | null>>
  }[]
}
