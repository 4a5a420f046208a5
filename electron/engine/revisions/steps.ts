/** The steps of a unit's chain of accepted exports, each computed from the evidence once and kept beside the columns. */
import { join } from 'node:path'
import { makeFolder, writeDerived } from '../archive/files'
import type { Layout } from '../archive/layout'
import { readSealed, sealed } from '../archive/sealed'
import type { LedgerEntry } from '../store/ledger'
import { stepFacts, type StepFacts } from './facts'
import { readSnapshot, type Snapshot } from './snapshot'

/** One export and the accepted one before it, by the hashes of their files. */
export interface Step {
  before: string | null
  now: string
}
export interface WantedSteps {
  unit: string
  zone: string
  steps: readonly Step[]
}
/** Raised when facts are computed otherwise. */
const VERSION = 1

export const keyOf = ({ before, now }: Step): string => `${before ?? ''}>${now}`
export function stepsOf(ledger: readonly LedgerEntry[]): Step[] {
  const accepted = ledger.filter(({ state }) => state === 'accepted')
  return accepted.map((entry, index) => ({
    before: accepted[index - 1]?.archive_sha256 ?? null,
    now: entry.archive_sha256,
  }))
}

/** In a thread: nothing is written. null when evidence is missing or damaged. */
export async function computeSteps(
  layout: Layout,
  { zone, steps }: WantedSteps,
): Promise<Record<string, StepFacts> | null> {
  const facts: Record<string, StepFacts> = {}
  let last: { sha256: string; snapshot: Snapshot } | null = null
  const read = async (sha256: string): Promise<Snapshot | null> =>
    last?.sha256 === sha256 ? last.snapshot : readSnapshot(layout.evidenceFile(sha256), sha256)
  for (const step of steps) {
    const before = step.before === null ? null : await read(step.before)
    const now = await read(step.now)
    if (!now || (step.before !== null && !before)) return null
    facts[keyOf(step)] = stepFacts(before, now, zone)
    last = { sha256: step.now, snapshot: now }
  }
  return facts
}

const fileOf = ({ known }: Layout, unit: string) => join(known, `${unit}.revisions`)

export function readSteps(layout: Layout, { unit, zone }: WantedSteps): Record<string, StepFacts> {
  const bytes = readSealed(fileOf(layout, unit))
  if (!bytes) return {}
  const kept = JSON.parse(bytes.toString('utf8')) as { version: number; zone: string; facts: Record<string, StepFacts> }
  return kept.version === VERSION && kept.zone === zone ? kept.facts : {}
}

export function writeSteps(layout: Layout, { unit, zone }: WantedSteps, facts: Record<string, StepFacts>): void {
  makeFolder(layout.known)
  writeDerived(fileOf(layout, unit), sealed(Buffer.from(JSON.stringify({ version: VERSION, zone, facts }))))
}
