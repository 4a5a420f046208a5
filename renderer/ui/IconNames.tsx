import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

/** ms that the mouse rests on an icon before its name is shown */
const REST = 500
const ICON = 'button.iconbtn[aria-label]'
const within = ({ target }: Event, selector: string) =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null
const iconOf = (event: Event) => within(event, ICON)

/** The icon whose name is shown: where the mouse rests, or where the keyboard has come to. */
function useNamedIcon(): HTMLElement | null {
  const [icon, setIcon] = useState<HTMLElement | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let under: HTMLElement | null = null
    const hide = () => {
      clearTimeout(timer)
      setIcon(null)
    }
    const over = (event: Event) => {
      // a name may be moved onto, as to read it enlarged, and stays
      if (within(event, '.at-icon')) return
      const next = iconOf(event)
      if (next === under) return
      under = next
      hide()
      if (next) timer = setTimeout(() => setIcon(next), REST)
    }
    const focus = (event: Event) => {
      const next = iconOf(event)
      if (next?.matches(':focus-visible')) setIcon(next)
    }
    const key = (event: Event) => (event as KeyboardEvent).key === 'Escape' && hide()
    const listeners = {
      pointerover: over,
      pointerdown: hide,
      focusin: focus,
      focusout: hide,
      keydown: key,
      scroll: hide,
    }
    for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener, true)
    return () => {
      clearTimeout(timer)
      for (const [name, listener] of Object.entries(listeners)) document.removeEventListener(name, listener, true)
    }
  }, [])
  return icon
}

/** px between the icon and its name, and between the name and the window's edge */
const [GAP, EDGE] = [4, 6]

/** Above the icon, or below it where there is no room; wholly inside of the window. */
function place(name: HTMLElement, icon: HTMLElement): void {
  const at = icon.getBoundingClientRect()
  const { width, height } = name.getBoundingClientRect()
  const left = Math.min(window.innerWidth - width - EDGE, Math.max(EDGE, at.left + at.width / 2 - width / 2))
  const above = at.top - height - GAP
  name.style.left = `${left}px`
  name.style.top = `${above < EDGE ? at.bottom + GAP : above}px`
}

/** Shows the name of the icon at hand, once for the whole window. It is the button's own name, so nobody is told twice. */
export function IconNames() {
  const icon = useNamedIcon()
  const name = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (icon && name.current) place(name.current, icon)
  }, [icon])
  if (!icon?.isConnected) return null
  return createPortal(
    <div ref={name} role="tooltip" className="tooltip at-icon">
      {icon.ariaLabel}
    </div>,
    document.body,
  )
}
