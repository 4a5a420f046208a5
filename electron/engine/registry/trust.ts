/**
 * Whether a loaded registry is to be trusted: the first one by thumbprints that a person read from paper, later ones by
 * the pinned root and their own. Pure; keeping what was trusted is another file's work. Source: the export format, section 5.
 */
import { FINDING_CODES, finding, type Finding, type FindingCode } from '../../../shared/export/codes'
import type { Registry } from '../../../shared/export/registry'
import { REGISTRY_NAME, REGISTRY_SIGNATURE_NAME } from '../../../shared/export/tables'
import { thumbprint } from '../export/keys'
import { signersAmong, type LoadedRegistry } from './load'

export type TrustOutcome = 'accepted' | 'duplicate' | 'rejected'
export interface TrustVerdict {
  outcome: TrustOutcome
  findings: Finding[]
}

/** What is trusted now: the registry in force and the root it was trusted by. */
export interface HeldRegistry {
  registry: Registry
  sha256: string
}

const ORDER = Object.keys(FINDING_CODES)
const file = { file: REGISTRY_NAME }

/** By the code table, the earliest first. */
export const byCodeOrder = (findings: readonly Finding[]) =>
  findings.toSorted((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code))

/** Thumbprints of the root keys that a registry itself names. */
export const rootThumbprints = (registry: Registry) => registry.root.keys.map((jwk) => thumbprint(jwk))

/** A registry's own word: enough valid signatures of its own root, and none that is wrong. */
export function checkOwnSignatures(loaded: LoadedRegistry): Finding[] {
  const { keys, threshold } = loaded.registry.root
  const { valid, invalid } = signersAmong(loaded, keys)
  const found: Finding[] = []
  if (invalid.size > 0) found.push(finding('SIG-INVALID', { file: REGISTRY_SIGNATURE_NAME }, { kid: [...invalid][0]! }))
  if (valid.size < threshold) found.push(finding('REG-THRESHOLD', file, { threshold, valid: valid.size }))
  return found
}

/** First trust: `thumbprints` must name every key of the root and no other. `contents` are the findings of loading. */
export function trustFirst(
  loaded: LoadedRegistry,
  contents: readonly Finding[],
  thumbprints: readonly string[],
): TrustVerdict {
  return decide([...checkOwnSignatures(loaded), ...matchThumbprints(loaded.registry, thumbprints), ...contents])
}

/** REG-THUMBPRINT unless both name the same keys. */
export function matchThumbprints(registry: Registry, thumbprints: readonly string[]): Finding[] {
  const named = new Set(thumbprints)
  const own = new Set(rootThumbprints(registry))
  const same = named.size === own.size && [...own].every((kid) => named.has(kid))
  return same ? [] : [finding('REG-THUMBPRINT', file, { named: [...named].join(' '), root: [...own].join(' ') })]
}

/** A later registry against the one in force. Thumbprints may be given again; then they too must match. */
export function trustNext(
  held: HeldRegistry,
  loaded: LoadedRegistry,
  contents: readonly Finding[],
  thumbprints: readonly string[] = [],
): TrustVerdict {
  const { registry, sha256 } = loaded
  if (registry.version === held.registry.version && sha256 === held.sha256)
    return { outcome: 'duplicate', findings: [] }
  const found = [...checkOwnSignatures(loaded), ...contents]
  const add = (code: FindingCode, details: Finding['details']) => found.push(finding(code, file, details))
  const versions = { held: held.registry.version, version: registry.version }
  if (registry.version < held.registry.version) add('REG-ROLLBACK', versions)
  if (registry.version === held.registry.version) add('REG-FORK', versions)
  if (registry.version === held.registry.version + 1 && registry.previous_sha256 !== held.sha256) {
    add('REG-FORK', { ...versions, previous_sha256: registry.previous_sha256 })
  }
  const { threshold, keys } = held.registry.root
  const pinned = signersAmong(loaded, keys).valid.size
  if (pinned < threshold) add('REG-ROOT-ROTATION', { threshold, valid: pinned })
  if (registry.purpose !== held.registry.purpose) add('REG-FORMAT', { problem: 'purpose', purpose: registry.purpose })
  if (thumbprints.length > 0) found.push(...matchThumbprints(registry, thumbprints))
  return decide(found)
}

/** The first reject finding, by the code table, is what is said. */
function decide(findings: readonly Finding[]): TrustVerdict {
  const first = byCodeOrder(findings)[0]
  return first ? { outcome: 'rejected', findings: [first] } : { outcome: 'accepted', findings: [] }
}
