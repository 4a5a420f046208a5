/**
 * Answers to one change of the filter come within a few milliseconds of each other. Told one by one, each would have the
 * whole room drawn again; so what comes close together is told together, and drawn once.
 */

/** ms without a further answer after which what has come is told */
const QUIET = 4
/** ms that the first answer waits at most */
const LONGEST = 24

let asked = 0
let told: (() => void)[] = []
let first = 0
let timer: ReturnType<typeof setTimeout> | undefined

function tell(): void {
  clearTimeout(timer)
  timer = undefined
  const callbacks = told
  told = []
  for (const callback of callbacks) callback()
}

/** For TanStack Query, in place of its own next turn: runs `callback` soon, with those of the answers beside it. */
export function tellTogether(callback: () => void): void {
  if (told.length === 0) first = performance.now()
  told.push(callback)
  const wait = asked === 0 ? 0 : Math.max(0, Math.min(QUIET, first + LONGEST - performance.now()))
  clearTimeout(timer)
  timer = setTimeout(tell, wait)
}

/** A question for as long as it is under way: while there is none, nothing waits. */
export async function counted<T>(question: Promise<T>): Promise<T> {
  asked++
  try {
    return await question
  } finally {
    asked--
  }
}
