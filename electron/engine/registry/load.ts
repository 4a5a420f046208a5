/**
 * Opens a registry file: container, signature file, JSON, schema, keys. Says what it is and who signed it; whether to
 * trust it is another question (trust.ts). Source: the export format, section 5.
 */
import { createHash } from 'node:crypto'
import { finding, type Finding } from '../../../shared/export/codes'
import { LIMITS } from '../../../shared/export/limits'
import { registrySchema, type PublicJwk, type Registry } from '../../../shared/export/registry'
import { REGISTRY_NAME, REGISTRY_SIGNATURE_NAME, REGISTRY_TYP } from '../../../shared/export/tables'
import { thumbprint } from '../export/keys'
import { openContainer } from '../intake/container'
import { parseJws, publicKeyOf, verifySignature, type JwsSignature } from '../intake/jws'
import { limitsOf } from '../intake/limits'
import type { Received } from '../intake/receive'
import { parseStrictJson } from '../intake/strictJson'
import { checkRegistry } from './check'
import { vetKey } from './vetKey'

/** A registry whose form is right. Nothing is said yet about whose it is. */
export interface LoadedRegistry {
  registry: Registry
  /** SHA-256 of the bytes of `registry.json`, which the next version names */
  sha256: string
  document: Buffer
  signatures: readonly JwsSignature[]
}

export type LoadResult = { loaded: LoadedRegistry; findings: Finding[] } | { loaded: null; findings: Finding[] }

const SHAPE = {
  document: REGISTRY_NAME,
  signature: REGISTRY_SIGNATURE_NAME,
  files: [],
  documentLimit: LIMITS.registry,
}

const refuse = (...findings: Finding[]): LoadResult => ({ loaded: null, findings })

/**
 * Opens a received registry. `findings` of a loaded one are about its contents (keys, dates, tree), by the code table.
 * `judged`: hash of a `registry.json` whose form and contents were judged before; they are not judged again.
 */
export async function loadRegistry(received: Received, judged?: string): Promise<LoadResult> {
  const container = await openContainer(received, SHAPE, limitsOf(), { keep: false, signal: undefined })
  if (!container.ok) return refuse(container.finding)
  const { document, signature } = container.value
  const jws = parseJws(signature, REGISTRY_TYP)
  if (!jws.ok) return refuse(finding(jws.code, { file: REGISTRY_SIGNATURE_NAME }, jws.details))
  const sha256 = createHash('sha256').update(document).digest('hex')
  if (sha256 === judged) {
    const registry = JSON.parse(document.toString('utf8')) as Registry
    return { loaded: { registry, sha256, document, signatures: jws.signatures }, findings: [] }
  }
  const json = parseStrictJson(document, LIMITS.jsonDepth)
  if (!json.ok) return refuse(finding(json.code, { file: REGISTRY_NAME }, { at: json.at }))
  const parsed = registrySchema.safeParse(json.value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const details = { member: issue?.path.join('.') ?? '', problem: issue?.message ?? '' }
    return refuse(finding('REG-FORMAT', { file: REGISTRY_NAME }, details))
  }
  const loaded = { registry: parsed.data, sha256, document, signatures: jws.signatures }
  return { loaded, findings: checkRegistry(parsed.data) }
}

/** Distinct thumbprints of `keys` that validly signed, and of those whose signature is there but wrong. */
export function signersAmong(
  { document, signatures }: LoadedRegistry,
  keys: readonly PublicJwk[],
): { valid: Set<string>; invalid: Set<string> } {
  const valid = new Set<string>()
  const invalid = new Set<string>()
  for (const jwk of keys) {
    const kid = thumbprint(jwk)
    for (const signature of signatures) {
      if (signature.kid !== kid) continue
      const good = vetKey(jwk) === 'good' && verifySignature(publicKeyOf(jwk), signature, document)
      ;(good ? valid : invalid).add(kid)
    }
  }
  return { valid, invalid }
}
