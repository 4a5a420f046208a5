import type { ChannelCommunity } from '../../../../shared/contract/results/channelCommunity'
import { useText } from '../../../text/useText'
import type { PageContext } from '../context'
import { Fig } from '../Fig'
import { kindsTable } from './view'

/** Jumat Curhat beside other kinds of sessions: they are told apart, not added up. */
export function KindsFigure({ data, context }: { data: ChannelCommunity; context: PageContext }) {
  const words = useText()
  const { t, f } = words
  const title = t('channels.kinds.title')
  const others = data.kinds.filter(({ kind, sessions }) => kind !== data.kind && sessions > 0)
  const sentence = {
    kind: 'quiet' as const,
    answer: others.length === 0 ? t('channels.kinds.only') : t('channels.kinds.answer', { n: f.count(others.length) }),
    caution: t('channels.kinds.apart'),
  }
  return (
    <Fig
      context={context}
      id="jenis-sesi"
      title={title}
      sentence={sentence}
      note={t('channels.kinds.note')}
      table={kindsTable(data, title, words)}
      definition={{ name: title, text: t('definition.kinds') }}
      pinned={{ path: 'sessions', label: 'channelKey.sessions', value: data.sessions, format: 'count' }}
      drawing={false}
      className="w2 n3"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('channels.kinds.kind')}</th>
            <th scope="col" className="r">
              {t('channels.recording.sessions')}
            </th>
            <th scope="col" className="r">
              {t('channels.kinds.attendees')}
            </th>
            <th scope="col" className="r">
              {t('channels.kinds.issues')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.kinds.map(({ kind, sessions, attendees, issues }) => (
            <tr key={kind}>
              <th scope="row">{t.code('sessionKind', kind)}</th>
              <td className="r">{f.count(sessions)}</td>
              <td className="r">{f.count(attendees)}</td>
              <td className="r">{f.count(issues)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Fig>
  )
}
