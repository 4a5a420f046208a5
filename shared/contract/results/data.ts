import type { BoardState } from './common'
import type { Finding, IntakeOutcome } from '../../export/codes'
import type { Purpose } from '../../export/registry'

/** `revision` changes with every accepted import, decision or registry; it is the cache key of every query. */
export interface WorkspaceState {
  revision: string
  purpose: Purpose | null
  registry: { version: number; issued: string; expires: string; expired: boolean; sha256: string } | null
  cases: number
  exports: number
  units_reporting: number
  first_month: string | null
  last_month: string | null
  last_day: string | null
  /** first day of the active columns, `YYYY-01-01`; null: no year is archived */
  archived_before: string | null
  /** fingerprint over all accepted heads, 16 hex in groups of four; null when empty */
  heads: string | null
  quarantined: number
  findings: number
  questions: number
}
/** What is told of an export that entered the archive. */
export interface KeptExport {
  unit: string
  name: string
  sequence: number
  findings: Finding[]
  file_name: string
  imported_at: string
  created: string
  as_of: string
  period: { from: string; to: string }
  coverage_from: string
  rows: Readonly<Record<string, number>>
  descriptor_sha256: string
  archive_sha256: string
  kid: string
}
export interface ExportLine extends KeptExport {
  /** rejected = by a person: kept as evidence, out of the chain */
  state: 'accepted' | 'quarantined' | 'rejected'
  outcome: IntakeOutcome
}
export interface RegistryView {
  version: number
  purpose: Purpose
  issued: string
  expires: string
  expired: boolean
  sha256: string
  threshold: number
  root: string[]
  signatures: { kid: string; valid: boolean }[]
  units: { level: string; count: number }[]
  reporting_units: number
  keys: {
    kid: string
    unit: string
    unit_name: string
    scope: string
    not_before: string
    not_after: string
    revoked: string | null
    /** why, and the last number that still counts; null unless revoked */
    revocation: { reason: 'compromised' | 'superseded' | 'ceased'; last_trusted_sequence: number | null } | null
  }[]
  rules: {
    code: string
    title: { id: string; en: string }
    basis: string
    kind: string
    limit: string
    effective_from: string
    effective_to: string | null
  }[]
  holidays: { year: number; national: number; cuti_bersama: number }[]
  policy: Readonly<Record<string, number>>
}
export interface BoardCell {
  unit: string
  month: string
  state: BoardState
  sequence?: number
  flags: number
}
/** The whole tree once, for the palette and pickers: in tree order. */
export interface UnitNode {
  code: string
  name: string
  level: string
  type: string
  parent: string
  reporting: boolean
  /** of a unit that moved: the units directly above it, first to last; the first has no `from` */
  stays?: { from: string | null; parent: string }[]
}
export interface AuditEntry {
  number: number
  at: string
  action: string
  subject: string
  details: Readonly<Record<string, string | number | boolean | null>>
  hash: string
}
export interface AuditPage {
  total: number
  valid: boolean
  entries: AuditEntry[]
}

/** One file of an import, as `verify` and `import --json` print it. */
export interface FileReport {
  file: string
  unit: string | null
  sequence: number | null
  outcome: IntakeOutcome
  findings: Finding[]
}
export interface ImportSummary {
  accepted: number
  accepted_with_flags: number
  quarantined: number
  rejected: number
  duplicate: number
  files: FileReport[]
  cancelled: boolean
  seconds: number
  rows: number
}
export interface ImportProgress {
  phase: 'reading' | 'verifying' | 'saving' | 'indexing' | 'generating' | 'done'
  done: number
  total: number
  rows: number
  file: string | null
  seconds: number
  counts: Readonly<Record<IntakeOutcome, number>>
}
