/** Any CSV through a mapping file, for `pack --csv F --mapping M`. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fail, ok, type Result } from '../../../shared/contract/result'
import { applyMapping, type Mapped } from '../../engine/export/mapping/apply'
import { mappingSchema, type Mapping } from '../../engine/export/mapping/schema'
import type { Invocation } from '../command'
import { readInput } from '../files'

export interface MappedFacts {
  unit: string
  asOf: string
  /** the first export of its chain: a secret for pseudonyms may be made */
  isFirst: boolean
}

/** The tables; what became of the source is said on stderr. */
export async function readMapped(
  csvFile: string,
  mappingFile: string,
  { unit, asOf, isFirst }: MappedFacts,
  { note, t }: Invocation,
): Promise<Result<Mapped['tables']>> {
  const csv = await readInput(csvFile)
  if (!csv.ok) return csv
  const mapping = await readMapping(mappingFile)
  if (!mapping.ok) return mapping
  const secret = readSecret(mapping.value, mappingFile, isFirst)
  const mapped = applyMapping(mapping.value, csv.value.toString('utf8'), {
    unit,
    asOf,
    zone: mapping.value.zone,
    secret,
  })
  if (!mapped.ok) return mapped
  const { rows, left_out: leftOut, groups, of_this_unit: own } = mapped.value.source
  note(t('cli.pack.source', { rows, leftOut, groups, own }))
  for (const [value, count] of mapped.value.unmapped) note(t('cli.pack.unmapped', { value, count }))
  return ok(mapped.value.tables)
}

async function readMapping(file: string): Promise<Result<Mapping>> {
  const bytes = await readInput(file)
  if (!bytes.ok) return bytes
  try {
    const parsed = mappingSchema.safeParse(JSON.parse(bytes.value.toString('utf8')))
    if (parsed.success) return ok(parsed.data)
    const issue = parsed.error.issues[0]
    return fail('MAPPING-INVALID', 'input', { member: issue?.path.join('.') ?? '', problem: issue?.message ?? '' })
  } catch (error) {
    return fail('MAPPING-INVALID', 'input', { member: file, problem: error instanceof Error ? error.message : '' })
  }
}

/** Null when the mapping names none, or when it is gone though exports were made with it. */
function readSecret({ pseudonym_key }: Mapping, mappingFile: string, isFirst: boolean): Uint8Array | null {
  if (pseudonym_key === undefined) return null
  const file = resolve(dirname(mappingFile), pseudonym_key)
  if (existsSync(file)) return readFileSync(file)
  if (!isFirst) return null
  const secret = randomBytes(32)
  writeFileSync(file, secret, { mode: 0o600, flag: 'wx' })
  return secret
}
