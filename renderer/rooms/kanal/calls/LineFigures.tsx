import type { CallLine } from '../../../../shared/contract/results/channelCalls'
import { answerTimeSentence, callsSentence } from '../../../../shared/sentences/channels/calls'
import { subjectsSentence } from '../../../../shared/sentences/channels/messages'
import { plain } from '../../../../shared/sentences/words'
import { Bars } from '../../../charts/Bars'
import { Steps } from '../../../charts/channel/Steps'
import { useText } from '../../../text/useText'
import { stepsTable } from '../cells'
import { CodesFigure } from '../CodesFigure'
import type { PageContext } from '../context'
import { ControlFigure } from '../ControlFigure'
import { Fig } from '../Fig'
import { useCasesHref } from '../useCasesHref'
import { answerTimeBars, answerTimeTable, callSteps } from './view'

interface Props {
  line: CallLine
  /** place of the line in the answer: `lines.0`, or `line` */
  path: string
  context: PageContext
}

/** From the call to the case, prank apart. */
export function FunnelOfCalls({ line, path, context }: Props) {
  const words = useText()
  const { t } = words
  const casesHref = useCasesHref([line.channel])
  const name = t.code('callLine', line.line)
  const title = t('channels.calls.title', { line: name })
  const sentence = callsSentence(line, words)
  const steps = callSteps(line, casesHref(), words)
  return (
    <Fig
      context={context}
      id={`corong-${line.line}`}
      title={title}
      sentence={sentence}
      note={t('channels.calls.note')}
      table={stepsTable(steps, title, words)}
      definition={{ name: t('channels.calls.answered'), text: t('channels.calls.definition') }}
      pinned={{
        path: `${path}.answered.value`,
        label: 'channels.calls.answered',
        value: line.answered.value,
        format: 'share',
      }}
      empty={line.funnel === null ? { title: sentence.caution, text: t('channels.calls.silentHint') } : null}
    >
      <Steps rows={steps} label={plain(sentence)} />
    </Fig>
  )
}

/** How long calls rang before somebody answered. */
function AnswerTime({ line, path, context }: Props) {
  const words = useText()
  const { t } = words
  const title = t('channels.answerTime.title', { line: t.code('callLine', line.line) })
  const sentence = answerTimeSentence(line, words)
  const rows = answerTimeBars(line, words)
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  return (
    <Fig
      context={context}
      id={`waktu-jawab-${line.line}`}
      title={title}
      sentence={sentence}
      note={t('channels.answerTime.note')}
      table={answerTimeTable(line, title, words)}
      definition={{ name: t('channels.answerTime.column'), text: t('channels.answerTime.definition') }}
      pinned={{
        path: `${path}.answer_time.median`,
        label: 'channels.answerTime.column',
        value: line.answer_time.median,
        format: 'count',
      }}
      empty={total === 0 ? { title: sentence.answer, text: sentence.caution } : null}
    >
      <Bars rows={rows} total={total} label={plain(sentence)} />
    </Fig>
  )
}

/** One line's figures: funnel, share answered over months, answer time, complaints about members apart. */
export function LineFigures(props: Props) {
  const { line, path, context } = props
  const words = useText()
  const { t } = words
  const casesHref = useCasesHref([line.channel])
  return (
    <>
      <FunnelOfCalls {...props} />
      <ControlFigure
        context={context}
        id={`dijawab-${line.line}`}
        title={t('channels.calls.monthTitle', { line: t.code('callLine', line.line) })}
        chart={line.answered_by_month}
        format="share"
        path={`${path}.answered_by_month`}
        label="channels.calls.answered"
        measure={t('channels.calls.monthNote')}
      />
      <AnswerTime {...props} />
      <CodesFigure
        context={context}
        id={`perihal-${line.line}`}
        title={t('channels.calls.subjects', { line: t.code('callLine', line.line) })}
        sentence={subjectsSentence(line.cases_by_subject, words)}
        codes={line.cases_by_subject}
        prefix="subject"
        note={t('channels.subjects.note')}
        hrefOf={casesHref}
        definition={{ name: t('channels.subjects.pin'), text: t('definition.subjects') }}
        pinAt={{ path: `${path}.cases_by_subject`, code: 'complaint', label: 'channels.subjects.pin' }}
      />
    </>
  )
}
