import type { ChannelCommunity } from '../../../../shared/contract/results/channelCommunity'
import { attendanceText, issuesSentence, leader, ledBySentence } from '../../../../shared/sentences/channels/community'
import { curveSentence } from '../../../../shared/sentences/curve'
import { Attendance } from '../../../charts/channel/Attendance'
import { Steps } from '../../../charts/channel/Steps'
import { useText } from '../../../text/useText'
import { stepsTable } from '../cells'
import { CodesFigure } from '../CodesFigure'
import { countPin, sharePin, type Scope } from '../context'
import { ControlFigure } from '../ControlFigure'
import { Fig } from '../Fig'
import { Frame } from '../Frame'
import { KeyRow } from '../KeyRow'
import { useCasesHref } from '../useCasesHref'
import { useNothing } from '../useNothing'
import { WaitFigure } from '../WaitFigure'
import { CalendarFigure } from './CalendarFigure'
import { KindsFigure } from './KindsFigure'
import { RecordingFigure } from './RecordingFigure'
import { attendancePoints, attendanceTable, communityKeys, issueSteps } from './view'

const FOLLOW_UP = 'follow_up'
interface Part {
  data: ChannelCommunity
}

function IssuesFigure({ data }: Part) {
  const words = useText()
  const { t } = words
  const nothing = useNothing()
  const casesHref = useCasesHref(['jumat_curhat'])
  const steps = issueSteps(data, casesHref() ?? '', words)
  const { outcome } = data
  return (
    <Fig
      id="masalah"
      title={t('channels.issues.title')}
      sentence={issuesSentence(data, words)}
      note={t('channels.issues.note')}
      table={(caption) => stepsTable(steps, caption, words)}
      definition={{ name: t('channelKey.followedUp'), text: t('channelKey.followedUp.definition') }}
      pinned={sharePin('outcome.followed_up', 'channelKey.followedUp', outcome.followed_up)}
      empty={nothing.ofCount(outcome.issues + outcome.cases, t('channels.issues.none'))}
    >
      {(label) => <Steps rows={steps} label={label} />}
    </Fig>
  )
}

function FollowUpFigure({ data }: Part) {
  const words = useText()
  const { t, f } = words
  const { time_to_follow_up: curve } = data.outcome
  return (
    <WaitFigure
      id="tindak-lanjut"
      title={t('channels.followUp.title')}
      sentence={curveSentence(curve, FOLLOW_UP, words)}
      curve={curve}
      stage={FOLLOW_UP}
      measure={t('region.curve.note', { n: f.count(curve.n), censored: f.count(curve.n - curve.events) })}
      path="outcome.time_to_follow_up"
      label="channels.followUp.name"
      definition={{ name: t('channels.followUp.name'), text: t('channels.followUp.definition') }}
    />
  )
}

function AttendanceFigure({ data }: Part) {
  const words = useText()
  const { t, f } = words
  const nothing = useNothing()
  return (
    <Fig
      id="peserta"
      title={t('channels.attendance.title')}
      sentence={{ kind: 'quiet', answer: attendanceText(data, words), caution: '' }}
      note={t('channels.attendance.note', { n: f.count(data.sessions) })}
      table={(caption) => attendanceTable(data, caption, words)}
      definition={{ text: t('definition.attendance') }}
      pinned={countPin('attendance.median', 'channels.attendance.title', data.attendance.median)}
      empty={nothing.ofCount(data.sessions, t('channels.attendance.none'))}
    >
      {(label) => <Attendance points={attendancePoints(data)} label={label} />}
    </Fig>
  )
}

function Community({ data }: Part) {
  const words = useText()
  const { t } = words
  return (
    <>
      <KeyRow views={communityKeys(data, words)} before={data.last_year} />
      <div className="g g3">
        <CalendarFigure data={data} />
        <AttendanceFigure data={data} />
        <IssuesFigure data={data} />
        <FollowUpFigure data={data} />
        <ControlFigure
          id="masalah-per-sesi"
          title={t('channels.perSession.title')}
          chart={data.issues.chart}
          format="rate"
          path="issues.chart"
          label="channelKey.perSession"
          measure={t('channels.perSession.note')}
        />
        <CodesFigure
          id="pemimpin"
          title={t('channels.ledBy.title')}
          sentence={ledBySentence(data.led_by, words)}
          codes={data.led_by}
          prefix="ledBy"
          none={t('channels.attendance.none')}
          note={t('channels.ledBy.note')}
          definition={{ name: t('channels.ledBy.title'), text: t('definition.ledBy') }}
          pinAt={{ path: 'led_by', code: leader(data.led_by), label: 'channels.ledBy.pin' }}
        />
        <RecordingFigure data={data} />
        <KindsFigure data={data} />
      </div>
    </>
  )
}

/** Jumat Curhat: was it held each Friday, who came, what was raised, what became of it. */
export const CommunityPage = ({ scope }: { scope: Scope }) => (
  <Frame page="community" query="channel.community" scope={scope}>
    {(data) => <Community data={data} />}
  </Frame>
)
