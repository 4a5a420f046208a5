/** Findings (temuan) after the Indonesian audit form; the console never writes sebab. */
import { z } from 'zod'
import { filterSchema } from '../domain/filter'
import { FINDING_STATES } from './choices'
import type { QueryName } from './queries'

/** A figure as it stood when it was pinned: never recomputed, only compared. */
export const frozenFigureSchema = z.strictObject({
  query: z.string().max(60),
  params: z.record(z.string(), z.unknown()),
  /** path of the pinned number inside the query's result, e.g. `figures.1.value` or `units[POLRES-33.02].n` */
  path: z.string().max(200),
  /** message key of the figure's name and what is measured */
  label: z.string().max(120),
  value: z.number().nullable(),
  format: z.enum(['count', 'share', 'days', 'rate', 'probability']),
  sentence: z.string().max(1000),
  filter: filterSchema,
  unit: z.string().max(40).nullable(),
})
export type FigureToPin = z.infer<typeof frozenFigureSchema>
export interface FrozenFigure extends FigureToPin {
  query: QueryName
  frozen_at: string
  as_of_min: string | null
  as_of_max: string | null
  registry_version: number
  coverage: { units_expected: number; units_reported: number }
  rules: string[]
  /** heads of every reporting unit within the filter at that moment */
  exports: { unit: string; sequence: number; descriptor_sha256: string }[]
  /** the counts that the value is built on (`countsUnder` of shared/report/basis): they decide whether it may leave */
  counts: number[]
  /** SHA-256 over the sorted export lines and the result */
  hash: string
}
export const findingTextSchema = z.strictObject({
  title: z.string().min(1).max(200),
  condition: z.string().max(4000),
  criteria: z.string().max(4000),
  cause: z.string().max(4000),
  effect: z.string().max(4000),
  recommendation: z.string().max(4000),
  response: z.string().max(4000),
  due_on: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
  state: z.enum(FINDING_STATES),
})
export type FindingText = z.infer<typeof findingTextSchema>
export interface AuditFinding extends FindingText {
  id: string
  created_at: string
  updated_at: string
  unit: string | null
  figures: FrozenFigure[]
}
/** What a pinned figure says today. `differs`: value now ≠ frozen value or its exports changed. */
export interface FigureCheck {
  finding: string
  index: number
  now: number | null
  differs: boolean
  exports_changed: number
}
