/**
 * Imports the files of one reporting unit in turn. Rows go into an in-memory copy of the unit's store; a file is loaded
 * when its evidence and then the whole store lie on the disk, the store's rename being the moment. Whatever goes wrong
 * before, the store on the disk is the one before the file.
 */
import { existsSync, rmSync } from 'node:fs'
import { FINDING_CODES } from '../../../shared/export/codes'
import { placeReadOnly, writeUnnamed } from '../archive/files'
import type { Layout } from '../archive/layout'
import { CAPACITY, CapacityError, type Capacity } from '../capacity'
import { readSealed, sealed } from '../archive/sealed'
import type { Received } from '../intake/receive'
import {
  authenticate,
  judge,
  type Authenticated,
  type CompareInput,
  type IntakeContext,
  type JudgeOptions,
  type Verdict,
} from '../intake/stateMachine'
import { applySnapshot } from '../store/apply'
import type { Comparison } from '../store/compare'
import { disputedRows } from '../store/diff'
import { headOf } from '../store/ledger'
import { SnapshotLoader } from '../store/loader'
import { revisedCells, type RevisedCells } from '../store/revised'
import { UnitStore } from '../store/unitStore'
import { compareStaged } from './compareStaged'
import { HeldExport } from './heldExport'
import { comparisonFindings, entryOf, givenUp, heldOf, reportOf, type Settled } from './outcome'
import { replay } from './replay'

export interface UnitImportContext extends IntakeContext {
  layout: Layout
  /** ISO 8601, written into the ledger */
  importedAt: string
}

export class UnitImport {
  private constructor(
    readonly unit: string,
    private readonly context: UnitImportContext,
    private store: UnitStore,
    private saved: Uint8Array | null,
  ) {}

  /** Opens the unit's store, or an empty one. A store that cannot be opened is made again from its evidence by `check`. */
  static async open(unit: string, context: UnitImportContext): Promise<UnitImport> {
    const file = context.layout.storeFile(unit)
    const saved = readSealed(file)
    const isNew = !saved && !existsSync(file)
    const store = isNew ? await UnitStore.create(unit) : saved && (await UnitStore.open(unit, saved))
    if (!store) throw new Error(`the store of ${unit} cannot be opened`)
    return new UnitImport(unit, context, store, saved)
  }

  /** One file, from authentication to the disk; never throws but when the import is cancelled. */
  async take(received: Received, index: number, room: Capacity = CAPACITY): Promise<Settled> {
    let sequence: number | null = null
    try {
      const authenticated = await authenticate(received, this.context, true)
      sequence = authenticated.verdict.sequence
      this.checkRoom(authenticated, room)
      const settled = await this.settle(authenticated)
      if (!settled.entry) rmSync(received.path, { force: true })
      return { index, ...settled }
    } catch (error) {
      await this.restore()
      rmSync(received.path, { force: true })
      this.context.signal?.throwIfAborted()
      return { index, report: givenUp(received.name, this.unit, sequence, error), entry: null, rows: 0 }
    }
  }

  /** Before anything is loaded. */
  private checkRoom({ open }: Authenticated, room: Capacity): void {
    if (!open) return
    const { dumas, resources } = open.descriptor
    if (dumas.rows.cases > room.cases) throw new CapacityError('cases', dumas.rows.cases, room.cases)
    const bytes = (this.saved?.length ?? 0) + resources.reduce((sum, resource) => sum + resource.bytes, 0)
    if (bytes > room.store) throw new CapacityError('store', bytes, room.store)
  }

  private async settle(authenticated: Authenticated): Promise<Omit<Settled, 'index'>> {
    const { sequence, unit } = authenticated.verdict
    if (sequence === null) return { report: reportOf(authenticated.verdict), entry: null, rows: 0 }
    if (unit !== this.unit) throw new Error(`${unit} is not ${this.unit}`)
    const attempt = new Attempt(this.store, this.context, authenticated, sequence)
    const verdict = await attempt.judge()
    const isLoaded = verdict.outcome === 'accepted' || verdict.outcome === 'accepted_with_flags'
    if (isLoaded) this.store = attempt.apply()
    else if (attempt.forget()) await this.restore()
    if (!isLoaded && verdict.outcome !== 'quarantined') return { report: reportOf(verdict), entry: null, rows: 0 }
    const signerUnit = this.context.registry.key(verdict.kid ?? '')?.unit ?? this.unit
    const draft = { ...entryOf(verdict, signerUnit, this.context.importedAt), revised: attempt.revised }
    const entry = attempt.isLate && isLoaded ? this.store.revise(draft) : this.store.append(draft)
    this.commit(authenticated.received, entry.archive_sha256)
    return { report: reportOf(verdict), entry, rows: attempt.rows }
  }

  private commit(received: Received, archiveSha256: string): void {
    const { layout } = this.context
    const evidence = layout.evidenceFile(archiveSha256)
    const isNew = !existsSync(evidence)
    const bytes = this.store.bytes()
    try {
      placeReadOnly(received.path, evidence)
      writeUnnamed(layout.storeFile(this.unit), sealed(bytes))
    } catch (error) {
      if (isNew) rmSync(evidence, { force: true })
      throw error
    }
    this.saved = bytes
  }

  /** Back to the store as it lies on the disk. */
  private async restore(): Promise<void> {
    this.store.close()
    const store = this.saved ? await UnitStore.open(this.unit, this.saved) : await UnitStore.create(this.unit)
    if (!store) throw new Error(`the saved store of ${this.unit} cannot be opened again`)
    this.store = store
  }

  /** The store as it lies on the disk, for what is derived from it. */
  get current(): { store: UnitStore; bytes: Uint8Array | null } {
    return { store: this.store, bytes: this.saved }
  }

  close(): void {
    this.store.close()
  }
}

/** One file against one store: rows in, compared, ready to be applied. */
class Attempt {
  private loader: SnapshotLoader | null = null
  private comparison: Comparison | null = null
  private before: HeldExport | null = null
  private replayed: UnitStore | null = null
  /** known once the export is applied */
  revised: RevisedCells | undefined
  private readonly ledger
  private readonly head
  readonly isLate: boolean

  constructor(
    private readonly store: UnitStore,
    private readonly context: UnitImportContext,
    private readonly authenticated: Authenticated,
    private readonly sequence: number,
  ) {
    this.ledger = store.ledger()
    this.head = headOf(this.ledger)
    this.isLate = this.head !== undefined && sequence < this.head.sequence
  }

  get rows(): number {
    return this.isLate
      ? Object.values(this.authenticated.verdict.rows ?? {}).reduce((sum, count) => sum + count, 0)
      : (this.loader?.rows ?? 0)
  }

  private loading(): SnapshotLoader {
    const { database } = this.store
    return (this.loader ??= new SnapshotLoader(database, this.sequence, this.head === undefined, this.before))
  }

  async judge(): Promise<Verdict> {
    const { head, isLate, context } = this
    if (head && !isLate)
      this.before = await HeldExport.open(
        context.layout.evidenceFile(head.archive_sha256),
        head.archive_sha256,
        disputedRows(this.store.database),
      )
    return judge(this.authenticated, this.context, {
      chain: this.ledger.map(heldOf),
      ...(this.isLate ? {} : this.sinks()),
      compare: (input) => this.compare(input),
    })
  }

  private sinks(): Pick<JudgeOptions, 'sink' | 'isHeld' | 'onFlag'> {
    return {
      isHeld: (...line) => this.loading().isHeld(...line),
      sink: (resource, fields, line) => this.loading().row(resource, fields, line),
      onFlag: (code, _, row, column) => row > 0 && this.loading().flag(code, column),
    }
  }

  private async compare({ descriptor, descriptorSha256, previous }: CompareInput) {
    if (this.isLate) return this.compareLate(descriptorSha256)
    this.loading().finish()
    if (!this.head || !previous) return []
    const { repeated } = this.loading()
    const { registry } = this.context
    this.comparison = compareStaged(this.store, descriptor.dumas, this.head, registry, undefined, repeated)
    return comparisonFindings(this.comparison.findings, this.head.sequence)
  }

  /** A late export: the unit is replayed with it in its place, and its successor is compared with it. */
  private async compareLate(descriptorSha256: string) {
    const { layout, registry, importedAt } = this.context
    const { verdict, received } = this.authenticated
    const kid = this.authenticated.open?.signers[0]?.kid ?? ''
    const draft = entryOf({ ...verdict, kid }, registry.key(kid)?.unit ?? this.store.unit, importedAt)
    const entries = this.ledger.map((entry) => ({ entry, path: layout.evidenceFile(entry.archive_sha256) }))
    this.replayed = await replay(this.store.unit, [...entries, { entry: draft, path: received.path }], registry, {
      keepAll: false,
    })
    if (!this.replayed) throw new Error(`evidence of ${this.store.unit} is missing or damaged`)
    const entry = this.replayed.ledger().find((held) => held.descriptor_sha256 === descriptorSha256)
    return entry?.findings.filter(({ code }) => FINDING_CODES[code].stage === 'compare') ?? []
  }

  /** The file is not accepted. True when its rows lie in the store, which then has to be read again. */
  forget(): boolean {
    this.replayed?.close()
    return this.loader !== null
  }

  /** The store with the export in it. */
  apply(): UnitStore {
    if (this.replayed) {
      this.store.close()
      return this.replayed
    }
    const { comparison, head } = this
    const compared = comparison && head ? { comparison, previousSequence: head.sequence } : null
    if (comparison) this.revised = revisedCells(this.store.database, comparison)
    applySnapshot(this.store.database, this.loading(), this.sequence, compared)
    return this.store
  }
}
