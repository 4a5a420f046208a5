import type { ChannelOversight } from '../../../../shared/contract/results/channels'
import { medianText } from '../../../../shared/sentences/channels/estimate'
import { referralsSentence } from '../../../../shared/sentences/channels/oversight'
import type { AnswerState } from '../../../api/useAnswer'
import { useText } from '../../../text/useText'
import { ErrorState, Loading } from '../../../ui/States'
import type { PageContext } from '../context'
import { Fig } from '../Fig'
import { ShareBit } from '../ShareBit'
import { referralsTable } from './view'

/** What Kompolnas and the Ombudsman referred, and what they heard back. */
export function ReferralsFigure({ answer, context }: { answer: AnswerState<ChannelOversight>; context: PageContext }) {
  if (answer.data) return <Referrals data={answer.data} context={context} />
  return answer.error ? <ErrorState error={answer.error} onRetry={answer.refetch} /> : <Loading />
}

function Referrals({ data, context }: { data: ChannelOversight; context: PageContext }) {
  const words = useText()
  const { t, f } = words
  const title = t('channels.referrals.title')
  const sentence = referralsSentence(data, words)
  const [first] = data.referrals
  return (
    <Fig
      context={context}
      id="rujukan"
      title={title}
      sentence={sentence}
      note={t('channels.referrals.note')}
      table={referralsTable(data, title, words)}
      definition={{ name: t('channels.referrals.answered'), text: t('channels.referrals.definition') }}
      pinned={
        first
          ? {
              path: 'referrals.0.answered.value',
              label: 'channels.referrals.answered',
              value: first.answered.value,
              format: 'share',
            }
          : null
      }
      drawing={false}
      className="w2 n3"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('channels.referrals.from')}</th>
            <th scope="col" className="r">
              {t('bars.count')}
            </th>
            <th scope="col" className="r">
              {t('channels.referrals.answered')}
            </th>
            <th scope="col" className="r">
              {t('channels.firstResponse')}
            </th>
            <th scope="col" className="r">
              {t('channels.referrals.closedColumn')}
            </th>
            <th scope="col" className="r">
              {t('channels.referrals.informed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.referrals.map((line) => (
            <tr key={line.from}>
              <th scope="row">{t.code('party', line.from)}</th>
              <td className="r">{f.count(line.cases)}</td>
              <td className="r nw">
                <ShareBit estimate={line.answered} />
              </td>
              <td className="r nw">{medianText(line.first_response, words)}</td>
              <td className="r nw">
                <ShareBit estimate={line.closed} />
              </td>
              <td className="r nw">
                <ShareBit estimate={line.informed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Fig>
  )
}
