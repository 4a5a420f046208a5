/** Progress and summary of one import: counts what was acknowledged, reports at most every 100 ms. */
import type { FileReport, ImportProgress, ImportSummary } from '../../../shared/contract/results/data'
import { OUTCOMES_OF_INTAKE, type IntakeOutcome } from '../../../shared/export/codes'

const EVERY = 100

export class Progress {
  private readonly started = performance.now()
  private readonly counts = Object.fromEntries(OUTCOMES_OF_INTAKE.map((outcome) => [outcome, 0])) as Record<
    IntakeOutcome,
    number
  >
  private readonly reports: { at: number; report: FileReport }[] = []
  private said = -Infinity
  private rows = 0
  private phase: ImportProgress['phase'] = 'reading'
  private done = 0
  private total = 0

  constructor(private readonly listener: ((progress: ImportProgress) => void) | undefined) {}

  enter(phase: ImportProgress['phase'], total: number): void {
    this.phase = phase
    this.total = total
    this.done = 0
    this.say(null, true)
  }

  step(count = 1): void {
    this.done += count
    this.say(null, false)
  }

  /** `at` orders the summary's files. */
  acknowledged(at: number, report: FileReport, rows: number): void {
    this.counts[report.outcome]++
    this.rows += rows
    this.reports.push({ at, report })
    this.say(report.file, false)
  }

  private get seconds(): number {
    return (performance.now() - this.started) / 1000
  }

  private say(file: string | null, always: boolean): void {
    const now = performance.now()
    if (!this.listener || (!always && now - this.said < EVERY)) return
    this.said = now
    const { phase, done, total, rows, seconds } = this
    this.listener({ phase, done, total, rows, file, seconds, counts: { ...this.counts } })
  }

  summary(cancelled: boolean): ImportSummary {
    const files = this.reports.toSorted((a, b) => a.at - b.at).map(({ report }) => report)
    return { ...this.counts, files, cancelled, seconds: this.seconds, rows: this.rows }
  }
}
