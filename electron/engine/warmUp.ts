/**
 * Prepares what figures are derived from while nobody asks for one: a piece a turn of the event loop, so that a question
 * that comes meanwhile is answered after the piece at hand.
 */
import type { QueryContext } from './analytics/context'
import type { WorkspaceState } from './state'
import { warmSteps } from './analytics/warmSteps'

/** ms after the engine opened, a revision came or a question was asked: the screen asks for more first. */
const WAIT = 400
/** ms after the engine opened in which the screen is not there yet to ask. */
const OPENING = 3000

export class WarmUp {
  private timer: NodeJS.Timeout | undefined
  /** what is done when the timer ends */
  private due: (() => void) | null = null

  /** `context`: the one that questions are answered from now; null without a registry. */
  constructor(
    private readonly context: () => QueryContext | null,
    private readonly wait = WAIT,
  ) {}

  /** Begins when the screen is there, and anew with every revision. */
  static following(state: Pick<WorkspaceState, 'context' | 'listen'>, isScreenThere: boolean): WarmUp {
    const warmUp = new WarmUp(() => state.context)
    state.listen(() => warmUp.start())
    warmUp.start(isScreenThere ? WAIT : OPENING)
    return warmUp
  }

  /** Begins anew: what was begun for another revision is left. */
  start(wait = this.wait): void {
    this.in(wait, () => {
      const context = this.context()
      if (context) this.next(context, warmSteps(context), 0)
    })
  }

  /** Somebody has asked: what is still to be prepared waits until nobody asks any more. */
  giveWay(): void {
    if (this.due) this.in(this.wait, this.due)
  }

  stop(): void {
    clearTimeout(this.timer)
    this.due = null
  }

  private in(wait: number, work: () => void): void {
    clearTimeout(this.timer)
    this.due = work
    this.timer = setTimeout(() => {
      this.due = null
      work()
    }, wait)
    this.timer.unref()
  }

  private next(context: QueryContext, steps: readonly (() => unknown)[], at: number): void {
    try {
      steps[at]?.()
    } catch {
      // A bug: it is told to whoever asks for the figure. Here it would end the engine, and the next one likewise.
    }
    if (at + 1 >= steps.length) return
    this.in(0, () => {
      if (this.context() === context) this.next(context, steps, at + 1)
    })
  }
}
