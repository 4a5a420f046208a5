import type { ChannelCity } from '../../../../shared/contract/results/channelCalls'
import { callsSentence } from '../../../../shared/sentences/channels/calls'
import { transfersSentence, transferTimeSentence } from '../../../../shared/sentences/channels/city'
import { tells } from '../../../../shared/sentences/channels/estimate'
import { subjectsSentence } from '../../../../shared/sentences/channels/messages'
import { joined, plain } from '../../../../shared/sentences/words'
import { useNamedQuery } from '../../../api/useNamedQuery'
import { CurveChart } from '../../../charts/CurveChart'
import { curveTable } from '../../../charts/tables/region'
import { useText } from '../../../text/useText'
import { StateMark } from '../../../ui/StateMark'
import { FunnelOfCalls } from '../calls/LineFigures'
import { CodesFigure } from '../CodesFigure'
import type { PageContext, Scope } from '../context'
import { ControlFigure } from '../ControlFigure'
import { Fig } from '../Fig'
import { Frame } from '../Frame'
import { KeyRow } from '../KeyRow'
import { ProgrammesFigure } from '../ProgrammesFigure'
import { ShareBit } from '../ShareBit'
import { useCasesHref } from '../useCasesHref'
import { cityKeys, transfersTable } from './view'

const STAGE = 'first_response'
type Part = { data: ChannelCity; context: PageContext }

function TransfersFigure({ data, context }: Part) {
  const words = useText()
  const { t, f } = words
  const title = t('channels.city.title')
  const { line } = data
  const tally = (value: number | null) =>
    value === null ? (
      <StateMark state={line.state === 'not_reported' ? 'not_reported' : 'not_applicable'} />
    ) : (
      <b>{f.count(value)}</b>
    )
  const rows = [
    [t('channels.city.lineIn'), tally(line.transferred_in)],
    [t('channels.city.lineOut'), tally(line.transferred_out)],
    [t('channelKey.cameIn'), <ShareBit key="in" estimate={data.came_in} />],
    [t('channels.city.out'), <ShareBit key="out" estimate={data.sent_out} />],
    [t('channels.city.toCity'), <b key="city">{f.count(data.sent_to_city)}</b>],
    [t('channelKey.reportedBack'), <ShareBit key="back" estimate={data.reported_back} />],
  ] as const
  return (
    <Fig
      context={context}
      id="pelimpahan"
      title={title}
      sentence={transfersSentence(data, words)}
      note={t('channels.city.note')}
      table={transfersTable(data, title, words)}
      definition={{ name: t('channelKey.reportedBack'), text: t('channelKey.reportedBack.definition') }}
      pinned={{
        path: 'reported_back.value',
        label: 'channelKey.reportedBack',
        value: data.reported_back.value,
        format: 'share',
      }}
      drawing={false}
    >
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
    </Fig>
  )
}

function TransferTime({ data, context }: Part) {
  const words = useText()
  const { t, f } = words
  const curve = data.transfer_to_response
  const title = t('channels.city.timeTitle')
  const sentence = transferTimeSentence(data, words)
  return (
    <Fig
      context={context}
      id="waktu-limpah"
      title={title}
      sentence={sentence}
      note={joined(
        t('channels.city.timeNote', { n: f.count(curve.n), censored: f.count(curve.n - curve.events) }),
        curve.left_out_negative > 0 && t('region.curve.negative', { n: f.count(curve.left_out_negative) }),
      )}
      table={curveTable(curve, STAGE, title, words)}
      definition={{ name: t('channelKey.transferTime'), text: t('channelKey.transferTime.definition') }}
      pinned={{
        path: 'transfer_to_response.median',
        label: 'channelKey.transferTime',
        value: curve.median,
        format: 'days',
      }}
      empty={
        curve.n === 0
          ? { title: t('channels.city.noTransfers'), text: t('channels.zero') }
          : tells(curve)
            ? null
            : { title: sentence.answer, text: sentence.caution }
      }
    >
      <CurveChart curve={curve} stage={STAGE} label={plain(sentence)} />
    </Fig>
  )
}

function City({ data, context }: Part) {
  const words = useText()
  const { t } = words
  const casesHref = useCasesHref(['gov_112', 'gov_complaint'])
  return (
    <>
      <KeyRow views={cityKeys(data, words)} context={context} />
      <div className="g g2">
        <FunnelOfCalls line={data.line} path="line" context={context} />
        <ControlFigure
          context={context}
          id="iseng"
          title={t('channels.city.prankTitle')}
          chart={data.prank_by_month}
          format="share"
          path="prank_by_month"
          label="channelKey.prank"
          measure={t('channels.city.prankNote')}
          empty={
            data.line.state === 'reported'
              ? null
              : { title: callsSentence(data.line, words).caution, text: t('channels.calls.silentHint') }
          }
        />
        <TransfersFigure data={data} context={context} />
        <TransferTime data={data} context={context} />
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
        />
        <ProgrammesFigure rows={data.by_programme} context={context} />
      </div>
    </>
  )
}

/** SOS 112 and the complaint services of cities and regencies: pranks, emergencies, what was passed to and fro. */
export function CityPage({ scope }: { scope: Scope }) {
  const answer = useNamedQuery('channel.city', scope)
  return (
    <Frame page="city" query="channel.city" params={scope} scope={scope} answer={answer}>
      {(data, context) => <City data={data} context={context} />}
    </Frame>
  )
}
