/**
 * Bits of a small package turned in their turn, and lengths that it is cut to, through the import itself: refused, or the
 * same export with the same rows. What was refused leaves nothing but lines in the audit log. Here one in so many, so
 * that each place in a byte has its turn; every single one by `npm run test:faults`.
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Engine } from '../../../electron/engine/engine'
import { authenticate, judge } from '../../../electron/engine/intake/stateMachine'
import type { RowSink } from '../../../electron/engine/intake/tableJudge'
import { RESOURCES } from '../../../shared/export/enums'
import type { FileReport } from '../../../shared/contract/results/data'
import { FINDING_CODES } from '../../../shared/export/codes'
import { caseRow, makeExport, modelFrom, NOW, registryOf, scratch, UNIT } from '../../helpers/signedExports'
import { freshLayout, openUnit } from '../../helpers/unitImports'
import { isWholeRun } from '../../helpers/wholeRun'
import { freshFolder, openTrusted, valueOf } from '../../helpers/workspaces'

/** as small as it gets with a row in it */
const packed = makeExport({ tables: { cases: [caseRow(1)] }, level: 9 })
const { zip } = packed
const stepping = (end: number, step: number) => Array.from({ length: Math.ceil(end / step) }, (_, n) => n * step)
/** the step has no divisor in common with eight */
const BITS = stepping(zip.length * 8, isWholeRun ? 1 : 13)
const LENGTHS = stepping(zip.length, isWholeRun ? 1 : 7)

function flipped(bit: number): Buffer {
  const bytes = Buffer.from(zip)
  bytes[bit >> 3] = bytes[bit >> 3]! ^ (1 << (bit & 7))
  return bytes
}

/** What the unit's store holds, apart from which file it came in. */
async function rowsAfter(bytes: Buffer) {
  const unit = await openUnit(await freshLayout())
  const [settled] = await unit.take({ ...packed, zip: bytes })
  const { database } = unit.store()
  const rows = RESOURCES.map((resource) => database.prepare(`SELECT * FROM ${resource}`).all())
  const [entry] = unit.store().ledger()
  unit.held.close()
  return { outcome: settled?.report.outcome, descriptor: entry?.descriptor_sha256, counts: entry?.rows, rows }
}

const path = scratch('ekspor.dumas.zip')
/** What the intake hands to the store of a file that nothing like it is held of. */
async function rowsJudged(bytes: Buffer) {
  writeFileSync(path, bytes)
  const received = { path, source: path, name: 'x.zip', bytes: bytes.length, sha256: '', tooLarge: false }
  const context = { registry: modelFrom(registryOf()), now: NOW }
  const rows: string[][] = []
  const sink: RowSink = (resource, fields) => void rows.push([resource, ...fields])
  const { outcome, descriptorSha256 } = await judge(await authenticate(received, context, true), context, {
    chain: [],
    sink,
  })
  return { outcome, descriptorSha256, rows }
}

/** Imports files in one go; reports by name. */
async function importAll(
  engine: Engine,
  files: Iterable<[name: string, bytes: Buffer]>,
): Promise<Map<string, FileReport>> {
  const folder = freshFolder('hostile')
  for (const [name, bytes] of files) writeFileSync(join(folder, `${name}.dumas.zip`), bytes)
  const reports = new Map<string, FileReport>()
  const summary = await engine.importPaths([folder], {
    onFile: (report) => void reports.set(report.file.split('.')[0]!, report),
  })
  rmSync(folder, { recursive: true })
  valueOf(summary)
  return reports
}

let engine: Engine
beforeAll(async () => void (engine = await openTrusted()))
afterAll(() => engine.close())
const state = async () => valueOf(await engine.query('workspace.state', {}))
const evidence = () =>
  readdirSync(join(engine.dir, 'evidence'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

test(`cut off at ${LENGTHS.length} lengths: refused, and nothing is kept`, async () => {
  const reports = await importAll(
    engine,
    LENGTHS.map((length) => [String(length), zip.subarray(0, length)]),
  )
  expect(reports.size).toBe(LENGTHS.length)
  const said = new Set([...reports.values()].map(({ outcome, findings }) => `${outcome} ${findings[0]?.code}`))
  expect([...said]).toEqual(['rejected ZIP-UNREADABLE'])
  expect(await state()).toMatchObject({ cases: 0, exports: 0, quarantined: 0, heads: null })
  expect(evidence()).toEqual([])
})

test(`each of ${BITS.length} bits turned: refused, or the very same export`, async () => {
  const reports = await importAll(
    engine,
    BITS.map((bit) => [String(bit), flipped(bit)]),
  )
  expect(reports.size).toBe(BITS.length)
  const counts = new Map<string, number>()
  const passed: number[] = []
  for (const [name, { outcome, findings }] of reports) {
    const code = outcome === 'rejected' ? findings[0]!.code : outcome
    counts.set(code, (counts.get(code) ?? 0) + 1)
    if (outcome !== 'rejected') passed.push(Number(name))
    else expect([name, findings.length, FINDING_CODES[findings[0]!.code].severity]).toEqual([name, 1, 'reject'])
  }
  const table = [...counts].toSorted(([, a], [, b]) => b - a)
  console.log(
    [
      `${BITS.length} bits of ${zip.length} bytes:`,
      ...table.map(([code, count]) => `${String(count).padStart(7)}  ${code}`),
    ].join('\n'),
  )

  // the first that passed is the export, all others are known by its descriptor
  expect([counts.get('accepted'), counts.get('duplicate')]).toEqual([1, passed.length - 1])
  expect(await state()).toMatchObject({ cases: 1, exports: 1, quarantined: 0 })
  expect(evidence()).toHaveLength(1)
  expect(valueOf(await engine.query('exports.list', {}))).toMatchObject([
    { unit: UNIT, sequence: 1, descriptor_sha256: packed.descriptorSha256 },
  ])
  expect(passed.length / BITS.length).toBeLessThan(0.05)

  const same = await rowsAfter(zip)
  expect(same).toMatchObject({ outcome: 'accepted', descriptor: packed.descriptorSha256 })
  const judgedSame = await rowsJudged(zip)
  expect(judgedSame.rows).toHaveLength(1)
  for (const bit of passed) expect({ bit, ...(await rowsJudged(flipped(bit))) }).toEqual({ bit, ...judgedSame })
  // a store of its own for one in ten: the disk takes its time for each
  for (const bit of passed.filter((_, at) => at % 10 === 0))
    expect({ bit, ...(await rowsAfter(flipped(bit))) }).toEqual({ bit, ...same })
}, 240_000)

test('the audit log tells of each', async () => {
  const { valid, total } = valueOf(await engine.query('audit.page', { offset: 0, limit: 1 }))
  expect([valid, total]).toEqual([true, 1 + LENGTHS.length + BITS.length])
})
