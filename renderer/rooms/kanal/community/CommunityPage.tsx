import type { ChannelCommunity } from '../../../../shared/contract/results/channelCommunity'
import {
  attendanceText,
  calendarSentence,
  issuesSentence,
  leader,
  ledBySentence,
  recordingSentence,
} from '../../../../shared/sentences/channels/community'
import { tells } from '../../../../shared/sentences/channels/estimate'
import { curveSentence } from '../../../../shared/sentences/curve'
import { joined, plain } from '../../../../shared/sentences/words'
import { useNamedQuery } from '../../../api/useNamedQuery'
import { CalendarLegend } from '../../../charts/calendar/CalendarLegend'
import { FridayCalendar } from '../../../charts/calendar/FridayCalendar'
import { Attendance } from '../../../charts/channel/Attendance'
import { Steps } from '../../../charts/channel/Steps'
import { CurveChart } from '../../../charts/CurveChart'
import { curveTable } from '../../../charts/tables/region'
import { useRoute } from '../../../state/useRoute'
import { useText } from '../../../text/useText'
import { stepsTable } from '../cells'
import { CodesFigure } from '../CodesFigure'
import { OPEN_FILTER, type PageContext, type Scope } from '../context'
import { ControlFigure } from '../ControlFigure'
import { Fig } from '../Fig'
import { Frame } from '../Frame'
import { KeyRow } from '../KeyRow'
import { KindsFigure } from './KindsFigure'
import { RecordingFigure } from './RecordingFigure'
import {
  attendancePoints,
  attendanceTable,
  calendarColumns,
  calendarRows,
  calendarTable,
  calendarTotal,
  communityKeys,
  issueSteps,
} from './view'

const FOLLOW_UP = 'follow_up'
type Part = { data: ChannelCommunity; context: PageContext }

function CalendarFigure({ data, context }: Part) {
  const words = useText()
  const { t } = words
  const { href, go } = useRoute()
  const { calendar } = data
  if (!calendar) return null
  const title = t('channels.calendar.title')
  const sentence = calendarSentence(calendar, words)
  const open = (unit: string) => ({ filter: { unit }, params: { page: 'jumat-curhat' as const } })
  const batched = new Set(data.recording.units.map(({ unit }) => unit))
  const rows = calendarRows(calendar, batched, words, (unit) => href('kanal', open(unit)))
  return (
    <Fig
      context={context}
      id="kalender"
      title={title}
      sentence={sentence}
      note={t('channels.calendar.note')}
      table={calendarTable(calendar, data.outcome, title, words)}
      definition={{ name: t('channelKey.fridays'), text: t('channelKey.fridays.definition') }}
      pinned={{
        path: 'calendar.total.share.value',
        label: 'channelKey.fridays',
        value: calendar.total.share.value,
        format: 'share',
      }}
      drawing={false}
      className="w2 n3"
    >
      <CalendarLegend lines={calendar.lines} />
      <FridayCalendar
        label={plain(sentence)}
        fridays={calendar.fridays}
        rows={rows}
        columns={calendarColumns(calendar, rows, words)}
        total={calendarTotal(calendar, data.outcome, words)}
        onOpen={(unit) => go('kanal', open(unit))}
      />
    </Fig>
  )
}

function IssuesFigure({ data, context }: Part) {
  const words = useText()
  const { t } = words
  const { href } = useRoute()
  const title = t('channels.issues.title')
  const sentence = issuesSentence(data, words)
  const steps = issueSteps(data, href('kasus', { filter: { ...OPEN_FILTER, channels: ['jumat_curhat'] } }), words)
  const { followed_up: followed } = data.outcome
  return (
    <Fig
      context={context}
      id="masalah"
      title={title}
      sentence={sentence}
      note={t('channels.issues.note')}
      table={stepsTable(steps, title, words)}
      definition={{ name: t('channelKey.followedUp'), text: t('channelKey.followedUp.definition') }}
      pinned={{
        path: 'outcome.followed_up.value',
        label: 'channelKey.followedUp',
        value: followed.value,
        format: 'share',
      }}
      empty={
        data.outcome.issues + data.outcome.cases === 0
          ? { title: t('channels.issues.none'), text: t('channels.zero') }
          : null
      }
    >
      <Steps rows={steps} label={plain(sentence)} />
    </Fig>
  )
}

function FollowUpFigure({ data, context }: Part) {
  const words = useText()
  const { t, f } = words
  const curve = data.outcome.time_to_follow_up
  const title = t('channels.followUp.title')
  const sentence = curveSentence(curve, FOLLOW_UP, words)
  const negative = curve.left_out_negative
  return (
    <Fig
      context={context}
      id="tindak-lanjut"
      title={title}
      sentence={sentence}
      note={joined(
        t('region.curve.note', { n: f.count(curve.n), censored: f.count(curve.n - curve.events) }),
        negative > 0 && t('region.curve.negative', { n: f.count(negative) }),
      )}
      table={curveTable(curve, FOLLOW_UP, title, words)}
      definition={{ name: t('channels.followUp.name'), text: t('channels.followUp.definition') }}
      pinned={{
        path: 'outcome.time_to_follow_up.median',
        label: 'channels.followUp.name',
        value: curve.median,
        format: 'days',
      }}
      empty={
        curve.n === 0
          ? { title: t('channels.noCases'), text: t('channels.zero') }
          : tells(curve)
            ? null
            : { title: sentence.answer, text: sentence.caution }
      }
    >
      <CurveChart curve={curve} stage={FOLLOW_UP} label={plain(sentence)} />
    </Fig>
  )
}

function AttendanceFigure({ data, context }: Part) {
  const words = useText()
  const { t, f } = words
  const title = t('channels.attendance.title')
  const sentence = { kind: 'quiet' as const, answer: attendanceText(data, words), caution: '' }
  return (
    <Fig
      context={context}
      id="peserta"
      title={title}
      sentence={sentence}
      note={t('channels.attendance.note', { n: f.count(data.sessions) })}
      table={attendanceTable(data, title, words)}
      definition={{ name: title, text: t('definition.attendance') }}
      pinned={{
        path: 'attendance.median',
        label: 'channels.attendance.title',
        value: data.attendance.median,
        format: 'count',
      }}
      empty={data.sessions === 0 ? { title: t('channels.attendance.none'), text: t('channels.zero') } : null}
    >
      <Attendance points={attendancePoints(data)} label={plain(sentence)} />
    </Fig>
  )
}

function Community({ data, context }: Part) {
  const words = useText()
  const { t } = words
  return (
    <>
      <KeyRow views={communityKeys(data, words)} context={context} />
      <div className="g g3">
        <CalendarFigure data={data} context={context} />
        <AttendanceFigure data={data} context={context} />
        <IssuesFigure data={data} context={context} />
        <FollowUpFigure data={data} context={context} />
        <ControlFigure
          context={context}
          id="masalah-per-sesi"
          title={t('channels.perSession.title')}
          chart={data.issues.chart}
          format="rate"
          path="issues.chart"
          label="channelKey.perSession"
          measure={t('channels.perSession.note')}
        />
        <CodesFigure
          context={context}
          id="pemimpin"
          title={t('channels.ledBy.title')}
          sentence={ledBySentence(data.led_by, words)}
          codes={data.led_by}
          prefix="ledBy"
          note={t('channels.ledBy.note')}
          definition={{ name: t('channels.ledBy.title'), text: t('definition.ledBy') }}
          pinAt={{ path: 'led_by', code: leader(data.led_by), label: 'channels.ledBy.pin' }}
        />
        <RecordingFigure data={data} context={context} sentence={recordingSentence(data, words)} />
        <KindsFigure data={data} context={context} />
      </div>
    </>
  )
}

/** Jumat Curhat: was it held each Friday, who came, what was raised, what became of it. */
export function CommunityPage({ scope }: { scope: Scope }) {
  const answer = useNamedQuery('channel.community', scope)
  return (
    <Frame page="community" query="channel.community" params={scope} scope={scope} answer={answer}>
      {(data, context) => <Community data={data} context={context} />}
    </Frame>
  )
}
