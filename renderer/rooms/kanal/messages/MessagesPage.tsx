import type { ChannelMessages } from '../../../../shared/contract/results/channels'
import { medianText } from '../../../../shared/sentences/channels/estimate'
import {
  addresseeName,
  handledSentence,
  handledText,
  responseSentence,
  subjectsSentence,
} from '../../../../shared/sentences/channels/messages'
import { plain } from '../../../../shared/sentences/words'
import { useNamedQuery } from '../../../api/useNamedQuery'
import { Curves } from '../../../charts/channel/Curves'
import { useText } from '../../../text/useText'
import { CodesFigure } from '../CodesFigure'
import type { PageContext, Scope } from '../context'
import { Fig } from '../Fig'
import { Frame } from '../Frame'
import { KeyRow } from '../KeyRow'
import { ProgrammesFigure } from '../ProgrammesFigure'
import { ShareBit } from '../ShareBit'
import { useCasesHref } from '../useCasesHref'
import { addresseeCurves, addresseeTable, messageKeys } from './view'

type Part = { data: ChannelMessages; context: PageContext }

function ResponseFigure({ data, context }: Part) {
  const words = useText()
  const { t, f } = words
  const title = t('channels.response.title')
  const sentence = responseSentence(data, words)
  const curve = data.all.first_response
  const lines = addresseeCurves(data, words)
  const drawn = lines.length > 0 ? lines : [{ id: 'all', name: t('channels.allAddressees'), curve }]
  return (
    <Fig
      context={context}
      id="jawaban-pertama"
      title={title}
      sentence={sentence}
      note={t('channels.response.note', { n: f.count(curve.n), censored: f.count(curve.n - curve.events) })}
      table={addresseeTable(data, title, words)}
      definition={{
        name: t('metric.first_response_median_days'),
        text: t('metric.first_response_median_days.definition'),
      }}
      pinned={{
        path: 'all.first_response.median',
        label: 'channelKey.firstResponse',
        value: curve.median,
        format: 'days',
      }}
      empty={curve.n === 0 ? { title: t('channels.noCases'), text: t('channels.zero') } : null}
      className="w2 o1"
    >
      <Curves lines={drawn} label={plain(sentence)} />
    </Fig>
  )
}

function AddresseesFigure({ data, context }: Part) {
  const words = useText()
  const { t, f } = words
  const title = t('channels.addressees.title')
  return (
    <Fig
      context={context}
      id="alamat"
      title={title}
      sentence={handledSentence(data, words)}
      note={t('channels.addressees.note')}
      table={addresseeTable(data, title, words)}
      definition={{ name: title, text: t('definition.addressees') }}
      drawing={false}
      pinned={{
        path: 'all.resolved.value',
        label: 'channelKey.resolved',
        value: data.all.resolved.value,
        format: 'share',
      }}
      empty={data.cases === 0 ? { title: t('channels.noCases'), text: t('channels.zero') } : null}
      className="w2 o3"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('caseField.addressee')}</th>
            <th scope="col" className="r">
              {t('bars.count')}
            </th>
            <th scope="col" className="r">
              {t('channels.firstResponse')}
            </th>
            <th scope="col" className="r">
              {t('channelKey.resolved')}
            </th>
            <th scope="col" className="r">
              {t('channels.messages.handled')}
            </th>
            <th scope="col" className="r">
              {t('channelKey.sentOn')}
            </th>
            <th scope="col" className="r">
              {t('channels.messages.cameIn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.by_addressee.map((line) => (
            <tr key={line.addressee ?? 'none'}>
              <th scope="row">{addresseeName(line.addressee, words)}</th>
              <td className="r">{f.count(line.cases)}</td>
              <td className="r nw">{medianText(line.first_response, words)}</td>
              <td className="r nw">
                <ShareBit estimate={line.resolved} />
              </td>
              <td className="r nw">{handledText(line, words) ?? '–'}</td>
              <td className="r nw">
                <ShareBit estimate={line.sent_on} />
              </td>
              <td className="r nw">
                <ShareBit estimate={line.came_in} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Fig>
  )
}

function Messages({ data, context }: Part) {
  const words = useText()
  const { t } = words
  const casesHref = useCasesHref(['whatsapp'])
  return (
    <>
      <KeyRow views={messageKeys(data, words)} context={context} />
      <div className="g g3">
        <ResponseFigure data={data} context={context} />
        <AddresseesFigure data={data} context={context} />
        <CodesFigure
          context={context}
          id="perihal"
          title={t('channels.subjects.title')}
          sentence={subjectsSentence(data.by_subject, words)}
          codes={data.by_subject}
          prefix="subject"
          note={t('channels.subjects.note')}
          hrefOf={casesHref}
          definition={{ name: t('channels.subjects.pin'), text: t('definition.subjects') }}
          pinAt={{ path: 'by_subject', code: 'complaint', label: 'channels.subjects.pin' }}
          className="o2"
        />
        <ProgrammesFigure rows={data.by_programme} context={context} />
      </div>
    </>
  )
}

/** WhatsApp programmes of units: Matur Pak Kapolres, Kapolsek, Bhabin by their local names and whom they address. */
export function MessagesPage({ scope }: { scope: Scope }) {
  const answer = useNamedQuery('channel.messages', scope)
  return (
    <Frame page="messages" query="channel.messages" params={scope} scope={scope} answer={answer}>
      {(data, context) => <Messages data={data} context={context} />}
    </Frame>
  )
}
