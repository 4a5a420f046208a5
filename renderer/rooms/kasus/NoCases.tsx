import type { Filter } from '../../../shared/domain/filter'
import { useNamedQuery } from '../../api/useNamedQuery'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/States'
import type { CasesView } from './view'

interface Props {
  filter: Filter
  view: CasesView
  onClearSearch: () => void
  onClearAll: () => void
}

/** Nothing matches: says whether that is a reported zero, a partial one, or nothing reported at all. */
export function NoCases({ filter, view, onClearSearch, onClearAll }: Props) {
  const { t, f } = useText()
  const { data } = useNamedQuery('overview.coverage', filter)
  const counts = data && {
    delivered: f.count(data.unit_months_delivered),
    expected: f.count(data.unit_months_expected),
  }
  const reported =
    !data || !counts
      ? ''
      : data.unit_months_delivered === 0
        ? t('cases.emptyUnreported')
        : t(
            data.unit_months_delivered < data.unit_months_expected ? 'cases.emptyPartial' : 'cases.emptyReported',
            counts,
          )
  const searching = view.search !== ''
  return (
    <Empty
      title={t('cases.empty')}
      text={searching ? t('cases.emptySearch', { search: view.search }) : reported}
      action={
        <>
          {searching && <Button onPress={onClearSearch}>{t('cases.clearSearch')}</Button>}
          <Button onPress={onClearAll}>{t('cases.clearFacets')}</Button>
        </>
      }
    />
  )
}
