/** A unit's exports as people's decisions leave them. Pure: the same ledger and decisions give the same standing. */
import { FINDING_CODES, finding, outcomeOf, type Finding } from '../../../shared/export/codes'
import type { LedgerEntry } from '../store/ledger'
import type { Decision, UnitDecisions } from '../workspace/decisions'

type Entry = Omit<LedgerEntry, 'id'>
interface Standing {
  entry: Entry
  decision: Decision | undefined
}

/** Findings that follow from a decision carry this detail; they go with it. */
const DECIDED = { decided: true }
const isDecided = ({ details }: Finding) => details['decided'] === true

/** What is said of an export that stands as `state`. */
export function outcomeIn(state: LedgerEntry['state'], findings: readonly Finding[]): LedgerEntry['outcome'] {
  if (state !== 'accepted') return state
  const judged = outcomeOf(findings)
  return judged === 'quarantined' ? 'accepted_with_flags' : judged
}

/** A fork that nobody accepted is compared with nothing; what was found while it counted goes. */
const asFork = (findings: readonly Finding[]): readonly Finding[] =>
  findings.some(({ code }) => code === 'CHAIN-FORK')
    ? findings.filter(({ code }) => FINDING_CODES[code].stage !== 'compare')
    : findings

function stateOf(entry: Entry, decision: Decision | undefined): LedgerEntry['state'] {
  if (decision?.decision === 'accept') return 'accepted'
  if (decision?.decision === 'reject') return 'rejected'
  return outcomeOf(entry.findings) === 'quarantined' ? 'quarantined' : 'accepted'
}

/**
 * Of two exports with one number only one counts: the one accepted last. The other goes into quarantine. An export
 * accepted after its successors came is late, as if it had arrived then.
 */
export function standing(ledger: readonly Entry[], decisions: UnitDecisions): Entry[] {
  const all: Standing[] = ledger.map((held) => {
    const findings = held.findings.filter((one) => !isDecided(one))
    const decision = decisions.exports.get(held.descriptor_sha256)
    const state = stateOf({ ...held, findings }, decision)
    return { entry: { ...held, state, findings: state === 'accepted' ? findings : asFork(findings) }, decision }
  })
  const placed = all.map((one) => displaced(one, all))
  return placed.map((one) => {
    const findings = [...one.entry.findings, ...arrival(one, placed)]
    return { ...one.entry, findings, outcome: outcomeIn(one.entry.state, findings) }
  })
}

function displaced(one: Standing, all: readonly Standing[]): Standing {
  const { entry, decision } = one
  const winner = all.find(
    (other) =>
      other.entry.state === 'accepted' &&
      other.entry.sequence === entry.sequence &&
      (other.decision?.number ?? 0) > (decision?.number ?? 0),
  )
  if (entry.state !== 'accepted' || !winner) return one
  const { sequence, descriptor_sha256: held } = winner.entry
  const fork = finding('CHAIN-FORK', {}, { sequence, held, ...DECIDED })
  return { ...one, entry: { ...entry, state: 'quarantined', findings: [...entry.findings, fork] } }
}

/** Chain findings of an export that a decision brought in among the exports that were there by then. */
function arrival({ entry, decision }: Standing, all: readonly Standing[]): Finding[] {
  if (entry.state !== 'accepted' || !decision) return []
  const { sequence } = entry
  const above = all
    .map((one) => one.entry)
    .filter((one) => one.state === 'accepted' && one.sequence > sequence && one.imported_at <= decision.at)
  const has = (code: Finding['code']) => entry.findings.some((one) => one.code === code)
  const found: Finding[] = []
  const next = above.find((one) => one.sequence === sequence + 1)
  if (next && next.previous_sha256 !== entry.descriptor_sha256 && !has('CHAIN-PREV'))
    found.push(finding('CHAIN-PREV', {}, { successor: next.sequence, named: next.previous_sha256, ...DECIDED }))
  if (above.length > 0 && !has('CHAIN-LATE')) {
    const highest = Math.max(...above.map((one) => one.sequence))
    found.push(finding('CHAIN-LATE', {}, { sequence, highest, ...DECIDED }))
  }
  return found
}
