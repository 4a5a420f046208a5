/**
 * The accepted export before, as it lies in evidence: rows that a new export repeats byte for byte need not be read,
 * staged or compared again. Only a filter before the comparison: a row that it does not recognise is compared as ever.
 */
import { closeSync, openSync, readFileSync } from 'node:fs'
import { RESOURCES, type ResourceName } from '../../../shared/export/enums'
import { TABLES } from '../../../shared/export/tables'
import { sha256 } from '../archive/files'
import { CsvReader } from '../intake/csvReader'
import { inflateWhole } from '../intake/inflate'
import { limitsOf } from '../intake/limits'
import type { HeldAlready } from '../intake/tableJudge'
import { readDirectory } from '../intake/zipDirectory'
import type { ZipEntry } from '../intake/zipLayout'
import type { DisputedRows } from '../store/diff'
import { HeldLines, type Run } from './heldLines'

/** Bytes of one table that are kept beside the new export; a larger one is compared row by row. */
const HOLD = 64 << 20

export class HeldExport {
  private readonly lines = new Map<ResourceName, HeldLines | null>()

  private constructor(
    private readonly path: string,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
    private readonly disputed: DisputedRows,
  ) {}

  /**
   * Null when the file is missing or is not what its hash says: then all rows are compared. The bytes with that hash were
   * judged when they were imported, so that nothing about them is asked again. `disputed` are compared in any case.
   */
  static async open(path: string, archiveSha256: string, disputed: DisputedRows): Promise<HeldExport | null> {
    const fd = opened(path)
    if (fd === null) return null
    try {
      const bytes = readFileSync(fd)
      if (sha256(bytes) !== archiveSha256) return null
      const directory = await readDirectory(fd, bytes.length)
      if (!directory || directory === 'encrypted') return null
      return new HeldExport(path, new Map(directory.entries.map((entry) => [entry.name, entry])), disputed)
    } finally {
      closeSync(fd)
    }
  }

  readonly repeats: HeldAlready = (resource, bytes, start, end, line) => {
    let lines = this.lines.get(resource)
    if (lines === undefined) this.lines.set(resource, (lines = this.read(resource)))
    return lines?.repeats(bytes, start, end, line) ?? false
  }

  /** Tables of which at least one row was repeated. */
  get repeated(): ReadonlySet<ResourceName> {
    return new Set(RESOURCES.filter((resource) => (this.lines.get(resource)?.runs.length ?? 0) > 0))
  }

  runs(resource: ResourceName): readonly Run[] {
    return this.lines.get(resource)?.runs ?? []
  }

  /** The rows that were not repeated, as text; each array is used again for the next. */
  eachOther(resource: ResourceName, visit: (fields: readonly string[]) => void): void {
    const lines = this.lines.get(resource)
    if (!lines) return
    const { field, record } = limitsOf()
    const reader = new CsvReader({ row: (fields) => visit(fields), trouble: () => true }, field, record)
    for (const { from, to } of lines.rest()) reader.push(lines.held.subarray(from, to))
    reader.end()
  }

  private read(resource: ResourceName): HeldLines | null {
    const entry = this.entries.get(`${resource}.csv`)
    const { columns, key } = TABLES[resource]
    const isLed = key.every((name, i) => columns[i]?.name === name)
    if (!entry || !isLed || entry.size > HOLD) return null
    const fd = openSync(this.path, 'r')
    try {
      const bytes = inflateWhole(fd, entry)
      return bytes && new HeldLines(bytes, key.length, this.disputed.get(resource))
    } finally {
      closeSync(fd)
    }
  }
}

function opened(path: string): number | null {
  try {
    return openSync(path, 'r')
  } catch {
    return null
  }
}
