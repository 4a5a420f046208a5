/**
 * Bits inside the entries turned, and the archive made anew around them, as one who can compute a CRC would: nothing but
 * the signature and the hashes that it covers stands in the way, and they let nothing through. One bit in so many; of the
 * signature file every bit, of what it covers one in each byte by `npm run test:faults`.
 */
import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { writeZip } from '../../../electron/engine/export/zipWriter'
import { authenticate, judge } from '../../../electron/engine/intake/stateMachine'
import { FINDING_CODES, type FindingCode } from '../../../shared/export/codes'
import { unzip } from '../../helpers/hostileExports'
import { caseRow, makeExport, modelFrom, NOW, registryOf, scratch } from '../../helpers/signedExports'
import { isWholeRun } from '../../helpers/wholeRun'

const context = { registry: modelFrom(registryOf()), now: NOW }
const files = unzip(makeExport({ tables: { cases: [caseRow(1)] } }).zip)
const path = scratch('ekspor.dumas.zip')

/** The first code of the archive with `bytes` in place of one entry, and how many rows were handed on. */
async function judged(name: string, bytes: Buffer): Promise<{ code: string; unit: string | null; rows: number }> {
  const zip = writeZip(
    Object.entries(files).map(([each, held]) => ({ name: each, bytes: each === name ? bytes : held })),
    1,
  )
  writeFileSync(path, zip)
  const received = { path, source: path, name: 'x.zip', bytes: zip.length, sha256: '', tooLarge: false }
  let rows = 0
  const { outcome, findings, unit } = await judge(await authenticate(received, context, true), context, {
    chain: [],
    sink: () => void rows++,
  })
  return { code: outcome === 'rejected' ? findings[0]!.code : outcome, unit, rows }
}

/** what stands in the way of a changed entry */
const SIGNED: readonly string[] = ['datapackage.json', 'datapackage.json.jws']

test('an entry that is not touched is taken', async () => {
  expect(await judged('', Buffer.alloc(0))).toMatchObject({ code: 'accepted', rows: 1 })
})

test.for(Object.keys(files))('%s', { timeout: 120_000 }, async (name) => {
  const bytes = Buffer.from(files[name]!)
  const isSigned = SIGNED.includes(name)
  const step = (name === 'datapackage.json.jws' ? 1 : 9) * (isWholeRun ? 1 : 3)
  const counts: Record<string, number> = {}
  for (let bit = 0; bit < bytes.length * 8; bit += step) {
    const byte = bytes[bit >> 3]!
    bytes[bit >> 3] = byte ^ (1 << (bit & 7))
    const { code, unit, rows } = await judged(name, bytes)
    bytes[bit >> 3] = byte
    counts[code] = (counts[code] ?? 0) + 1
    const stage = code in FINDING_CODES ? FINDING_CODES[code as FindingCode].stage : code
    // whose it is, is said only of an authenticated descriptor
    expect({ bit, stage, rows, isAnonymous: unit === null }).toEqual({
      bit,
      stage: isSigned ? 'signature' : 'integrity',
      rows: 0,
      isAnonymous: isSigned,
    })
  }
  console.log(`${name}: ${JSON.stringify(counts)}`)
})
