/** What is held of the units at one moment: now, or as it was known on an earlier day. */
import type { Layout } from '../archive/layout'
import { readSealed } from '../archive/sealed'
import type { Nation } from '../nation'
import { UnitStore } from '../store/unitStore'
import type { WorkspaceDatabase } from '../workspace/database'
import { journalOf, type Decision } from '../workspace/decisions'

export interface Held {
  nation: Nation
  /** the journal of decisions about a unit, oldest first */
  journal: (unit: string) => Decision[]
  /** a copy of the unit's store, which the caller closes; null when it is absent or damaged */
  openStore: (unit: string) => Promise<UnitStore | null>
}

/** As the workspace stands. */
export const heldNow = (layout: Layout, nation: Nation, workspace: WorkspaceDatabase): Held => ({
  nation,
  journal: (unit) => workspace.read((database) => journalOf(database, unit)),
  openStore: async (unit) => {
    const bytes = readSealed(layout.storeFile(unit))
    return bytes && UnitStore.open(unit, bytes)
  },
})
