/** Keyboard shortcuts as text: `mod+k`, `alt+1`, `F11`, `?`. `mod` is Ctrl, or Command on a Mac. Pure. */
export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** Whether a key press is the shortcut. Shift counts only where it is named, since `?` needs it on most keyboards. */
export function matches(shortcut: string, press: KeyPress): boolean {
  const parts = shortcut.split('+')
  const key = parts.pop() ?? ''
  const wants = (name: string) => parts.includes(name)
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    wants('mod') === (press.ctrlKey || press.metaKey) &&
    wants('alt') === press.altKey &&
    (!wants('shift') || press.shiftKey)
  )
}

/** Whether a plain letter belongs to a field in which somebody is typing. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
