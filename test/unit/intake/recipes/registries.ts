/** Registries that a console refuses, keeping the one it has. */
import { thumbprint, type SigningKey } from '../../../../electron/engine/export/keys'
import { sha256Hex } from '../../../../electron/engine/export/pack'
import type { FindingCode } from '../../../../shared/export/codes'
import type { Registry } from '../../../../shared/export/registry'
import { keyEntry, registryBytes, registryOf, ROOT, seedKey, UNIT, UNIT_KEY } from '../../../helpers/signedExports'

export interface RegistryRecipe {
  why: string
  code: FindingCode
  registry: Registry
  keys?: readonly SigningKey[]
  /** trusted before; without it this is the first */
  held?: Registry
  /** what the person confirms; default: the roots of the registry itself */
  thumbprints?: readonly string[]
}

const small = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from('01'.padEnd(64, '0'), 'hex').toString('base64url') } as const
const HELD = registryOf({ version: 4 })
const next = (more: Partial<Registry> = {}) =>
  registryOf({ version: 5, previous_sha256: sha256Hex(registryBytes(HELD)), ...more })

export const REGISTRIES: readonly RegistryRecipe[] = [
  { why: 'not signed by enough roots', code: 'REG-THRESHOLD', registry: registryOf({ root: { threshold: 2, keys: [ROOT.publicJwk, seedKey(7).publicJwk] } }) },
  { why: 'older than the one held', code: 'REG-ROLLBACK', registry: next({ version: 3 }), held: HELD },
  { why: 'the same version with other bytes', code: 'REG-FORK', registry: registryOf({ version: 4, expires: '2026-12-30T00:00:00+07:00' }), held: HELD },
  { why: 'a new root without the old one', code: 'REG-ROOT-ROTATION', registry: next({ root: { threshold: 1, keys: [seedKey(8).publicJwk] } }), keys: [seedKey(8)], held: HELD },
  { why: 'a root that is not on the paper', code: 'REG-THUMBPRINT', registry: registryOf(), thumbprints: [seedKey(9).kid] },
  { why: 'one key for two units', code: 'REG-KEY-REUSE', registry: registryOf({ keys: [keyEntry(UNIT_KEY, UNIT), keyEntry(UNIT_KEY, 'POLRES-33.75')] }) },
  { why: 'a key of small order', code: 'REG-SMALL-ORDER-KEY', registry: registryOf({ keys: [keyEntry({ ...UNIT_KEY, kid: thumbprint(small), publicJwk: small }, UNIT)] }) },
  { why: 'ends before it begins', code: 'REG-FORMAT', registry: registryOf({ expires: '2025-01-01T00:00:00+07:00' }) },
] // prettier-ignore
