import { useCallback, useMemo, useRef, useState } from 'react'
import type { CaseRow } from '../../../shared/contract/results/cases'
import { useNamedQuery } from '../../api/useNamedQuery'
import { usePageTitle } from '../../state/usePageTitle'
import { useReady } from '../../state/useReady'
import { useRoute } from '../../state/useRoute'
import { useShortcut } from '../../state/useShortcut'
import { useText } from '../../text/useText'
import { SearchBox } from '../../ui/Field'
import { PageHead } from '../../ui/PageHead'
import { CasesTable } from './CasesTable'
import { facetChange, facetsOf, type FacetName } from './facets'
import { FacetColumn } from './FacetColumn'
import { NoCases } from './NoCases'
import { SaveCsv } from './SaveCsv'
import { SavedViews } from './SavedViews'
import { CASE_TABS, casesQuery, readView, sortParams, tabOf, tabParams, type CaseTab } from './view'

/** No clause about a case's own codes. */
const NO_CODES = {
  channels: undefined,
  subjects: undefined,
  categories: undefined,
  statuses: undefined,
  addressees: undefined,
  programmes: undefined,
}

interface Range {
  first: number
  last: number
  total: number
}

/** All cases that match the filter: facets, tabs, search, and the table. */
export function CasesList() {
  const { t, f } = useText()
  const { filter, params, go, href, setParams } = useRoute()
  const view = useMemo(() => readView(params), [params])
  const query = useMemo(() => casesQuery(filter, view), [filter, view])
  const facets = useNamedQuery('cases.facets', { ...filter, ...(view.search !== '' && { search: view.search }) })
  const [range, setRange] = useState<Range | null>(null)
  const search = useRef<HTMLInputElement>(null)
  useShortcut('mod+f', () => search.current?.select())
  usePageTitle(t('cases.title'))
  useReady('kasus', range !== null && !facets.isPending)

  const openParams = (row: CaseRow) => ({ params: { case: row.case_id, of: row.reporting_unit } })
  const onFacet = (name: FacetName, code: string | null) => {
    const change = facetChange(name, code, filter, view)
    if ('params' in change) setParams(change.params)
    else go('kasus', { filter: change.filter, params })
  }
  const counts: Record<CaseTab, number | undefined> = {
    all: undefined,
    late: facets.data?.deadline.find(({ code }) => code === 'late')?.count ?? (facets.data && 0),
    over90: facets.data?.open_over_90,
    flagged: facets.data?.flagged,
  }
  const tab = tabOf(view)
  const hrefOfTab = (id: CaseTab) => {
    const patch = { ...params, ...tabParams(id) }
    const known = Object.entries(patch).filter((entry): entry is [string, string] => entry[1] !== undefined)
    return href('kasus', { params: Object.fromEntries(known) })
  }
  const onRange = useCallback((next: Range | null) => setRange(next), [])
  const total = range?.total ?? 0
  return (
    <div className="cases">
      <PageHead
        title={t('cases.title')}
        lead={
          range && (
            <>
              <b>{t('cases.count', { n: f.count(total) })}</b>{' '}
              {t('cases.lead', { all: facets.data ? f.count(facets.data.all) : '…' })}{' '}
              {total > 0 && t('cases.range', { from: f.count(range.first), to: f.count(range.last) })}
            </>
          )
        }
        actions={
          <>
            <SearchBox
              ref={search}
              label={t('cases.search')}
              placeholder={t('cases.searchHint')}
              value={view.search}
              onChange={(q) => setParams({ q: q === '' ? undefined : q.slice(0, 80) }, { replace: true })}
            />
            <SavedViews />
            <SaveCsv query={query} total={total} />
          </>
        }
      />
      <nav className="cases-tabs" aria-label={t('cases.tabs')}>
        {CASE_TABS.map((id) => (
          <a key={id} href={hrefOfTab(id)} {...(id === tab && { 'aria-current': 'true' as const })}>
            {t(`cases.tab.${id}`)} {counts[id] !== undefined && <span className="n">{f.count(counts[id])}</span>}
          </a>
        ))}
      </nav>
      <div className="cases-body">
        {facets.data ? (
          <FacetColumn facets={facetsOf(facets.data, filter, view, { t, f })} onChange={onFacet} />
        ) : (
          <aside className="facets" />
        )}
        <div className="cases-main">
          {range?.total === 0 && (
            <NoCases
              filter={filter}
              view={view}
              onClearSearch={() => setParams({ q: undefined })}
              onClearAll={() =>
                go('kasus', {
                  filter: NO_CODES,
                  params: {},
                })
              }
            />
          )}
          <div className="cases-frame" hidden={range?.total === 0}>
            <CasesTable
              query={query}
              view={view}
              onSort={(column) => setParams(sortParams(view, column))}
              hrefOf={(row) => href('kasus', openParams(row))}
              onOpen={(row) => go('kasus', openParams(row))}
              onRange={onRange}
            />
          </div>
        </div>
      </div>
    </div>
  )
}
