/** Receipts and lists of heads: signed by the console's own key, verified by other programs, compared between consoles. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareHistories } from '../../../electron/engine/console/compareHeads'
import type { Engine } from '../../../electron/engine/engine'
import { publicKeyOf } from '../../../electron/engine/intake/jws'
import { translator } from '../../../shared/messages/catalogue'
import { formats } from '../../../shared/messages/format'
import { headLines, headsAnswer, shortReceipt } from '../../../shared/sentences/papers'
import { caseRow, makeExport, nextExport, onDisk, scratch, UNIT } from '../../helpers/signedExports'
import { exportFolder, freshFolder, open, openTrusted, valueOf } from '../../helpers/workspaces'
import type { Packed } from '../../../electron/engine/export/pack'

const first = makeExport()
const second = nextExport(first, 2)
const third = nextExport(second, 3, {
  period: { from: '2026-04-11', to: '2026-04-12' },
  asOf: '2026-04-13T00:00:00+07:00',
  created: '2026-04-14T08:15:00+07:00',
})
/** The unit told somebody else another story under number 1. */
const otherFirst = makeExport({ tables: { cases: [caseRow(7)] } })
const english = { t: translator('en'), f: formats('en') }

async function consoleWith(...exports: Packed[]): Promise<Engine> {
  const engine = await openTrusted()
  if (exports.length > 0)
    valueOf(await engine.importPaths([exportFolder(exports.map((packed, at) => ({ packed, name: String(at) })))]))
  return engine
}
async function listOf(engine: Engine): Promise<string> {
  const path = join(freshFolder('heads'), 'heads.json')
  writeFileSync(path, valueOf(await engine.papers.headsList()).file)
  return path
}
const said = async (engine: Engine, path: string) => {
  const compared = valueOf(await engine.papers.compareHeads({ path }))
  return [...compared.lines.flatMap((line) => headLines(line, english)), ...headsAnswer(compared, english)].join('\n')
}
const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0
const python = ['/usr/bin/python3', 'python3'].find((program) => has(program, '-c', 'import jwcrypto'))

test('the key is made once, for its owner alone, and is never replaced', async () => {
  const engine = await consoleWith(first)
  const { kid } = valueOf(await engine.papers.headsList()).payload.console
  const path = join(engine.dir, 'console.jwk')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(valueOf(await engine.papers.receipt({ unit: UNIT, sequence: 1 })).payload.console.kid).toBe(kid)
  const sound = readFileSync(path, 'utf8')
  writeFileSync(path, sound.replace('"d": "', '"d": "AAAA'))
  const damaged = await engine.papers.headsList()
  expect(!damaged.ok && damaged.error.code).toBe('CONSOLE-KEY-DAMAGED')
  await engine.close()
})

test('a receipt says what was received, and its short form fits a sheet', async () => {
  const engine = await consoleWith(first, second)
  const made = valueOf(await engine.papers.receipt({ unit: UNIT, sequence: 2 }))
  expect(made.payload).toMatchObject({
    unit: UNIT,
    sequence: 2,
    descriptor_sha256: second.descriptorSha256,
    archive_sha256: second.archiveSha256,
    registry_version: 1,
  })
  expect(Object.keys(made.payload.console.key)).toEqual(['kty', 'crv', 'x'])
  const lines = shortReceipt(made, { t: translator('id'), f: formats('id') })
  expect(lines.length).toBeLessThan(10)
  expect(lines.join('\n')).toMatch(/Sidik tanda terima: ([0-9a-f]{4} ){7}[0-9a-f]{4}\nKunci konsol: /)
  const missing = await engine.papers.receipt({ unit: UNIT, sequence: 9 })
  expect(!missing.ok && missing.error.code).toBe('NOT-FOUND')
  await engine.close()
})

interface File {
  payload: string
  signatures: { protected: string; signature: string }[]
}
test.skipIf(!has('openssl', 'version'))('a receipt verifies with openssl', async () => {
  const engine = await consoleWith(first)
  const { file, payload } = valueOf(await engine.papers.receipt({ unit: UNIT, sequence: 1 }))
  const { payload: encoded, signatures } = JSON.parse(file) as File
  const [pem, input, raw] = [scratch('key.pem'), scratch('input'), scratch('signature')]
  writeFileSync(pem, publicKeyOf(payload.console.key).export({ type: 'spki', format: 'pem' }))
  writeFileSync(input, `${signatures[0]!.protected}.${encoded}`)
  writeFileSync(raw, Buffer.from(signatures[0]!.signature, 'base64url'))
  const args = ['pkeyutl', '-verify', '-pubin', '-inkey', pem, '-rawin', '-in', input, '-sigfile', raw]
  expect(execFileSync('openssl', args).toString()).toContain('Verified Successfully')
  writeFileSync(input, `${signatures[0]!.protected}.${encoded}A`)
  expect(spawnSync('openssl', args).status).not.toBe(0)
  await engine.close()
})

test.skipIf(!python)('a receipt and a list of heads verify with python3-jwcrypto', async () => {
  const engine = await consoleWith(first)
  const program = [
    'import sys, json',
    'from jwcrypto import jwk, jws',
    'token = jws.JWS(); token.allowed_algs = ["EdDSA"]',
    'token.deserialize(sys.argv[1])',
    'key = jwk.JWK(**json.loads(sys.argv[2]))',
    'token.verify(key)',
    'header = token.jose_header[0] if isinstance(token.jose_header, list) else token.jose_header',
    'assert header["kid"] == key.thumbprint()',
    'print(header["typ"])',
  ].join('\n')
  const verify = (file: string, key: object) => spawnSync(python!, ['-c', program, file, JSON.stringify(key)])
  const receipt = valueOf(await engine.papers.receipt({ unit: UNIT, sequence: 1 }))
  const { key } = receipt.payload.console
  expect(verify(receipt.file, key).stdout.toString().trim()).toBe('dumas-receipt+jws')
  expect(
    verify(valueOf(await engine.papers.headsList()).file, key)
      .stdout.toString()
      .trim(),
  ).toBe('dumas-heads+jws')
  const forged = JSON.parse(receipt.file) as File
  const text = Buffer.from(forged.payload, 'base64url').toString().replace('"accepted"', '"rejected"')
  expect(verify(JSON.stringify({ ...forged, payload: Buffer.from(text).toString('base64url') }), key).status).not.toBe(
    0,
  )
  await engine.close()
})

test('two consoles: same, ahead, behind, only one, and a conflict told in words', async () => {
  const [full, part, other, empty] = [
    await consoleWith(first, second, third),
    await consoleWith(first),
    await consoleWith(otherFirst),
    await consoleWith(),
  ]
  expect(await said(full, await listOf(full))).toContain('The same: 1 unit told both consoles')
  expect(await said(full, await listOf(part))).toContain(
    `${UNIT}: sequence 3 here; there only 1, which is held here too`,
  )
  expect(await said(part, await listOf(full))).toContain(`${UNIT}: sequence 3 there; here only 1, which is held there`)
  expect(await said(full, await listOf(empty))).toContain(`${UNIT}: only here, sequence 3`)
  expect(await said(empty, await listOf(full))).toContain(`${UNIT}: only there, sequence 3`)
  const told = await said(full, await listOf(other))
  expect(told).toContain(
    `${UNIT} CONFLICT at sequence 1: here ${first.descriptorSha256}, there ${otherFirst.descriptorSha256}`,
  )
  expect(told).toContain('CONFLICT at 1 unit')
  for (const engine of [full, part, other, empty]) await engine.close()
})

test('a list that was changed after it was signed is refused; a plain one is taken as unsigned', async () => {
  const engine = await consoleWith(first)
  const path = await listOf(engine)
  const file = JSON.parse(readFileSync(path, 'utf8')) as File
  const text = Buffer.from(file.payload, 'base64url').toString()
  const forge = (change: Partial<File>) => onDisk(Buffer.from(JSON.stringify({ ...file, ...change })), 'heads.json')
  const changed = forge({ payload: Buffer.from(text.replace(UNIT, 'POLRES-33.75')).toString('base64url') })
  const bad = [
    changed,
    forge({ signatures: [] }),
    onDisk(Buffer.from('{'), 'heads.json'),
    onDisk(Buffer.from('[]'), 'h'),
  ]
  for (const each of bad) {
    const compared = await engine.papers.compareHeads({ path: each })
    expect(!compared.ok && compared.error.code).toBe('HEADS-INVALID')
  }
  const plain = valueOf(await engine.papers.compareHeads({ path: onDisk(Buffer.from(text), 'heads.json') }))
  expect([plain.signer, plain.counts.same]).toEqual([null, 1])
  await engine.close()
})

test('lists that do not meet prove nothing', () => {
  const head = (sequence: number) => ({
    unit: UNIT,
    sequence,
    descriptor_sha256: String(sequence).repeat(64).slice(0, 64),
  })
  expect(compareHistories([head(3)], [head(2)])[0]?.state).toBe('unproven')
  expect(compareHistories([head(1)], [head(2)])[0]?.state).toBe('unproven')
  expect(compareHistories([head(1), head(3)], [head(1)])[0]?.state).toBe('ours_ahead')
})

test('the fingerprint of the heads is that of every report', async () => {
  const engine = await consoleWith(first)
  const { payload } = valueOf(await engine.papers.headsList())
  expect(payload.fingerprint).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/)
  expect(payload.fingerprint).toBe(engine.heads().fingerprint)
  rmSync(join(engine.dir, 'console.jwk'))
  await engine.close()
  const again = await open({ dir: engine.dir, mode: 'read' })
  expect(valueOf(await again.papers.headsList()).payload.console.kid).not.toBe(payload.console.kid)
  await again.close()
})
