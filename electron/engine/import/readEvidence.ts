/**
 * Reads the rows of an export that was judged before: its bytes are known by their hash, so that no verdict is asked
 * again, which a later registry or clock could change. Used to make a store anew from its evidence.
 */
import { stat } from 'node:fs/promises'
import type { FindingCode } from '../../../shared/export/codes'
import { RESOURCES } from '../../../shared/export/enums'
import { DESCRIPTOR_NAME, SIGNATURE_NAME } from '../../../shared/export/tables'
import type { Descriptor } from '../../../shared/export/descriptor'
import { sha256OfFile } from '../archive/files'
import { openContainer, streamPart } from '../intake/container'
import { CsvReader } from '../intake/csvReader'
import { parseDescriptor } from '../intake/descriptor'
import { limitsOf } from '../intake/limits'
import { checkSchema } from '../intake/schema'
import type { RegistryModel } from '../registry/model'
import type { SnapshotLoader } from '../store/loader'

const SHAPE = {
  document: DESCRIPTOR_NAME, signature: SIGNATURE_NAME, files: RESOURCES.map((name) => `${name}.csv`), documentLimit: limitsOf().descriptor,
} // prettier-ignore

/**
 * Loads every row, with the flags at rows that today's registry gives. Returns null when the file is missing or is not
 * what its hash says.
 */
export async function readEvidence(
  path: string,
  sha256: string,
  registry: RegistryModel,
  loader: SnapshotLoader,
): Promise<Descriptor | null> {
  const facts = await stat(path).catch(() => null)
  if (!facts || (await sha256OfFile(path)) !== sha256) return null
  const limits = limitsOf()
  const received = { path, source: path, name: path, bytes: facts.size, sha256, tooLarge: false }
  const container = await openContainer(received, SHAPE, limits, { keep: true, signal: undefined })
  const parsed = container.ok ? parseDescriptor(container.value.document) : null
  if (!container.ok || !parsed?.ok) return null
  const { descriptor, lenient } = parsed.value
  const flags = new Map<string, { code: FindingCode; column: string }[]>()
  await checkSchema({
    container: container.value, descriptor, lenient, registry, limits, sink: undefined, signal: undefined,
    onFlag: (code, file, row, column) => {
      const key = `${file}:${row}`
      flags.set(key, [...(flags.get(key) ?? []), { code, column }])
    },
  }) // prettier-ignore
  for (const resource of RESOURCES) {
    const row = (fields: readonly string[], line: number) => {
      if (line === 1) return
      for (const { code, column } of flags.get(`${resource}.csv:${line}`) ?? []) loader.flag(code, column)
      loader.row(resource, fields, line)
    }
    const reader = new CsvReader({ row, trouble: () => true }, limits.field, limits.record)
    if (!(await streamPart(container.value, `${resource}.csv`, limits, (chunk) => reader.push(chunk)))) return null
    reader.end()
  }
  return descriptor
}
