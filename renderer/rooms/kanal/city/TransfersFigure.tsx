import type { ReactNode } from 'react'
import type { ChannelCity } from '../../../../shared/contract/results/channelCalls'
import { transfersSentence } from '../../../../shared/sentences/channels/city'
import { useText } from '../../../text/useText'
import { StateMark } from '../../../ui/StateMark'
import { sharePin } from '../context'
import { Fig } from '../Fig'
import { ShareBit } from '../ShareBit'
import { transfersTable } from './view'

/** What the line and the city's services passed to and fro, and what was reported back. */
export function TransfersFigure({ data }: { data: ChannelCity }) {
  const words = useText()
  const { t, f } = words
  const { line } = data
  const tally = (value: number | null) =>
    value === null ? (
      <StateMark state={line.state === 'not_reported' ? 'not_reported' : 'not_applicable'} />
    ) : (
      <b>{f.count(value)}</b>
    )
  const rows: readonly [string, ReactNode][] = [
    [t('channels.city.lineIn'), tally(line.transferred_in)],
    [t('channels.city.lineOut'), tally(line.transferred_out)],
    [t('channelKey.cameIn'), <ShareBit key="in" estimate={data.came_in} />],
    [t('channels.city.out'), <ShareBit key="out" estimate={data.sent_out} />],
    [t('channels.city.toCity'), <b key="city">{f.count(data.sent_to_city)}</b>],
    [t('channelKey.reportedBack'), <ShareBit key="back" estimate={data.reported_back} />],
  ]
  return (
    <Fig
      id="pelimpahan"
      title={t('channels.city.title')}
      sentence={transfersSentence(data, words)}
      note={t('channels.city.note')}
      table={(caption) => transfersTable(data, caption, words)}
      definition={{ name: t('channelKey.reportedBack'), text: t('channelKey.reportedBack.definition') }}
      pinned={sharePin('reported_back', 'channelKey.reportedBack', data.reported_back)}
    >
      {() => (
        <table>
          <tbody>
            {rows.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="r nw">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Fig>
  )
}
