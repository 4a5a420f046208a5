import { useEffect } from 'react'
import type { RoomId } from './roomIds'

/**
 * Says on the document (`data-ready`) that a room stands: its queries have answered (`settled`) and the fonts are
 * loaded. Tests, pictures and the first measured paint wait for it.
 */
export function useReady(room: RoomId | 'firstRun', settled: boolean): void {
  useEffect(() => {
    const page = document.documentElement
    let current = true
    if (settled) {
      void document.fonts.ready.then(() => {
        if (current) page.dataset['ready'] = room
      })
    }
    return () => {
      current = false
      if (page.dataset['ready'] === room) delete page.dataset['ready']
    }
  }, [room, settled])
}
