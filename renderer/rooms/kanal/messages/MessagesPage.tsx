import type { ChannelMessages } from '../../../../shared/contract/results/channels'
import { responseSentence } from '../../../../shared/sentences/channels/messages'
import { Curves } from '../../../charts/channel/Curves'
import { useText } from '../../../text/useText'
import { medianPin, type Scope } from '../context'
import { Fig } from '../Fig'
import { Frame } from '../Frame'
import { KeyRow } from '../KeyRow'
import { ProgrammesFigure } from '../ProgrammesFigure'
import { SubjectsFigure } from '../SubjectsFigure'
import { useNothing } from '../useNothing'
import { AddresseesFigure } from './AddresseesFigure'
import { addresseeCurves, addresseeTable, messageKeys } from './view'

function ResponseFigure({ data }: { data: ChannelMessages }) {
  const words = useText()
  const { t, f } = words
  const nothing = useNothing()
  const curve = data.all.first_response
  const sentence = responseSentence(data, words)
  const lines = addresseeCurves(data, words)
  const drawn = lines.length > 0 ? lines : [{ id: 'all', name: t('channels.allAddressees'), curve }]
  return (
    <Fig
      id="jawaban-pertama"
      title={t('channels.response.title')}
      sentence={sentence}
      note={t('channels.response.note', { n: f.count(curve.n), censored: f.count(curve.n - curve.events) })}
      table={(caption) => addresseeTable(data, caption, words)}
      definition={{
        name: t('metric.first_response_median_days'),
        text: t('metric.first_response_median_days.definition'),
      }}
      pinned={medianPin('all.first_response', 'channelKey.firstResponse', curve)}
      empty={nothing.ofCurve(curve, sentence)}
      className="w2 o1"
    >
      {(label) => <Curves lines={drawn} label={label} />}
    </Fig>
  )
}

function Messages({ data }: { data: ChannelMessages }) {
  return (
    <>
      <KeyRow views={messageKeys(data, useText())} before={data.last_year} />
      <div className="g g3">
        <ResponseFigure data={data} />
        <AddresseesFigure data={data} />
        <SubjectsFigure codes={data.by_subject} path="by_subject" channels={['whatsapp']} className="o2" />
        <ProgrammesFigure rows={data.by_programme} />
      </div>
    </>
  )
}

/** WhatsApp programmes of units: Matur Pak Kapolres, Kapolsek, Bhabin by their local names and whom they address. */
export const MessagesPage = ({ scope }: { scope: Scope }) => (
  <Frame page="messages" query="channel.messages" scope={scope}>
    {(data) => <Messages data={data} />}
  </Frame>
)
