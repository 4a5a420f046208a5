/** A unit's store as it was known on an earlier day, made from its evidence: in memory only. */
import type { Layout } from '../archive/layout'
import { replay } from '../import/replay'
import type { RegistryModel } from '../registry/model'
import type { UnitStore } from '../store/unitStore'
import type { KnownUnit } from './standing'

/** null when evidence is missing or damaged. The caller closes it. */
export async function knownStore(
  layout: Layout,
  registry: RegistryModel,
  { unit, entries, accepted }: KnownUnit,
): Promise<UnitStore | null> {
  const files = entries.map((entry) => ({ entry, path: layout.evidenceFile(entry.archive_sha256) }))
  return replay(unit, files, registry, { keepAll: false, accepted: new Set(accepted) })
}
