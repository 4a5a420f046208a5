/** Ed25519 signing keys as JWK. Sources: RFC 8037 (OKP), RFC 7638 (thumbprint). */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { PublicJwk } from '../../../shared/export/registry'

export interface SigningKey {
  /** RFC 7638 SHA-256 thumbprint, base64url */
  kid: string
  publicJwk: PublicJwk
  privateKey: KeyObject
}

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const privateJwkSchema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: coordinate, d: coordinate })
/** The public half is worked out from the seed, whatever stands here; DER would take fifteen times as long to read. */
const ANY_X = Buffer.alloc(32).toString('base64url')

/** RFC 7638: SHA-256 over the required members in lexicographic order, without white space. */
export function thumbprint(jwk: PublicJwk): string {
  return createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${jwk.x}"}`).digest('base64url')
}

export function generateKey(): SigningKey {
  return fromPrivateKey(generateKeyPairSync('ed25519').privateKey)
}

/** The same 32 bytes give the same key: for the demo nation and tests, never for a unit. */
export function keyFromSeed(seed: Uint8Array): SigningKey {
  if (seed.length !== 32) throw new RangeError('an Ed25519 seed has 32 bytes')
  const jwk = { kty: 'OKP', crv: 'Ed25519', d: Buffer.from(seed).toString('base64url'), x: ANY_X }
  return fromPrivateKey(createPrivateKey({ key: jwk, format: 'jwk' }))
}

/** Reads a private JWK or an Ed25519 PEM (as `openssl genpkey` writes it). Null when it is neither. */
export function readKey(path: string): SigningKey | null {
  const text = readFileSync(path, 'utf8')
  try {
    if (text.startsWith('-----BEGIN')) {
      const key = createPrivateKey(text)
      return key.asymmetricKeyType === 'ed25519' ? fromPrivateKey(key) : null
    }
    const jwk = privateJwkSchema.parse(JSON.parse(text))
    const key = keyFromSeed(Buffer.from(jwk.d, 'base64url'))
    return key.publicJwk.x === jwk.x ? key : null
  } catch {
    return null
  }
}

/** Writes a new private JWK, readable by its owner only; an existing file is never overwritten (EEXIST is thrown). */
export function writeKey(path: string, key: SigningKey): void {
  const { d } = key.privateKey.export({ format: 'jwk' })
  const text = JSON.stringify({ ...key.publicJwk, d, kid: key.kid }, null, 2)
  writeFileSync(path, `${text}\n`, { mode: 0o600, flag: 'wx' })
}

function fromPrivateKey(privateKey: KeyObject): SigningKey {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  const publicJwk: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x: x ?? '' }
  return { kid: thumbprint(publicJwk), publicJwk, privateKey }
}
