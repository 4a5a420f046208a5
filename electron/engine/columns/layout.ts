/**
 * What a column segment and the nation's index hold of each case. Times are seconds since 2000 (shared/domain/time),
 * codes are positions in the enumerations of the format, so that a filter is a table of 256 bytes.
 */
import type { FindingCode } from '../../../shared/export/codes'
import { TABLES } from '../../../shared/export/tables'
import type { Calls } from './calls'
import type { Sessions } from './community'
import type { CaseLinks } from './links'

export const TIME_COLUMNS = [
  'received_at', 'first_response_at', 'progress_at', 'published_at', 'viral_at', 'closed_at', 'informed_at', 'recorded_at',
] as const // prettier-ignore
export type TimeColumn = (typeof TIME_COLUMNS)[number]

export const CODE_COLUMNS = [
  'channel', 'subject', 'category', 'status', 'outcome', 'oversight_grade', 'addressee', 'respondent_function',
  'complainant_kind', 'referred_from', 'referred_to', 'sanction',
] as const // prettier-ignore
export type CodeColumn = (typeof CODE_COLUMNS)[number]

/** An empty cell, and a code that this version of the format does not know ("lain / tidak dikenal"). */
export const EMPTY = 255
export const UNKNOWN = 254
export const UNKNOWN_CODE = 'unknown'

/** column → its codes, in the order of their numbers. */
export const CODES = Object.fromEntries(
  TABLES.cases.columns.flatMap((column) =>
    column.type === 'code' && (CODE_COLUMNS as readonly string[]).includes(column.name)
      ? [[column.name, column.values]]
      : [],
  ),
) as Readonly<Record<CodeColumn, readonly string[]>>

/** Text of a stored code; null for an empty cell. */
export const codeText = (column: CodeColumn, code: number): string | null =>
  code === EMPTY ? null : (CODES[column][code] ?? UNKNOWN_CODE)

/** Findings that a case can carry; bit i of `flags` is code i. */
export const FLAG_CODES = [
  'TIME-ZONE', 'SEMANTIC', 'SILENT-EDIT', 'SILENT-DELETE', 'BACKDATED-CLOSE', 'BACKDATED-INSERT', 'CORRECTION-PHANTOM',
  'PRIVACY-PII',
] as const satisfies readonly FindingCode[] // prettier-ignore

/** Bits of `bits`. */
export const HAS_DISTRICT = 1
/** Its way through the stock cannot be read from received_at and closed_at alone: see FlowEvents. */
export const HAS_FLOW = 2

/** Zones by the number in `zone`, as seconds east of Greenwich: 7, 8 and 9 hours. */
export const ZONES = ['+07:00', '+08:00', '+09:00'] as const
export const zoneOffset = (zone: number): number => (zone + 7) * 3600

export const FLOW_KINDS = ['closed', 'withdrawn', 'reopened', 'referred_in', 'referred_out'] as const
/** Numbers of FLOW_KINDS. */
export const CLOSED = 0
export const WITHDRAWN = 1
export const REOPENED = 2
export const REFERRED_IN = 3
export const REFERRED_OUT = 4

/** One entry a case in every array. */
export interface CaseColumns {
  readonly rows: number
  readonly times: Readonly<Record<TimeColumn, Int32Array>>
  readonly codes: Readonly<Record<CodeColumn, Uint8Array>>
  /** times reopened, up to 255 */
  readonly reopened: Uint8Array
  readonly bits: Uint8Array
  readonly flags: Uint8Array
  /** offset in which received_at was written: 0 = +07:00 … 2 = +09:00 */
  readonly zone: Uint8Array
  /** ASCII of all case ids, one after the other; `idEnd[i]` is where the id of case i ends */
  readonly ids: Uint8Array
  readonly idEnd: Uint32Array
}
/** Closings, reopenings and transfers of the cases with HAS_FLOW, by row, then by time. */
export interface FlowEvents {
  readonly row: Uint32Array
  readonly kind: Uint8Array
  readonly at: Int32Array
}
/**
 * Times whose text cannot be made again from the column (another offset than the row's, or a year beyond its reach):
 * key = row · 8 + position in TIME_COLUMNS.
 */
export type OddTimes = ReadonlyMap<number, string>

/** What a reporting unit's segment and the whole nation's index hold alike. */
export interface Columns {
  /** codes of units; cases of `units[u]` are rows `unitStart[u]` … `unitStart[u + 1] - 1` */
  readonly units: readonly string[]
  readonly unitStart: Uint32Array
  readonly cases: CaseColumns
  readonly flow: FlowEvents
  readonly sessions: Sessions
  readonly calls: Calls
  /** codes of the local programmes that cases and sessions name, in code order */
  readonly programmes: readonly string[]
  readonly links: CaseLinks
  readonly odd: OddTimes
}

/** What one reporting unit contributes. Cases by `units`, then received_at, then case_id. */
export interface Segment extends Columns {
  /** the reporting unit; `units` are those that handle its cases, hold its sessions or answer its lines, in code order */
  readonly unit: string
}

const decoder = new TextDecoder('ascii')
/** The id of case `row`. */
export function caseId(cases: CaseColumns, row: number): string {
  const from = row === 0 ? 0 : (cases.idEnd[row - 1] as number)
  return decoder.decode(cases.ids.subarray(from, cases.idEnd[row]))
}
