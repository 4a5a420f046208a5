import type { ChannelCommunity } from '../../../../shared/contract/results/channelCommunity'
import { useText } from '../../../text/useText'
import { ColumnTable } from '../../../ui/ColumnTable'
import { countPin } from '../context'
import { Fig } from '../Fig'
import { useNothing } from '../useNothing'
import { kindsTable } from './view'

/** Jumat Curhat beside other kinds of sessions: they are told apart, not added up. */
export function KindsFigure({ data }: { data: ChannelCommunity }) {
  const words = useText()
  const { t, f } = words
  const nothing = useNothing()
  const others = data.kinds.filter(({ kind, sessions }) => kind !== data.kind && sessions > 0)
  const answer =
    others.length === 0 ? t('channels.kinds.only') : t('channels.kinds.answer', { n: f.count(others.length) })
  return (
    <Fig
      id="jenis-sesi"
      title={t('channels.kinds.title')}
      sentence={{ kind: 'quiet', answer, caution: t('channels.kinds.apart') }}
      note={t('channels.kinds.note')}
      table={(caption) => kindsTable(data, caption, words)}
      definition={{ text: t('definition.kinds') }}
      pinned={countPin('sessions', 'channelKey.sessions', data.sessions)}
      empty={nothing.ofCount(data.kinds.length, t('channels.attendance.none'))}
      className="w2 n3"
    >
      {() => (
        <ColumnTable
          columns={[
            { label: t('channels.kinds.kind'), render: ({ kind }) => t.code('sessionKind', kind) },
            { label: t('channels.recording.sessions'), number: true, render: ({ sessions }) => f.count(sessions) },
            { label: t('channels.kinds.attendees'), number: true, render: ({ attendees }) => f.count(attendees) },
            { label: t('channels.kinds.issues'), number: true, render: ({ issues }) => f.count(issues) },
          ]}
          rows={data.kinds}
          rowKey={({ kind }) => kind}
        />
      )}
    </Fig>
  )
}
