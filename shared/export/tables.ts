/**
 * The five tables of `dumas-export/1.0`: the one definition from which the reader, the writer, the store's
 * comparison, the documentation table and the messages derive. Source: the export format, section 4.
 */
import {
  ACTOR_ROLES,
  ADDRESSEES,
  CALL_LINES,
  CATEGORIES,
  CHANNELS,
  COMPLAINANT_KINDS,
  EVENT_TYPES,
  LED_BY_ROLES,
  OUTCOMES,
  OVERSIGHT_GRADES,
  REASON_CODES,
  REFERRAL_PARTIES,
  RESOURCES,
  RESPONDENT_FUNCTIONS,
  SANCTIONS,
  SESSION_KINDS,
  STATUSES,
  SUBJECTS,
  type ResourceName,
} from './enums'

/** K key · I immutable once reported · S set once · F forward only · M free */
export type Mutability = 'K' | 'I' | 'S' | 'F' | 'M'
export type ColumnKind =
  | { type: 'id' }
  | { type: 'unit' }
  | { type: 'code'; values: readonly string[] }
  /** a code whose values live in the registry (programmes) */
  | { type: 'programme' }
  | { type: 'district' }
  | { type: 'time' }
  | { type: 'date' }
  | { type: 'integer'; min?: number; max?: number }
  | { type: 'text'; max: number }
export type Column = ColumnKind & { name: string; mutability: Mutability; optional: boolean }
export interface Table {
  name: ResourceName
  columns: readonly Column[]
  key: readonly string[]
}

const col = (name: string, mutability: Mutability, kind: ColumnKind): Column => {
  const optional = name.endsWith('?')
  return { ...kind, name: optional ? name.slice(0, -1) : name, mutability, optional }
}
const id: ColumnKind = { type: 'id' }
const unit: ColumnKind = { type: 'unit' }
const time: ColumnKind = { type: 'time' }
const date: ColumnKind = { type: 'date' }
const count: ColumnKind = { type: 'integer' }
const code = (values: readonly string[]): ColumnKind => ({ type: 'code', values })

export const TABLES: Readonly<Record<ResourceName, Table>> = {
  cases: {
    name: 'cases',
    key: ['case_id'],
    columns: [
      col('case_id', 'K', id),
      col('unit_code', 'I', unit),
      col('channel', 'I', code(CHANNELS)),
      col('programme?', 'I', { type: 'programme' }),
      col('addressee?', 'I', code(ADDRESSEES)),
      col('session_id?', 'I', id),
      col('subject', 'I', code(SUBJECTS)),
      col('category', 'I', code(CATEGORIES)),
      col('oversight_grade?', 'S', code(OVERSIGHT_GRADES)),
      col('respondent_function?', 'M', code(RESPONDENT_FUNCTIONS)),
      col('complainant_kind?', 'I', code(COMPLAINANT_KINDS)),
      col('complainant_ref?', 'I', id),
      col('district_code?', 'I', { type: 'district' }),
      col('received_at', 'I', time),
      col('first_response_at?', 'S', time),
      col('progress_at?', 'S', time),
      col('published_at?', 'S', time),
      col('viral_at?', 'S', time),
      col('status', 'F', code(STATUSES)),
      col('referred_from?', 'I', code(REFERRAL_PARTIES)),
      col('referred_to?', 'S', code(REFERRAL_PARTIES)),
      col('closed_at?', 'S', time),
      col('outcome?', 'S', code(OUTCOMES)),
      col('sanction?', 'S', code(SANCTIONS)),
      col('informed_at?', 'S', time),
      col('reopened_count', 'M', count),
      col('satisfaction?', 'S', { type: 'integer', min: 1, max: 5 }),
      col('duplicate_of?', 'S', id),
      col('recorded_at', 'I', time),
      col('updated_at', 'M', time),
    ],
  },
  events: {
    name: 'events',
    key: ['event_id'],
    columns: [
      col('event_id', 'K', id),
      col('case_id', 'I', id),
      col('event_type', 'I', code(EVENT_TYPES)),
      col('occurred_at', 'I', time),
      col('recorded_at', 'I', time),
      col('actor_role', 'I', code(ACTOR_ROLES)),
    ],
  },
  community_sessions: {
    name: 'community_sessions',
    key: ['session_id'],
    columns: [
      col('session_id', 'K', id),
      col('unit_code', 'I', unit),
      col('kind', 'I', code(SESSION_KINDS)),
      col('programme?', 'I', { type: 'programme' }),
      col('held_on', 'I', date),
      col('district_code?', 'I', { type: 'district' }),
      col('led_by_role', 'I', code(LED_BY_ROLES)),
      col('attendees', 'I', count),
      col('issues_raised', 'I', count),
      col('recorded_at', 'I', time),
    ],
  },
  daily_calls: {
    name: 'daily_calls',
    key: ['unit_code', 'date', 'line'],
    columns: [
      col('unit_code', 'K', unit),
      col('date', 'K', date),
      col('line', 'K', code(CALL_LINES)),
      col('offered', 'I', count),
      col('answered', 'I', count),
      col('abandoned', 'I', count),
      col('prank', 'I', count),
      col('emergency', 'I', count),
      col('transferred_out', 'I', count),
      col('transferred_in', 'I', count),
      col('median_answer_s?', 'I', count),
    ],
  },
  corrections: {
    name: 'corrections',
    key: ['correction_id'],
    columns: [
      col('correction_id', 'K', id),
      col('resource', 'I', code(RESOURCES)),
      col('row_id', 'I', { type: 'text', max: 80 }),
      col('field', 'I', { type: 'text', max: 40 }),
      col('old_value?', 'I', { type: 'text', max: 4096 }),
      col('new_value?', 'I', { type: 'text', max: 4096 }),
      col('reason_code', 'I', code(REASON_CODES)),
      col('reason', 'I', { type: 'text', max: 500 }),
      col('decided_by_role', 'I', code(ACTOR_ROLES)),
      col('decided_at', 'I', time),
      col('recorded_at', 'I', time),
    ],
  },
}

export const DESCRIPTOR_NAME = 'datapackage.json'
export const SIGNATURE_NAME = 'datapackage.json.jws'
export const REGISTRY_NAME = 'registry.json'
export const REGISTRY_SIGNATURE_NAME = 'registry.json.jws'
/** Exactly these entries, any order. */
export const EXPORT_ENTRIES: readonly string[] = [
  DESCRIPTOR_NAME,
  SIGNATURE_NAME,
  ...RESOURCES.map((name) => `${name}.csv`),
]
export const FORMAT = 'dumas-export/1.0'
export const REGISTRY_FORMAT = 'dumas-registry/1.0'
export const EXPORT_TYP = 'dumas-export+jws'
export const REGISTRY_TYP = 'dumas-registry+jws'
export const RECEIPT_TYP = 'dumas-receipt+jws'
export const HEADS_TYP = 'dumas-heads+jws'

export const PATTERNS = {
  id: /^[A-Z0-9][A-Z0-9-]{7,39}$/,
  unit: /^(?=.{1,40}$)[A-Z]+(-[A-Z0-9.]+)+$/,
  code: /^[a-z0-9_-]+$/,
  district: /^\d{2}\.\d{2}\.\d{2}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+0[789]:00$/,
  integer: /^(0|[1-9]\d{0,8})$/,
  sha256: /^[0-9a-f]{64}$/,
  base64url: /^[A-Za-z0-9_-]+$/,
} as const
