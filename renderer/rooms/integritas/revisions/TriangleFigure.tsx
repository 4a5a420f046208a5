import { useNamedQuery } from '../../../api/useNamedQuery'
import { useText } from '../../../text/useText'
import { ErrorState, Loading } from '../../../ui/States'
import { Table } from '../../../ui/Table'
import { Fig } from '../Fig'
import { cellWords, triangleCells, triangleNumber, triangleSentence, triangleTable, type TriangleCell } from './model'

/** Month of receipt by export: what a unit says today of a month that was over long ago. */
export function TriangleFigure({ unit }: { unit: string }) {
  const words = useText()
  const { t, f } = words
  const { data, error, isStale, refetch } = useNamedQuery('integrity.revisionTriangle', { unit })
  if (error) return <ErrorState error={error} onRetry={refetch} />
  if (!data) return <Loading />
  const rows = triangleCells(data)
  const cell = (row: (typeof rows)[number], column: string) => {
    if (column === 'month') return f.month(row.month)
    const one = row.cells[Number(column)] as TriangleCell
    return <span className={`heat heat-${one.heat}`}>{cellWords(one, words)}</span>
  }
  return (
    <Fig
      id="segitiga-revisi"
      title={t('revisions.triangle.title', { unit: data.name })}
      sentence={triangleSentence(data, words)}
      note={t('revisions.triangle.note')}
      table={triangleTable(data, words)}
      definition={{ name: t('revisions.triangle.name'), text: t('revisions.triangle.definition') }}
      scope={{ unit }}
      number={triangleNumber(data)}
      state={
        data.exports.length === 0
          ? { kind: 'empty', title: t('revisions.triangle.empty') }
          : { kind: 'ready', stale: isStale }
      }
    >
      <div className="triangle">
        <Table
          caption={t('revisions.triangle.legend')}
          columns={[
            { id: 'month', label: t('revisions.month') },
            ...data.exports.map(({ sequence, period_to }, at) => ({
              id: String(at),
              label: (
                <>
                  {t('revisions.export', { n: f.count(sequence) })}
                  <br />
                  <span className="mut">{f.day(period_to, true)}</span>
                </>
              ),
              align: 'right' as const,
            })),
          ]}
          rows={rows}
          rowKey={(row) => row.month}
          cell={cell}
        />
      </div>
    </Fig>
  )
}
