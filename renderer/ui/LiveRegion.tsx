/** What a screen reader is told without moving the focus: results of a filter, ends of long work. */
import { useSyncExternalStore } from 'react'

let message = ''
let turn = 0
const listeners = new Set<() => void>()

/** Says a sentence; the same sentence again is said again. */
export function announce(text: string): void {
  turn += 1
  // A no-break space at the end makes the same words a new text, without which nothing would be said.
  message = turn % 2 === 0 ? text : `${text}\u00a0`
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function LiveRegion() {
  const said = useSyncExternalStore(subscribe, () => message)
  return (
    <div className="hidden-text pinned" role="status" aria-live="polite">
      {said}
    </div>
  )
}
