/** Ed25519 and JWS against Wycheproof, ed25519-speccheck, and other people's programs. */
import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { signDetached } from '../../../electron/engine/export/jwsWriter'
import { generateKey, thumbprint } from '../../../electron/engine/export/keys'
import { decodeBase64url, parseJws, publicKeyOf, verifySignature } from '../../../electron/engine/intake/jws'
import { vetKey } from '../../../electron/engine/registry/vetKey'
import { EXPORT_TYP } from '../../../shared/export/tables'
import type { PublicJwk } from '../../../shared/export/registry'
import { verify } from 'node:crypto'
import { scratch, UNIT_KEY } from '../../helpers/signedExports'
import { vectorJson } from '../../helpers/vectors'

interface Wycheproof {
  numberOfTests: number
  testGroups: { publicKey: { pk: string }; tests: { tcId: number; msg: string; sig: string; result: string }[] }[]
}
const jwkOf = (hex: string): PublicJwk => ({
  kty: 'OKP',
  crv: 'Ed25519',
  x: Buffer.from(hex, 'hex').toString('base64url'),
})

describe('Ed25519', () => {
  test('all Wycheproof verdicts', () => {
    const { numberOfTests, testGroups } = vectorJson<Wycheproof>('wycheproof-ed25519')
    let judged = 0
    for (const { publicKey, tests } of testGroups) {
      const key = publicKeyOf(jwkOf(publicKey.pk))
      for (const { tcId, msg, sig, result } of tests) {
        expect({ tcId, valid: verify(null, Buffer.from(msg, 'hex'), key, Buffer.from(sig, 'hex')) }).toEqual({
          tcId,
          valid: result === 'valid',
        })
        judged++
      }
    }
    expect([judged, numberOfTests]).toEqual([151, 151])
  })

  test('keys of small order are found, in their canonical and other encodings', () => {
    const cases = vectorJson<{ pub_key: string }[]>('ed25519-speccheck')
    const quality = cases.map(({ pub_key }) => vetKey(jwkOf(pub_key)))
    expect(quality.slice(0, 2)).toEqual(['small-order', 'small-order'])
    // cases 10 and 11 have a small-order key in a non-canonical encoding
    expect(quality.slice(10)).toEqual(['small-order', 'small-order'])
    const identity = '0100000000000000000000000000000000000000000000000000000000000000'
    expect(vetKey(jwkOf(identity))).toBe('small-order')
    expect(vetKey(jwkOf('02'.padEnd(64, '0')))).toBe('malformed')
    expect(vetKey(generateKey().publicJwk)).toBe('good')
  })

  test('a small-order key would make one signature fit every message: that is why it is refused', () => {
    const identity = Buffer.alloc(32)
    identity[0] = 1
    const key = publicKeyOf(jwkOf(identity.toString('hex')))
    const signature = Buffer.concat([identity, Buffer.alloc(32)])
    expect([verify(null, Buffer.from('a'), key, signature), verify(null, Buffer.from('b'), key, signature)]).toEqual([
      true,
      true,
    ])
  })

  test('thumbprint of RFC 8037, appendix A.3', () => {
    expect(thumbprint({ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' })).toBe(
      'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
    )
  })
})

describe('detached JWS', () => {
  const payload = Buffer.from('{"a":"ä"}\n')
  const jws = signDetached(payload, EXPORT_TYP, [UNIT_KEY])

  test('is read and verified', () => {
    const parsed = parseJws(jws, EXPORT_TYP)
    if (!parsed.ok) throw new Error(parsed.code)
    const [signature] = parsed.signatures
    expect(signature!.kid).toBe(UNIT_KEY.kid)
    expect(verifySignature(publicKeyOf(UNIT_KEY.publicJwk), signature!, payload)).toBe(true)
    expect(verifySignature(publicKeyOf(UNIT_KEY.publicJwk), signature!, Buffer.from('{}'))).toBe(false)
    expect(
      verifySignature(publicKeyOf(UNIT_KEY.publicJwk), { ...signature!, signature: Buffer.alloc(63) }, payload),
    ).toBe(false)
  })

  test('base64url is strict', () => {
    expect(decodeBase64url('AA')).toEqual(Buffer.from([0]))
    for (const text of ['', 'AA==', 'AB', 'A', 'A+', 'A/', 'AA ', 'AA\n'])
      expect(decodeBase64url(text), text).toBe(null)
  })

  const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0

  test.skipIf(!has('openssl', 'version'))('verifies with openssl pkeyutl', () => {
    const { signatures } = JSON.parse(jws.toString()) as { signatures: { protected: string; signature: string }[] }
    const [{ protected: header, signature } = { protected: '', signature: '' }] = signatures
    const [pem, input, raw] = [scratch('key.pem'), scratch('input'), scratch('signature')]
    writeFileSync(pem, publicKeyOf(UNIT_KEY.publicJwk).export({ type: 'spki', format: 'pem' }))
    writeFileSync(input, `${header}.${payload.toString('base64url')}`)
    writeFileSync(raw, Buffer.from(signature, 'base64url'))
    const args = ['pkeyutl', '-verify', '-pubin', '-inkey', pem, '-rawin', '-in', input, '-sigfile', raw]
    expect(execFileSync('openssl', args).toString()).toContain('Verified Successfully')
    writeFileSync(input, 'other')
    expect(spawnSync('openssl', args).status).not.toBe(0)
  })

  // Debian's package belongs to the system's Python, whatever Python stands first in the path
  const python = ['/usr/bin/python3', 'python3'].find((program) => has(program, '-c', 'import jwcrypto'))
  test.skipIf(!python)('verifies with python3-jwcrypto (Debian: apt install python3-jwcrypto)', () => {
    const program = [
      'import sys',
      'from jwcrypto import jwk, jws',
      'token = jws.JWS(); token.allowed_algs = ["EdDSA"]',
      'token.deserialize(sys.argv[1])',
      'token.verify(jwk.JWK.from_json(sys.argv[2]))',
      'print("verified", token.jose_header[0]["kid"] if isinstance(token.jose_header, list) else token.jose_header["kid"])',
    ].join('\n')
    const run = (text: string) => {
      const attached = { payload: Buffer.from(text).toString('base64url'), ...(JSON.parse(jws.toString()) as object) }
      return spawnSync(python!, ['-c', program, JSON.stringify(attached), JSON.stringify(UNIT_KEY.publicJwk)])
    }
    const result = run(payload.toString())
    expect(result.stderr.toString()).toBe('')
    expect(result.stdout.toString().trim()).toBe(`verified ${UNIT_KEY.kid}`)
    expect(run('{}').status).not.toBe(0)
  })
})
