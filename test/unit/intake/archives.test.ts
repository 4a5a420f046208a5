/** Archives: what other writers make is read, what is malformed or changed by a bit is never read as something else. */
import { spawnSync } from 'node:child_process'
import {
  closeSync,
  createWriteStream,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { finished } from 'node:stream/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { portableCrc32, crc32 } from '../../../electron/engine/export/crc32'
import { openContainer, streamPart } from '../../../electron/engine/intake/container'
import { limitsOf } from '../../../electron/engine/intake/limits'
import { authenticate, judge } from '../../../electron/engine/intake/stateMachine'
import type { RowSink } from '../../../electron/engine/intake/tableJudge'
import { FINDING_CODES } from '../../../shared/export/codes'
import { EXPORT_ENTRIES } from '../../../shared/export/tables'
import { unzip, zipOf, type Files } from '../../helpers/hostileExports'
import { caseRow, eventRow, makeExport, modelFrom, NOW, onDisk, registryOf, scratch } from '../../helpers/signedExports'
import { vectorFiles } from '../../helpers/vectors'
import { isWholeRun } from '../../helpers/wholeRun'

const context = { registry: modelFrom(registryOf()), now: NOW }
/** as small as it gets with something in it */
const packed = makeExport({ tables: { cases: [caseRow(1)], events: [eventRow(1)] }, level: 9 })
const files = unzip(packed.zip)
/** Every bit and length by `npm run test:faults`, here one in so many; no divisor in common with eight. */
const STEP = isWholeRun ? 1 : 5

async function judged(path: string) {
  const rows: string[] = []
  const sink: RowSink = (resource, fields) => rows.push(`${resource}:${fields.join(',')}`)
  const received = { path, source: path, name: 'x.zip', bytes: statSync(path).size, sha256: '', tooLarge: false }
  const verdict = await judge(await authenticate(received, context, true), context, { chain: [], sink })
  return { ...verdict, seen: rows }
}
const { outcome, descriptorSha256, seen } = await judged(onDisk(packed.zip))
const same = { outcome, descriptorSha256, seen }

describe('other writers', () => {
  test('the same export, stored instead of deflated', async () => {
    const path = onDisk(zipOf(files, {}, (entry) => ({ ...entry, method: 0 })))
    expect(await judged(path)).toMatchObject({ outcome: 'accepted', descriptorSha256: packed.descriptorSha256 })
  })
  test('with zip64 records', async () => {
    expect(await judged(onDisk(zipOf(files, { zip64: true })))).toMatchObject({ outcome: 'accepted' })
  })
  test.for([[12], [16], [20], [24]])('sizes behind the data (flag bit 3), descriptor of %i bytes', async ([length]) => {
    const path = onDisk(
      zipOf(files, {}, (entry) => {
        const size = entry.bytes.length
        const packedBytes = Buffer.from(zipOf({ a: entry.bytes as Buffer }).subarray(31))
        const packedSize = zipOf({ a: entry.bytes as Buffer }).readUInt32LE(18)
        const after = Buffer.alloc(length!)
        const signed = length === 16 || length === 24
        if (signed) after.writeUInt32LE(0x08074b50, 0)
        const at = signed ? 4 : 0
        after.writeUInt32LE(crc32(entry.bytes), at)
        after.writeUInt32LE(packedSize, at + 4)
        after.writeUInt32LE(size, at + (length! >= 20 ? 12 : 8))
        const local = { crc: 0, size: 0, packedSize: 0 }
        return { ...entry, flags: 8, packed: packedBytes.subarray(0, packedSize), local, after }
      }),
    )
    expect(await judged(path)).toMatchObject({ outcome: 'accepted', findings: [] })
  })
  test('yazl, streaming', async () => {
    const path = scratch('yazl.zip')
    const zip = new ZipFile()
    for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name)
    zip.end()
    await finished(zip.outputStream.pipe(createWriteStream(path)))
    expect(await judged(path)).toMatchObject({ outcome: 'accepted', findings: [] })
  })
  test.skipIf(spawnSync('zip', ['-v']).status !== 0)('Info-ZIP', async () => {
    const folder = scratch('zip')
    mkdirSync(folder)
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
    expect(spawnSync('zip', ['-q', 'a.zip', ...EXPORT_ENTRIES], { cwd: folder }).status).toBe(0)
    expect(await judged(join(folder, 'a.zip'))).toMatchObject({ outcome: 'accepted', findings: [] })
  })
  test('files larger than what is held in memory are streamed', async () => {
    const big: Files = { a: Buffer.alloc(49 << 20, 'x,y\n'), b: Buffer.from('{}'), c: Buffer.from('{}') }
    const path = onDisk(zipOf(big, {}, (entry) => ({ ...entry, method: entry.name === 'a' ? 0 : 8 })))
    const bytes = readFileSync(path).length
    const received = { path, source: path, name: 'a.zip', bytes, sha256: '', tooLarge: false }
    const shape = { document: 'b', signature: 'c', files: ['a'], documentLimit: 100 }
    const container = await openContainer(received, shape, limitsOf(), { keep: true, signal: undefined })
    if (!container.ok) throw new Error(container.finding.code)
    expect(container.value.files.get('a')).toMatchObject({ bytes: 49 << 20, held: null })
    let seen = 0
    expect(await streamPart(container.value, 'a', limitsOf(), (chunk) => (seen += chunk.length))).toBe(true)
    expect(seen).toBe(49 << 20)
  })
  test('own CRC-32 equals the built-in one', () => {
    const portable = portableCrc32()
    expect(portable(Buffer.from('123456789'))).toBe(0xcbf43926)
    for (const length of [0, 1, 7, 8, 9, 1000]) {
      const bytes = Buffer.alloc(length, 'Pantau!')
      expect(portable(bytes)).toBe(crc32(bytes))
      expect(portable(bytes.subarray(3), portable(bytes.subarray(0, 3)))).toBe(crc32(bytes))
    }
  })
})

describe('hostile archives', () => {
  test('the export they are made of is a good one', () => {
    expect(same).toMatchObject({ outcome: 'accepted', descriptorSha256: packed.descriptorSha256 })
    expect(same.seen).toHaveLength(2)
  })

  test.for(vectorFiles('yauzl-failure'))('%s is refused as an archive', async ([, bytes]) => {
    const { outcome, findings } = await judged(onDisk(bytes))
    expect(outcome).toBe('rejected')
    expect(FINDING_CODES[findings[0]!.code].stage).toBe('container')
  })

  test('bits turned, each place of a byte in its turn: refused, or the very same export', async () => {
    const path = onDisk(packed.zip)
    const fd = openSync(path, 'r+')
    let [refused, judgedBits] = [0, 0]
    for (let bit = 0; bit < packed.zip.length * 8; bit += STEP, judgedBits++) {
      const byte = packed.zip[bit >> 3]!
      // one byte in place: writing the whole file anew each time would take longer than judging it
      writeSync(fd, Uint8Array.of(byte ^ (1 << (bit & 7))), 0, 1, bit >> 3)
      const { outcome, descriptorSha256, seen } = await judged(path)
      writeSync(fd, Uint8Array.of(byte), 0, 1, bit >> 3)
      if (outcome === 'rejected') refused++
      else expect({ bit, outcome, descriptorSha256, seen }).toEqual({ bit, ...same })
    }
    closeSync(fd)
    expect(readFileSync(path).equals(packed.zip)).toBe(true)
    // only fields that no reader uses (versions, attributes) may change unnoticed
    expect(refused).toBeGreaterThan(judgedBits * 0.96)
  }, 120_000)

  test('cut off: refused', async () => {
    const path = onDisk(packed.zip)
    for (let length = packed.zip.length - 1; length >= 0; length -= STEP) {
      truncateSync(path, length)
      expect({ length, outcome: (await judged(path)).outcome }).toEqual({ length, outcome: 'rejected' })
    }
  }, 120_000)
})
