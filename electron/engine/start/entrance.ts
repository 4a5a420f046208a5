/**
 * The engine's entrance: gives the kept answers of the first screen, and opens the workspace when the screen stands or
 * when something else is asked. From the first call that is not answered here, everything goes to the open workspace.
 */
import type { EngineMessage, EngineRequest } from '../../../shared/contract/engineProtocol'
import type { FirstScreen } from './firstScreen'

/** ms after the last kept answer: the page draws with both processors */
const QUIET = 700
/** ms for a page that does not ask */
const PATIENCE = 5000

export interface Receiver {
  receive: (request: EngineRequest) => Promise<void>
}

export class Entrance implements Receiver {
  private whole: Receiver | null = null
  private timer: NodeJS.Timeout | undefined

  constructor(
    private first: Pick<FirstScreen, 'answer'> | null,
    private readonly open: () => Receiver,
    private readonly send: (message: EngineMessage) => void,
  ) {
    if (first) this.openIn(PATIENCE)
    else this.opened()
  }

  async receive(request: EngineRequest): Promise<void> {
    const text = this.first?.answer(request) ?? null
    if (text === null) {
      this.first = null
      return this.opened().receive(request)
    }
    this.send({ id: request.id, text })
    if (!this.whole) this.openIn(QUIET)
  }

  private openIn(wait: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.opened(), wait)
  }

  private opened(): Receiver {
    clearTimeout(this.timer)
    return (this.whole ??= this.open())
  }
}
