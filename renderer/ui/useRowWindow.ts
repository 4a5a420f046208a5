import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type RefObject } from 'react'

interface RowWindow<E extends HTMLElement> {
  /** for the element that scrolls */
  scroller: RefObject<E | null>
  /** indexes of the rows that exist */
  shown: number[]
  /** px left out above and below them */
  before: number
  after: number
  scrollTo: (index: number) => void
}

/** Which rows of a long table exist: those in sight and some around; all of them up to `all` rows, so that they print. */
export function useRowWindow<E extends HTMLElement>(count: number, rowHeight: number, all: number): RowWindow<E> {
  // The virtualiser is one object that changes within: what is read from it here is handed on as plain values.
  'use no memo'
  const scroller = useRef<E>(null)
  const virtual = useVirtualizer({
    count,
    enabled: count > all,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 16,
  })
  if (count <= all)
    return {
      scroller,
      shown: Array.from({ length: count }, (_, at) => at),
      before: 0,
      after: 0,
      scrollTo: () => undefined,
    }
  const items = virtual.getVirtualItems()
  return {
    scroller,
    shown: items.map(({ index }) => index),
    before: items[0]?.start ?? 0,
    after: Math.max(0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0)),
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  }
}
