import type { PrintProgress } from '../../shared/contract/contract'

const EVERY = 500

/** The one report that may be being saved: says how far it is, and can be given up until its file is written. */
export class ReportJob {
  #running: AbortController | null = null
  /** seconds that the last one took that was saved */
  #last: number | null = null

  constructor(private readonly tell: (progress: PrintProgress) => void) {}

  cancel(): void {
    this.#running?.abort()
  }

  /** `work` is given what gives it up and how to name its phase; a job that is running already is given up. */
  async run<T>(work: (signal: AbortSignal, enter: (phase: PrintProgress['phase']) => void) => Promise<T>): Promise<T> {
    this.cancel()
    const controller = (this.#running = new AbortController())
    const start = performance.now()
    let phase: PrintProgress['phase'] = 'drawing'
    const seconds = () => (performance.now() - start) / 1000
    const say = () => {
      const left = this.#last === null ? null : Math.max(1, Math.round(this.#last - seconds()))
      this.tell({ phase, seconds: seconds(), left })
    }
    const timer = setInterval(say, EVERY)
    try {
      const done = await work(controller.signal, (next) => {
        phase = next
        say()
      })
      if (!controller.signal.aborted) this.#last = seconds()
      return done
    } finally {
      clearInterval(timer)
      if (this.#running === controller) this.#running = null
    }
  }
}
