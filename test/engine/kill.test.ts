/**
 * The engine is killed in the middle of an import, again and again: what was acknowledged is there, nothing is half there,
 * and every store, column and figure is that of a clean import of exactly the files that are there.
 */
import { spawn } from 'node:child_process'
import { cpSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../electron/engine/archive/files'
import { layoutOf } from '../../electron/engine/archive/layout'
import { readSealed } from '../../electron/engine/archive/sealed'
import type { Engine } from '../../electron/engine/engine'
import type { Packed } from '../../electron/engine/export/pack'
import { registryOf, unitEntry, keyEntry, seedKey, makeExport, caseRow, eventRow } from '../helpers/signedExports'
import { bundle } from '../helpers/bundle'
import { inLanes } from '../helpers/lanes'
import { CLOCK, exportFolder, freshFolder, open, openTrusted, valueOf } from '../helpers/workspaces'

const EXPORTS = 4
const CASES = 15
/** Six in the ordinary run; `npm run test:faults` asks for more. */
const KILLS = Number(process.env['PANTAU_KILLS'] ?? 6)
const LEAST_BEFORE_THE_END = Math.floor(KILLS * 0.6)
/** thirteen units with four exports each in the long run */
const UNITS = KILLS > 20 ? 13 : 6
const MS_PER_KILL = 15_000
/** After every kill of the long run, and every third of the ordinary one, the whole import is done again and looked at whole. */
const RESUME_EVERY = KILLS > 20 ? 1 : 3
const MOST_MS = 40

const units = Array.from({ length: UNITS }, (_, n) => ({ code: `POLRES-90.${n + 10}`, key: seedKey(50 + n) }))
const registry = registryOf({
  units: [unitEntry('POLDA-UJI', 'MABES', 'polda'), ...units.map(({ code }) => unitEntry(code, 'POLDA-UJI', 'polres'))],
  keys: units.map(({ code, key }) => keyEntry(key, code)),
})

/** Snapshots of one unit: cases come, are answered and closed; the third one changes a value without a word. */
function chainOf({ code, key }: (typeof units)[number], n: number): { packed: Packed; name: string }[] {
  const made: { packed: Packed; name: string }[] = []
  for (let sequence = 1; sequence <= EXPORTS; sequence++) {
    const month = String(sequence).padStart(2, '0')
    const cases = Array.from({ length: CASES * sequence }, (_, at) => {
      const born = Math.floor(at / CASES) + 1
      const day = `2025-${String(born).padStart(2, '0')}-${String((at % 27) + 1).padStart(2, '0')}`
      const isClosed = sequence > born && at % 3 > 0
      return caseRow(at, {
        unit_code: code, received_at: `${day}T08:00:00+07:00`, recorded_at: `${day}T09:00:00+07:00`, updated_at: `${day}T10:00:00+07:00`,
        category: sequence >= 3 && at === n ? 'discrimination' : 'poor_service',
        ...(isClosed ? { status: 'closed', outcome: 'action_taken', closed_at: `2025-${String(born + 1).padStart(2, '0')}-20T10:00:00+07:00`, updated_at: `2025-${String(born + 1).padStart(2, '0')}-20T11:00:00+07:00` } : {}),
      }) // prettier-ignore
    })
    const events = cases.map((row, at) =>
      eventRow(at, { case_id: row[0] ?? '', occurred_at: row[13] ?? '', recorded_at: row[13] ?? '' }),
    )
    const before = made.at(-1)?.packed
    const next = String(sequence + 1).padStart(2, '0')
    const packed = makeExport({
      unit: code, key, sequence, tables: { cases, events }, coverageFrom: '2025-01-01',
      previous: before ? { sequence: sequence - 1, descriptor_sha256: before.descriptorSha256 } : null,
      period: { from: `2025-${month}-01`, to: `2025-${month}-28` }, asOf: `2025-${next}-01T00:00:00+07:00`, created: `2025-${next}-02T08:00:00+07:00`,
    }) // prettier-ignore
    made.push({ packed, name: `${code}_${sequence}` })
  }
  return made
}

/** What a workspace says of itself: figures, ledgers and what was found, without times of arrival. */
async function pictureOf(engine: Engine) {
  const exports = valueOf(await engine.query('exports.list', {}))
  return {
    totals: valueOf(await engine.query('overview.totals', {})),
    months: valueOf(await engine.query('overview.byMonth', {})),
    units: valueOf(await engine.query('region.units', {})),
    heads: engine.heads(),
    ledger: exports.map(({ unit, sequence, state, descriptor_sha256, findings }) => [unit, sequence, state, descriptor_sha256, findings.map(({ code }) => code)]),
  } // prettier-ignore
}

/** What lies on the disk for a unit: hashes of its store and its columns. */
function unitOf(dir: string, unit: string) {
  const layout = layoutOf(dir)
  const [store, segment] = [layout.storeFile(unit), layout.segmentFile(unit)].map(readSealed)
  return { store: store && sha256(store), segment: segment && sha256(segment) }
}
type Unit = ReturnType<typeof unitOf> & { received: number }
/** By the number of exports that are there, from none: what a clean import leaves of each unit. */
const clean: Map<string, Unit>[] = []

/** A clean import, one round of exports after the other, and what each leaves of every unit. */
async function importCleanly(): Promise<void> {
  const engine = await openTrusted(registry)
  for (let count = 0; count <= EXPORTS; count++) {
    const files = all.filter(({ name }) => name.endsWith(`_${count}`))
    if (files.length > 0) valueOf(await engine.importPaths([exportFolder(files)]))
    const found = new Map<string, Unit>()
    for (const { code } of units) {
      const { received } = valueOf(await engine.query('overview.totals', { unit: code }))
      found.set(code, { ...unitOf(engine.dir, code), received })
    }
    clean.push(found)
  }
  full = await pictureOf(engine)
  await engine.close()
}

let child = ''
let worker = ''
let template = ''
let exportsFolder = ''
let all: { packed: Packed; name: string }[] = []
let full: Awaited<ReturnType<typeof pictureOf>>

beforeAll(async () => {
  const built = freshFolder('programs')
  child = await bundle('test/helpers/importChild.ts', 'child', built)
  worker = await bundle('electron/engine/worker.ts', 'worker', built)
  all = units.flatMap(chainOf)
  exportsFolder = exportFolder(all)
  const engine = await openTrusted(registry)
  template = engine.dir
  await engine.close()
  await importCleanly()
})

interface Moment {
  /** acknowledged files to wait for, and ms from then */
  files: number
  ms: number
}

/** Runs the child and kills it at a moment of its import. Returns what it had said until then. */
function run(dir: string, moment: Moment): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const importing = spawn(process.execPath, [child, dir, exportsFolder, worker, CLOCK().toISOString()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    let isCounted = false
    importing.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      if (isCounted || !text.includes('START') || text.split('FILE ').length - 1 < moment.files) return
      isCounted = true
      setTimeout(() => importing.kill('SIGKILL'), moment.ms)
    })
    importing.on('error', reject)
    // What was written last may be half a line.
    importing.on('close', () =>
      resolve(
        text
          .slice(0, text.lastIndexOf('\n') + 1)
          .split('\n')
          .slice(0, -1),
      ),
    )
  })
}

const copyOfTemplate = () => {
  const dir = freshFolder('killed')
  cpSync(template, dir, { recursive: true })
  return dir
}

test(
  `killed ${KILLS} times inside an import of ${UNITS * EXPORTS} files`,
  { timeout: KILLS * MS_PER_KILL },
  async () => {
    expect(all.length).toBe(UNITS * EXPORTS)
    expect(full.totals.received).toBe(UNITS * EXPORTS * CASES)

    let beforeTheEnd = 0
    await inLanes(KILLS, async (kill) => {
      const dir = copyOfTemplate()
      const moment = { files: Math.floor(Math.random() * all.length * 0.9), ms: Math.random() * MOST_MS }
      const lines = await run(dir, moment)
      const isOver = lines.includes('END')
      if (!isOver) beforeTheEnd++
      const acknowledged = lines.filter((line) => line.startsWith('FILE ')).map((line) => line.split(' ')[1] ?? '')
      const phase =
        lines
          .filter((line) => line.startsWith('PHASE '))
          .at(-1)
          ?.slice(6) ?? 'start'

      const after = await open({ dir })
      const picture = await pictureOf(after)
      const present = picture.ledger.map(([unit, sequence]) => `${String(unit)}#${String(sequence)}`)
      console.info(
        `kill ${kill + 1}: ${phase}, ${moment.ms.toFixed(1)} ms after file ${moment.files}: ${acknowledged.length} acknowledged, ${present.length} present`,
      )
      expect(present).toEqual(expect.arrayContaining(acknowledged))
      const audit = valueOf(await after.query('audit.page', { offset: 0, limit: 500 }))
      const entered = audit.entries.filter(({ action }) => action.startsWith('import.')).map(({ subject }) => subject)
      expect([audit.valid, entered.toSorted()]).toEqual([true, present.toSorted()])
      let received = 0
      for (const { code } of units) {
        const count = picture.ledger.filter(([unit]) => unit === code).length
        const wanted = clean[count]!.get(code)!
        expect([count, unitOf(dir, code)]).toEqual([count, { store: wanted.store, segment: wanted.segment }])
        received += wanted.received
      }
      expect(picture.totals.received).toBe(received)

      if (kill % RESUME_EVERY === 0) {
        expect(valueOf(await after.check()).findings).toEqual([])
        const resumed = valueOf(await after.importPaths([exportsFolder]))
        expect(resumed.duplicate).toBe(present.length)
        expect(await pictureOf(after)).toEqual(full)
      }
      await after.close()
    })
    expect(beforeTheEnd).toBeGreaterThanOrEqual(LEAST_BEFORE_THE_END)
  },
)
