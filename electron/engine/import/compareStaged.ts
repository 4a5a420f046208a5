/** The comparison stage over a staged export, with the registry's policy and the unit's zone. */
import type { ResourceName } from '../../../shared/export/enums'
import type { Descriptor } from '../../../shared/export/descriptor'
import { formatDay } from '../../../shared/export/time'
import { dayIn, type RegistryModel } from '../registry/model'
import { compare, type Comparison, type RowNote } from '../store/compare'
import type { UnitStore } from '../store/unitStore'

/** `previous`: the accepted export that the store's rows show. `isAccepted`: what a person let count. `repeated`: see `SnapshotLoader`. */
export function compareStaged(
  store: UnitStore,
  { unit, coverage, period }: Descriptor['dumas'],
  previous: { sequence: number; as_of: string },
  registry: RegistryModel,
  isAccepted: (note: RowNote) => boolean = () => false,
  repeated: ReadonlySet<ResourceName> = new Set(),
): Comparison {
  const zone = registry.zoneOn(unit, period.to)
  return compare(store.database, {
    previous,
    coverageFrom: coverage.from,
    toleranceDays: registry.registry.policy.backdate_tolerance_days,
    dayOf: (seconds) => formatDay(dayIn(seconds, zone)),
    isAccepted,
    repeated,
  })
}
