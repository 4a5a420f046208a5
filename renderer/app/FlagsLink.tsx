import { useNamedQuery } from '../api/useNamedQuery'
import { useFilter } from '../state/useFilter'
import { useRoute } from '../state/useRoute'
import { useText } from '../text/useText'
import { StateMark } from '../ui/StateMark'

/** From every figure of every room to the flagged cases behind it: how many the filter holds, and their list. */
export function FlagsLink() {
  const { t, f } = useText()
  const { href } = useRoute()
  const [filter] = useFilter()
  const { data, isStale } = useNamedQuery('cases.facets', filter)
  if (!data || data.flagged === 0) return null
  const words = t('filter.flags', { n: f.count(data.flagged), total: f.count(data.total) })
  return (
    <a className="flags" href={href('kasus', { params: { flagged: '1' } })} title={words} aria-busy={isStale}>
      <StateMark state="flagged" word={words} iconOnly />
      <span aria-hidden="true">{f.count(data.flagged)}</span>
    </a>
  )
}
