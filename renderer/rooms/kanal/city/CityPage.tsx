import type { ChannelCity } from '../../../../shared/contract/results/channelCalls'
import { callsSentence } from '../../../../shared/sentences/channels/calls'
import { transferTimeSentence } from '../../../../shared/sentences/channels/city'
import { useText } from '../../../text/useText'
import { FunnelOfCalls } from '../calls/LineFigures'
import type { Scope } from '../context'
import { ControlFigure } from '../ControlFigure'
import { CoveredBy } from '../CoveredBy'
import { Frame } from '../Frame'
import { KeyRow } from '../KeyRow'
import { ProgrammesFigure } from '../ProgrammesFigure'
import { SubjectsFigure } from '../SubjectsFigure'
import { WaitFigure } from '../WaitFigure'
import { TransfersFigure } from './TransfersFigure'
import { cityKeys } from './view'

function TransferTime({ data }: { data: ChannelCity }) {
  const words = useText()
  const { t, f } = words
  const { transfer_to_response: curve } = data
  return (
    <WaitFigure
      id="waktu-limpah"
      title={t('channels.city.timeTitle')}
      sentence={transferTimeSentence(data, words)}
      curve={curve}
      stage="first_response"
      measure={t('channels.city.timeNote', { n: f.count(curve.n), censored: f.count(curve.n - curve.events) })}
      path="transfer_to_response"
      label="channelKey.transferTime"
      definition={{ name: t('channelKey.transferTime'), text: t('channelKey.transferTime.definition') }}
      none={t('channels.city.noTransfers')}
    />
  )
}

function City({ data }: { data: ChannelCity }) {
  const words = useText()
  const { t } = words
  const { line } = data
  return (
    <>
      <KeyRow views={cityKeys(data, words)} before={data.last_year} />
      <div className="g g2">
        <CoveredBy coverage={line.coverage}>
          <FunnelOfCalls line={line} path="line" />
          <ControlFigure
            id="iseng"
            title={t('channels.city.prankTitle')}
            chart={data.prank_by_month}
            format="share"
            path="prank_by_month"
            label="channelKey.prank"
            measure={t('channels.city.prankNote')}
            empty={
              line.state === 'reported'
                ? null
                : { title: callsSentence(line, words).caution, text: t('channels.calls.silentHint') }
            }
          />
        </CoveredBy>
        <TransfersFigure data={data} />
        <TransferTime data={data} />
        <SubjectsFigure codes={data.by_subject} path="by_subject" channels={['gov_112', 'gov_complaint']} />
        <ProgrammesFigure rows={data.by_programme} />
      </div>
    </>
  )
}

/** SOS 112 and the complaint services of cities and regencies: pranks, emergencies, what was passed to and fro. */
export const CityPage = ({ scope }: { scope: Scope }) => (
  <Frame page="city" query="channel.city" scope={scope}>
    {(data) => <City data={data} />}
  </Frame>
)
