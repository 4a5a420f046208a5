/**
 * Brings stores to what people decided. A decision is written into the workspace first; whatever ends the process after
 * that, the next start carries it out and enters it into the audit log.
 */
import { sha256, writeWhole } from '../archive/files'
import { sealed } from '../archive/sealed'
import { writeSegment } from '../archive/segments'
import { buildSegment } from '../columns/build'
import { replay } from '../import/replay'
import { keptFrom, type KeptUnit } from '../nation'
import type { RecoveryParts } from '../recovery'
import type { UnitStore } from '../store/unitStore'
import type { Act } from '../workspace/auditLine'
import { inForce, markLogged, readDecisions, unloggedDecisions, type Decision, type UnitDecisions } from '../workspace/decisions' // prettier-ignore
import { standing } from './standing'

const ACTIONS = { export: 'quarantine', change: 'change' } as const

/** What the audit log says of a decision. */
export const actOfDecision = ({ number, kind, decision, unit, subject, reason }: Decision): Act => ({
  action: `${ACTIONS[kind]}.${decision}`, subject: unit, details: { decision: number, [kind]: subject, reason },
}) // prettier-ignore

/** The unit's store made anew from its evidence, as decided; null when evidence is missing or damaged. */
export async function decidedStore(
  { layout, nation, registry }: Pick<RecoveryParts, 'layout' | 'nation' | 'registry'>,
  unit: string,
  decisions: UnitDecisions,
): Promise<UnitStore | null> {
  const ledger = standing(nation.units.get(unit)?.ledger ?? [], decisions)
  const entries = ledger.map((entry) => ({ entry, path: layout.evidenceFile(entry.archive_sha256) }))
  const store = await replay(unit, entries, registry, { keepAll: false, accepted: decisions.changes })
  if (store) store.decisions = decisions.hash
  return store
}

/** Saves the store, whose rename is the moment, and its columns. */
export function keepStore({ layout }: Pick<RecoveryParts, 'layout'>, store: UnitStore): KeptUnit {
  const bytes = store.bytes()
  writeWhole(layout.storeFile(store.unit), sealed(bytes))
  writeSegment(layout, store.unit, buildSegment(store.unit, store), sha256(bytes))
  return keptFrom(layout, store)
}

/** True when a unit's store was not as decided: the nation's columns have to be joined again. */
export async function settleDecisions(parts: RecoveryParts): Promise<boolean> {
  const { nation, workspace, log } = parts
  const wanted = workspace.read(readDecisions)
  let isChanged = false
  for (const [unit, kept] of nation.units) {
    const decisions = wanted.get(unit) ?? inForce([])
    if ((kept.decisions ?? '') === decisions.hash) continue
    const store = await decidedStore(parts, unit, decisions)
    if (!store) {
      log(`store of ${unit}: decisions cannot be carried out, evidence is missing`)
      continue
    }
    try {
      nation.units.set(unit, keepStore(parts, store))
      isChanged = true
    } finally {
      store.close()
    }
  }
  await enterUnlogged(parts)
  return isChanged
}

async function enterUnlogged({ workspace, audit }: RecoveryParts): Promise<void> {
  const open = workspace.read(unloggedDecisions)
  if (open.length === 0) return
  const { lines } = await audit.read()
  const entered = new Set(lines.map(({ details }) => details['decision']))
  await audit.append(open.filter(({ number }) => !entered.has(number)).map(actOfDecision))
  await workspace.change((database) => markLogged(database, open.map(({ number }) => number))) // prettier-ignore
}
