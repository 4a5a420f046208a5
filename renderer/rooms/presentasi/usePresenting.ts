import { useEffect } from 'react'
import { call } from '../../api/client'
import { slideAfterKey } from './deck'

interface Presenting {
  /** full screen: the keys belong to the slides */
  full: boolean
  at: number
  count: number
  onSlide: (at: number) => void
  onHideNames: () => void
  onLeave: () => void
}

/** Full screen while presenting, and its keys: arrows, Page up and down, Home, End, Escape, A. */
export function usePresenting({ full, at, count, onSlide, onHideNames, onLeave }: Presenting): void {
  useEffect(() => {
    if (!full) return
    void call('window:fullscreen', { on: true })
    return () => void call('window:fullscreen', { on: false })
  }, [full])
  useEffect(() => {
    if (!full) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const next = slideAfterKey(event.key, at, count)
      if (next !== null) onSlide(next)
      else if (event.key === 'Escape') onLeave()
      else if (event.key.toLowerCase() === 'a') onHideNames()
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  })
}
