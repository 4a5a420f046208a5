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

interface Pointed {
  /** the marks that it is about */
  key: string
  over: number | null
  current: number
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
  const key = ids.join(' ')
  // What was pointed at is of no meaning once other marks stand there.
  const [state, setState] = useState<Pointed>({ key, over: null, current: 0 })
  const { over, current } = state.key === key ? state : { over: null, current: 0 }
  const setOver = (at: number | null) => setState({ key, over: at, current: at ?? current })
  const opened = useRef<{ field: Element; key: string } | null>(null)
  useEffect(() => {
    const from = opened.current
    if (from === null || from.key === key) return
    opened.current = null
    if (from.field.isConnected) from.field.querySelector<SVGElement>('[data-mark="0"]')?.focus()
  })
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
      opened.current = { field: event.currentTarget, key }
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
    onMouseOver: (event: MouseEvent) => setState({ key, over: markAt(event.target), current }),
    onMouseLeave: () => setOver(null),
    onFocus: (event: FocusEvent) => setOver(markAt(event.target)),
    onBlur: () => setOver(null),
    onClick: (event: MouseEvent) => open(markAt(event.target)),
  }
  return { over, current, field }
}
