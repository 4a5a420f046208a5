/** The workspace's revision: part of every key of the cache, so that an import or a decision asks anew. */
import { useSyncExternalStore } from 'react'

let revision = ''
const listeners = new Set<() => void>()

/** Told by `workspace.state` and by the event `workspace:changed`. */
export function setRevision(next: string): void {
  if (next === revision) return
  revision = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What `useRevision` gives, outside of a drawing. */
export const currentRevision = (): string => revision

export const useRevision = (): string => useSyncExternalStore(subscribe, () => revision)
