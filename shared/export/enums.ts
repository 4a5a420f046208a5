/**
 * Enumerations of `dumas-export/1.0`. Order is meaningful: it is the order in which codes
 * are stored as small integers in column segments and shown on screens. Append, never reorder.
 * Source: the export format, section 4.
 */
export const CHANNELS = [
  'jumat_curhat',
  'whatsapp',
  'call_centre',
  'call_110',
  'social_media',
  'gov_112',
  'gov_complaint',
  'sp4n_lapor',
  'dumas_presisi',
  'yanduan',
  'walk_in',
  'letter',
  'email',
  'kompolnas',
  'ombudsman',
  'other',
] as const
export const ADDRESSEES = ['kapolda', 'kapolres', 'kapolsek', 'bhabinkamtibmas', 'unit'] as const
export const SUBJECTS = ['complaint', 'security_report', 'emergency', 'service_request', 'suggestion'] as const
export const COMPLAINT_CATEGORIES = [
  'abuse_of_authority',
  'alleged_corruption',
  'poor_service',
  'discrimination',
  'wrongful_discretion',
] as const
export const OTHER_CATEGORIES = [
  'street_crime',
  'brawl',
  'motorcycle_gang',
  'traffic',
  'domestic_violence',
  'drugs',
  'fire_or_disaster',
  'public_disturbance',
  'administration',
  'other',
] as const
export const CATEGORIES = [...COMPLAINT_CATEGORIES, ...OTHER_CATEGORIES] as const
export const OVERSIGHT_GRADES = ['graded', 'not_graded'] as const
export const RESPONDENT_FUNCTIONS = [
  'reskrim',
  'narkoba',
  'lantas',
  'samapta',
  'intelkam',
  'binmas',
  'spkt',
  'propam',
  'brimob',
  'other',
] as const
export const COMPLAINANT_KINDS = ['individual', 'group', 'institution', 'anonymous'] as const
export const STATUSES = ['received', 'in_review', 'in_progress', 'referred', 'closed', 'withdrawn', 'archived'] as const
export const REFERRAL_PARTIES = [
  'kompolnas',
  'ombudsman',
  'sp4n_lapor',
  'gov_112',
  'local_government',
  'itwasum',
  'itwasda',
  'propam',
  'wassidik',
  'other_unit',
  'other',
] as const
export const OUTCOMES = [
  'substantiated',
  'partly_substantiated',
  'unsubstantiated',
  'action_taken',
  'information_given',
  'mediated',
  'inadmissible',
  'out_of_jurisdiction',
  'withdrawn',
] as const
export const SANCTIONS = ['none', 'reprimand', 'discipline', 'ethics', 'dismissal', 'criminal', 'pending'] as const
export const EVENT_TYPES = [
  'received',
  'acknowledged',
  'forwarded',
  'reviewed',
  'clarified',
  'case_conference',
  'progress_notice',
  'public_notice',
  'referred_out',
  'referred_in',
  'closed',
  'complainant_informed',
  'reopened',
  'withdrawn',
] as const
export const ACTOR_ROLES = [
  'duty_officer',
  'operator',
  'bhabinkamtibmas',
  'binmas',
  'propam',
  'wassidik',
  'siwas',
  'humas',
  'unit_head',
  'other',
] as const
export const SESSION_KINDS = ['jumat_curhat', 'minggu_kasih', 'other'] as const
export const LED_BY_ROLES = [
  'kapolda',
  'wakapolda',
  'kapolres',
  'wakapolres',
  'kapolsek',
  'kasat',
  'bhabinkamtibmas',
  'other',
] as const
export const CALL_LINES = ['unit_hotline', 'call_110', 'gov_112', 'whatsapp'] as const
export const REASON_CODES = [
  'data_entry',
  'late_registration',
  'reclassification',
  'merge_duplicate',
  'transfer',
  'legal_order',
  'system_migration',
  'privacy_erasure',
] as const
export const RESOURCES = ['cases', 'events', 'community_sessions', 'daily_calls', 'corrections'] as const

export type Channel = (typeof CHANNELS)[number]
export type Subject = (typeof SUBJECTS)[number]
export type Category = (typeof CATEGORIES)[number]
export type Status = (typeof STATUSES)[number]
export type Outcome = (typeof OUTCOMES)[number]
export type ResourceName = (typeof RESOURCES)[number]

/** A case in one of these is open; any other status has a `closed_at`. */
export const OPEN_STATUSES: readonly Status[] = ['received', 'in_review', 'in_progress', 'referred']
