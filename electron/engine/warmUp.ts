/**
 * Prepares what figures are derived from while nobody asks for one: a piece a turn of the event loop, so that a question
 * that comes meanwhile is answered after the piece at hand.
 */
import type { QueryContext } from './analytics/context'
import type { WorkspaceState } from './state'
import { warmSteps } from './analytics/warmSteps'

/** ms after the engine opened or a revision came: the screen asks first. */
const WAIT = 400

export class WarmUp {
  private timer: NodeJS.Timeout | undefined

  /** `context`: the one that questions are answered from now; null without a registry. */
  constructor(
    private readonly context: () => QueryContext | null,
    private readonly wait = WAIT,
  ) {}

  /** Begins now, and anew with every revision. */
  static following(state: Pick<WorkspaceState, 'context' | 'listen'>): WarmUp {
    const warmUp = new WarmUp(() => state.context)
    state.listen(() => warmUp.start())
    warmUp.start()
    return warmUp
  }

  /** Begins anew: what was begun for another revision is left. */
  start(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      const context = this.context()
      if (context) this.next(context, warmSteps(context), 0)
    }, this.wait)
    this.timer.unref()
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  private next(context: QueryContext, steps: readonly (() => unknown)[], at: number): void {
    try {
      steps[at]?.()
    } catch {
      // A bug: it is told to whoever asks for the figure. Here it would end the engine, and the next one likewise.
    }
    if (at + 1 >= steps.length) return
    this.timer = setTimeout(() => {
      if (this.context() === context) this.next(context, steps, at + 1)
    }, 0)
    this.timer.unref()
  }
}
