/**
 * The first screen's answers, kept beside the columns: at the next start, with the same stores, registry, settings,
 * decisions, day and program, they are what would be computed again. Anything else in the file is as good as nothing.
 */
import { sha256 } from './archive/files'
import { readKept, writeKept, type Kept, type KeptAnswer, type KeptStart } from './start/keptFile'

/** Answers that are kept, and the largest in characters. */
const MOST = 40
const LARGEST = 1 << 19
/** ms after the last new answer: the screen is drawn by then */
const QUIET = 1500

/** What answers at one moment follow from. */
export interface Basis {
  figures: readonly unknown[]
  /** the day among them, `YYYY-MM-DD` */
  today: string
  /** hash of the grounds of the next start; null where that has to open everything */
  grounds: string | null
}
/** What the next start is told with these grounds; null when it has to find out for itself. */
export type TellStart = (grounds: string) => KeptStart | null

/** As it was computed, or as it was read. */
type Answer = { value: unknown } | { json: string }
const jsonOf = (answer: Answer) => ('json' in answer ? answer.json : JSON.stringify(answer.value))

export class KeptAnswers {
  private readonly answers = new Map<string, Answer>()
  private moment = ''
  private basis: string | null = null
  private today = ''
  private grounds: string | null = null
  /** of the file */
  private written: string | null = null
  private isNew = false
  private timer: NodeJS.Timeout | undefined

  /** `path` null: nothing is kept, nothing is found. */
  constructor(
    private readonly path: string | null,
    private readonly start: TellStart = () => null,
  ) {}

  /** The answer to `question`: kept, or made and kept from now on. `basis` is asked for whenever `moment` is another. */
  get<T>(moment: string, basis: () => Basis, question: string, make: () => T): T {
    if (this.path === null) return make()
    if (this.moment !== moment) this.turnTo(basis())
    this.moment = moment
    const known = this.answers.get(question)
    const answer = known ?? { value: make() }
    this.answers.delete(question)
    this.answers.set(question, answer)
    if (this.answers.size > MOST) this.answers.delete(this.answers.keys().next().value as string)
    if (!known || this.grounds !== this.written) this.remember()
    return ('json' in answer ? JSON.parse(answer.json) : answer.value) as T
  }

  private turnTo({ figures, today, grounds }: Basis): void {
    this.today = today
    this.grounds = grounds
    const basis = sha256(JSON.stringify(figures))
    if (this.basis === basis) return
    const kept = this.basis === null ? readKept(this.path ?? '') : null
    this.basis = basis
    this.answers.clear()
    if (kept?.basis !== basis) return
    this.written = kept.start?.grounds ?? null
    for (const [question, json] of kept.figures) this.answers.set(question, { json })
  }

  private remember(): void {
    this.isNew = true
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), QUIET)
    this.timer.unref()
  }

  /** Writes down what is new; what cannot be written is computed again at the next start. */
  save(): void {
    clearTimeout(this.timer)
    if (!this.isNew || this.path === null || this.basis === null) return
    this.isNew = false
    const all = [...this.answers].map(([question, answer]): KeptAnswer => [question, jsonOf(answer)])
    try {
      const start = this.grounds === null ? null : this.start(this.grounds)
      const kept: Kept = {
        basis: this.basis,
        today: this.today,
        start,
        figures: all.filter(([, json]) => json.length <= LARGEST),
      }
      writeKept(this.path, kept)
      this.written = this.grounds
    } catch {
      // A full disk, say.
    }
  }
}
