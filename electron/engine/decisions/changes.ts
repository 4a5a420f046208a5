/** Undeclared changes with what people decided about them. */
import { CHANGE_CODES, type ChangeLine } from '../../../shared/contract/results/integrity'
import type { Layout } from '../archive/layout'
import { readSealed } from '../archive/sealed'
import type { Nation } from '../nation'
import { readChanges } from '../store/changes'
import { UnitStore } from '../store/unitStore'
import type { WorkspaceDatabase } from '../workspace/database'
import { inForce, journalOf } from '../workspace/decisions'
import { changeName } from './subject'

/** Without the unit's name. */
export type UnitChange = Omit<ChangeLine, 'name'>
export interface ChangeParts {
  layout: Layout
  nation: Nation
  workspace: WorkspaceDatabase
}
const CODES: ReadonlySet<string> = new Set(CHANGE_CODES)

/** In the order of exports; a store is opened only when the ledger says that something was found. */
export async function changesOfUnit({ layout, nation, workspace }: ChangeParts, unit: string): Promise<UnitChange[]> {
  const ledger = nation.units.get(unit)?.ledger ?? []
  if (!ledger.some(({ state, findings }) => state === 'accepted' && findings.some(({ code }) => CODES.has(code))))
    return []
  const bytes = readSealed(layout.storeFile(unit))
  const store = bytes && (await UnitStore.open(unit, bytes))
  if (!store) return []
  const decisions = inForce(workspace.read((database) => journalOf(database, unit)))
  try {
    return readChanges(store.database, ledger).map((change) => {
      const decision = decisions.changes.get(change.id)
      return {
        id: changeName(unit, change.id), unit, resource: change.resource, row_id: change.rowId, case_id: change.caseId,
        field: change.field ?? '*', reported_first: change.before, reported_now: change.after, counts: change.counts,
        code: change.code, exports: change.exports, row: change.row, state: decision ? 'accepted' : change.state,
        decision: decision ? { reason: decision.reason, at: decision.at } : null,
      } // prettier-ignore
    })
  } finally {
    store.close()
  }
}
