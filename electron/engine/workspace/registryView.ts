/** A registry as the Data room and the command line show it. */
import type { RegistryView } from '../../../shared/contract/results/data'
import { UNIT_LEVELS } from '../../../shared/export/registry'
import { epochSeconds } from '../../../shared/export/time'
import { signersAmong, type LoadedRegistry } from '../registry/load'
import { rootThumbprints } from '../registry/trust'

/** `now` in seconds since the epoch. */
export function registryView(loaded: LoadedRegistry, now: number): RegistryView {
  const { registry, sha256, signatures } = loaded
  const { version, purpose, issued, expires, root, policy } = registry
  const { valid } = signersAmong(loaded, root.keys)
  const names = new Map(registry.units.map(({ code, name }) => [code, name]))
  const codes = new Map(registry.units.map(({ code, level }) => [code, level]))
  const years = [...new Set(registry.holidays.map(({ date }) => Number(date.slice(0, 4))))].toSorted((a, b) => a - b)
  const holidaysIn = (year: number, kind: string) =>
    registry.holidays.filter((holiday) => holiday.kind === kind && Number(holiday.date.slice(0, 4)) === year).length
  return {
    version, purpose, issued, expires, expired: now > epochSeconds(expires), sha256,
    threshold: root.threshold, root: rootThumbprints(registry),
    signatures: signatures.map(({ kid }) => ({ kid, valid: valid.has(kid) })),
    units: UNIT_LEVELS.map((level) => ({ level, count: [...codes.values()].filter((one) => one === level).length })),
    reporting_units: new Set(registry.keys.map(({ unit }) => unit)).size,
    keys: registry.keys.map(({ kid, unit, scope, not_before, not_after, revoked }) => ({
      kid, unit, unit_name: names.get(unit) ?? unit, scope, not_before, not_after, revoked: revoked?.at ?? null,
      revocation: revoked && { reason: revoked.reason, last_trusted_sequence: revoked.last_trusted_sequence ?? null },
    })),
    rules: registry.rules.map(({ code, title, basis, kind, limit, effective_from, effective_to }) => ({
      code, title, basis, kind, limit: `${limit.value} ${limit.unit}`, effective_from, effective_to,
    })),
    holidays: years.map((year) => ({
      year, national: holidaysIn(year, 'national_holiday'), cuti_bersama: holidaysIn(year, 'cuti_bersama'),
    })),
    policy: Object.fromEntries(Object.entries(policy).filter((entry): entry is [string, number] => typeof entry[1] === 'number')),
  } // prettier-ignore
}
