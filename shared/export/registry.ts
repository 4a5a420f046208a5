/** The registry (`dumas-registry/1.0`) as a schema. Source: the export format, section 5. Unknown members are ignored. */
import { z } from 'zod'
import { CHANNELS } from './enums'
import { PATTERNS, REGISTRY_FORMAT } from './tables'

const day = z.string().regex(PATTERNS.date)
const moment = z.string().regex(PATTERNS.time)
const unitCode = z.string().regex(PATTERNS.unit)
const code = z.string().regex(PATTERNS.code).max(60)
const text = z.string().min(1).max(200)
export const publicJwkSchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(PATTERNS.base64url).length(43),
})

const PURPOSES = ['production', 'training', 'demo'] as const
export const UNIT_LEVELS = ['polda', 'polres', 'polsek'] as const
const RULE_TIMES = [
  'received_at',
  'first_response_at',
  'progress_at',
  'published_at',
  'closed_at',
  'informed_at',
  'viral_at',
] as const

const registryUnitSchema = z.object({
  code: unitCode,
  name: text,
  level: z.enum(UNIT_LEVELS),
  type: z.string().max(60),
  parent: z.string().regex(/^MABES$|^[A-Z]+(-[A-Z0-9.]+)+$/),
  peer_group: z.string().max(60),
  zone: z.enum(['+07:00', '+08:00', '+09:00']),
  areas: z.array(z.string().max(16)).max(100),
  population: z.number().int().nonnegative().nullable(),
  personnel: z.number().int().nonnegative().nullable(),
  channels: z.array(z.enum(CHANNELS)),
  sessions_per_week: z.number().nonnegative(),
  valid_from: day,
  valid_to: day.nullable(),
})
const registryKeySchema = z.object({
  kid: z.string().regex(PATTERNS.base64url).length(43),
  jwk: publicJwkSchema,
  unit: unitCode,
  scope: z.enum(['self', 'subtree']),
  not_before: moment,
  not_after: moment,
  revoked: z
    .object({
      at: moment,
      reason: z.enum(['compromised', 'superseded', 'ceased']),
      last_trusted_sequence: z.number().int().positive().optional(),
    })
    .nullable(),
})
const ruleSchema = z.object({
  code,
  title: z.object({ id: text, en: text }),
  basis: text,
  kind: z.enum(['regulation', 'directive', 'internal']),
  from: z.enum(RULE_TIMES),
  to: z.enum(RULE_TIMES),
  limit: z.object({ value: z.number().int().positive().max(10_000), unit: z.enum(['hours', 'days', 'working_days']) }),
  applies: z.record(z.string(), z.array(z.string())),
  effective_from: day,
  effective_to: day.nullable(),
})
const holidaySchema = z.object({
  date: day,
  name: text,
  kind: z.enum(['national_holiday', 'cuti_bersama']),
  basis: z.string().max(200),
})
export const registrySchema = z.object({
  format: z.literal(REGISTRY_FORMAT),
  version: z.number().int().positive(),
  issued: moment,
  expires: moment,
  purpose: z.enum(PURPOSES),
  previous_sha256: z.string().regex(PATTERNS.sha256).nullable(),
  root: z.object({ threshold: z.number().int().positive().max(16), keys: z.array(publicJwkSchema).min(1).max(16) }),
  policy: z.object({
    coverage_months: z.number().int().positive(),
    due_day: z.number().int().min(1).max(28),
    grace_days: z.number().int().nonnegative(),
    max_sequence_step: z.number().int().positive(),
    backdate_tolerance_days: z.number().int().nonnegative(),
    suppression_threshold: z.number().int().positive().optional(),
    limits: z.record(z.string(), z.number().positive()).optional(),
  }),
  units: z.array(registryUnitSchema).min(1),
  programmes: z.array(
    z.object({
      code,
      name: text,
      channel: z.enum(CHANNELS),
      units: z.array(unitCode),
    }),
  ),
  rules: z.array(ruleSchema),
  holidays: z.array(holidaySchema),
  keys: z.array(registryKeySchema),
})

export type Purpose = (typeof PURPOSES)[number]
export type UnitLevel = (typeof UNIT_LEVELS)[number]
export type RegistryUnit = z.infer<typeof registryUnitSchema>
export type RegistryKey = z.infer<typeof registryKeySchema>
export type Rule = z.infer<typeof ruleSchema>
export type Holiday = z.infer<typeof holidaySchema>
export type Registry = z.infer<typeof registrySchema>
export type PublicJwk = z.infer<typeof publicJwkSchema>
