import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { scrollScale } from './scrollScale'

const ROW_REM = 1.75
/** The header stands inside the scroller, so that it shares the rows' width; two lines of words. */
const HEAD_REM = 2.625

const rootSize = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16

export interface Rows {
  /** the rows that exist, and where each starts on the logical scale */
  drawn: readonly { index: number; start: number }[]
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

/** Heights in px of the element that scrolls (`view`) and of the place that holds it; null before they are measured. */
function useHeights(scroller: RefObject<HTMLDivElement | null>): { view: number | null; room: number | null } {
  const [view, setView] = useState<number | null>(null)
  const [room, setRoom] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = scroller.current
    const place = element?.parentElement
    if (!place) return
    const measure = () => {
      setView(element.clientHeight)
      setRoom(place.clientHeight)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    observer.observe(place)
    return () => observer.disconnect()
  }, [scroller])
  return { view, room }
}

/** Virtual rows of the table; more of them than a browser can scroll are scrolled on a shorter scale. */
export function useRows(count: number, scroller: RefObject<HTMLDivElement | null>): Rows {
  // The virtualiser is one object that changes within: what is read from it here is handed on as plain values.
  'use no memo'
  const row = ROW_REM * rootSize()
  const head = HEAD_REM * rootSize()
  const { view, room } = useHeights(scroller)
  const scale = scrollScale(head + count * row, view ?? 0)
  // For what happens after the drawing: above the virtualiser, whose own effects read it.
  const latest = useRef(scale)
  useLayoutEffect(() => {
    latest.current = scale
  })
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
        report(latest.current.toLogical(element.scrollTop), true)
        rest = setTimeout(() => report(latest.current.toLogical(element.scrollTop), false), 120)
      }
      report(latest.current.toLogical(element.scrollTop), false)
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
  const shift = scale.toScrollTop(logical) - logical
  const reveal = (index: number, middle = false) => {
    const element = scroller.current
    if (!element) return
    const [above, space] = [index * row, element.clientHeight - head]
    const now = latest.current.toLogical(element.scrollTop)
    const target = middle ? above - space / 2 : Math.min(above, Math.max(now, above + row - space))
    element.scrollTop = latest.current.toScrollTop(Math.max(0, target))
  }
  return {
    drawn: virtual.getVirtualItems(),
    height: scale.height - head,
    place: (start) => start - head + shift,
    first: virtual.range?.startIndex ?? 0,
    last: Math.min(Math.max(0, count - 1), virtual.range?.endIndex ?? 0),
    reveal,
    fits: Math.max(1, Math.floor(((view ?? 0) - head) / row)),
    // One more for the rule under the last row.
    whole: room === null ? null : head + Math.max(1, Math.floor((room - head - 1) / row)) * row + 1,
  }
}
