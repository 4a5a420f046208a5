import { useState } from 'react'
import { useAppEvent } from '../api/useAppEvent'
import { useRoute } from '../state/useRoute'
import { useShortcut } from '../state/useShortcut'
import { ROOMS } from './rooms'

const ALT_DIGITS: readonly string[] = ['alt+1', 'alt+2', 'alt+3', 'alt+4', 'alt+5', 'alt+6', 'alt+7', 'alt+8']

/** The open overlay, and what the keyboard and the window's menu can ask of the shell. */
export function useCommands() {
  const { go } = useRoute()
  const [overlay, setOverlay] = useState<'palette' | 'help' | null>(null)
  const present = () => go('presentasi', { params: { full: '1' } })
  const print = () => {
    // A room with a paper of its own takes the command; otherwise the report of what is filtered is composed.
    const nobodyTookIt = window.dispatchEvent(new CustomEvent('pantau:print', { cancelable: true }))
    if (nobodyTookIt) go('temuan', { params: { compose: '1' } })
  }
  useShortcut('mod+k', () => setOverlay('palette'), { always: true })
  useShortcut(['F11', 'p'], present)
  useShortcut('mod+p', print)
  // Electron, unlike a browser, binds nothing to these.
  useShortcut('alt+ArrowLeft', () => window.history.back())
  useShortcut('alt+ArrowRight', () => window.history.forward())
  useShortcut('?', () => setOverlay('help'))
  useShortcut(ALT_DIGITS, (shortcut) => {
    const room = ROOMS[ALT_DIGITS.indexOf(shortcut)]
    if (room) go(room)
  })
  useAppEvent('menu:command', ({ command }) => {
    if (command === 'palette') setOverlay('palette')
    else if (command === 'present') present()
    else if (command === 'print') print()
    else
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true }))
  })
  return { overlay, setOverlay, present, print }
}
export type Commands = ReturnType<typeof useCommands>
