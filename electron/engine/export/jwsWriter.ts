/** JWS General JSON with detached payload. Source: RFC 7515 sections 5.1 and 7.2.1, appendix F; RFC 8037 section 3.1. */
import { sign } from 'node:crypto'
import type { SigningKey } from './keys'

/** Signs the exact bytes of `payload` with each key; the result is the text of a `.jws` file. */
export function signDetached(payload: Uint8Array, typ: string, keys: readonly SigningKey[]): Buffer {
  const encoded = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString('base64url')
  const signatures = keys.map((key) => {
    const header = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: key.kid, typ })).toString('base64url')
    const signature = sign(null, Buffer.from(`${header}.${encoded}`, 'latin1'), key.privateKey)
    return { protected: header, signature: signature.toString('base64url') }
  })
  return Buffer.from(`${JSON.stringify({ signatures })}\n`)
}
