import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * For the element that scrolls a table: cut down to whole rows, since a last line in half looks like a fault. Its
 * greatest height is `room` (a CSS length) less what would show a part of a row; again whenever the window or the table
 * changes its size.
 */
export function useWholeRows(room: string): RefObject<HTMLElement | null> {
  const scroller = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const fit = () => {
      element.style.maxHeight = room
      const { clientHeight, scrollHeight, offsetHeight } = element
      if (scrollHeight <= clientHeight) return
      const height = (part: string) => element.querySelector(part)?.getBoundingClientRect().height ?? 0
      const [head, row] = [height('thead'), height('tbody tr:not(.spacer)')]
      if (row === 0) return
      const whole = head + Math.max(1, Math.floor((clientHeight - head) / row)) * row
      element.style.maxHeight = `${whole + offsetHeight - clientHeight}px`
    }
    fit()
    window.addEventListener('resize', fit)
    const observer = new ResizeObserver(fit)
    for (const table of element.children) observer.observe(table)
    return () => {
      window.removeEventListener('resize', fit)
      observer.disconnect()
    }
  }, [room])
  return scroller
}
