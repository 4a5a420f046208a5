import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { scrollScale, type ScrollScale } from './scrollScale'

const ROW_REM = 1.75
/** The header stands inside the scroller, so that it shares the rows' width; two lines of words. */
const HEAD_REM = 2.625

const rootSize = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16

export interface Rows {
  virtual: Virtualizer<HTMLDivElement, HTMLDivElement>
  /** height of all rows as the element is given it */
  height: number
  /** where a row that starts at `start` on the logical scale is drawn */
  place: (start: number) => number
  /** rows in sight, from 0, without those drawn ahead */
  first: number
  last: number
  /** scrolls just far enough to see a row, or puts it into the middle */
  reveal: (index: number, middle?: boolean) => void
  /** rows that fit into sight */
  fits: number
  /** height in px that shows whole rows only; null before anything is measured */
  whole: number | null
}

/** Height in px of the place that holds the table. */
function useRoom(scroller: RefObject<HTMLDivElement | null>): number | null {
  const [room, setRoom] = useState<number | null>(null)
  useLayoutEffect(() => {
    const place = scroller.current?.parentElement
    if (!place) return
    const measure = () => setRoom(place.clientHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(place)
    return () => observer.disconnect()
  }, [scroller])
  return room
}

/** Virtual rows of the table; more of them than a browser can scroll are scrolled on a shorter scale. */
export function useRows(count: number, scroller: RefObject<HTMLDivElement | null>): Rows {
  const row = ROW_REM * rootSize()
  const head = HEAD_REM * rootSize()
  const scale = useRef<ScrollScale>(scrollScale(0, 0))
  const view = scroller.current?.clientHeight ?? 0
  const room = useRoom(scroller)
  scale.current = scrollScale(head + count * row, view)
  const virtual = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => row,
    overscan: 8,
    scrollMargin: head,
    scrollPaddingStart: head,
    observeElementOffset: (instance, report) => {
      const element = instance.scrollElement
      if (!element) return
      let rest: ReturnType<typeof setTimeout>
      const scrolled = () => {
        clearTimeout(rest)
        report(scale.current.toLogical(element.scrollTop), true)
        rest = setTimeout(() => report(scale.current.toLogical(element.scrollTop), false), 120)
      }
      report(scale.current.toLogical(element.scrollTop), false)
      element.addEventListener('scroll', scrolled, { passive: true })
      return () => {
        clearTimeout(rest)
        element.removeEventListener('scroll', scrolled)
      }
    },
    // The virtualizer measures and never scrolls by itself: it knows nothing of the shorter scale.
    scrollToFn: () => {},
  })
  const logical = virtual.scrollOffset ?? 0
  const shift = scale.current.toScrollTop(logical) - logical
  const reveal = (index: number, middle = false) => {
    const element = scroller.current
    if (!element) return
    const [above, space] = [index * row, element.clientHeight - head]
    const now = scale.current.toLogical(element.scrollTop)
    const target = middle ? above - space / 2 : Math.min(above, Math.max(now, above + row - space))
    element.scrollTop = scale.current.toScrollTop(Math.max(0, target))
  }
  return {
    virtual,
    height: scale.current.height - head,
    place: (start) => start - head + shift,
    first: virtual.range?.startIndex ?? 0,
    last: Math.min(Math.max(0, count - 1), virtual.range?.endIndex ?? 0),
    reveal,
    fits: Math.max(1, Math.floor((view - head) / row)),
    // One more for the rule under the last row.
    whole: room === null ? null : head + Math.max(1, Math.floor((room - head - 1) / row)) * row + 1,
  }
}
