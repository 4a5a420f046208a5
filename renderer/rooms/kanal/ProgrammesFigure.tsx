import { NO_PROGRAMME } from '../../../shared/domain/filterCodes'
import { programmeName, programmesSentence } from '../../../shared/sentences/channels/messages'
import { daysText } from '../../../shared/sentences/words'
import { useText } from '../../text/useText'
import { ColumnTable } from '../../ui/ColumnTable'
import { CasesCount } from './CasesCount'
import { countPin } from './context'
import { Fig } from './Fig'
import { programmeTable, type ProgrammeRow } from './programmes'
import { ShareBit } from './ShareBit'
import { useNothing } from './useNothing'

function Name({ row, apart }: { row: ProgrammeRow; apart: boolean }) {
  const words = useText()
  const { t, f } = words
  return (
    <>
      {programmeName(row, words)}
      {apart && row.code === null && <span className="mut sm"> {t.code('channel', row.channel)}</span>}
      {row.code !== null && row.units > 0 && (
        <span className="mut sm"> {t('channels.programmes.unitCount', { n: f.count(row.units) })}</span>
      )}
    </>
  )
}

/** Programmes by their local names; matters without a programme are a line of their own. */
export function ProgrammesFigure({ rows }: { rows: readonly ProgrammeRow[] }) {
  const words = useText()
  const { t } = words
  const nothing = useNothing()
  const doors = new Set(rows.map(({ channel }) => channel)).size
  const named = rows.filter(({ code }) => code !== null).toSorted((a, b) => b.cases - a.cases)[0]
  return (
    <Fig
      id="program"
      title={t('channels.programmes.title')}
      sentence={programmesSentence(rows, words)}
      note={t('channels.programmes.note')}
      table={(caption) => programmeTable(rows, caption, words)}
      definition={{ text: t('definition.programmes') }}
      pinned={
        named ? countPin(`by_programme.${rows.indexOf(named)}.cases`, 'channels.programmes.pin', named.cases) : null
      }
      className="o4"
      empty={nothing.ofCount(rows.length)}
    >
      {() => (
        <ColumnTable
          columns={[
            { label: t('channels.programmes.name'), render: (row) => <Name row={row} apart={doors > 1} /> },
            {
              label: t('bars.count'),
              number: true,
              render: (row) => (
                <CasesCount
                  count={row.cases}
                  of={{ channels: [row.channel], programmes: [row.code ?? NO_PROGRAMME] }}
                  name={programmeName(row, words)}
                />
              ),
            },
            {
              label: t('channels.firstResponse'),
              number: true,
              render: ({ median_days: median, cases }) =>
                median === null ? (
                  <span className="mut">{t(cases === 0 ? 'chart.notApplicable' : 'missing.insufficient')}</span>
                ) : (
                  daysText(median, words)
                ),
            },
            { label: t('channelKey.resolved'), number: true, render: (row) => <ShareBit estimate={row.resolved} /> },
          ]}
          rows={rows}
          rowKey={(row) => `${row.channel}/${row.code ?? ''}`}
        />
      )}
    </Fig>
  )
}
