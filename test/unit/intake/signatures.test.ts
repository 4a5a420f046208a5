/** Ed25519 and JWS against Wycheproof, ed25519-speccheck, and other people's programs. */
import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { signDetached } from '../../../electron/engine/export/jwsWriter'
import { generateKey, thumbprint } from '../../../electron/engine/export/keys'
import { decodeBase64url, parseJws, publicKeyOf, verifySignature } from '../../../electron/engine/intake/jws'
import { vetKey } from '../../../electron/engine/registry/vetKey'
import { EXPORT_TYP } from '../../../shared/export/tables'
import { verify } from 'node:crypto'
import { judgeVectors, jwkOf, SPEC_CHECK, vectors } from '../../helpers/signatureVectors'
import { scratch, UNIT_KEY } from '../../helpers/signedExports'
import { vectorJson } from '../../helpers/vectors'

describe('Ed25519', () => {
  test('all verdicts of Wycheproof, and those that ed25519-speccheck states for this library', () => {
    const all = vectors()
    const { judged, wrong, specCheck, keys } = judgeVectors(all)
    expect(all.wycheproof.numberOfTests).toBe(151)
    expect({ judged, wrong, specCheck, keys }).toEqual({ judged: 151, wrong: [], ...SPEC_CHECK })
  })

  test('keys of small order and keys that are no point are told from good ones', () => {
    expect(vetKey(jwkOf('01'.padEnd(64, '0')))).toBe('small-order')
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

  test('none of the 401 tokens of Wycheproof is taken, in whatever shape', () => {
    const tokens = vectorJson<string[]>('wycheproof-jws')
    const codeOf = (text: string) => {
      const parsed = parseJws(Buffer.from(text), EXPORT_TYP)
      return parsed.ok ? 'taken' : parsed.code
    }
    const detached = tokens.map((token) => {
      const [header, , signature] = token.split('.')
      return codeOf(JSON.stringify({ signatures: [{ protected: header, signature }] }))
    })
    const counts = Object.fromEntries(
      [...new Set(detached)].map((code) => [code, detached.filter((c) => c === code).length]),
    )
    expect(counts).toEqual({ 'JWS-ALG': 363, 'JWS-ENCODING': 22, 'JWS-SHAPE': 16 })
    expect(new Set(tokens.flatMap((token) => [codeOf(token), codeOf(JSON.stringify(token))]))).toEqual(
      new Set(['JWS-SHAPE']),
    )
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
