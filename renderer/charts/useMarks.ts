import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'

interface Marks {
  /** the mark that the mouse is over or that has the focus */
  over: number | null
  /** the mark that Tab reaches */
  current: number
  /** for the element around the marks: it listens for all of them */
  field: {
    onKeyDown: (event: KeyboardEvent) => void
    onMouseOver: (event: MouseEvent) => void
    onMouseLeave: () => void
    onFocus: (event: FocusEvent) => void
    onBlur: () => void
    onClick: (event: MouseEvent) => void
  }
}

const markAt = (target: EventTarget): number | null => {
  const at = (target as Element).closest('[data-mark]')?.getAttribute('data-mark')
  return at === null || at === undefined ? null : Number(at)
}

/**
 * Many marks, one stop for Tab: the arrows go from mark to mark, Enter and click open one. The marks carry `data-mark`
 * only, so that pointing at one draws none of them again. Where opening brings other marks into the same drawing, the
 * keyboard goes on at their first.
 */
export function useMarks(ids: readonly string[], onOpen?: (id: string) => void): Marks {
  const [over, setOver] = useState<number | null>(null)
  const [current, setCurrent] = useState(0)
  const opened = useRef<Element | null>(null)
  const key = ids.join(' ')
  useEffect(() => {
    setOver(null)
    setCurrent(0)
    const field = opened.current
    opened.current = null
    if (field?.isConnected) field.querySelector<SVGElement>('[data-mark="0"]')?.focus()
  }, [key])
  const count = ids.length
  const open = (at: number | null) => {
    const id = at === null ? undefined : ids[at]
    if (id !== undefined) onOpen?.(id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = markAt(event.target)
    if (at === null) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      opened.current = event.currentTarget
      return open(at)
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const end = { Home: 0, End: count - 1 }[event.key]
    if (step === undefined && end === undefined) return
    event.preventDefault()
    const to = end ?? (at + (step ?? 0) + count) % count
    event.currentTarget.querySelector<SVGElement>(`[data-mark="${to}"]`)?.focus()
  }
  const field = {
    onKeyDown,
    onMouseOver: (event: MouseEvent) => setOver(markAt(event.target)),
    onMouseLeave: () => setOver(null),
    onFocus: (event: FocusEvent) => {
      const at = markAt(event.target)
      if (at !== null) setCurrent(at)
      setOver(at)
    },
    onBlur: () => setOver(null),
    onClick: (event: MouseEvent) => open(markAt(event.target)),
  }
  // What was pointed at may be gone with the units of before.
  const inside = (at: number | null) => (at !== null && at < count ? at : null)
  return { over: inside(over), current: inside(current) ?? 0, field }
}
