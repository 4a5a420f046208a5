/** AUTHORITY: may this key speak for this unit, and do the clocks make sense. Source: the export format, sections 3, 5, 6. */
import { FINDING_CODES, finding, type Finding } from '../../../shared/export/codes'
import type { Descriptor } from '../../../shared/export/descriptor'
import { LIMITS } from '../../../shared/export/limits'
import type { RegistryKey } from '../../../shared/export/registry'
import { DESCRIPTOR_NAME } from '../../../shared/export/tables'
import { epochSeconds } from '../../../shared/export/time'
import type { RegistryModel } from '../registry/model'

export interface AuthorityInput {
  descriptor: Descriptor
  signers: readonly RegistryKey[]
  registry: RegistryModel
  /** seconds since the epoch */
  now: number
  /** the export names, or is named by, one that is held */
  links: boolean
}

export interface Authority {
  /** thumbprint of the key that authorises it, or of the one that comes nearest */
  kid: string
  findings: Finding[]
}

const place = { file: DESCRIPTOR_NAME }
const ORDER = Object.keys(FINDING_CODES)

/** One signer must be authorised; a known key of another unit beside it does no harm. */
export function checkAuthority(input: AuthorityInput): Authority {
  const { descriptor, registry, signers } = input
  const { unit } = descriptor.dumas
  const kids = signers.map((key) => key.kid)
  if (!registry.unit(unit)) return { kid: kids[0] ?? '', findings: [finding('UNIT-UNKNOWN', place, { unit })] }
  const judged = signers.map((key) => ({ kid: key.kid, findings: judgeKey(key, input) }))
  // the best of them: no refusal, then the fewest remarks
  const best = judged.toSorted((a, b) => weight(a.findings) - weight(b.findings))[0]!
  return { kid: best.kid, findings: [...best.findings, ...judgeTimes(input)] }
}

/** A refusal that comes later in the table is nearer to an authorisation. */
function weight(findings: readonly Finding[]): number {
  const refusal = findings.find((item) => item.severity === 'reject')
  return refusal ? 1000 - ORDER.indexOf(refusal.code) : findings.length
}

/** At most one refusal (the earliest that fits), or flags. */
function judgeKey(key: RegistryKey, { descriptor, registry, now, links }: AuthorityInput): Finding[] {
  const { unit, sequence } = descriptor.dumas
  const day = descriptor.created.slice(0, 10)
  const created = epochSeconds(descriptor.created)
  const own = key.unit === unit
  if (!own && !(key.scope === 'subtree' && registry.isUnderOn(unit, key.unit, day))) {
    return [finding('UNIT-SCOPE', place, { unit, kid: key.kid, key_unit: key.unit })]
  }
  const details = { kid: key.kid, created: descriptor.created, not_before: key.not_before, not_after: key.not_after }
  if (created < epochSeconds(key.not_before) || created > epochSeconds(key.not_after)) {
    return [finding('KEY-EXPIRED', place, details)]
  }
  if (isRevoked(key, { created, now, sequence, links })) {
    const { at = '', reason = '' } = key.revoked ?? {}
    return [finding('KEY-REVOKED', place, { kid: key.kid, at, reason })]
  }
  const flags: Finding[] = []
  if (now > epochSeconds(key.not_after)) flags.push(finding('KEY-EXPIRED-SINCE', place, details))
  if (!own) flags.push(finding('KEY-SUBTREE', place, { unit, kid: key.kid, key_unit: key.unit }))
  return flags
}

interface Circumstances {
  created: number
  now: number
  sequence: number
  links: boolean
}

/**
 * Superseded or ceased: what was created before stays good. Compromised: whoever has the key can write any date, so only
 * what was imported before, or is numbered within the trusted range and links into the held chain, is good.
 */
function isRevoked({ revoked }: RegistryKey, { created, now, sequence, links }: Circumstances): boolean {
  if (!revoked) return false
  const at = epochSeconds(revoked.at)
  if (revoked.reason !== 'compromised') return created >= at
  const trusted = revoked.last_trusted_sequence !== undefined && sequence <= revoked.last_trusted_sequence && links
  return now >= at && !trusted
}

function judgeTimes({ descriptor, registry, now }: AuthorityInput): Finding[] {
  const found: Finding[] = []
  const { expires } = registry.registry
  if (now > epochSeconds(expires)) found.push(finding('REGISTRY-STALE', {}, { version: registry.version, expires }))
  const created = epochSeconds(descriptor.created)
  if (created > now + LIMITS.futureMinutes * 60) {
    found.push(finding('TIME-FUTURE', { ...place, column: 'created' }, { created: descriptor.created }))
  }
  if (epochSeconds(descriptor.dumas.as_of) > created) {
    const details = { as_of: descriptor.dumas.as_of, created: descriptor.created }
    found.push(finding('TIME-ASOF', { ...place, column: 'as_of' }, details))
  }
  return found
}
