/** Archives by our own generators: each is refused for what is wrong with it, as an archive, before anything is parsed. */
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { random } from '../../../electron/engine/demo/random'
import { authenticate, judge } from '../../../electron/engine/intake/stateMachine'
import { FINDING_CODES } from '../../../shared/export/codes'
import { unzip } from '../../helpers/hostileExports'
import { hostileZips } from '../../helpers/hostileZips'
import { makeExport, modelFrom, NOW, registryOf, scratch } from '../../helpers/signedExports'
import { isWholeRun } from '../../helpers/wholeRun'

const context = { registry: modelFrom(registryOf()), now: NOW }
const packed = makeExport()

/** one file, written again and again: a private copy of each would take longer than judging it */
const path = scratch('ekspor.dumas.zip')
async function judged(zip: Buffer) {
  writeFileSync(path, zip)
  const received = { path, source: path, name: 'x.zip', bytes: zip.length, sha256: '', tooLarge: false }
  return judge(await authenticate(received, context, true), context, { chain: [] })
}

describe('by hand', () => {
  test.for(hostileZips(unzip(packed.zip)))('$why: $code', async ({ code, zip }) => {
    const { outcome, findings, unit } = await judged(zip())
    expect([outcome, unit, ...findings.map((item) => item.code)]).toEqual(['rejected', null, code])
  })
})

const MUTILATED = isWholeRun ? 2000 : 500

describe('by chance, always the same', () => {
  const { zip } = packed
  const chance = random('archives', '1')
  /** Bytes overwritten, put in, taken out, moved or said twice. */
  const mutations: ((bytes: Buffer) => Buffer)[] = [
    (bytes) => {
      const changed = Buffer.from(bytes)
      for (let n = chance.between(2, 8); n > 0; n--)
        changed[chance.between(0, bytes.length - 1)] = chance.between(0, 255)
      return changed
    },
    (bytes) => {
      const [at, piece] = [chance.between(0, bytes.length), Buffer.alloc(chance.between(1, 40), chance.between(0, 255))]
      return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])
    },
    (bytes) => {
      const [at, length] = [chance.between(0, bytes.length - 1), chance.between(1, 60)]
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
    },
    (bytes) => {
      const [from, length, to] = [
        chance.between(0, bytes.length - 60),
        chance.between(1, 60),
        chance.between(0, bytes.length - 60),
      ]
      const changed = Buffer.from(bytes)
      bytes.copy(changed, to, from, from + length)
      return changed
    },
    // a header field of all ones or all zeros, where one begins
    (bytes) => {
      const heads = [0x04034b50, 0x02014b50, 0x06054b50].map((mark) =>
        Buffer.from([80, 75, (mark >> 16) & 255, mark >>> 24]),
      )
      const places = heads.flatMap((head) => {
        const found: number[] = []
        for (let at = bytes.indexOf(head); at >= 0; at = bytes.indexOf(head, at + 1)) found.push(at)
        return found
      })
      const changed = Buffer.from(bytes)
      const at = chance.pick(places) + chance.between(4, 28)
      changed.fill(chance.chance(0.5) ? 255 : 0, at, Math.min(bytes.length, at + chance.pick([1, 2, 4])))
      return changed
    },
  ]

  test(`${MUTILATED} mutilated archives: refused, or the very same export`, async () => {
    const counts: Record<string, number> = {}
    for (let n = 0; n < MUTILATED; n++) {
      const hostile = chance.pick(mutations)(zip)
      const { outcome, findings, descriptorSha256, rows } = await judged(hostile)
      const code = findings[0]?.code ?? 'none'
      counts[code] = (counts[code] ?? 0) + 1
      if (outcome === 'accepted')
        expect({ n, descriptorSha256, rows }).toMatchObject({ descriptorSha256: packed.descriptorSha256 })
      else {
        expect({ n, outcome }).toEqual({ n, outcome: 'rejected' })
        expect(['container', 'signature'], code).toContain(FINDING_CODES[findings[0]!.code].stage)
      }
    }
    console.log(`${MUTILATED} mutilated archives: ${JSON.stringify(counts)}`)
    expect(counts['none'] ?? 0).toBeLessThan(MUTILATED / 10)
  }, 60_000)
})
