import type { RevisionCounts } from '../../../../shared/contract/results/revisions'
import type { Filter } from '../../../../shared/domain/filter'
import { useNamedQuery } from '../../../api/useNamedQuery'
import { useRoute } from '../../../state/useRoute'
import { useText } from '../../../text/useText'
import { ErrorState, Loading } from '../../../ui/States'
import { Table } from '../../../ui/Table'
import { Fig } from '../Fig'
import { rateSentence, rateTable } from './model'

type Row = RevisionCounts & { unit: string | null; name: string }

/** How many of the fields that a unit had committed itself to it changed afterwards. */
export function RateFigure({ filter }: { filter: Filter }) {
  const words = useText()
  const { t, f } = words
  const { href } = useRoute()
  const { data, error, isStale, refetch } = useNamedQuery('integrity.revisionRate', filter)
  if (error) return <ErrorState error={error} onRetry={refetch} />
  if (!data) return <Loading />
  const compared = data.units.filter((unit) => unit.pairs > 0)
  const rows: Row[] = [...compared, { unit: null, name: t('revisions.total'), ...data.total }]
  const cell = (row: Row, column: string) => {
    switch (column) {
      case 'unit':
        return row.unit === null || row.unit === filter.unit ? (
          row.name
        ) : (
          <a href={href('integritas', { filter: { unit: row.unit }, params: { tab: 'revisi' } })}>{row.name}</a>
        )
      case 'pairs':
        return f.count(row.pairs)
      case 'cases':
        return t('revisions.of', { n: f.count(row.cases_changed), N: f.count(row.cases) })
      case 'fields':
        return t('revisions.of', { n: f.count(row.changed), N: f.count(row.comparable) })
      default:
        return row.rate === null ? '–' : f.share(row.rate, 2)
    }
  }
  return (
    <Fig
      id="laju-revisi"
      title={t('revisions.rate.title')}
      sentence={rateSentence(data, words)}
      note={t('revisions.rate.note')}
      definition={{ name: t('metric.revision_rate'), text: t('revisions.rate.definition') }}
      table={rateTable(data, words)}
      scope={filter}
      number={{
        query: 'integrity.revisionRate',
        params: filter,
        path: 'total.rate',
        label: 'metric.revision_rate',
        value: data.total.rate,
        format: 'share',
      }}
      state={
        compared.length === 0
          ? { kind: 'empty', title: t('revisions.rate.none'), text: t('revisions.rate.noneWhy') }
          : { kind: 'ready', stale: isStale }
      }
    >
      <Table
        columns={[
          { id: 'unit', label: t('revisions.unit') },
          { id: 'pairs', label: t('revisions.pairs'), align: 'right' },
          { id: 'cases', label: t('revisions.casesChanged'), align: 'right' },
          { id: 'fields', label: t('revisions.changed'), align: 'right' },
          { id: 'rate', label: t('revisions.rate'), align: 'right' },
        ]}
        rows={rows}
        rowKey={(row) => row.unit ?? ''}
        cell={cell}
        total
      />
    </Fig>
  )
}
