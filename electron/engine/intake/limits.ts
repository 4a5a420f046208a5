/** Limits in force: those of the format, lowered (never raised) by the registry's policy. */
import { RESOURCES, type ResourceName } from '../../../shared/export/enums'
import { LIMITS } from '../../../shared/export/limits'

export interface IntakeLimits {
  archive: number
  descriptor: number
  jws: number
  entry: number
  total: number
  ratio: number
  ratioFrom: number
  field: number
  record: number
  findings: number
  rows: Record<ResourceName, number>
}

/** Names in `policy.limits`: `archive`, `descriptor`, `jws`, `entry`, `total`, `ratio`, `field`, `record`, or a table. */
export function limitsOf(policy: Readonly<Record<string, number>> = {}): IntakeLimits {
  const least = (name: string, value: number) => Math.min(value, policy[name] ?? value)
  return {
    archive: least('archive', LIMITS.archive),
    descriptor: least('descriptor', LIMITS.descriptor),
    jws: least('jws', LIMITS.jws),
    entry: least('entry', LIMITS.entry),
    total: least('total', LIMITS.total),
    ratio: least('ratio', LIMITS.ratio),
    ratioFrom: LIMITS.ratioFrom,
    field: least('field', LIMITS.field),
    record: least('record', LIMITS.record),
    findings: LIMITS.findings,
    rows: Object.fromEntries(RESOURCES.map((name) => [name, least(name, LIMITS.rows[name])])) as IntakeLimits['rows'],
  }
}
