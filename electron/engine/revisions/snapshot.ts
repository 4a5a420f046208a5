/** The cases of one accepted export, as it was delivered. Its bytes were judged before and are known by their hash. */
import { stat } from 'node:fs/promises'
import { RESOURCES } from '../../../shared/export/enums'
import { DESCRIPTOR_NAME, SIGNATURE_NAME, TABLES } from '../../../shared/export/tables'
import { epochSeconds } from '../../../shared/export/time'
import { sha256OfFile } from '../archive/files'
import { openContainer, streamPart } from '../intake/container'
import { CsvReader } from '../intake/csvReader'
import { limitsOf } from '../intake/limits'

const SHAPE = {
  document: DESCRIPTOR_NAME, signature: SIGNATURE_NAME, files: RESOURCES.map((name) => `${name}.csv`), documentLimit: limitsOf().descriptor,
} // prettier-ignore
export const CASE_COLUMNS = TABLES.cases.columns
const WIDTH = CASE_COLUMNS.length
const EVENT_AT = Object.fromEntries(TABLES.events.columns.map(({ name }, index) => [name, index])) as Record<string, number> // prettier-ignore
/** No field holds a control character, so that a row is kept as one string. */
const BETWEEN = '\n'

export interface Snapshot {
  /** by case_id: cells as CSV text, '' = empty */
  rows: ReadonlyMap<string, string>
  /** by case: its events of reopening, event_id → seconds since the epoch */
  reopenings: ReadonlyMap<string, ReadonlyMap<string, number>>
}
export const cellsOf = (row: string): string[] => row.split(BETWEEN)

/** null when the file is missing or is not what its hash says. */
export async function readSnapshot(path: string, sha256: string): Promise<Snapshot | null> {
  const facts = await stat(path).catch(() => null)
  if (!facts || (await sha256OfFile(path)) !== sha256) return null
  const limits = limitsOf()
  const received = { path, source: path, name: path, bytes: facts.size, sha256, tooLarge: false }
  const container = await openContainer(received, SHAPE, limits, { keep: true, signal: undefined })
  if (!container.ok) return null
  const rows = new Map<string, string>()
  const reopenings = new Map<string, Map<string, number>>()
  const read = async (name: string, take: (fields: readonly string[]) => void) => {
    const row = (fields: readonly string[], line: number) => line > 1 && take(fields)
    const reader = new CsvReader({ row, trouble: () => true }, limits.field, limits.record)
    const isWhole = await streamPart(container.value, `${name}.csv`, limits, (chunk) => reader.push(chunk))
    reader.end()
    return isWhole
  }
  const cell = (fields: readonly string[], name: string) => fields[EVENT_AT[name] as number] ?? ''
  const isWhole =
    (await read('cases', (fields) => void rows.set(fields[0] ?? '', fields.slice(0, WIDTH).join(BETWEEN)))) &&
    (await read('events', (fields) => {
      if (cell(fields, 'event_type') !== 'reopened') return
      const id = cell(fields, 'case_id')
      const known = reopenings.get(id) ?? new Map<string, number>()
      reopenings.set(id, known.set(cell(fields, 'event_id'), epochSeconds(cell(fields, 'occurred_at'))))
    }))
  return isWhole ? { rows, reopenings } : null
}
