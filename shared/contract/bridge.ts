/** What the preload puts on `window.pantau`: all that a page has of the world outside. */
import type { Answer, Args, Channel, EventName, Events } from './contract'
import type { Result } from './result'

/** `File` is the page's own class, which this folder has no name for. */
export interface Bridge<File> {
  /** Asks main, or the engine behind it. Does not reject for what can go wrong: that is in the result. */
  call: <C extends Channel>(channel: C, args: Args<C>) => Promise<Result<Answer<C>>>
  /**
   * The same, the result as JSON: an object is copied into the page's world value by value (5,500 units: 190 ms), a text at
   * once. A stand-in need not have it.
   */
  text?: (channel: Channel, args: unknown) => Promise<string>
  /** Listens to what main tells unasked; returns what stops it. */
  on: <E extends EventName>(event: E, listener: (payload: Events[E]) => void) => () => void
  /**
   * Files and folders that were dropped, or chosen in a file field: a token for `import:start`, and how many exports
   * they hold; null when none of them is on disk.
   */
  dropFiles: (files: File[]) => Promise<Result<{ token: string; files: number } | null>>
}
