/** SIGNATURE: over the raw bytes of the descriptor, by keys that the registry holds. Source: the export format, section 3. */
import type { RegistryKey } from '../../../shared/export/registry'
import { EXPORT_TYP, SIGNATURE_NAME } from '../../../shared/export/tables'
import type { RegistryModel } from '../registry/model'
import { parseJws, publicKeyOf, verifySignature } from './jws'
import { pass, stop, type Step } from './step'

const place = { file: SIGNATURE_NAME }

/** Keys of the registry that validly signed `document`, in the order of the file. */
export function checkSignature(document: Buffer, jws: Buffer, registry: RegistryModel): Step<RegistryKey[]> {
  const parsed = parseJws(jws, EXPORT_TYP)
  if (!parsed.ok) return stop(parsed.code, place, parsed.details)
  const signers: RegistryKey[] = []
  for (const signature of parsed.signatures) {
    const key = registry.key(signature.kid)
    if (!key) continue
    if (!verifySignature(publicKeyOf(key.jwk), signature, document)) return stop('SIG-INVALID', place, { kid: key.kid })
    signers.push(key)
  }
  return signers.length > 0 ? pass(signers) : stop('KEY-UNKNOWN', place, { kid: parsed.signatures[0]?.kid ?? '' })
}
