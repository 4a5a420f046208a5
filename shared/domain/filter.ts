/** The one filter that follows through every room and every named query. */
import { z } from 'zod'
import { CATEGORIES, CHANNELS, STATUSES, SUBJECTS } from '../export/enums'
import { PATTERNS } from '../export/tables'
import { parseDay } from '../export/time'
import { ASKED_ADDRESSEES, MOST_PROGRAMMES, NO_PROGRAMME } from './filterCodes'

const day = z
  .string()
  .regex(PATTERNS.date)
  .refine((text) => !Number.isNaN(parseDay(text)), 'a day that does not exist')

/** Everything as the console knew it at the end of that day: exports received and decisions taken until then. */
export const knownDay = day
export const knownOn = day.optional()

/** What a schema's own refusal is called; the error of that code says it in words. */
export const PERIOD_TURNED = 'PERIOD-TURNED'

const fields = z.strictObject({
  /** first and last day of receipt, inclusive, in each unit's zone */
  from: day.optional(),
  to: day.optional(),
  /** a unit and all under it */
  unit: z.string().regex(PATTERNS.unit).optional(),
  channels: z.array(z.enum(CHANNELS)).optional(),
  subjects: z.array(z.enum(SUBJECTS)).optional(),
  categories: z.array(z.enum(CATEGORIES)).optional(),
  statuses: z.array(z.enum(STATUSES)).optional(),
  addressees: z.array(z.enum(ASKED_ADDRESSEES)).optional(),
  /** codes of local programmes as cases name them */
  programmes: z
    .array(z.union([z.literal(NO_PROGRAMME), z.string().regex(PATTERNS.code)]))
    .max(MOST_PROGRAMMES)
    .optional(),
  known_on: knownOn,
})
export const filterSchema = fields.refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
  path: ['to'],
  params: { refusal: PERIOD_TURNED },
  error: 'a period that ends before it begins',
})
export type Filter = z.infer<typeof filterSchema>
