/**
 * Vets Ed25519 public keys when a registry is loaded. OpenSSL and BoringSSL both accept a key of small order, under
 * which one signature fits every message. Source: RFC 8032; Chalkias, Garillot, Nikolaenko, "Taming the many EdDSAs".
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import type { PublicJwk } from '../../../shared/export/registry'

/** `small-order` also for its other encodings; `malformed`: not 32 bytes in base64url, not a point, not canonical. */
export type KeyQuality = 'good' | 'small-order' | 'malformed'

export function vetKey(jwk: PublicJwk): KeyQuality {
  const bytes = Buffer.from(jwk.x, 'base64url')
  if (bytes.length !== 32 || bytes.toString('base64url') !== jwk.x) return 'malformed'
  const strict = decode(bytes, false)
  const point = strict ?? decode(bytes, true)
  if (!point) return 'malformed'
  if (point.isSmallOrder()) return 'small-order'
  return strict ? 'good' : 'malformed'
}

/** `lenient` takes a y that is not reduced modulo p (ZIP 215). */
function decode(bytes: Uint8Array, lenient: boolean) {
  try {
    return ed25519.Point.fromBytes(bytes, lenient)
  } catch {
    return null
  }
}
