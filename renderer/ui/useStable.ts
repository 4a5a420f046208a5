import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * A deed that stays the same function from drawing to drawing and always does what the newest one would: whoever is
 * given it need not be drawn again because of it. For events only, never while something is drawn.
 */
export function useStable<A extends unknown[], R>(deed: (...args: A) => R): (...args: A) => R {
  const latest = useRef(deed)
  useLayoutEffect(() => {
    latest.current = deed
  })
  return useCallback((...args: A) => latest.current(...args), [])
}
