/**
 * A mapping: how the rows of any CSV become the five tables of an export. JSON, strict: a member that is not known is an
 * error, so that a typing mistake never changes figures. An example with everything in it is test/fixtures/detroit/mapping.json.
 *
 * - `zone`: offset given to times of the source that have none.
 * - `group`: columns of the source whose equal values make one case. The first row of a group, in the order of the file,
 *   speaks for it. Without it each row is a case.
 * - `filter`: rows of the source that are left out before anything else unless the condition holds.
 * - `reporting_unit`: the unit that a group belongs to; `pack --unit X` takes those of X. Without it all belong to X.
 * - `pseudonym_key`: file with the secret for pseudonyms, beside the mapping. Made on the first export, then kept: with
 *   another secret every id would be another one.
 * - `tables`: for each table of the format how its columns are made; a list makes several rows out of one group (events).
 *   A table that is not named is written with its header and no row; a column that is not named is empty.
 *
 * A value is a text (the name of a source column) or an object:
 * `{ "constant": "x" }` · `{ "reporting": "unit" | "as_of" }` ·
 * `{ "from": "Entry", "lower": true, "codes": { "walk in": "walk_in" }, "default": "other" }`: codes are translated, a value
 *   without a code takes the default, and is counted and said; without a default it stops the work ·
 * `{ "from": "Report_Date", "time": "YYYY/MM/DD hh:mm:ss" }`, `{ "from": "Day", "date": "DD.MM.YYYY" }`: `*` stands for any rest;
 *   a time without hours is midnight; what does not fit takes `unreadable`, or stops the work ·
 * `{ "id": ["CCR"], "prefix": "CCR-" }`: an id as it stands, in capitals, other characters as hyphens ·
 * `{ "pseudonym": ["Name"], "prefix": "P-" }`: HMAC-SHA-256, 26 characters in base 32; empty when all columns are ·
 * `{ "first_of": [v, v] }`: the first that is not empty · `{ "earliest_of": [v, v] }`, `{ "latest_of": [v, v] }`: of times ·
 * `{ "if": condition, "use": v, "else": v }`.
 * A condition: `{ "column": "Closed", "empty": true }`, `{ "column": "Unit", "in": ["A", "B"] }`, `{ "not": c }`, `{ "all": [c] }`,
 * `{ "any": [c] }`, `{ "earlier": v, "than": v }` (both times).
 */
import { z } from 'zod'
import { RESOURCES } from '../../../../shared/export/enums'

const name = z.string().min(1)
const names = z.array(name).min(1)

export type Condition =
  | { column: string; empty: boolean }
  | { column: string; in: string[] }
  | { not: Condition }
  | { all: Condition[] }
  | { any: Condition[] }
  | { earlier: Value; than: Value }
export interface Lookup {
  from: string
  lower?: boolean | undefined
  codes?: Record<string, string> | undefined
  default?: string | undefined
}
export interface Moment {
  from: string
  time?: string | undefined
  date?: string | undefined
  unreadable?: string | undefined
}
export type Value =
  | string
  | { constant: string }
  | { reporting: 'unit' | 'as_of' }
  | Lookup
  | Moment
  | { id: string[]; prefix?: string | undefined }
  | { pseudonym: string[]; prefix?: string | undefined }
  | { first_of: Value[] }
  | { earliest_of: Value[] }
  | { latest_of: Value[] }
  | { if: Condition; use: Value; else: Value }

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ column: name, empty: z.boolean() }),
    z.strictObject({ column: name, in: z.array(z.string()) }),
    z.strictObject({ not: condition }),
    z.strictObject({ all: z.array(condition) }),
    z.strictObject({ any: z.array(condition) }),
    z.strictObject({ earlier: value, than: value }),
  ]),
)
const value: z.ZodType<Value> = z.lazy(() =>
  z.union([
    name,
    z.strictObject({ constant: z.string() }),
    z.strictObject({ reporting: z.enum(['unit', 'as_of']) }),
    z.strictObject({ from: name, time: name, unreadable: z.string().optional() }),
    z.strictObject({ from: name, date: name, unreadable: z.string().optional() }),
    z.strictObject({
      from: name,
      lower: z.boolean().optional(),
      codes: z.record(z.string(), z.string()).optional(),
      default: z.string().optional(),
    }),
    z.strictObject({ id: names, prefix: z.string().optional() }),
    z.strictObject({ pseudonym: names, prefix: z.string().optional() }),
    z.strictObject({ first_of: z.array(value) }),
    z.strictObject({ earliest_of: z.array(value) }),
    z.strictObject({ latest_of: z.array(value) }),
    z.strictObject({ if: condition, use: value, else: value }),
  ]),
)
const tableSchema = z.strictObject({
  /** one row for each group, by its first source row, or one for each source row */
  each: z.enum(['group', 'row']).optional(),
  if: condition.optional(),
  columns: z.record(name, value),
})
export type MappedTable = z.infer<typeof tableSchema>

export const mappingSchema = z.strictObject({
  mapping: z.literal('pantau-mapping/1.0'),
  zone: z.enum(['+07:00', '+08:00', '+09:00']),
  delimiter: z.enum([',', ';', '\t']).optional(),
  group: names.optional(),
  filter: condition.optional(),
  reporting_unit: value.optional(),
  pseudonym_key: z.string().optional(),
  tables: z.partialRecord(z.enum(RESOURCES), z.union([tableSchema, z.array(tableSchema)])),
})
export type Mapping = z.infer<typeof mappingSchema>
