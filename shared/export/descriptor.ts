/** The descriptor `datapackage.json` as a schema. Source: the export format, section 2. Members not named are ignored. */
import { z } from 'zod'
import { RESOURCES } from './enums'
import { PATTERNS } from './tables'

const day = z.string().regex(PATTERNS.date)
const moment = z.string().regex(PATTERNS.time)
const rows = z.number().int().nonnegative()

const resourceSchema = z.object({
  name: z.enum(RESOURCES),
  path: z.string(),
  bytes: rows,
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
})
export const descriptorSchema = z.object({
  name: z.literal('dumas-export'),
  id: z.guid(),
  created: moment,
  dumas: z.object({
    format: z.string().regex(/^dumas-export\/\d{1,4}\.\d{1,4}$/),
    unit: z.string().regex(PATTERNS.unit),
    sequence: z.number().int().min(1),
    kind: z.literal('snapshot'),
    previous: z
      .object({ sequence: z.number().int().min(1), descriptor_sha256: z.string().regex(PATTERNS.sha256) })
      .nullable(),
    period: z.object({ from: day, to: day }),
    coverage: z.object({ from: day }),
    as_of: moment,
    rows: z.object({ cases: rows, events: rows, community_sessions: rows, daily_calls: rows, corrections: rows }),
    registry_version: z.number().int().positive(),
    generator: z.object({ name: z.string().max(200), version: z.string().max(60) }),
  }),
  resources: z.array(resourceSchema).length(RESOURCES.length),
})
export type Descriptor = z.infer<typeof descriptorSchema>
