import type { ChannelCommunity } from '../../../../shared/contract/results/channelCommunity'
import { recordingSentence } from '../../../../shared/sentences/channels/community'
import { useRoute } from '../../../state/useRoute'
import { useText } from '../../../text/useText'
import { ColumnTable } from '../../../ui/ColumnTable'
import { sharePin } from '../context'
import { Fig } from '../Fig'
import { useNothing } from '../useNothing'
import { recordingTable } from './view'

/** Units shown in the page; the table view has all that the query gives. */
const SHOWN = 8

/** Sessions that were written down together, or long after they were held. */
export function RecordingFigure({ data }: { data: ChannelCommunity }) {
  const words = useText()
  const { t, f } = words
  const { href } = useRoute()
  const nothing = useNothing()
  const { recording } = data
  const { batch_size: size, batch_minutes: minutes, tolerance_days: days } = recording.rule
  return (
    <Fig
      id="perekaman"
      title={t('channels.recording.title')}
      sentence={recordingSentence(data, words)}
      note={t('channels.recording.note', { size: f.count(size), minutes: f.count(minutes), days: f.count(days) })}
      table={(caption) => recordingTable(data, caption, words)}
      definition={{ text: t('channels.recording.definition') }}
      pinned={sharePin('recording.in_batch', 'channels.recording.title', recording.in_batch)}
      empty={nothing.ofCount(data.sessions, t('channels.attendance.none'))}
    >
      {() =>
        recording.units.length > 0 && (
          <ColumnTable
            columns={[
              {
                label: t('calendar.unit'),
                render: ({ unit, name }) => (
                  <a href={href('kanal', { filter: { unit }, params: { page: 'jumat-curhat' } })}>{name}</a>
                ),
              },
              {
                label: t('channels.recording.inBatch'),
                number: true,
                render: ({ in_batch: n, sessions }) => t('say.ofTotal', { n: f.count(n), total: f.count(sessions) }),
              },
              { label: t('channels.recording.largest'), number: true, render: (line) => f.count(line.largest_batch) },
              {
                label: t('funnel.p'),
                number: true,
                render: ({ p }) =>
                  p === null ? <span className="mut">{t('missing.insufficient')}</span> : f.probability(p),
              },
            ]}
            rows={recording.units.slice(0, SHOWN)}
            rowKey={({ unit }) => unit}
          />
        )
      }
    </Fig>
  )
}
