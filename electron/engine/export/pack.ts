/** Makes and signs exports and registries: the one writer behind the command line, the demo nation and the tests. */
import { createHash } from 'node:crypto'
import { RESOURCES, type ResourceName } from '../../../shared/export/enums'
import {
  DESCRIPTOR_NAME,
  EXPORT_TYP,
  FORMAT,
  REGISTRY_NAME,
  REGISTRY_SIGNATURE_NAME,
  REGISTRY_TYP,
  SIGNATURE_NAME,
} from '../../../shared/export/tables'
import { countRows, encodeTable, type CsvBytes, type LineEnd } from './csvWriter'
import { signDetached } from './jwsWriter'
import type { SigningKey } from './keys'
import { writeZip } from './zipWriter'

export type RowCounts = Record<ResourceName, number>
/** A finished CSV file with its header, or data rows in the order of the table's columns. */
export type TableInput = Buffer | Iterable<readonly string[]>

export interface PackInput {
  /** the reporting unit's code */
  unit: string
  /** 1, 2, 3 … */
  sequence: number
  /** of the previous `datapackage.json`; null only for sequence 1 */
  previous: { sequence: number; descriptor_sha256: string } | null
  /** reported days, inclusive, `YYYY-MM-DD` */
  period: { from: string; to: string }
  coverageFrom: string
  /** `YYYY-MM-DDThh:mm:ss±hh:mm` */
  asOf: string
  created: string
  registryVersion: number
  generator: { name: string; version: string }
  /** a table that is not given is written with its header and no row */
  tables: Partial<Record<ResourceName, TableInput>>
  /** one to four signers; the first is usually the only one */
  key: SigningKey | readonly SigningKey[]
  /** default: derived from unit, sequence and as_of, so that the same input gives the same bytes */
  id?: string
  lineEnd?: LineEnd
  /** zlib level, default 6 */
  level?: number
}

export interface Packed {
  zip: Buffer
  descriptor: Buffer
  descriptorSha256: string
  archiveSha256: string
  rows: RowCounts
}

export const sha256Hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Writes one signed export. Judges nothing: what it is given, it signs (the intake is the judge). */
export function packExport(input: PackInput): Packed {
  const tables = RESOURCES.map((name) => ({ name, ...tableBytes(name, input) }))
  const rows = Object.fromEntries(tables.map((table) => [table.name, table.rows])) as RowCounts
  const descriptor = Buffer.from(`${JSON.stringify(describe(input, tables, rows), null, 2)}\n`)
  const keys = 'kid' in input.key ? [input.key] : input.key
  const zip = writeZip(
    [
      { name: DESCRIPTOR_NAME, bytes: descriptor },
      { name: SIGNATURE_NAME, bytes: signDetached(descriptor, EXPORT_TYP, keys) },
      ...tables.map((table) => ({ name: `${table.name}.csv`, bytes: table.bytes })),
    ],
    input.level,
  )
  return { zip, descriptor, descriptorSha256: sha256Hex(descriptor), archiveSha256: sha256Hex(zip), rows }
}

/** Signs the bytes of a `registry.json` as they are and wraps them. */
export function signRegistry(registry: Uint8Array, keys: readonly SigningKey[]): Buffer {
  return writeZip([
    { name: REGISTRY_NAME, bytes: registry },
    { name: REGISTRY_SIGNATURE_NAME, bytes: signDetached(registry, REGISTRY_TYP, keys) },
  ])
}

function tableBytes(name: ResourceName, input: PackInput): CsvBytes {
  const table = input.tables[name] ?? []
  return Buffer.isBuffer(table) ? { bytes: table, rows: countRows(table) } : encodeTable(name, table, input.lineEnd)
}

function describe(input: PackInput, tables: readonly (CsvBytes & { name: ResourceName })[], rows: RowCounts) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'dumas-export',
    id: input.id ?? uuidOf(`${input.unit}/${input.sequence}/${input.asOf}`),
    created: input.created,
    dumas: {
      format: FORMAT,
      unit: input.unit,
      sequence: input.sequence,
      kind: 'snapshot',
      previous: input.previous,
      period: input.period,
      coverage: { from: input.coverageFrom },
      as_of: input.asOf,
      rows,
      registry_version: input.registryVersion,
      generator: input.generator,
    },
    resources: tables.map(({ name, bytes }) => ({
      name,
      type: 'table',
      path: `${name}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: bytes.length,
      hash: `sha256:${sha256Hex(bytes)}`,
    })),
  }
}

/** A version 8 UUID (RFC 9562: custom contents) from the hash of `text`. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
