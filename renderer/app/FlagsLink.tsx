import { useEffect, useState, type ReactNode } from 'react'
import { FlagsContext, type FigureFlags } from '../charts/flags'
import { isAnswered } from '../api/askAhead'
import { useNamedQuery } from '../api/useNamedQuery'
import type { Filter } from '../../shared/domain/filter'
import type { RoomId } from '../state/roomIds'
import { useFilter } from '../state/useFilter'
import { useRoute } from '../state/useRoute'
import { useText } from '../text/useText'
import { StateMark } from '../ui/StateMark'

/** The filter, one turn later: the figures of the same filter are asked for before what is only counted beside them. */
function useAfterFigures(filter: Filter): Filter | null {
  const [asked, setAsked] = useState(() => (isAnswered(['cases.facets', filter]) ? filter : null))
  useEffect(() => {
    const timer = setTimeout(() => setAsked(filter), 0)
    return () => clearTimeout(timer)
  }, [filter])
  return asked
}

/** How many cases of the filter are flagged, and where their list is; null when none is. Asked once for the whole window. */
function useFlags() {
  const { t, f } = useText()
  const { href } = useRoute()
  const [filter] = useFilter()
  const asked = useAfterFigures(filter)
  const { data, isStale } = useNamedQuery('cases.facets', asked ?? filter, { enabled: asked !== null })
  if (!data || data.flagged === 0) return null
  const counts = { n: f.count(data.flagged), total: f.count(data.total) }
  return {
    href: href('kasus', { params: { flagged: '1' } }),
    count: counts.n,
    words: t('filter.flags', counts),
    atFigure: t('chart.flags', counts),
    isStale: isStale || asked !== filter,
  }
}

/** From every figure of every room to the flagged cases behind it: how many the filter holds, and their list. */
export function FlagsLink() {
  const flags = useFlags()
  if (!flags) return null
  const { href, words, count, isStale } = flags
  return (
    <a className="flags" href={href} title={words} aria-busy={isStale}>
      <StateMark state="flagged" word={words} iconOnly />
      <span aria-hidden="true">{count}</span>
    </a>
  )
}

const NO_FLAGS = { href: '', atFigure: '', isStale: false }
/** Rooms whose figures follow the whole filter. */
const FOLLOWING: ReadonlySet<RoomId> = new Set<RoomId>(['ikhtisar', 'wilayah'])

/** The same link at every figure of a room that follows the filter. */
export function FlagsAtFigures({ room, children }: { room: RoomId; children: ReactNode }) {
  const flags = useFlags()
  const { href, atFigure: words, isStale } = (FOLLOWING.has(room) && flags) || NO_FLAGS
  const [shown, setShown] = useState<FigureFlags | null>(null)
  // The count and its list change together: until the count is there, the link leads to what was counted.
  if (!isStale && (href !== (shown?.href ?? '') || words !== (shown?.words ?? '')))
    setShown(href === '' ? null : { href, words })
  return <FlagsContext.Provider value={shown}>{children}</FlagsContext.Provider>
}
