import { useDeferredValue, useState, type ReactNode } from 'react'
import { StaleContext } from '../ui/Stale'
import { PlaceContext, useRoute, type Place } from './useRoute'

interface Props {
  /** the answer that this shows is not that to the present question */
  on: boolean
  children: ReactNode
}

/** What was to be shown when nothing was stale, and the place that it was about. */
function useKept({ on, children }: Props): { place: Place; children: ReactNode } {
  const place = useRoute()
  const [kept, setKept] = useState({ place, children })
  if (!on && (kept.place !== place || kept.children !== children)) setKept({ place, children })
  return kept
}

/**
 * A part that waits for its next answer stands as it is, says that it is stale, and keeps to the filter of its numbers:
 * its words, links and what is pinned from it are about what it shows. Nothing in it is drawn twice for one change.
 */
export function Held({ on, children }: Props) {
  const kept = useKept({ on, children })
  return (
    <StaleContext value={on}>
      <PlaceContext value={kept.place}>{kept.children}</PlaceContext>
    </StaleContext>
  )
}

/** The same for parts further down: drawn after those above, and stale until then. */
export function HeldLater({ on, children }: Props) {
  const kept = useKept({ on, children })
  const shown = useDeferredValue(kept)
  return (
    <StaleContext value={on || shown !== kept}>
      <PlaceContext value={shown.place}>{shown.children}</PlaceContext>
    </StaleContext>
  )
}
