/**
 * Reads and verifies the detached JWS of an export or a registry. Sources: RFC 7515 section 7.2.1 and appendix F,
 * RFC 8037 section 3.1; the export format, section 3, which allows less than they do.
 */
import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { FindingCode } from '../../../shared/export/codes'
import { LIMITS } from '../../../shared/export/limits'
import type { PublicJwk } from '../../../shared/export/registry'
import { parseStrictJson, type JsonValue } from './strictJson'

export interface JwsSignature {
  kid: string
  /** the `protected` text, the first half of the signing input */
  header: string
  signature: Buffer
}

type JwsCode = Extract<FindingCode, 'JWS-SHAPE' | 'JWS-ENCODING' | 'JWS-ALG' | 'JWS-TYP' | 'JWS-HEADER'>
type JwsResult =
  { ok: true; signatures: JwsSignature[] } | { ok: false; code: JwsCode; details: Record<string, string> }

const RANK: readonly JwsCode[] = ['JWS-SHAPE', 'JWS-ENCODING', 'JWS-ALG', 'JWS-TYP', 'JWS-HEADER']
const ALGORITHMS: readonly JsonValue[] = ['EdDSA', 'Ed25519']
const HEADER_MEMBERS = new Set(['alg', 'kid', 'typ', 'iat'])

/** Decodes base64url without padding; null unless encoding the result again gives the same text. */
export function decodeBase64url(text: string): Buffer | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}

/** Reads a `.jws` file whose protected headers must have this `typ`. Of several troubles the earliest code is returned. */
export function parseJws(bytes: Uint8Array, typ: string): JwsResult {
  const json = parseStrictJson(bytes, LIMITS.jsonDepth)
  if (!json.ok) return { ok: false, code: 'JWS-SHAPE', details: { json: json.code } }
  const list = membersOf(json.value, ['signatures'])?.['signatures']
  if (!Array.isArray(list) || list.length < 1 || list.length > LIMITS.signatures) {
    return { ok: false, code: 'JWS-SHAPE', details: {} }
  }
  const results = list.map((item) => readSignature(item, typ))
  const worst = RANK.find((code) => results.includes(code))
  if (worst) return { ok: false, code: worst, details: {} }
  return { ok: true, signatures: results.filter((item) => typeof item === 'object') }
}

/** Ed25519 as RFC 8032 has it: whether `signature` is `key`'s over the bytes. The key must have been vetted. */
export const verifyBytes = (key: KeyObject, signed: Uint8Array, signature: Uint8Array): boolean =>
  signature.length === 64 && verify(null, signed, key, signature)

/** Whether `signature` is `key`'s over `payload`. The key must have been vetted. */
export const verifySignature = (key: KeyObject, { header, signature }: JwsSignature, payload: Buffer): boolean =>
  verifyBytes(key, Buffer.from(`${header}.${payload.toString('base64url')}`, 'latin1'), signature)

export const publicKeyOf = (jwk: PublicJwk): KeyObject => createPublicKey({ key: { ...jwk }, format: 'jwk' })

function readSignature(item: JsonValue, typ: string): JwsSignature | JwsCode {
  if (isObject(item) && 'header' in item) return 'JWS-HEADER'
  const members = membersOf(item, ['protected', 'signature'])
  const [header, encoded] = [members?.['protected'], members?.['signature']]
  if (typeof header !== 'string' || typeof encoded !== 'string') return 'JWS-SHAPE'
  const [headerBytes, signature] = [decodeBase64url(header), decodeBase64url(encoded)]
  if (!headerBytes || !signature) return 'JWS-ENCODING'
  const json = parseStrictJson(headerBytes, LIMITS.jsonDepth)
  if (!json.ok || !isObject(json.value)) return 'JWS-SHAPE'
  const { alg, kid, typ: ownTyp, iat } = json.value as Partial<Record<string, JsonValue>>
  if (alg === undefined || !ALGORITHMS.includes(alg)) return 'JWS-ALG'
  if (ownTyp !== typ) return 'JWS-TYP'
  if (Object.keys(json.value).some((name) => !HEADER_MEMBERS.has(name))) return 'JWS-HEADER'
  if (typeof kid !== 'string' || kid.length !== 43 || !decodeBase64url(kid)) return 'JWS-HEADER'
  if (iat !== undefined && !(Number.isSafeInteger(iat) && (iat as number) >= 0)) return 'JWS-HEADER'
  return { kid, header, signature }
}

const isObject = (value: JsonValue): value is { [name: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The members of an object that has exactly these names, else null. */
function membersOf(value: JsonValue, names: readonly string[]): { [name: string]: JsonValue } | null {
  if (!isObject(value)) return null
  const own = Object.keys(value)
  return own.length === names.length && names.every((name) => Object.hasOwn(value, name)) ? value : null
}
