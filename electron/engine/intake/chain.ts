/**
 * DUPLICATE and CHAIN: one export against those of the same unit that are held. Pure: order is by sequence, not by arrival,
 * so the same set of files gives the same picture in whatever order they come. Source: the export format, section 6.
 */
import { finding, type Finding, type FindingCode } from '../../../shared/export/codes'
import type { Descriptor } from '../../../shared/export/descriptor'
import { addDays, epochSeconds, minusMonths } from '../../../shared/export/time'

/** An export of the unit that is held already. */
export interface HeldExport {
  sequence: number
  descriptorSha256: string
  /** hash that it names as its predecessor's */
  previousSha256: string | null
  period: { from: string; to: string }
  coverageFrom: string
  asOf: string
  /** quarantined: holds its number, is nobody's predecessor; rejected by a person: known, but out of the chain */
  state: 'accepted' | 'quarantined' | 'rejected'
}
/** Exports held of one unit, in any order. */
export type ChainState = readonly HeldExport[]

export interface ChainPolicy {
  coverage_months: number
  max_sequence_step: number
}

/** What an export adds to the chain once it is accepted or quarantined. */
export function heldFrom(descriptor: Descriptor, descriptorSha256: string, state: HeldExport['state']): HeldExport {
  const { sequence, previous, period, coverage, as_of } = descriptor.dumas
  return {
    sequence,
    descriptorSha256,
    previousSha256: previous?.descriptor_sha256 ?? null,
    period,
    coverageFrom: coverage.from,
    asOf: as_of,
    state,
  }
}

/** The accepted export with the next lower sequence: "previous" in as_of, period, coverage and comparison. */
export const predecessorOf = (sequence: number, chain: ChainState): HeldExport | null =>
  chain
    .filter((held) => held.state === 'accepted' && held.sequence < sequence)
    .reduce<HeldExport | null>((best, held) => (best && held.sequence < best.sequence ? best : held), null)

export const isDuplicate = (sequence: number, descriptorSha256: string, chain: ChainState) =>
  chain.some((held) => held.sequence === sequence && held.descriptorSha256 === descriptorSha256)

const inChain = (chain: ChainState) => chain.filter((held) => held.state !== 'rejected')

/** Whether the export names a held predecessor, or a held successor names it: for the exports of a compromised key. */
export function linksIntoChain(descriptor: Descriptor, descriptorSha256: string, chain: ChainState): boolean {
  const { sequence, previous } = descriptor.dumas
  return inChain(chain).some(
    (held) =>
      (held.sequence === sequence - 1 && held.descriptorSha256 === previous?.descriptor_sha256) ||
      (held.sequence === sequence + 1 && held.previousSha256 === descriptorSha256),
  )
}

/** Findings of the chain stage and TIME-BACKWARDS. DUPLICATE is judged before, by `isDuplicate`. */
export function checkChain(
  descriptor: Descriptor,
  descriptorSha256: string,
  held: ChainState,
  policy: ChainPolicy,
): Finding[] {
  const chain = inChain(held)
  const { sequence, previous, period, coverage, as_of } = descriptor.dumas
  const found: Finding[] = []
  const add = (code: FindingCode, details: Finding['details']) => found.push(finding(code, {}, details))
  const before = predecessorOf(sequence, chain)

  if (before && epochSeconds(as_of) <= epochSeconds(before.asOf)) {
    add('TIME-BACKWARDS', { as_of, previous_as_of: before.asOf, previous_sequence: before.sequence })
  }
  const forked = chain.find((held) => held.sequence === sequence)
  if (forked) add('CHAIN-FORK', { sequence, held: forked.descriptorSha256 })
  const link = chain.find((held) => held.sequence === sequence - 1 && held.state === 'accepted')
  if (link && link.descriptorSha256 !== previous?.descriptor_sha256) {
    add('CHAIN-PREV', { named: previous?.descriptor_sha256 ?? null, held: link.descriptorSha256 })
  }
  const next = chain.find((held) => held.sequence === sequence + 1 && held.state === 'accepted')
  if (!forked && next && next.previousSha256 !== descriptorSha256) {
    add('CHAIN-PREV', { successor: next.sequence, named: next.previousSha256 })
  }
  if (before) {
    const allowed = minusMonths(period.to, policy.coverage_months)
    if (coverage.from > before.coverageFrom && coverage.from > allowed) {
      add('COVERAGE-SHRUNK', { from: coverage.from, previous_from: before.coverageFrom, allowed })
    }
  }
  found.push(...(forked ? [] : position(sequence, chain, policy)))
  if (before && period.from <= before.period.to)
    add('PERIOD-OVERLAP', { from: period.from, previous_to: before.period.to })
  if (before && period.from > addDays(before.period.to, 1)) {
    add('PERIOD-GAP', { from: period.from, previous_to: before.period.to })
  }
  return found
}

/** CHAIN-JUMP, CHAIN-GAP, CHAIN-LATE or CHAIN-START: where the number stands among the accepted ones. */
function position(sequence: number, chain: ChainState, policy: ChainPolicy): Finding[] {
  const accepted = chain.filter((held) => held.state === 'accepted').map((held) => held.sequence)
  if (accepted.length === 0) {
    // a successor of quarantined ones waits for them; without any it starts the chain
    const waits = chain.some((held) => held.sequence < sequence)
    if (waits) return [finding('CHAIN-GAP', {}, { sequence, highest: 0 })]
    return sequence > 1 ? [finding('CHAIN-START', {}, { sequence })] : []
  }
  const highest = Math.max(...accepted)
  if (sequence > highest + policy.max_sequence_step) return [finding('CHAIN-JUMP', {}, { sequence, highest })]
  if (sequence > highest + 1) return [finding('CHAIN-GAP', {}, { sequence, highest })]
  return sequence < highest ? [finding('CHAIN-LATE', {}, { sequence, highest })] : []
}
