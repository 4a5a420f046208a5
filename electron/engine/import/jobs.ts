/**
 * The work of an import that can be done in any thread: authenticating files, importing the files of one unit, making
 * and importing one unit of the demo nation. Runs in worker threads, or inline where there are none.
 */
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { basename, join } from 'node:path'
import { finding } from '../../../shared/export/codes'
import type { FileReport } from '../../../shared/contract/results/data'
import type { Registry } from '../../../shared/export/registry'
import { sha256 } from '../archive/files'
import { layoutOf } from '../archive/layout'
import { writeSegment } from '../archive/segments'
import type { Capacity } from '../capacity'
import { buildSegment } from '../columns/build'
import { exportsOfUnit, planDemo, type DemoOptions, type DemoPlan } from '../demo'
import { discard, receive, type Received } from '../intake/receive'
import { authenticate, identify, limitsFor } from '../intake/stateMachine'
import { keptFrom, type KeptUnit } from '../nation'
import { RegistryModel } from '../registry/model'
import { givenUp, reportOf, type Settled } from './outcome'
import { encodeKnown, type KnownBytes } from '../known/unitFile'
import type { KnownUnit } from '../known/standing'
import { knownStore } from '../known/store'
import type { StepFacts } from '../revisions/facts'
import { computeSteps, type WantedSteps } from '../revisions/steps'
import { UnitImport, type UnitImportContext } from './unitImport'

/** What all jobs of one import share; sent to each thread once. */
export interface Setup {
  /** the workspace's folder */
  root: string
  registry: { registry: Registry; sha256: string }
  /** the import's moment: seconds since the epoch, and as ISO 8601 */
  now: number
  importedAt: string
}
/** A file whose signature stands, waiting for its turn. */
export interface WaitingFile {
  index: number
  received: Received
  unit: string
  sequence: number
}
export interface UnitResult {
  unit: string
  /** null when nothing of the unit was stored */
  stored: KeptUnit | null
  cancelled: boolean
}
export interface JobResults {
  /** files that are refused already have their report */
  authenticate: (WaitingFile | { index: number; report: FileReport })[]
  unit: UnitResult
  demo: UnitResult
  /** null when evidence is missing or damaged */
  known: KnownBytes | null
  /** by step; null likewise */
  revisions: Record<string, StepFacts> | null
}
export type Job =
  | { kind: 'authenticate'; files: { index: number; path: string }[] }
  | { kind: 'unit'; unit: string; files: { index: number; received: Received }[]; room?: Capacity }
  | { kind: 'demo'; options: DemoOptions; index: number }
  | { kind: 'known'; wanted: KnownUnit }
  | { kind: 'revisions'; wanted: WantedSteps }
export type OnSettled = (settled: Settled) => void

/** One thread's side of an import. */
export class JobRunner {
  private readonly context: UnitImportContext
  private plan: DemoPlan | null = null

  constructor(setup: Setup, signal: AbortSignal) {
    this.context = {
      registry: new RegistryModel(setup.registry.registry, setup.registry.sha256),
      now: setup.now, importedAt: setup.importedAt, layout: layoutOf(setup.root), signal,
    } // prettier-ignore
  }

  async run(job: Job, onSettled: OnSettled): Promise<JobResults[Job['kind']]> {
    // A cancellation is a message, which is heard between two turns of the event loop.
    await nextTurn()
    if (job.kind === 'authenticate') return this.authenticate(job.files)
    if (job.kind === 'known') return this.known(job.wanted)
    if (job.kind === 'revisions') return computeSteps(this.context.layout, job.wanted)
    if (this.context.signal?.aborted) return { unit: '', stored: null, cancelled: true }
    if (job.kind === 'unit') return this.importUnit(job.unit, job.files, onSettled, job.room)
    return this.importDemo(job.options, job.index, onSettled)
  }

  private async authenticate(files: readonly { index: number; path: string }[]): Promise<JobResults['authenticate']> {
    const done: JobResults['authenticate'] = []
    for (const { index, path } of files) {
      if (this.context.signal?.aborted) break
      const received = await receive(path, this.context.layout.incoming, limitsFor(this.context.registry).archive)
      if (!received.ok) {
        const isFull = received.error.code === 'DISK-FULL'
        const found = isFull
          ? finding('DISK-FULL')
          : finding('ZIP-UNREADABLE', {}, { reason: received.error.params['reason'] ?? '' })
        done.push({
          index,
          report: { file: basename(path), unit: null, sequence: null, outcome: 'rejected', findings: [found] },
        })
        continue
      }
      const known = await identify(received.value, this.context)
      if (known) {
        done.push({ index, received: received.value, unit: known.unit, sequence: known.sequence })
        continue
      }
      const { verdict, open } = await authenticate(received.value, this.context)
      if (open && verdict.unit !== null && verdict.sequence !== null)
        done.push({ index, received: received.value, unit: verdict.unit, sequence: verdict.sequence })
      else {
        await discard(received.value)
        done.push({ index, report: reportOf(verdict) })
      }
    }
    return done
  }

  private async importUnit(
    unit: string,
    files: readonly { index: number; received: Received }[],
    onSettled: OnSettled,
    room?: Capacity,
  ): Promise<UnitResult> {
    let held: UnitImport
    try {
      held = await UnitImport.open(unit, this.context)
    } catch (error) {
      for (const { index, received } of files)
        onSettled({ index, report: givenUp(received.name, unit, null, error), entry: null, rows: 0 })
      return { unit, stored: null, cancelled: false }
    }
    try {
      let isChanged = false
      let cancelled = false
      for (const { index, received } of files) {
        await nextTurn()
        cancelled = this.context.signal?.aborted ?? false
        if (cancelled) break
        const settled = await held.take(received, index, room)
        isChanged ||= settled.entry !== null
        onSettled(settled)
      }
      return { unit, stored: isChanged ? this.derive(held) : null, cancelled }
    } finally {
      held.close()
    }
  }

  /** A unit as it was known on an earlier day; nothing is written. */
  private async known(wanted: KnownUnit): Promise<KnownBytes | null> {
    const { layout, registry } = this.context
    const store = await knownStore(layout, registry, wanted)
    if (!store) return null
    try {
      return encodeKnown(store.ledger(), buildSegment(wanted.unit, store))
    } finally {
      store.close()
    }
  }

  /** The unit's columns, from the store that was saved. */
  private derive(held: UnitImport): NonNullable<UnitResult['stored']> {
    const { layout } = this.context
    const { store, bytes } = held.current
    if (!bytes) throw new Error('columns are made from a saved store')
    writeSegment(layout, held.unit, buildSegment(held.unit, store), sha256(bytes))
    return keptFrom(layout, store)
  }

  private async importDemo(options: DemoOptions, at: number, onSettled: OnSettled): Promise<UnitResult> {
    this.plan ??= planDemo(options)
    const { files } = exportsOfUnit(this.plan, at)
    const waiting: { index: number; received: Received }[] = []
    for (const { name, zip } of files) {
      const path = join(this.context.layout.incoming, `${randomUUID()}.part`)
      writeFileSync(path, zip, { flag: 'wx', mode: 0o600 })
      waiting.push({
        index: at,
        received: { path, source: name, name, bytes: zip.length, sha256: sha256(zip), tooLarge: false },
      })
    }
    const unit = files[0]?.unit
    return unit === undefined ? { unit: '', stored: null, cancelled: false } : this.importUnit(unit, waiting, onSettled)
  }
}
