/** What a look at the workspace's own files can find: damage, and what became of it. */
const CHECK_CODES = [
  'EVIDENCE-MISSING',
  'EVIDENCE-ALTERED',
  'EVIDENCE-ORPHAN',
  'STORE-DAMAGED',
  'STORE-BEHIND',
  'STORE-REBUILT',
  'STORE-WAITING',
  'STORE-LOST',
  'COLUMNS-STALE',
  'CACHE-DAMAGED',
  'AUDIT-BROKEN',
  'WORKSPACE-RESTORED',
  'WORKSPACE-LOST',
  'DECISIONS-RESTORED',
  'FINDINGS-LOST',
] as const
/** Stores that are looked at again because they changed or are damaged. */
export interface RebuildProgress {
  done: number
  total: number
  seconds: number
  /** code of the unit whose store is next */
  unit: string
}
export interface CheckReport {
  /** things looked at: evidence files, stores, column segments, the audit log, answers and units kept for speed */
  checked: number
  findings: CheckFinding[]
  /** it was stopped before everything was looked at: what is not among the findings may still be damaged */
  stopped: boolean
}
/** units looked at; a repair looks three times */
export interface CheckProgress {
  done: number
  total: number
}
export interface CheckFinding {
  code: (typeof CHECK_CODES)[number]
  /** a unit, a hash or a file of the workspace; a number of decisions; findings with their titles */
  subject: string
  repaired: boolean
}
