/** Decisions as the engine offers them: about quarantined exports and undeclared changes, each with a reason. */
import type { Args, DecisionAct, DecisionOutcome } from '../../../shared/contract/contract'
import { fail, ok, type AppError, type Result } from '../../../shared/contract/result'
import { environmentFailure } from '../guarded'
import type { RecoveryParts } from '../recovery'
import { readChanges } from '../store/changes'
import type { UnitStore } from '../store/unitStore'
import { dropDecision, inForce, journalOf, markLogged, nextNumber, writeDecision, type Decision } from '../workspace/decisions' // prettier-ignore
import { changesOfUnit } from './changes'
import { quarantineOf } from './desk'
import { heldNow } from './held'
import { actOfDecision, decidedStore, keepStore } from './settle'
import { splitId } from './subject'

type Taken = Omit<Args<'decisions:take'>, 'known_on'>
interface One {
  id: string
  reason: string
}
export interface Decisions {
  /**
   * In the order of `ids`, each once. What cannot be carried out (NOT-FOUND; DECIDED when it stands otherwise already)
   * keeps nothing else from being. Fails as a whole only when the workspace cannot be written to at all.
   */
  take: (args: Taken) => Promise<Result<DecisionOutcome[]>>
  decideExport: (args: One & { accept: boolean }) => Promise<Result<null>>
  undoExport: (args: One) => Promise<Result<null>>
  acceptChange: (args: One) => Promise<Result<null>>
  undoChange: (args: One) => Promise<Result<null>>
}

const ACTS: Readonly<Record<DecisionAct, Pick<Decision, 'kind' | 'decision'>>> = {
  'quarantine.accept': { kind: 'export', decision: 'accept' },
  'quarantine.reject': { kind: 'export', decision: 'reject' },
  'quarantine.undo': { kind: 'export', decision: 'undo' },
  'change.accept': { kind: 'change', decision: 'accept' },
  'change.undo': { kind: 'change', decision: 'undo' },
}
type Exclusive = <T>(work: (parts: RecoveryParts) => Promise<Result<T>>) => Promise<Result<T>>

export class DecisionsService implements Decisions {
  /** `exclusive` runs one piece of work at a time beside imports, and says that everything changed when it is done. */
  constructor(
    private readonly exclusive: Exclusive,
    private readonly now: () => string,
  ) {}

  take: Decisions['take'] = ({ act, ids, reason }) =>
    this.exclusive(async (parts) => {
      const units = new Map<string, Set<string>>()
      for (const id of ids) {
        const { unit } = splitId(id)
        units.set(unit, (units.get(unit) ?? new Set()).add(id))
      }
      const outcomes = new Map<string, AppError | null>()
      for (const [unit, wanted] of units) {
        const errors = await this.ofUnit(parts, unit, [...wanted], act, reason)
        for (const [id, error] of errors) outcomes.set(id, error)
      }
      if ([...outcomes.values()].includes(null)) await parts.nation.join(parts.registry, true)
      return ok([...new Set(ids)].map((id) => ({ id, error: outcomes.get(id) ?? null })))
    })

  decideExport: Decisions['decideExport'] = ({ accept, ...one }) =>
    this.one(accept ? 'quarantine.accept' : 'quarantine.reject', one)

  undoExport: Decisions['undoExport'] = (one) => this.one('quarantine.undo', one)

  acceptChange: Decisions['acceptChange'] = (one) => this.one('change.accept', one)

  undoChange: Decisions['undoChange'] = (one) => this.one('change.undo', one)

  private async one(act: DecisionAct, { id, reason }: One): Promise<Result<null>> {
    const taken = await this.take({ act, ids: [id], reason })
    if (!taken.ok) return taken
    const error = taken.value[0]?.error ?? null
    return error ? { ok: false, error } : ok(null)
  }

  /** By id, what kept it from being carried out. All of one unit share one look at its evidence. */
  private async ofUnit(
    parts: RecoveryParts,
    unit: string,
    ids: readonly string[],
    act: DecisionAct,
    reason: string,
  ): Promise<Map<string, AppError | null>> {
    const subjects = await subjectsIn(parts, unit, act)
    const outcomes = new Map<string, AppError | null>()
    const fit: string[] = []
    for (const id of ids) {
      const found = subjects.get(id)
      if (!found) outcomes.set(id, fail('NOT-FOUND', 'input', { id }).error)
      else if (!found.isFit) outcomes.set(id, fail('DECIDED', 'input', { id, state: found.state }).error)
      else fit.push(id)
    }
    if (fit.length === 0) return outcomes
    const wishes = fit.map((id) => ({ ...ACTS[act], unit, subject: splitId(id).subject, reason }))
    const done = await this.carryOut(parts, unit, wishes)
    if (done === 'apart')
      // One of them is another once the others are accepted: in turn, each as it then stands.
      for (const id of fit)
        for (const [each, error] of await this.ofUnit(parts, unit, [id], act, reason)) outcomes.set(each, error)
    else for (const id of fit) outcomes.set(id, done)
    return outcomes
  }

  /**
   * Written down, carried out, entered into the audit log; a kill in between is made good at the next start. `apart`, with
   * nothing written, when they cannot be carried out at once.
   */
  private async carryOut(
    parts: RecoveryParts,
    unit: string,
    wishes: readonly Omit<Decision, 'number' | 'at'>[],
  ): Promise<AppError | 'apart' | null> {
    const { workspace, nation, audit } = parts
    const first = workspace.read(nextNumber)
    const decisions = wishes.map((wish, index) => ({ ...wish, number: first + index, at: this.now() }))
    const journal = workspace.read((database) => journalOf(database, unit))
    try {
      const store = await decidedStore(parts, unit, inForce([...journal, ...decisions]))
      if (!store) return fail('EVIDENCE-MISSING', 'integrity', { unit }).error
      try {
        if (decisions.length > 1 && !holdsAll(store, decisions)) return 'apart'
        await workspace.change((database) => decisions.forEach((one) => writeDecision(database, one)))
        try {
          nation.units.set(unit, keepStore(parts, store))
        } catch (error) {
          await workspace.change((database) => decisions.forEach(({ number }) => dropDecision(database, number)))
          throw error
        }
      } finally {
        store.close()
      }
      await audit.append(decisions.map(actOfDecision))
      await workspace.change((database) => markLogged(database, decisions.map(({ number }) => number))) // prettier-ignore
      return null
    } catch (error) {
      const failure = environmentFailure(error)
      if (!failure) throw error
      return failure.error
    }
  }
}

/** Whether every change that is to be accepted is still one when all of them are. */
function holdsAll(store: UnitStore, decisions: readonly Decision[]): boolean {
  const accepted = decisions.filter(({ kind, decision }) => kind === 'change' && decision === 'accept')
  if (accepted.length === 0) return true
  const ids = new Set(readChanges(store.database, store.ledger()).map(({ id }) => id))
  return accepted.every(({ subject }) => ids.has(subject))
}

interface Subject {
  state: string
  /** whether the act can be done to it as it stands */
  isFit: boolean
}

/** What the act may be about in one unit, by id. */
async function subjectsIn(
  { layout, nation, workspace }: RecoveryParts,
  unit: string,
  act: DecisionAct,
): Promise<ReadonlyMap<string, Subject>> {
  const held = heldNow(layout, nation, workspace)
  const { kind, decision } = ACTS[act]
  if (kind === 'export')
    return new Map(
      quarantineOf(held, unit).map(({ id, state, decision: taken }) => {
        return [id, { state, isFit: decision === 'undo' ? taken !== null : state === 'open' }]
      }),
    )
  const wanted = decision === 'undo' ? 'accepted' : 'open'
  return new Map((await changesOfUnit(held, unit)).map(({ id, state }) => [id, { state, isFit: state === wanted }]))
}
