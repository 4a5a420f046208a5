/**
 * Judges files alone, with nothing stored: container to privacy, and the chain among the files given. What an outside check
 * or a unit before sending needs.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok, type Result } from '../../../shared/contract/result'
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

/** Judges many: within a unit in order of sequence, each against those before; the answers in the order of `paths`. */
export async function verifyFiles(
  paths: readonly string[],
  context: IntakeContext,
  onProgress: (done: number) => void = () => undefined,
): Promise<Result<Verdict[]>> {
  return inPrivateFolder(async (folder) => {
    const files: { at: number; authenticated: Authenticated }[] = []
    for (const [at, path] of paths.entries()) {
      const received = await receive(path, folder, limitsFor(context.registry).archive)
      if (!received.ok) return received
      files.push({ at, authenticated: await authenticate(received.value, context) })
    }
    const verdicts: Verdict[] = []
    const chains = new Map<string, HeldExport[]>()
    for (const { at, authenticated } of files.toSorted((a, b) => inTurn(a.authenticated, b.authenticated))) {
      const unit = authenticated.verdict.unit ?? ''
      const chain = chains.get(unit) ?? []
      chains.set(unit, chain)
      const verdict = await judge(authenticated, context, { chain })
      await discard(authenticated.received)
      hold(verdict, chain)
      verdicts[at] = verdict
      onProgress(verdicts.length)
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
