import type { Filter } from '../../../shared/domain/filter'
import { zeroWords } from '../../../shared/sentences/coverage'
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
  const words = useText()
  const { t } = words
  const { data } = useNamedQuery('overview.coverage', filter)
  const searching = view.search !== ''
  return (
    <Empty
      title={t('cases.empty')}
      text={searching ? t('cases.emptySearch', { search: view.search }) : zeroWords(data, words)}
      action={
        <>
          {searching && <Button onPress={onClearSearch}>{t('cases.clearSearch')}</Button>}
          <Button onPress={onClearAll}>{t('cases.clearFacets')}</Button>
        </>
      }
    />
  )
}
