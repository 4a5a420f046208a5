/** Decisions as the engine offers them: about quarantined exports and undeclared changes, each with a reason. */
import type { Args } from '../../../shared/contract/contract'
import { fail, ok, type Result } from '../../../shared/contract/result'
import type { RecoveryParts } from '../recovery'
import { dropDecision, inForce, journalOf, markLogged, nextNumber, writeDecision, type Decision } from '../workspace/decisions' // prettier-ignore
import { changesOfUnit } from './changes'
import { quarantineOf } from './desk'
import { heldNow } from './held'
import { actOfDecision, decidedStore, keepStore } from './settle'
import { splitId } from './subject'

export interface Decisions {
  /** Fails with NOT-FOUND, or DECIDED when it was decided already. */
  decideExport: (args: Args<'quarantine:decide'>) => Promise<Result<null>>
  undoExport: (args: Args<'quarantine:undo'>) => Promise<Result<null>>
  /** Fails with NOT-FOUND, or DECIDED when it was accepted or a later export took it back. */
  acceptChange: (args: Args<'changes:accept'>) => Promise<Result<null>>
  undoChange: (args: Args<'changes:undo'>) => Promise<Result<null>>
}
type Wish = Pick<Decision, 'unit' | 'kind' | 'subject' | 'decision' | 'reason'>
type Found = Result<Pick<Wish, 'unit' | 'subject'>>

export class DecisionsService implements Decisions {
  /** `exclusive` runs one piece of work at a time beside imports, and says that everything changed when it is done. */
  constructor(
    private readonly exclusive: (work: (parts: RecoveryParts) => Promise<Result<null>>) => Promise<Result<null>>,
    private readonly now: () => string,
  ) {}

  decideExport: Decisions['decideExport'] = ({ id, accept, reason }) =>
    this.exclusive(async (parts) => {
      const found = exportIn(parts, id, 'open')
      return found.ok
        ? this.carryOut(parts, { ...found.value, kind: 'export', decision: accept ? 'accept' : 'reject', reason })
        : found
    })

  undoExport: Decisions['undoExport'] = ({ id, reason }) =>
    this.exclusive(async (parts) => {
      const found = exportIn(parts, id, 'decided')
      return found.ok ? this.carryOut(parts, { ...found.value, kind: 'export', decision: 'undo', reason }) : found
    })

  acceptChange: Decisions['acceptChange'] = ({ id, reason }) =>
    this.exclusive(async (parts) => {
      const found = await changeIn(parts, id, 'open')
      return found.ok ? this.carryOut(parts, { ...found.value, kind: 'change', decision: 'accept', reason }) : found
    })

  undoChange: Decisions['undoChange'] = ({ id, reason }) =>
    this.exclusive(async (parts) => {
      const found = await changeIn(parts, id, 'accepted')
      return found.ok ? this.carryOut(parts, { ...found.value, kind: 'change', decision: 'undo', reason }) : found
    })

  /** Written down, carried out, entered into the audit log; a kill in between is made good at the next start. */
  private async carryOut(parts: RecoveryParts, wish: Wish): Promise<Result<null>> {
    const { workspace, nation, audit, registry } = parts
    const decision = { ...wish, number: workspace.read(nextNumber), at: this.now() }
    const journal = workspace.read((database) => journalOf(database, wish.unit))
    const store = await decidedStore(parts, wish.unit, inForce([...journal, decision]))
    if (!store) return fail('EVIDENCE-MISSING', 'integrity', { unit: wish.unit })
    try {
      await workspace.change((database) => writeDecision(database, decision))
      try {
        nation.units.set(wish.unit, keepStore(parts, store))
      } catch (error) {
        await workspace.change((database) => dropDecision(database, decision.number))
        throw error
      }
    } finally {
      store.close()
    }
    await audit.append([actOfDecision(decision)])
    await workspace.change((database) => markLogged(database, [decision.number]))
    await nation.join(registry, true)
    return ok(null)
  }
}

function exportIn({ layout, nation, workspace }: RecoveryParts, id: string, wanted: 'open' | 'decided'): Found {
  const { unit } = splitId(id)
  const found = quarantineOf(heldNow(layout, nation, workspace), unit).find((line) => line.id === id)
  if (!found) return fail('NOT-FOUND', 'input', { id })
  const isFit = wanted === 'open' ? found.state === 'open' : found.decision !== null
  return isFit ? ok({ unit, subject: found.descriptor_sha256 }) : fail('DECIDED', 'input', { id, state: found.state })
}

async function changeIn(
  { layout, nation, workspace }: RecoveryParts,
  id: string,
  wanted: 'open' | 'accepted',
): Promise<Found> {
  const { unit, subject } = splitId(id)
  const found = (await changesOfUnit(heldNow(layout, nation, workspace), unit)).find((line) => line.id === id)
  if (!found) return fail('NOT-FOUND', 'input', { id })
  return found.state === wanted ? ok({ unit, subject }) : fail('DECIDED', 'input', { id, state: found.state })
}
