import { useRoute } from '../../state/useRoute'
import type { FilterPatch } from '../../state/route'
import { useText } from '../../text/useText'
import { OPEN_FILTER } from './context'

/** How many cases, leading to exactly those; a plain number where no filter can name them, or there are none. */
export function CasesCount({ count, of, name }: { count: number; of: FilterPatch | null; name: string }) {
  const { t, f } = useText()
  const { href } = useRoute()
  if (of === null || count === 0) return f.count(count)
  return (
    <a
      href={href('kasus', { filter: { ...OPEN_FILTER, ...of } })}
      aria-label={t('channels.casesOf', { n: f.count(count), name })}
    >
      {f.count(count)}
    </a>
  )
}
