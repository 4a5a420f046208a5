import type { ChannelCommunity } from '../../../../shared/contract/results/channelCommunity'
import type { Sentence } from '../../../../shared/sentences/words'
import { useRoute } from '../../../state/useRoute'
import { useText } from '../../../text/useText'
import type { PageContext } from '../context'
import { Fig } from '../Fig'
import { recordingTable } from './view'

/** Units shown in the page; the table view has all that the query gives. */
const SHOWN = 8

interface Props {
  data: ChannelCommunity
  context: PageContext
  sentence: Sentence
}

/** Sessions that were written down together, or long after they were held. */
export function RecordingFigure({ data, context, sentence }: Props) {
  const words = useText()
  const { t, f } = words
  const { href } = useRoute()
  const { recording } = data
  const title = t('channels.recording.title')
  const { batch_size: size, batch_minutes: minutes, tolerance_days: days } = recording.rule
  return (
    <Fig
      context={context}
      id="perekaman"
      title={title}
      sentence={sentence}
      note={t('channels.recording.note', { size: f.count(size), minutes: f.count(minutes), days: f.count(days) })}
      table={recordingTable(data, title, words)}
      definition={{ name: title, text: t('channels.recording.definition') }}
      pinned={{
        path: 'recording.in_batch.value',
        label: 'channels.recording.title',
        value: recording.in_batch.value,
        format: 'share',
      }}
      drawing={false}
      empty={data.sessions === 0 ? { title: t('channels.attendance.none'), text: t('channels.zero') } : null}
    >
      {recording.units.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('calendar.unit')}</th>
              <th scope="col" className="r">
                {t('channels.recording.inBatch')}
              </th>
              <th scope="col" className="r">
                {t('channels.recording.largest')}
              </th>
              <th scope="col" className="r">
                {t('funnel.p')}
              </th>
            </tr>
          </thead>
          <tbody>
            {recording.units.slice(0, SHOWN).map((line) => (
              <tr key={line.unit}>
                <th scope="row">
                  <a href={href('kanal', { filter: { unit: line.unit }, params: { page: 'jumat-curhat' } })}>
                    {line.name}
                  </a>
                </th>
                <td className="r nw">
                  {t('say.ofTotal', { n: f.count(line.in_batch), total: f.count(line.sessions) })}
                </td>
                <td className="r">{f.count(line.largest_batch)}</td>
                <td className="r nw">
                  {line.p === null ? <span className="mut">{t('missing.insufficient')}</span> : f.probability(line.p)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Fig>
  )
}
