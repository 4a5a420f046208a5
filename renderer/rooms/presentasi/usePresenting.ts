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
  /** a black screen, or the slide again */
  onBlackout: () => void
  /** what the trainer may say, or only the slide */
  onNotes: () => void
  onBegin: () => void
  onLeave: () => void
}

/** In a field a letter is text. */
const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [role="dialog"], [role="combobox"]') !== null

/**
 * Full screen while presenting, and its keys: arrows, Page up and down, Home, End; A hides names, B blackens the screen,
 * N shows notes, F and Escape leave. In the room F begins.
 */
export function usePresenting({
  full,
  at,
  count,
  onSlide,
  onHideNames,
  onBlackout,
  onNotes,
  onBegin,
  onLeave,
}: Presenting): void {
  useEffect(() => {
    if (!full) return
    void call('window:fullscreen', { on: true })
    return () => void call('window:fullscreen', { on: false })
  }, [full])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const key = event.key.toLowerCase()
      if (!full) {
        if (key === 'f' && !isTyping(event)) onBegin()
        return
      }
      const next = slideAfterKey(event.key, at, count)
      const letter = { escape: onLeave, f: onLeave, a: onHideNames, b: onBlackout, n: onNotes }[key]
      if (next !== null) onSlide(next)
      else if (letter) letter()
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  })
}
