/** Undeclared changes with what people decided about them. */
import { CHANGE_CODES, type ChangeLine } from '../../../shared/contract/results/integrity'
import { readChanges } from '../store/changes'
import { inForce } from '../workspace/decisions'
import type { Held } from './held'
import { changeName } from './subject'

/** Without the unit's name. */
export type UnitChange = Omit<ChangeLine, 'name'>
const CODES: ReadonlySet<string> = new Set(CHANGE_CODES)

/** In the order of exports; a store is opened only when the ledger says that something was found. */
export async function changesOfUnit({ nation, journal, openStore }: Held, unit: string): Promise<UnitChange[]> {
  const ledger = nation.units.get(unit)?.ledger ?? []
  if (!ledger.some(({ state, findings }) => state === 'accepted' && findings.some(({ code }) => CODES.has(code))))
    return []
  const store = await openStore(unit)
  if (!store) return []
  const decisions = inForce(journal(unit))
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
