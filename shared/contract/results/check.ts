/** What a look at the workspace's own files can find: damage, and what became of it. */
export const CHECK_CODES = [
  'EVIDENCE-MISSING',
  'EVIDENCE-ALTERED',
  'EVIDENCE-ORPHAN',
  'STORE-DAMAGED',
  'STORE-BEHIND',
  'STORE-REBUILT',
  'STORE-LOST',
  'COLUMNS-STALE',
  'AUDIT-BROKEN',
  'WORKSPACE-RESTORED',
  'WORKSPACE-LOST',
  'DECISIONS-RESTORED',
  'FINDINGS-LOST',
] as const
export interface CheckFinding {
  code: (typeof CHECK_CODES)[number]
  /** a unit, a hash or a file of the workspace; a number of decisions; findings with their titles */
  subject: string
  repaired: boolean
}
