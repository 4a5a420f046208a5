/**
 * An import from paths to acknowledged files: all are authenticated first, then units in code order, sequences ascending.
 * A file is acknowledged when its entry in the audit log is on the disk; one bad file never stops the rest.
 */
import { basename } from 'node:path'
import type { FileReport, ImportProgress, ImportSummary } from '../../../shared/contract/results/data'
import { emptyFolder, flushFolder } from '../archive/files'
import type { Layout } from '../archive/layout'
import type { Capacity } from '../capacity'
import { planDemo, type DemoOptions } from '../demo'
import type { LedgerEntry } from '../store/ledger'
import type { AuditLog } from '../workspace/audit'
import type { Act } from '../workspace/auditLine'
import { collect } from './collect'
import type { Crew } from './crew'
import type { JobResults, UnitResult, WaitingFile } from './jobs'
import { givenUp, type Settled } from './outcome'
import { Progress } from './progress'

export interface ImportOptions {
  onProgress?: (progress: ImportProgress) => void
  /** called when a file is acknowledged: whatever happens now, it stays */
  onFile?: (report: FileReport) => void
  signal?: AbortSignal
}
export interface ImportParts {
  layout: Layout
  audit: AuditLog
  crew: Crew
  capacity: Capacity
  /** cases that each unit's last accepted export brought */
  held: ReadonlyMap<string, number>
  /** called when a unit's store and columns are saved */
  onUnit: (unit: string, stored: NonNullable<UnitResult['stored']>) => void
  /** called when all units are saved: makes the nation's columns */
  index: () => Promise<void>
}

/** Files given to a thread at once for authentication. */
const CHUNK = 16

/** What the audit log says of a file that was judged. */
export function actOf({ file, unit, sequence, outcome, findings }: FileReport, entry: LedgerEntry | null): Act {
  return {
    action: `import.${outcome}`,
    subject: unit === null || sequence === null ? file.slice(0, 255) : `${unit}#${sequence}`,
    details: {
      file: file.slice(0, 255), findings: findings.length, code: findings[0]?.code ?? null,
      descriptor_sha256: entry?.descriptor_sha256 ?? null, archive_sha256: entry?.archive_sha256 ?? null,
    }, // prettier-ignore
  }
}

class ImportSession {
  private readonly progress: Progress
  private readonly pending = new Set<Promise<void>>()
  /** an act that could not be written: nothing more is acknowledged */
  private broken: unknown
  private cancelled = false
  /** by unit, as the files accepted so far left it */
  private readonly cases: Map<string, number>

  constructor(
    private readonly parts: ImportParts,
    private readonly options: ImportOptions,
  ) {
    this.progress = new Progress(options.onProgress)
    this.cases = new Map(parts.held)
  }

  async run(work: () => Promise<void>): Promise<ImportSummary> {
    const { crew, layout, index } = this.parts
    const cancel = () => {
      this.cancelled = true
      crew.cancel()
    }
    this.options.signal?.addEventListener('abort', cancel)
    if (this.options.signal?.aborted) cancel()
    try {
      await work()
      await Promise.all(this.pending)
      this.progress.enter('indexing', 1)
      await index()
      if (this.broken) throw this.broken
      this.progress.enter('done', 1)
      return this.progress.summary(this.cancelled)
    } finally {
      this.options.signal?.removeEventListener('abort', cancel)
      await crew.close()
      emptyFolder(layout.incoming)
    }
  }

  async files(paths: readonly string[]): Promise<void> {
    const all = (await collect(paths)).map((path, index) => ({ index, path }))
    this.progress.enter('reading', all.length)
    const chunks = Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, at) =>
      all.slice(at * CHUNK, (at + 1) * CHUNK),
    )
    const authenticated = await Promise.all(
      chunks.map(async (files) => {
        const done = await this.authenticate(files)
        this.progress.step(files.length)
        return done
      }),
    )
    this.progress.enter('verifying', all.length)
    const waiting: WaitingFile[] = []
    for (const file of authenticated.flat())
      if ('received' in file) waiting.push(file)
      else this.settle({ index: file.index, report: file.report, entry: null, rows: 0 })
    await Promise.all([...byUnit(waiting)].map(([unit, files]) => this.unit(unit, files)))
  }

  /** A thread that ends takes its files with it: they are tried again one by one, so that only the cause is refused. */
  private async authenticate(files: { index: number; path: string }[]): Promise<JobResults['authenticate']> {
    try {
      return await this.parts.crew.run({ kind: 'authenticate', files })
    } catch (error) {
      const [first, ...others] = files
      if (!first) return []
      if (others.length === 0) return [{ index: first.index, report: givenUp(basename(first.path), null, null, error) }]
      return (await Promise.all(files.map((file) => this.authenticate([file])))).flat()
    }
  }

  /** A thread that ends is put to the file that it was at; those after it are tried in another. */
  private async unit(unit: string, files: readonly WaitingFile[]): Promise<void> {
    const room = { ...this.parts.capacity, cases: this.roomFor(unit) }
    const job = { kind: 'unit', unit, files: files.map(({ index, received }) => ({ index, received })), room } as const
    const settled = new Set<number>()
    try {
      const result = await this.parts.crew.run(job, (one) => {
        settled.add(one.index)
        this.settle(one)
      })
      if (result.stored) this.parts.onUnit(unit, result.stored)
    } catch (error) {
      const [culprit, ...others] = files.filter(({ index }) => !settled.has(index))
      if (!culprit) return
      const report = givenUp(culprit.received.name, unit, culprit.sequence, error)
      this.settle({ index: culprit.index, report, entry: null, rows: 0 })
      if (others.length > 0) await this.unit(unit, others)
    }
  }

  /** Cases that a unit may bring beside those of all others. Units in other threads are counted when they are done. */
  private roomFor(unit: string): number {
    let others = 0
    for (const [code, cases] of this.cases) if (code !== unit) others += cases
    return Math.max(0, this.parts.capacity.cases - others)
  }

  async demo(options: DemoOptions): Promise<void> {
    const { reporting } = planDemo(options)
    this.progress.enter('generating', reporting.length)
    const make = async ({ code }: { code: string }, index: number) => {
      const onSettled = (settled: Settled) => this.settle(settled, false)
      try {
        const result = await this.parts.crew.run({ kind: 'demo', options, index }, onSettled)
        if (result.stored) this.parts.onUnit(result.unit, result.stored)
      } catch (error) {
        onSettled({ index, report: givenUp(code, null, null, error), entry: null, rows: 0 })
      }
      this.progress.step()
    }
    await Promise.all(reporting.map(({ unit }, index) => make(unit, index)))
  }

  /** Before an acknowledgement the names of evidence and stores have to be on the disk: once for all that wait. */
  private readonly flushNames = () => {
    flushFolder(this.parts.layout.evidence)
    flushFolder(this.parts.layout.library)
  }

  private settle({ index, report, entry, rows }: Settled, isStep = true): void {
    if (entry?.state === 'accepted' && report.unit !== null) this.cases.set(report.unit, entry.rows.cases)
    const entered = this.parts.audit.append([actOf(report, entry)], this.flushNames).then(
      () => {
        this.progress.acknowledged(index, report, rows)
        this.options.onFile?.(report)
        if (isStep) this.progress.step()
      },
      (error: unknown) => void (this.broken ??= error),
    )
    this.pending.add(entered)
    void entered.finally(() => this.pending.delete(entered))
  }
}

/** Units in code order; within one, sequences ascending, equal ones by file name so that the first wins. */
function byUnit(files: readonly WaitingFile[]): Map<string, WaitingFile[]> {
  const sorted = files.toSorted(
    (a, b) => compareText(a.unit, b.unit) || a.sequence - b.sequence || compareText(a.received.name, b.received.name),
  )
  const units = new Map<string, WaitingFile[]>()
  for (const file of sorted) units.set(file.unit, [...(units.get(file.unit) ?? []), file])
  return units
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Imports files and folders. Throws when the audit log cannot be written: what was saved is then entered at the next start. */
export function importFiles(
  parts: ImportParts,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportSummary> {
  const session = new ImportSession(parts, options)
  return session.run(() => session.files(paths))
}

/** Makes the demo nation and imports it, unit by unit. */
export function importDemo(parts: ImportParts, demo: DemoOptions, options: ImportOptions): Promise<ImportSummary> {
  const session = new ImportSession(parts, options)
  return session.run(() => session.demo(demo))
}
