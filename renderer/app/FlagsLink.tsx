import type { ReactNode } from 'react'
import { FlagsContext } from '../charts/flags'
import { useNamedQuery } from '../api/useNamedQuery'
import type { RoomId } from '../state/roomIds'
import { useFilter } from '../state/useFilter'
import { useRoute } from '../state/useRoute'
import { useText } from '../text/useText'
import { StateMark } from '../ui/StateMark'

/** How many cases of the filter are flagged, and where their list is; null when none is. Asked once for the whole window. */
function useFlags() {
  const { t, f } = useText()
  const { href } = useRoute()
  const [filter] = useFilter()
  const { data, isStale } = useNamedQuery('cases.facets', filter)
  if (!data || data.flagged === 0) return null
  const counts = { n: f.count(data.flagged), total: f.count(data.total) }
  return {
    href: href('kasus', { params: { flagged: '1' } }),
    count: counts.n,
    words: t('filter.flags', counts),
    atFigure: t('chart.flags', counts),
    isStale,
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

/** Rooms whose figures follow the whole filter. */
const FOLLOWING: ReadonlySet<RoomId> = new Set<RoomId>(['ikhtisar', 'wilayah'])

/** The same link at every figure of a room that follows the filter. */
export function FlagsAtFigures({ room, children }: { room: RoomId; children: ReactNode }) {
  const flags = useFlags()
  const shown = flags && FOLLOWING.has(room) ? { href: flags.href, words: flags.atFigure } : null
  return <FlagsContext.Provider value={shown}>{children}</FlagsContext.Provider>
}
