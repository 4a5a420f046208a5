/** The life of signed exports: what waits for a decision, what was changed without a word, what is missing in the chain. */
import type { ResourceName } from '../../export/enums'
import type { CodeOfFinding } from './common'
import type { KeptExport } from './data'

/** What a person decided, and why. `at` is ISO 8601 by this console's clock. */
export interface Decided {
  reason: string
  at: string
}

/** open = waits in quarantine, out of every figure · accepted = counts by decision · rejected = kept as evidence only */
const DESK_STATES = ['open', 'accepted', 'rejected'] as const
export type DeskState = (typeof DESK_STATES)[number]
/** An export that lies in quarantine, or that a person decided about. */
export interface QuarantineLine extends KeptExport {
  id: string
  state: DeskState
  decision: Decided | null
  /** numbers of accepted exports above it: accepting it now makes it late, and its successor is compared again */
  successors: number[]
}

export const CHANGE_CODES = ['SILENT-EDIT', 'SILENT-DELETE', 'BACKDATED-CLOSE', 'BACKDATED-INSERT'] as const
export type ChangeCode = (typeof CHANGE_CODES)[number] & CodeOfFinding
/** open = the first reported value counts · accepted = the newer one does · closed = a later export took it back or replaced it */
export const CHANGE_STATES = ['open', 'accepted', 'closed'] as const
export type ChangeState = (typeof CHANGE_STATES)[number]
/** One undeclared difference between two accepted exports of a unit. `field` is `*` for a whole row. */
export interface ChangeLine {
  id: string
  unit: string
  name: string
  resource: ResourceName
  row_id: string
  case_id: string | null
  field: string
  /** as the first of the two exports gave it; null = empty, or no such row */
  reported_first: string | null
  /** as the second gives it; `removed` for a row that is gone */
  reported_now: string | null
  /** the value that every figure uses today; null = empty */
  counts: string | null
  code: ChangeCode
  /** sequences of the two exports */
  exports: [number, number]
  /** line in the second export; null when the row is not in it */
  row: number | null
  state: ChangeState
  decision: Decided | null
}
/** `open` counts all that wait within the unit asked for; `lines` is one page of `total`, open ones first. */
export interface ChangesPage {
  total: number
  open: number
  lines: ChangeLine[]
}

/** Numbers that a unit signed and did not hand over. */
export interface GapLine {
  unit: string
  name: string
  /** first and last missing number */
  from: number
  to: number
  /** numbers inside that lie in quarantine, or were rejected */
  quarantined: number[]
  rejected: number[]
  /** accepted exports around it */
  before: { sequence: number; period_to: string }
  after: { sequence: number; period_from: string; imported_at: string }
}
/** One number under which a unit signed two different exports. */
export interface ForkLine {
  unit: string
  name: string
  sequence: number
  versions: {
    state: 'accepted' | 'quarantined' | 'rejected'
    descriptor_sha256: string
    created: string
    as_of: string
    imported_at: string
    file_name: string
    cases: number
  }[]
}
export interface ChainView {
  gaps: GapLine[]
  forks: ForkLine[]
}

/** A unit that still makes its exports by an older registry: it may lack codes, rules or keys of the one in force. */
export interface OlderRegistryLine {
  unit: string
  name: string
  sequence: number
  as_of: string
  registry_version: number
}
