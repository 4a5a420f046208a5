/** JWS General JSON with the payload inside: one signature, the signer's public key in the payload. Source: RFC 7515, 7.2.1. */
import { z } from 'zod'
import type { Signed } from '../../../shared/contract/results/console'
import { publicJwkSchema, type PublicJwk } from '../../../shared/export/registry'
import { LIMITS } from '../../../shared/export/limits'
import { sha256 } from '../archive/files'
import { signDetached } from '../export/jwsWriter'
import { thumbprint, type SigningKey } from '../export/keys'
import { decodeBase64url, parseJws, publicKeyOf, verifySignature } from '../intake/jws'
import { parseStrictJson } from '../intake/strictJson'
import { vetKey } from '../registry/vetKey'

const FINGERPRINT_DIGITS = 32

/** How a payload names its signer. */
export const signerOf = ({ kid, publicJwk }: SigningKey): { kid: string; key: PublicJwk } => ({ kid, key: publicJwk })

export function sign<T extends object>(name: string, payload: T, typ: string, key: SigningKey): Signed<T> {
  const bytes = Buffer.from(JSON.stringify(payload))
  const { signatures } = JSON.parse(signDetached(bytes, typ, [key]).toString('utf8')) as { signatures: unknown }
  const file = `${JSON.stringify({ payload: bytes.toString('base64url'), signatures })}\n`
  const fingerprint = sha256(bytes).slice(0, FINGERPRINT_DIGITS).match(/.{4}/g)?.join(' ') ?? ''
  return { name, payload, file, fingerprint }
}

const envelope = z.strictObject({ payload: z.string(), signatures: z.array(z.unknown()).length(1) })
const claimed = z.object({ console: z.object({ kid: z.string(), key: publicJwkSchema }) })

/** The payload, when its one signature is that of the key that it names; null otherwise. Whose key that is, is not said. */
export function readSigned(bytes: Uint8Array, typ: string): unknown {
  const outer = parseStrictJson(bytes, LIMITS.jsonDepth)
  const parsed = envelope.safeParse(outer.ok ? outer.value : null)
  if (!parsed.success) return null
  const payload = decodeBase64url(parsed.data.payload)
  const jws = parseJws(Buffer.from(JSON.stringify({ signatures: parsed.data.signatures })), typ)
  const inner = payload && parseStrictJson(payload, LIMITS.jsonDepth)
  if (!payload || !inner?.ok || !jws.ok) return null
  const signer = claimed.safeParse(inner.value)
  const [signature] = jws.signatures
  if (!signer.success || !signature) return null
  const { kid, key } = signer.data.console
  const isOwn = signature.kid === kid && thumbprint(key) === kid && vetKey(key) === 'good'
  return isOwn && verifySignature(publicKeyOf(key), signature, payload) ? inner.value : null
}
