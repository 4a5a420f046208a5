/** Judges the contents of a registry that fits the schema: keys, thumbprints, the tree of units, dates. */
import { finding, type Finding } from '../../../shared/export/codes'
import type { Registry, RegistryUnit } from '../../../shared/export/registry'
import { REGISTRY_NAME } from '../../../shared/export/tables'
import { epochSeconds, parseDay } from '../../../shared/export/time'
import { thumbprint } from '../export/keys'
import { NATION } from './model'
import { vetKey } from './vetKey'

const place = { file: REGISTRY_NAME }
const RANK = { polda: 0, polres: 1, polsek: 2 }

/** Findings in the order of the code table; none when the registry may be used. */
export function checkRegistry(registry: Registry): Finding[] {
  return [...thumbprints(registry), ...reuse(registry), ...quality(registry), ...form(registry)]
}

function thumbprints({ keys }: Registry): Finding[] {
  const wrong = keys.find((key) => thumbprint(key.jwk) !== key.kid)
  return wrong ? [finding('REG-THUMBPRINT', place, { kid: wrong.kid, unit: wrong.unit })] : []
}

function reuse({ keys }: Registry): Finding[] {
  const owners = new Map<string, string>()
  for (const key of keys) {
    const owner = owners.get(key.jwk.x)
    if (owner !== undefined) return [finding('REG-KEY-REUSE', place, { kid: key.kid, unit: owner, other: key.unit })]
    owners.set(key.jwk.x, key.unit)
  }
  return []
}

function quality({ keys, root }: Registry): Finding[] {
  const all = [...root.keys, ...keys.map((key) => key.jwk)].map((jwk) => ({ jwk, quality: vetKey(jwk) }))
  const small = all.find((key) => key.quality === 'small-order')
  const malformed = all.find((key) => key.quality === 'malformed')
  return [
    ...(small ? [finding('REG-SMALL-ORDER-KEY', place, { kid: thumbprint(small.jwk) })] : []),
    ...(malformed ? [finding('REG-FORMAT', place, { problem: 'key', kid: thumbprint(malformed.jwk) })] : []),
  ]
}

function form(registry: Registry): Finding[] {
  const problem = datesProblem(registry) ?? unitsProblem(registry.units)
  return problem ? [finding('REG-FORMAT', place, problem)] : []
}

type Problem = Finding['details']

function datesProblem(registry: Registry): Problem | null {
  const moments = [registry.issued, registry.expires]
  for (const key of registry.keys) {
    moments.push(key.not_before, key.not_after)
    if (key.revoked) moments.push(key.revoked.at)
  }
  const days = registry.holidays.map((holiday) => holiday.date)
  for (const unit of registry.units) days.push(unit.valid_from, unit.valid_to ?? unit.valid_from)
  for (const rule of registry.rules) days.push(rule.effective_from, rule.effective_to ?? rule.effective_from)
  const moment = moments.find((text) => Number.isNaN(epochSeconds(text)))
  const day = days.find((text) => Number.isNaN(parseDay(text)))
  if (moment ?? day) return { problem: 'date', value: moment ?? day ?? '' }
  if (epochSeconds(registry.expires) <= epochSeconds(registry.issued)) return { problem: 'expires' }
  if (registry.version === 1 && registry.previous_sha256 !== null) return { problem: 'previous_sha256' }
  return null
}

/** Entries of one code must not overlap; a parent is a unit of a higher level, or the nation for a Polda. */
function unitsProblem(units: readonly RegistryUnit[]): Problem | null {
  const levels = new Map<string, RegistryUnit['level']>()
  const entries = new Map<string, RegistryUnit[]>()
  for (const unit of units) {
    if ((levels.get(unit.code) ?? unit.level) !== unit.level) return { problem: 'level', unit: unit.code }
    if (unit.valid_to !== null && unit.valid_to < unit.valid_from) return { problem: 'valid_to', unit: unit.code }
    levels.set(unit.code, unit.level)
    const others = entries.get(unit.code) ?? []
    if (others.some((other) => overlap(unit, other))) return { problem: 'overlap', unit: unit.code }
    entries.set(unit.code, [...others, unit])
  }
  const orphan = units.find(({ level, parent }) => {
    const above = levels.get(parent)
    return level === 'polda' ? parent !== NATION : above === undefined || RANK[above] >= RANK[level]
  })
  return orphan ? { problem: 'parent', unit: orphan.code } : null
}

const overlap = (a: RegistryUnit, b: RegistryUnit) =>
  (b.valid_to === null || a.valid_from <= b.valid_to) && (a.valid_to === null || b.valid_from <= a.valid_to)
