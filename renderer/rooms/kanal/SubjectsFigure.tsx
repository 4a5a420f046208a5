import type { CodeCount } from '../../../shared/contract/results/common'
import { subjectsSentence } from '../../../shared/sentences/channels/messages'
import type { Channel } from '../../../shared/export/enums'
import { useText } from '../../text/useText'
import { CodesFigure } from './CodesFigure'
import { useCasesHref } from './useCasesHref'

interface Props {
  codes: readonly CodeCount[]
  /** place of the counts in the answer */
  path: string
  /** channels whose cases a bar leads to */
  channels: readonly Channel[]
  id?: string
  title?: string
  className?: string
}

/** What cases are about: complaints about members or service apart from security reports. */
export function SubjectsFigure({ codes, path, channels, id = 'perihal', title, className }: Props) {
  const words = useText()
  const { t } = words
  // Where nobody complained about members or service, the number told is that of what came in most.
  const largest = codes.toSorted((a, b) => b.count - a.count)[0]?.code
  const complained = codes.some(({ code }) => code === 'complaint')
  return (
    <CodesFigure
      id={id}
      title={title ?? t('channels.subjects.title')}
      sentence={subjectsSentence(codes, words)}
      codes={codes}
      prefix="subject"
      note={t('channels.subjects.note')}
      hrefOf={useCasesHref(channels)}
      definition={{ name: t('channels.subjects.pin'), text: t('definition.subjects') }}
      pinAt={
        complained
          ? { path, code: 'complaint', label: 'channels.subjects.pin' }
          : { path, code: largest, label: `subject.${largest ?? 'unknown'}` }
      }
      {...(className !== undefined && { className })}
    />
  )
}
