/**
 * The first screen's answers, kept beside the columns: at the next start, with the same stores, registry, settings,
 * decisions, day and program, they are what would be computed again. Anything else in the file is as good as nothing.
 */
import { sha256, writeDerived } from './archive/files'
import { readSealed, sealed } from './archive/sealed'

/** Answers that are kept, and the largest in characters. */
const MOST = 40
const LARGEST = 1 << 19
/** ms after the last new answer: the screen is drawn by then */
const QUIET = 1500

interface Kept {
  basis: string
  /** question → answer, the one asked last at the end */
  answers: [string, unknown][]
}

export class KeptAnswers {
  private readonly answers = new Map<string, unknown>()
  private moment = ''
  private basis: string | null = null
  private isNew = false
  private timer: NodeJS.Timeout | undefined

  /** `path` null: nothing is kept, nothing is found. */
  constructor(private readonly path: string | null) {}

  /** The answer to `question`: kept, or made and kept from now on. `basis` is asked for whenever `moment` is another. */
  get<T>(moment: string, basis: () => readonly unknown[], question: string, make: () => T): T {
    if (this.path === null) return make()
    if (this.moment !== moment) this.turnTo(sha256(JSON.stringify(basis())))
    this.moment = moment
    const isKnown = this.answers.has(question)
    const answer = isKnown ? (this.answers.get(question) as T) : make()
    this.answers.delete(question)
    this.answers.set(question, answer)
    if (this.answers.size > MOST) this.answers.delete(this.answers.keys().next().value as string)
    if (!isKnown) this.remember()
    return answer
  }

  private turnTo(basis: string): void {
    if (this.basis === basis) return
    const kept = this.basis === null ? this.read() : null
    this.basis = basis
    this.answers.clear()
    if (kept?.basis === basis) for (const [question, answer] of kept.answers) this.answers.set(question, answer)
  }

  private read(): Kept | null {
    try {
      return JSON.parse(readSealed(this.path ?? '')?.toString('utf8') ?? 'null') as Kept | null
    } catch {
      return null
    }
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
    const answers = [...this.answers].filter(([, answer]) => JSON.stringify(answer).length <= LARGEST)
    const kept: Kept = { basis: this.basis, answers }
    try {
      writeDerived(this.path, sealed(Buffer.from(JSON.stringify(kept))))
    } catch {
      // A full disk, say.
    }
  }
}
