import { randomUUID } from 'node:crypto'

/** More choices than this are never open at once; the oldest is forgotten. */
const KEPT = 64

/**
 * Paths that people chose, each set under a token that says nothing. The renderer holds tokens only, so a page that
 * was taken over can open what a person chose and no other file.
 */
export class PathTokens {
  readonly #paths = new Map<string, readonly string[]>()

  issue(paths: readonly string[]): string {
    const token = randomUUID()
    this.#paths.set(token, paths)
    const oldest = this.#paths.keys().next()
    if (this.#paths.size > KEPT && !oldest.done) this.#paths.delete(oldest.value)
    return token
  }

  /** The paths of a token; undefined when it was never issued or is forgotten. */
  paths(token: string): readonly string[] | undefined {
    return this.#paths.get(token)
  }
}
