/** The export that a unit of the demo nation could deliver next, by the project's own writer and the demo unit's key. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fromBuffer } from 'yauzl'
import { DEMO_DEFAULTS, planDemo } from '../../electron/engine/demo'
import { packExport, sha256Hex, type Packed } from '../../electron/engine/export/pack'
import type { Descriptor } from '../../shared/export/descriptor'
import { RESOURCES } from '../../shared/export/enums'
import { addDays } from '../../shared/export/time'
import { caseRow, eventRow } from './signedExports'

/** Entries of a ZIP by name, unpacked. */
export function entriesOf(zip: Buffer): Promise<Map<string, Buffer>> {
  const entries = new Map<string, Buffer>()
  return new Promise((done, failed) =>
    fromBuffer(zip, { lazyEntries: true }, (error, archive) => {
      if (error) return failed(error)
      archive.on('error', failed).on('end', () => done(entries))
      archive.on('entry', (entry: { fileName: string }) =>
        archive.openReadStream(entry as never, (trouble, stream) => {
          if (trouble) return failed(trouble)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', failed)
          stream.on('end', () => {
            entries.set(entry.fileName, Buffer.concat(chunks))
            archive.readEntry()
          })
        }),
      )
      archive.readEntry()
    }),
  )
}

/** The file of a unit that has delivered once. */
export function onlyExportOf(folder: string, unit: string): string {
  const files = readdirSync(folder).filter((name) => name.startsWith(`${unit}_`))
  const [only] = files
  if (only === undefined || files.length > 1) throw new Error(`${unit} has ${files.length} exports`)
  return join(folder, only)
}

/** Days that the next export reports after the last one's as_of. */
export const NEXT_DAYS = 8

/**
 * What the unit knew eight days after `path`: everything it said there, and `count` letters received on the first of
 * these days.
 */
export async function nextExport(path: string, count: number): Promise<Packed> {
  const entries = await entriesOf(readFileSync(path))
  const before = entries.get('datapackage.json')
  if (!before) throw new Error(`no descriptor in ${path}`)
  const { dumas } = JSON.parse(before.toString()) as Descriptor
  const day = dumas.as_of.slice(0, 10)
  const zone = dumas.as_of.slice(19)
  const at = (days: number, clock: string) => `${addDays(day, days)}T${clock}${zone}`
  const letters = Array.from(
    { length: count },
    (_, index) => `SUSULAN-${dumas.unit.replaceAll('.', '')}-${1000 + index}`,
  )
  const [received, recorded] = [at(0, '09:00:00'), at(0, '10:00:00')]
  const times = { recorded_at: recorded, updated_at: recorded }
  const added = {
    cases: letters.map((case_id, index) =>
      caseRow(index, { case_id, unit_code: dumas.unit, channel: 'letter', received_at: received, ...times }),
    ),
    events: letters.map((case_id) =>
      eventRow(0, { event_id: `${case_id}-E1`, case_id, occurred_at: received, recorded_at: recorded }),
    ),
  }
  const tables = Object.fromEntries(
    RESOURCES.map((name) => {
      const rows = (name === 'cases' || name === 'events' ? added[name] : []).map((row) => `${row.join(',')}\r\n`)
      const held = entries.get(`${name}.csv`) ?? Buffer.alloc(0)
      const end = held.includes('\r\n') ? '\r\n' : '\n'
      return [name, Buffer.concat([held, Buffer.from(rows.join('').replaceAll('\r\n', end))])]
    }),
  )
  return packExport({
    unit: dumas.unit,
    sequence: dumas.sequence + 1,
    previous: { sequence: dumas.sequence, descriptor_sha256: sha256Hex(before) },
    period: { from: addDays(dumas.period.to, 1), to: addDays(dumas.period.to, NEXT_DAYS) },
    coverageFrom: dumas.coverage.from,
    asOf: at(NEXT_DAYS, '00:00:00'),
    created: at(NEXT_DAYS, '08:00:00'),
    registryVersion: dumas.registry_version,
    generator: dumas.generator,
    tables,
    key: planDemo({ ...DEMO_DEFAULTS, cases: 1, now: new Date() }).keyOf(dumas.unit),
  })
}
