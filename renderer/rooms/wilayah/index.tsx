import '../../charts/charts.css'
import './wilayah.css'
import type { Filter } from '../../../shared/domain/filter'
import { useNamedQuery } from '../../api/useNamedQuery'
import { useUnits } from '../../api/useUnits'
import { useFilter } from '../../state/useFilter'
import { useReady } from '../../state/useReady'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { LinkButton } from '../../ui/Button'
import { Empty, ErrorState, Loading } from '../../ui/States'
import { nationPlace, unitPlace } from './place'
import { Region } from './Region'

function Nation({ filter }: { filter: Filter }) {
  const { t, f } = useText()
  const { tree, isPending } = useUnits()
  return isPending ? <Loading /> : <Region place={nationPlace(tree, { t, f })} filter={filter} />
}

function Unit({ unit, filter }: { unit: string; filter: Filter }) {
  const { t } = useText()
  const { href } = useRoute()
  const { byCode, isPending } = useUnits()
  const known = byCode.has(unit)
  const header = useNamedQuery('region.header', { unit }, { enabled: known })
  const missing = !isPending && !known
  useReady('wilayah', missing || header.error !== null)
  if (missing)
    return (
      <Empty
        title={t('region.notFound')}
        text={t('region.notFoundText', { unit })}
        action={<LinkButton href={href('wilayah', { filter: { unit: undefined } })}>{t('region.toNation')}</LinkButton>}
      />
    )
  if (header.error && !header.data) return <ErrorState error={header.error} onRetry={header.refetch} />
  // The previous unit's name stays until the next one's header is there; both change together.
  return header.data ? (
    <Region place={unitPlace(header.data)} filter={{ ...filter, unit: header.data.unit }} />
  ) : (
    <Loading />
  )
}

/** The region's room: a unit of any level, or the nation. */
export default function Wilayah() {
  const [filter] = useFilter()
  return filter.unit === undefined ? <Nation filter={filter} /> : <Unit unit={filter.unit} filter={filter} />
}
