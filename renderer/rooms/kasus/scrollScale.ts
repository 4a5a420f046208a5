/**
 * Scrolling further than a browser can: an element may be some 16 million pixels high, a million rows of 28 are 28
 * million. Rows live on a logical scale; the element scrolls on a shorter one, and both ends meet. Pure.
 */

/** Safe on screens with two device pixels a CSS pixel, where Chromium's limit halves. */
export const HIGHEST = 15_000_000

export interface ScrollScale {
  /** height that the element is given */
  height: number
  toLogical: (scrollTop: number) => number
  toScrollTop: (logical: number) => number
}

/** @param logicalHeight height of everything, in pixels; @param view height of the part in sight */
export function scrollScale(logicalHeight: number, view: number): ScrollScale {
  const height = Math.min(logicalHeight, HIGHEST)
  const [far, near] = [Math.max(0, logicalHeight - view), Math.max(0, height - view)]
  const factor = near > 0 ? far / near : 1
  return {
    height,
    toLogical: (scrollTop) => scrollTop * factor,
    toScrollTop: (logical) => logical / factor,
  }
}
