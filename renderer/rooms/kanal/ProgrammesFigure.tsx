import { programmeName, programmesSentence } from '../../../shared/sentences/channels/messages'
import { daysText } from '../../../shared/sentences/words'
import { useText } from '../../text/useText'
import type { PageContext } from './context'
import { Fig } from './Fig'
import { programmeTable, type ProgrammeRow } from './programmes'
import { ShareBit } from './ShareBit'

/** Programmes by their local names; matters without a programme are a line of their own. */
export function ProgrammesFigure({ rows, context }: { rows: readonly ProgrammeRow[]; context: PageContext }) {
  const words = useText()
  const { t, f } = words
  const title = t('channels.programmes.title')
  const doors = new Set(rows.map(({ channel }) => channel)).size
  const named = rows.filter(({ code }) => code !== null).toSorted((a, b) => b.cases - a.cases)[0]
  return (
    <Fig
      context={context}
      id="program"
      title={title}
      sentence={programmesSentence(rows, words)}
      note={t('channels.programmes.note')}
      table={programmeTable(rows, title, words)}
      definition={{ name: title, text: t('definition.programmes') }}
      pinned={
        named
          ? {
              path: `by_programme.${rows.indexOf(named)}.cases`,
              label: 'channels.programmes.pin',
              value: named.cases,
              format: 'count',
            }
          : null
      }
      drawing={false}
      className="o4"
      empty={rows.length === 0 ? { title: t('channels.noCases'), text: t('channels.zero') } : null}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('channels.programmes.name')}</th>
            <th scope="col" className="r">
              {t('bars.count')}
            </th>
            <th scope="col" className="r">
              {t('channels.firstResponse')}
            </th>
            <th scope="col" className="r">
              {t('channelKey.resolved')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.channel}/${row.code ?? ''}`}>
              <th scope="row">
                {programmeName(row, words)}
                {doors > 1 && row.code === null && <span className="mut sm"> {t.code('channel', row.channel)}</span>}
                {row.code !== null && row.units > 0 && (
                  <span className="mut sm"> {t('channels.programmes.unitCount', { n: f.count(row.units) })}</span>
                )}
              </th>
              <td className="r">{f.count(row.cases)}</td>
              <td className="r nw">
                {row.median_days === null ? (
                  <span className="mut">{t(row.cases === 0 ? 'chart.notApplicable' : 'missing.insufficient')}</span>
                ) : (
                  daysText(row.median_days, words)
                )}
              </td>
              <td className="r nw">
                <ShareBit estimate={row.resolved} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Fig>
  )
}
