/**
 * The way of one export: RECEIVED → CONTAINER → SIGNATURE → DESCRIPTOR → DUPLICATE → AUTHORITY → INTEGRITY → SCHEMA →
 * PRIVACY → CHAIN → COMPARE → verdict. The first reject stops; all else is collected. Nothing is parsed before its bytes
 * are authenticated; no stage writes anything: the store acts on the verdict. Source: the export format, section 6.
 */
import { finding, outcomeOf, type Finding, type IntakeOutcome } from '../../../shared/export/codes'
import type { Descriptor } from '../../../shared/export/descriptor'
import type { RegistryKey } from '../../../shared/export/registry'
import { EXPORT_ENTRIES, DESCRIPTOR_NAME, SIGNATURE_NAME } from '../../../shared/export/tables'
import { sha256Hex, type RowCounts } from '../export/pack'
import type { RegistryModel } from '../registry/model'
import { checkAuthority } from './authority'
import { checkChain, isDuplicate, linksIntoChain, predecessorOf, type ChainState, type HeldExport } from './chain'
import { openContainer, openSigned, type Container } from './container'
import { parseDescriptor } from './descriptor'
import type { FlagSink } from './findingsBook'
import { checkIntegrity } from './integrity'
import { limitsOf } from './limits'
import type { Received } from './receive'
import { checkSchema } from './schema'
import { checkSignature } from './signature'
import type { HeldAlready, RowSink } from './tableJudge'

export interface Verdict {
  /** base name of the file; never trusted */
  file: string
  /** null until the descriptor is authenticated, as is the sequence */
  unit: string | null
  sequence: number | null
  outcome: IntakeOutcome
  /** in the order of the stages */
  findings: Finding[]
  descriptor: Descriptor | null
  descriptorSha256: string | null
  archiveSha256: string
  /** thumbprint of the signer that authorises it; null until one does */
  kid: string | null
  rows: RowCounts | null
}

export interface IntakeContext {
  registry: RegistryModel
  /** this computer's clock, seconds since the epoch */
  now: number
  signal?: AbortSignal
}

/** What is known of a file whose descriptor is authenticated. */
export interface OpenExport {
  container: Container
  descriptor: Descriptor
  descriptorSha256: string
  signers: readonly RegistryKey[]
  lenient: boolean
}

export interface Authenticated {
  received: Received
  /** findings so far; with `open` null it is final */
  verdict: Verdict
  open: OpenExport | null
}

/** What the comparison stage is given: the rows went to the sink before. */
export interface CompareInput {
  descriptor: Descriptor
  descriptorSha256: string
  /** the accepted export with the next lower sequence */
  previous: HeldExport | null
}
export type Compare = (input: CompareInput) => readonly Finding[] | Promise<readonly Finding[]>

export interface JudgeOptions {
  /** exports of the same unit that are held */
  chain: ChainState
  /** gets every row in reading order before the verdict: stage them, act on the verdict */
  sink?: RowSink
  /** rows that the sink need not get */
  isHeld?: HeldAlready
  /** hears of every flag at a row, before the row goes to the sink */
  onFlag?: FlagSink
  /** COMPARE: left out where nothing is stored */
  compare?: Compare
}

const SHAPE = {
  document: DESCRIPTOR_NAME,
  signature: SIGNATURE_NAME,
  files: EXPORT_ENTRIES.filter((name) => name.endsWith('.csv')),
}

/** The registry's policy may lower the limits of the format. */
export const limitsFor = (registry: RegistryModel) => limitsOf(registry.registry.policy.limits)

/**
 * Whose and which export a file is, by its signed descriptor alone: enough to put files in order. Null when anything is
 * wrong with what was looked at; `authenticate`, which looks at everything, says what.
 */
export async function identify(
  received: Received,
  { registry }: IntakeContext,
): Promise<{ unit: string; sequence: number } | null> {
  const limits = limitsFor(registry)
  const signed = await openSigned(received, { ...SHAPE, documentLimit: limits.descriptor }, limits)
  if (!signed || !checkSignature(signed.document, signed.signature, registry).ok) return null
  const parsed = parseDescriptor(signed.document)
  return parsed.ok ? parsed.value.descriptor.dumas : null
}

/**
 * From RECEIVED to DESCRIPTOR. `keep`: hold small tables in memory until the judgement; leave it false when many files are
 * authenticated before the first is judged.
 */
export async function authenticate(received: Received, context: IntakeContext, keep = false): Promise<Authenticated> {
  const verdict: Verdict = {
    file: received.name,
    unit: null,
    sequence: null,
    outcome: 'rejected',
    findings: [],
    descriptor: null,
    descriptorSha256: null,
    archiveSha256: received.sha256,
    kid: null,
    rows: null,
  }
  const end = (item: Finding): Authenticated => ({ received, verdict: { ...verdict, findings: [item] }, open: null })
  const limits = limitsFor(context.registry)
  const shape = { ...SHAPE, documentLimit: limits.descriptor }
  const container = await openContainer(received, shape, limits, { keep, signal: context.signal })
  if (!container.ok) return end(container.finding)
  const { document, signature } = container.value
  const signers = checkSignature(document, signature, context.registry)
  if (!signers.ok) return end(signers.finding)
  const parsed = parseDescriptor(document)
  if (!parsed.ok) return end(parsed.finding)

  const { descriptor, lenient, flags } = parsed.value
  const descriptorSha256 = sha256Hex(document)
  const { unit, sequence, rows } = descriptor.dumas
  return {
    received,
    verdict: {
      ...verdict,
      unit,
      sequence,
      descriptor,
      descriptorSha256,
      rows,
      findings: flags,
      outcome: outcomeOf(flags),
    },
    open: { container: container.value, descriptor, descriptorSha256, signers: signers.value, lenient },
  }
}

/** From DUPLICATE to COMPARE. The private copy must still be there. Throws only what `signal` aborts with. */
export async function judge(
  { verdict, open }: Authenticated,
  context: IntakeContext,
  { chain, sink, isHeld, onFlag, compare }: JudgeOptions,
): Promise<Verdict> {
  if (!open) return verdict
  const { container, descriptor, descriptorSha256, signers, lenient } = open
  const { registry, now, signal } = context
  const findings = [...verdict.findings]
  const settle = (kid: string | null): Verdict => ({ ...verdict, kid, findings, outcome: outcomeOf(findings) })
  const refused = () => findings.some((item) => item.severity === 'reject')

  if (isDuplicate(descriptor.dumas.sequence, descriptorSha256, chain)) {
    findings.push(finding('DUPLICATE', {}, { sequence: descriptor.dumas.sequence }))
    return settle(signers[0]?.kid ?? null)
  }
  const links = linksIntoChain(descriptor, descriptorSha256, chain)
  const authority = checkAuthority({ descriptor, signers, registry, now, links })
  findings.push(...authority.findings)
  if (refused()) return settle(null)

  const integrity = checkIntegrity(descriptor, container)
  if (!integrity.ok) {
    findings.push(integrity.finding)
    return settle(authority.kid)
  }
  const limits = limitsFor(registry)
  findings.push(
    ...(await checkSchema({ container, descriptor, lenient, registry, limits, sink, isHeld, onFlag, signal })),
  )
  if (refused()) return settle(authority.kid)

  const chained = checkChain(descriptor, descriptorSha256, chain, registry.registry.policy)
  findings.push(...chained)
  const forked = chained.some((item) => item.code === 'CHAIN-FORK')
  if (compare && !forked) {
    const previous = predecessorOf(descriptor.dumas.sequence, chain)
    findings.push(...(await compare({ descriptor, descriptorSha256, previous })))
  }
  return settle(authority.kid)
}
