/**
 * Judges files alone, with nothing stored: container to privacy, and the chain among the files given. What an outside check
 * or a unit before sending needs.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok, type Result } from '../../../shared/contract/result'
import { finding } from '../../../shared/export/codes'
import { heldFrom, type HeldExport } from './chain'
import { discard, receive } from './receive'
import {
  authenticate,
  judge,
  limitsFor,
  type Authenticated,
  type IntakeContext,
  type JudgeOptions,
  type Verdict,
} from './stateMachine'

/** Judges one file against the exports of its unit that are given. Fails when the file cannot be read or copied. */
export async function verifyFile(
  path: string,
  context: IntakeContext,
  options: JudgeOptions = { chain: [] },
): Promise<Result<Verdict>> {
  return inPrivateFolder(async (folder) => {
    const received = await receive(path, folder, limitsFor(context.registry).archive)
    return received.ok ? ok(await judge(await authenticate(received.value, context, true), context, options)) : received
  })
}

/** What is said of a file that may not even have been read. */
export type Judgement = Pick<Verdict, 'unit' | 'sequence' | 'outcome' | 'findings'>

/** Judges many: within a unit in order of sequence, each against those before; the answers in the order of `paths`. */
export async function verifyFiles(
  paths: readonly string[],
  context: IntakeContext,
  onProgress: (done: number) => void = () => undefined,
): Promise<Result<Judgement[]>> {
  return inPrivateFolder(async (folder) => {
    const files: { at: number; authenticated: Authenticated }[] = []
    const verdicts: Judgement[] = []
    for (const [at, path] of paths.entries()) {
      const received = await receive(path, folder, limitsFor(context.registry).archive)
      if (received.ok) {
        files.push({ at, authenticated: await authenticate(received.value, context) })
        continue
      }
      // One file that cannot be read never stops the rest; where it is the only one, or the disk is full, nothing is judged.
      if (paths.length === 1 || received.error.code === 'DISK-FULL') return received
      const unreadable = finding('ZIP-UNREADABLE', {}, { reason: received.error.params['reason'] ?? '' })
      verdicts[at] = { unit: null, sequence: null, outcome: 'rejected', findings: [unreadable] }
    }
    const chains = new Map<string, HeldExport[]>()
    let done = paths.length - files.length
    for (const { at, authenticated } of files.toSorted((a, b) => inTurn(a.authenticated, b.authenticated))) {
      const unit = authenticated.verdict.unit ?? ''
      const chain = chains.get(unit) ?? []
      chains.set(unit, chain)
      const verdict = await judge(authenticated, context, { chain })
      await discard(authenticated.received)
      hold(verdict, chain)
      verdicts[at] = verdict
      onProgress(++done)
    }
    return ok(verdicts)
  })
}

/** Units in the order of their codes, sequences ascending; what could not be authenticated comes first. */
export function inTurn(a: Authenticated, b: Authenticated): number {
  const [unitA, unitB] = [a.verdict.unit ?? '', b.verdict.unit ?? '']
  if (unitA !== unitB) return unitA < unitB ? -1 : 1
  return (a.verdict.sequence ?? 0) - (b.verdict.sequence ?? 0)
}

function hold({ outcome, descriptor, descriptorSha256 }: Verdict, chain: HeldExport[]): void {
  if (!descriptor || descriptorSha256 === null || outcome === 'rejected' || outcome === 'duplicate') return
  chain.push(heldFrom(descriptor, descriptorSha256, outcome === 'quarantined' ? 'quarantined' : 'accepted'))
}

async function inPrivateFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pantau-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
