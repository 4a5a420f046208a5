import type { CallLine } from '../../../../shared/contract/results/channelCalls'
import { answerTimeSentence, callsSentence } from '../../../../shared/sentences/channels/calls'
import { Bars } from '../../../charts/Bars'
import { Steps } from '../../../charts/channel/Steps'
import { useText } from '../../../text/useText'
import { stepsTable } from '../cells'
import { countPin, sharePin } from '../context'
import { ControlFigure } from '../ControlFigure'
import { Fig } from '../Fig'
import { SubjectsFigure } from '../SubjectsFigure'
import { useCasesHref } from '../useCasesHref'
import { answerTimeBars, answerTimeTable, callSteps } from './view'

interface Props {
  line: CallLine
  /** place of the line in the answer: `lines.0`, or `line` */
  path: string
}

/** From the call to the case, prank apart. */
export function FunnelOfCalls({ line, path }: Props) {
  const words = useText()
  const { t } = words
  const casesHref = useCasesHref([line.channel])
  const sentence = callsSentence(line, words)
  const steps = callSteps(line, casesHref(), words)
  return (
    <Fig
      id={`corong-${line.line}`}
      title={t('channels.calls.title', { line: t.code('callLine', line.line) })}
      sentence={sentence}
      note={t('channels.calls.note')}
      table={(caption) => stepsTable(steps, caption, words)}
      definition={{ name: t('channels.calls.answered'), text: t('channels.calls.definition') }}
      pinned={sharePin(`${path}.answered`, 'channels.calls.answered', line.answered)}
      empty={line.funnel === null ? { title: sentence.caution, text: t('channels.calls.silentHint') } : null}
    >
      {(label) => <Steps rows={steps} label={label} />}
    </Fig>
  )
}

/** How long calls rang before somebody answered. */
function AnswerTime({ line, path }: Props) {
  const words = useText()
  const { t } = words
  const sentence = answerTimeSentence(line, words)
  const rows = answerTimeBars(line, words)
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  return (
    <Fig
      id={`waktu-jawab-${line.line}`}
      title={t('channels.answerTime.title', { line: t.code('callLine', line.line) })}
      sentence={sentence}
      note={t('channels.answerTime.note')}
      table={(caption) => answerTimeTable(line, caption, words)}
      definition={{ name: t('channels.answerTime.column'), text: t('channels.answerTime.definition') }}
      pinned={countPin(`${path}.answer_time.median`, 'channels.answerTime.column', line.answer_time.median)}
      empty={total === 0 ? { title: sentence.answer, text: sentence.caution } : null}
    >
      {(label) => <Bars rows={rows} total={total} label={label} />}
    </Fig>
  )
}

/** One line's figures: funnel, share answered over months, answer time, complaints about members apart. */
export function LineFigures({ line, path }: Props) {
  const { t } = useText()
  const name = t.code('callLine', line.line)
  return (
    <>
      <FunnelOfCalls line={line} path={path} />
      <ControlFigure
        id={`dijawab-${line.line}`}
        title={t('channels.calls.monthTitle', { line: name })}
        chart={line.answered_by_month}
        format="share"
        path={`${path}.answered_by_month`}
        label="channels.calls.answered"
        measure={t('channels.calls.monthNote')}
      />
      <AnswerTime line={line} path={path} />
      <SubjectsFigure
        id={`perihal-${line.line}`}
        title={t('channels.calls.subjects', { line: name })}
        codes={line.cases_by_subject}
        path={`${path}.cases_by_subject`}
        channels={[line.channel]}
      />
    </>
  )
}
