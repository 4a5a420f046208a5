/** The one door to the main process. In a plain browser and in component tests a stand-in is set instead. */
import type { Channel, EventName, Events } from '../../shared/contract/contract'
import type { Result } from '../../shared/contract/result'

export interface Bridge {
  call: (channel: Channel, args: unknown) => Promise<Result<unknown>>
  /** Listens to an event; the answer ends it. */
  on: <E extends EventName>(event: E, listener: (payload: Events[E]) => void) => () => void
  /** Hands dropped files to the main process, which knows their paths; the answer is the token for `import:start`. */
  dropFiles: (files: File[]) => Promise<string>
}

declare global {
  interface Window {
    pantau?: Bridge
  }
}

let standIn: Bridge | null = null

/** Sets a stand-in for the preload's bridge; null goes back to the real one. */
export function setBridge(bridge: Bridge | null): void {
  standIn = bridge
}

/** The bridge in use, or null where there is none. */
export const currentBridge = (): Bridge | null => standIn ?? window.pantau ?? null
