import { useEffect, useRef } from 'react'
import { isTyping, matches } from './shortcut'

/**
 * Runs `handler` on a shortcut such as `mod+f`, `alt+1`, `F11`, `p`, and tells it which one. Plain letters do nothing while somebody types,
 * and nothing runs while a dialog is open unless `always` is set.
 */
export function useShortcut(
  shortcut: string | readonly string[],
  handler: (shortcut: string) => void,
  { always = false } = {},
): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  const shortcuts = typeof shortcut === 'string' ? shortcut : shortcut.join(' ')
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const found = shortcuts.split(' ').find((each) => matches(each, event))
      if (found === undefined || event.defaultPrevented) return
      const plain = found.length === 1
      if (plain && isTyping(event.target)) return
      if (!always && document.querySelector('[role=dialog],[role=alertdialog]')) return
      event.preventDefault()
      latest.current(found)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [shortcuts, always])
}
